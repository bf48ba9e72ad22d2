"""Commands, questions and pressed buttons to messages."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.answer import Answer, Kind, Question
from bot.answers.interpret.lexicon import build_lexicon
from bot.answers.interpret.named import Named, named
from bot.answers.known import Known
from bot.answers.question import answer, unread
from bot.answers.random_fact import Pick
from bot.answers.sources import sources
from bot.answers.suggestions import nearby
from bot.answers.summit import card, listing
from bot.answers.value import values_answer
from bot.clock import Clock, today
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.names import load_names
from bot.knowledge.snapshot import Snapshot, summit
from bot.language import Language
from bot.messages.callback import Press, View, decode
from bot.messages.commands import UNKNOWN, read_command
from bot.messages.gaps import with_report
from bot.messages.html import plain
from bot.messages.message import Message
from bot.messages.proof import proof_message
from bot.messages.render import render
from bot.messages.voice import Voice, voice
from bot.messages.welcome import apology_message, help_message, start_message, unknown_command_message
from bot.services.conversation import ConversationKey, Conversations, context_of
from bot.services.recent import RecentQuestions
from bot.services.topics import Asking, topic_answer

# Commands that are answered without the articles.
_GREETINGS = ("start", "help")


@dataclass(frozen=True, eq=False)
class Answered:
    """A reply with what it was made from."""

    answer: Answer
    message: Message
    voice: Voice


class Answering:
    """Answers from the snapshot of the moment. Nothing here waits: every call is pure work of some milliseconds.

    `pick` chooses at random for `/fact`: given n, one of 0 … n - 1. `recent` is where what was asked is remembered
    for those who report the answer; `count` is called for every answer.
    """

    def __init__(
        self,
        snapshot: Callable[[], Snapshot],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
        pick: Pick = random.randrange,
        recent: RecentQuestions | None = None,
        count: Callable[[Kind], None] = lambda kind: None,
    ) -> None:
        self._snapshot = snapshot
        self._pick = pick
        self._recent = recent or RecentQuestions()
        self._count = count
        self._config = config
        self._vocabulary = vocabulary
        self._clock = clock
        self._lexicon = build_lexicon(vocabulary, config)
        self._conversations = Conversations()

    def prepare(self, snapshot: Snapshot) -> None:
        """Make what answers from `snapshot` need, which takes long where there are many articles. Safe in a thread."""
        words = self._names(snapshot).words
        _ = words.lengths, words.latin, words.with_gap

    def command(
        self, name: str, argument: str, language: Language, conversation: ConversationKey | None = None
    ) -> Message:
        """The reply to `/name argument`; a short hint for a name that is unknown.

        In a conversation the edition that was shown may be left unsaid by the question after it.
        """
        speaker = self.voice(language)
        if name == "start":
            return start_message(speaker.snapshot.years, speaker)
        if name == UNKNOWN:
            return unknown_command_message(speaker)
        found = self._command(name, argument, speaker)
        if not found:
            return help_message(speaker)
        self._keep(conversation, found)
        return self._reply(found, f"/{name} {argument}".strip(), speaker)

    def ask(self, text: str, language: Language, conversation: ConversationKey | None = None) -> Message:
        """The reply to a question in words."""
        return self.answered(text, language, conversation).message

    def sent(self, conversation: ConversationKey, message_id: int) -> None:
        """Tell in which message the last answer of a conversation stands, so that a reply to it is understood."""
        self._conversations.sent(conversation, message_id, self._clock.now())

    def forget(self, chat: int) -> None:
        """Remember nothing of what was spoken of in a chat, or by the person of that number."""
        self._conversations.forget(chat)

    def answered(self, text: str, language: Language, conversation: ConversationKey | None = None) -> Answered:
        """The reply to a question, or to a command written as one (`/summit 2024`), with what it was made from.

        In a conversation a question may leave unsaid what the one before was about.
        """
        speaker = self.voice(language)
        if command := read_command(text):
            if found := self._command(command.name, command.argument, speaker):
                self._keep(conversation, found)
                return Answered(found, self._reply(found, text, speaker), speaker)
            if command.name in _GREETINGS:
                greeting = self.command(command.name, command.argument, language)
                return Answered(Answer(Kind.FOUND, title=f"{command.name}.title"), greeting, speaker)
            elsewhere = Answer(Kind.UNKNOWN, title="unknown.only_in_chat", values={"command": command.name})
            return Answered(elsewhere, render(elsewhere, speaker), speaker)
        now = self._clock.now()
        context = self._conversations.recall(conversation, now) if conversation else None
        found = self._question(Question(text, language, self._today(), context), speaker.snapshot)
        self._keep(conversation, found)
        return Answered(found, self._reply(found, text, speaker), speaker)

    def press(self, data: str, language: Language) -> Message | None:
        """What a pressed button shows; None when the data is none of ours, or names what is no longer known."""
        wanted = decode(data)
        if wanted is None:
            return None
        speaker = self.voice(language)
        answer = self._wanted(wanted, speaker)
        if answer is None:
            return None
        if wanted.proof:
            return proof_message(answer.citations, replace(wanted, proof=False), speaker) if answer.citations else None
        return with_report(render(answer, speaker, wanted.page), answer, data, speaker)

    def stale_button(self, language: Language) -> str:
        """A short text for a press that leads nowhere."""
        return self.voice(language).texts("button.stale")

    def apology(self, language: Language) -> Message:
        """What is said when answering failed."""
        return apology_message(self.voice(language))

    def _keep(self, conversation: ConversationKey | None, found: Answer) -> None:
        """Remember what an answer was about: what it says itself, or the one edition or person that it shows."""
        if conversation and (context := found.context or context_of(found)):
            self._conversations.keep(conversation, context, self._clock.now())

    def voice(self, language: Language) -> Voice:
        """The wording of a language, on what is known now."""
        return voice(language, self._snapshot(), self._config, self._vocabulary)

    def _reply(self, answer: Answer, text: str, speaker: Voice) -> Message:
        """The answer to `text` in words, with a button to report it."""
        self._recent.keep(text)
        self._count(answer.kind)
        return with_report(render(answer, speaker), answer, text, speaker)

    def _command(self, name: str, argument: str, speaker: Voice) -> Answer | None:
        """The answer to a command; None for one that is not answered from the articles."""
        if name != "ask":
            return topic_answer(name, argument, self._asking(speaker))
        if not argument:
            return self._examples(speaker)
        return self._question(Question(argument, speaker.language, self._today()), speaker.snapshot)

    def _asking(self, speaker: Voice) -> Asking:
        return Asking(_known(speaker), self._config.series, self._today(), self._pick)

    def _today(self) -> date:
        return today(self._clock, self._config.zone)

    def _examples(self, speaker: Voice) -> Answer:
        """Questions to begin with, on the newest edition."""
        subjects = [summit(year) for year in speaker.snapshot.years[-1:]]
        return Answer(
            Kind.AMBIGUOUS,
            title="choose.ask",
            values={"command": "ask", "options": ()},
            suggestions=nearby(subjects, (), speaker.snapshot, self._vocabulary),
        )

    def _question(self, question: Question, snapshot: Snapshot) -> Answer:
        limit = self._config.limits.question_characters
        if len(question.text) > limit:
            return Answer(Kind.UNKNOWN, title="unknown.long", values={"limit": limit})
        if not any(map(str.isalnum, question.text)):
            return unread(question, snapshot, self._vocabulary)
        # Markup says nothing of what is asked.
        return answer(replace(question, text=plain(question.text)), snapshot, self._lexicon, self._names(snapshot))

    def _names(self, snapshot: Snapshot) -> Named:
        """What `snapshot` names, made once for each."""
        return snapshot.once(named, self._lexicon, load_names())

    def _wanted(self, wanted: Press, speaker: Voice) -> Answer | None:
        known = _known(speaker)
        match wanted.view:
            case View.CARD:
                return card(wanted.year, known) if wanted.year in known.snapshot.years else None
            case View.LISTING:
                return listing(known)
            case View.DOCUMENTS:
                return sources(known.snapshot)
            case View.VALUES:
                return values_answer(wanted.subjects, wanted.predicates, known)
            case View.COMMAND:
                found = topic_answer(wanted.command, wanted.argument, self._asking(speaker))
                return found if found and found.kind is not Kind.UNKNOWN else None


def _known(speaker: Voice) -> Known:
    return Known(speaker.snapshot, speaker.vocabulary, speaker.language)
