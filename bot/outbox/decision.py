"""What an outcome makes of an entry and of its chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.outbox.backoff import pause
from bot.outbox.entry import Entry, State
from bot.outbox.errors import (
    ChatGone,
    ChatMigrated,
    DeliveryError,
    Flooded,
    NotSent,
    RightsLost,
    SenderRefused,
    TopicClosed,
    Uncertain,
)
from bot.outbox.transport import Sent, SentPoll
from bot.subscriptions.chat import Pause


@dataclass(frozen=True, slots=True)
class Decision:
    """What is written down when an attempt is over, at the moment `at`.

    `not_before` belongs to `pending`; `message` and `poll` to `sent`. `pause` stops the chat (`Pause.TOPIC` its topic only), `migrated_to` moves it with all it has,
    `chat_not_before` lets its other entries wait too. `failures` and `resent` are the entry's new counts.
    """

    at: datetime
    state: State
    outcome: str
    detail: str = ""
    not_before: datetime | None = None
    message: int | None = None
    poll: SentPoll | None = None
    pause: Pause | None = None
    migrated_to: int | None = None
    chat_not_before: datetime | None = None
    failures: int = 0
    resent: int = 0


def arrived(entry: Entry, sent: Sent, now: datetime) -> Decision:
    """It stands there."""
    return Decision(
        now, State.SENT, "sent", message=sent.message, poll=sent.poll, failures=entry.failures, resent=entry.resent
    )


def untried(entry: Entry, now: datetime) -> Decision:
    """It was written down that an attempt begins, and none was made."""
    return Decision(now, State.PENDING, "untried", failures=entry.failures, resent=entry.resent)


def decide(entry: Entry, error: DeliveryError, now: datetime, *, resend_uncertain: bool) -> Decision:
    """It did not, or nobody knows. What is tried again after its time is over is skipped by whoever looks next."""
    state, not_before, failures, resent = State.FAILED, None, entry.failures, entry.resent
    chat_pause: Pause | None = None
    migrated_to: int | None = None
    chat_not_before: datetime | None = None
    match error:
        case Flooded():
            state, not_before = State.PENDING, now + error.after
            chat_not_before = not_before
        case ChatMigrated():
            state, not_before, migrated_to = State.PENDING, now, error.chat
        case ChatGone():
            chat_pause = Pause.GONE
        case RightsLost():
            chat_pause = Pause.RIGHTS
        case TopicClosed():
            chat_pause = Pause.TOPIC
        case NotSent() | SenderRefused():
            failures += 1
            state, not_before = State.PENDING, now + pause(failures)
        case Uncertain() if resend_uncertain and not resent:
            state, not_before, resent = State.PENDING, now + pause(1), 1
        case Uncertain():
            state = State.UNCERTAIN
    return Decision(
        now,
        state,
        error.code,
        str(error),
        not_before,
        pause=chat_pause,
        migrated_to=migrated_to,
        chat_not_before=chat_not_before,
        failures=failures,
        resent=resent,
    )
