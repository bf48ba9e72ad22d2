"""Commands, questions and pressed buttons to messages."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.answer import Answer
from bot.answers.edition_words import edition_of
from bot.answers.editions import resolve
from bot.answers.reading import normalised
from bot.answers.sources import sources
from bot.answers.summit import bad_argument, card, edition_card, listing
from bot.clock import Clock, today
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.callback import Press, View, decode
from bot.messages.message import Message
from bot.messages.proof import proof_message
from bot.messages.render import render
from bot.messages.voice import Voice, voice
from bot.messages.welcome import apology_message, help_message, start_message

# Longer than any way to name an edition; what is behind is not read.
ARGUMENT_CHARACTERS = 200


class Answering:
    """Answers from the snapshot of the moment. Nothing here waits: every call is pure work of some milliseconds."""

    def __init__(self, snapshot: Callable[[], Snapshot], config: Config, vocabulary: Vocabulary, clock: Clock) -> None:
        self._snapshot = snapshot
        self._config = config
        self._vocabulary = vocabulary
        self._clock = clock

    def command(self, name: str, argument: str, language: Language) -> Message:
        """The reply to `/name argument`; the help page for a name that is unknown."""
        speaker = self._voice(language)
        match name:
            case "start":
                return start_message(speaker.snapshot.years, speaker)
            case "summit":
                return render(self._summit(argument, speaker.snapshot), speaker)
            case "sources":
                return render(sources(speaker.snapshot), speaker)
        return help_message(speaker)

    def ask(self, text: str, language: Language) -> Message:
        """The reply to a question in words."""
        speaker = self._voice(language)
        return render(self._summit(text, speaker.snapshot), speaker)

    def press(self, data: str, language: Language) -> Message | None:
        """What a pressed button shows; None when the data is none of ours, or names what is no longer known."""
        wanted = decode(data)
        if wanted is None:
            return None
        speaker = self._voice(language)
        answer = self._wanted(wanted, speaker.snapshot)
        if answer is None:
            return None
        if wanted.proof:
            back = Press(wanted.view, wanted.year, wanted.subjects, wanted.predicates, wanted.page)
            return proof_message(answer.citations, back, speaker)
        return render(answer, speaker, wanted.page)

    def stale_button(self, language: Language) -> str:
        """A short text for a press that leads nowhere."""
        return self._voice(language).texts("button.stale")

    def apology(self, language: Language) -> Message:
        """What is said when answering failed."""
        return apology_message(self._voice(language))

    def _voice(self, language: Language) -> Voice:
        return voice(language, self._snapshot(), self._config, self._vocabulary)

    def _summit(self, argument: str, snapshot: Snapshot) -> Answer:
        text = normalised(argument[:ARGUMENT_CHARACTERS])
        if not text:
            return listing(snapshot, self._vocabulary)
        ref = edition_of(text, today(self._clock, self._config.zone))
        if ref is None or len(argument) > ARGUMENT_CHARACTERS:
            return bad_argument(argument, snapshot)
        return edition_card(resolve(ref, snapshot, today(self._clock, self._config.zone)), snapshot, self._vocabulary)

    def _wanted(self, wanted: Press, snapshot: Snapshot) -> Answer | None:
        match wanted.view:
            case View.CARD:
                return card(wanted.year, snapshot, self._vocabulary) if wanted.year in snapshot.years else None
            case View.LISTING:
                return listing(snapshot, self._vocabulary)
            case View.DOCUMENTS:
                return sources(snapshot)
            case View.VALUES:
                return None
