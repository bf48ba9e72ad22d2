"""The way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.subscriptions.chat import Place


@dataclass(frozen=True, slots=True)
class SentPoll:
    """A quiz that stands there now: answers to it name only its id. `correct` counts from 0."""

    id: str
    correct: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What stands there now: the id of the message, and its poll if it is one."""

    message: int
    poll: SentPoll | None = None


class Transport(Protocol):
    """Carries one payload to one place by exactly one call."""

    async def send(self, place: Place, payload: bytes) -> Sent:
        """What stands there now. Raises one of `bot.outbox.errors`."""
        ...
