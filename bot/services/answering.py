"""Commands, questions and pressed buttons to messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.answer import Answer, Question
from bot.answers.editions import resolve
from bot.answers.interpret.edition_words import edition_of
from bot.answers.interpret.lexicon import build_lexicon
from bot.answers.interpret.reading import normalised
from bot.answers.known import Known
from bot.answers.question import answer, unread
from bot.answers.sources import sources
from bot.answers.summit import bad_argument, card, edition_card, listing
from bot.answers.value import values_answer
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
# A question may be the command itself, as on the command line.
_SOURCES = ("sources", "来源")
_COMMAND = re.compile(
    r"\s*[/／](?P<name>summit|峰会|sources|来源)(?![a-z_])(?P<argument>.*)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, eq=False)
class Answered:
    """A reply with what it was made from."""

    answer: Answer
    message: Message
    voice: Voice


class Answering:
    """Answers from the snapshot of the moment. Nothing here waits: every call is pure work of some milliseconds."""

    def __init__(self, snapshot: Callable[[], Snapshot], config: Config, vocabulary: Vocabulary, clock: Clock) -> None:
        self._snapshot = snapshot
        self._config = config
        self._vocabulary = vocabulary
        self._clock = clock
        self._lexicon = build_lexicon(vocabulary, config)

    def command(self, name: str, argument: str, language: Language) -> Message:
        """The reply to `/name argument`; the help page for a name that is unknown."""
        speaker = self._voice(language)
        match name:
            case "start":
                return start_message(speaker.snapshot.years, speaker)
            case "summit" | "sources":
                return render(self._command(name, argument, _known(speaker)), speaker)
        return help_message(speaker)

    def ask(self, text: str, language: Language) -> Message:
        """The reply to a question in words."""
        return self.answered(text, language).message

    def answered(self, text: str, language: Language) -> Answered:
        """The reply to a question, or to a command written as one (`/summit 2024`), with what it was made from."""
        speaker = self._voice(language)
        if match := _COMMAND.match(text):
            found = self._command(match["name"].lower(), match["argument"].strip(), _known(speaker))
            return Answered(found, render(found, speaker), speaker)
        found = self._question(Question(text, language, today(self._clock, self._config.zone)), speaker.snapshot)
        return Answered(found, render(found, speaker), speaker)

    def press(self, data: str, language: Language) -> Message | None:
        """What a pressed button shows; None when the data is none of ours, or names what is no longer known."""
        wanted = decode(data)
        if wanted is None:
            return None
        speaker = self._voice(language)
        answer = self._wanted(wanted, _known(speaker))
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

    def _command(self, name: str, argument: str, known: Known) -> Answer:
        return sources(known.snapshot) if name in _SOURCES else self._summit(argument, known)

    def _question(self, question: Question, snapshot: Snapshot) -> Answer:
        limit = self._config.limits.question_characters
        if len(question.text) > limit or not any(map(str.isalnum, question.text)):
            # So long a text is no question, and so is none at all.
            return unread(replace(question, text=question.text[:limit]), snapshot, self._vocabulary)
        return answer(question, snapshot, self._lexicon)

    def _summit(self, argument: str, known: Known) -> Answer:
        text = normalised(argument[:ARGUMENT_CHARACTERS])
        if not text:
            return listing(known)
        day = today(self._clock, self._config.zone)
        ref = edition_of(text, day)
        if ref is None or len(argument) > ARGUMENT_CHARACTERS:
            return bad_argument(argument, known.snapshot)
        return edition_card(resolve(ref, known.snapshot, day), known)

    def _wanted(self, wanted: Press, known: Known) -> Answer | None:
        match wanted.view:
            case View.CARD:
                return card(wanted.year, known) if wanted.year in known.snapshot.years else None
            case View.LISTING:
                return listing(known)
            case View.DOCUMENTS:
                return sources(known.snapshot)
            case View.VALUES:
                return values_answer(wanted.subjects, wanted.predicates, known)


def _known(speaker: Voice) -> Known:
    return Known(speaker.snapshot, speaker.vocabulary, speaker.language)
