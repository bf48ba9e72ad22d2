"""What was spoken of in each chat a moment ago, so that a follow-up may leave it unsaid. In memory: a restart forgets it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.answers.answer import Answer, Context, Kind
from bot.knowledge.snapshot import SUMMIT

REMEMBERED = timedelta(minutes=10)
# The oldest are forgotten first; some hundred bytes each.
LIMIT = 10_000


def context_of(answer: Answer) -> Context | None:
    """What a question behind the answer to a command may leave unsaid; None where it shows no one edition or person."""
    if answer.title == "who.title":
        return Context(predicates=("person",), people=(str(answer.values["name"]),))
    subjects = answer.understood.subjects
    if answer.kind is not Kind.FOUND or len(subjects) != 1 or not subjects[0].startswith(SUMMIT):
        return None
    return Context((int(subjects[0].removeprefix(SUMMIT)),), answer.understood.predicates)


@dataclass(frozen=True, slots=True)
class ConversationKey:
    """Who speaks where: a person in a chat, or in one topic of it (0 for none).

    `reply_to` is the message of ours that the question replies to, 0 for none.
    """

    chat: int
    topic: int
    user: int
    reply_to: int = 0


class Conversations:
    """The last context of each speaker, and of each of our messages. Not for several threads."""

    def __init__(self, remembered: timedelta = REMEMBERED, limit: int = LIMIT) -> None:
        self._remembered = remembered
        self._limit = limit
        self._kept: OrderedDict[tuple[int, ...], tuple[Context, datetime]] = OrderedDict()

    def recall(self, key: ConversationKey, now: datetime) -> Context | None:
        """What a question there may refer to: that of the message replied to, else the last one; None when it is old."""
        if key.reply_to and (context := self._fresh((key.chat, key.reply_to), now)):
            return context
        return self._fresh((key.chat, key.topic, key.user), now)

    def keep(self, key: ConversationKey, context: Context, now: datetime) -> None:
        """Remember what the last answer was about."""
        self._put((key.chat, key.topic, key.user), context, now)

    def sent(self, key: ConversationKey, message_id: int, now: datetime) -> None:
        """Remember that the last answer to this speaker stands in a message, to which anybody may reply."""
        if context := self._fresh((key.chat, key.topic, key.user), now):
            self._put((key.chat, message_id), context, now)

    def forget(self, chat: int) -> None:
        """Remember nothing of a chat, and nothing of the person of that number anywhere."""
        for key in [key for key in self._kept if key[0] == chat or key[2:] == (chat,)]:
            del self._kept[key]

    def _fresh(self, key: tuple[int, ...], now: datetime) -> Context | None:
        context, until = self._kept.get(key, (None, now))
        return context if context and now < until else None

    def _put(self, key: tuple[int, ...], context: Context, now: datetime) -> None:
        self._kept[key] = (context, now + self._remembered)
        self._kept.move_to_end(key)
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)
