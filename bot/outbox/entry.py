"""One Bot API call that waits to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.subscriptions.chat import Place


class State(StrEnum):
    """Where an entry stands.

    `pending` → `leased` (somebody's, until a moment) → an attempt, committed just before the wire → one of the rest or
    `pending` again.
    """

    PENDING = "pending"
    LEASED = "leased"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Draft:
    """A post before it is stored. `payload` is JSON that only those who render and send it can read.

    `key` is unique over all entries ever; the entry may go out from `not_before` until `expires` (aware). `facts` are the
    ids of what it tells.
    """

    key: str
    place: Place
    payload: bytes
    not_before: datetime
    expires: datetime
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A leased entry. `failures` counts attempts that surely sent nothing, `resent` those after an uncertain one."""

    id: int
    key: str
    place: Place
    payload: bytes
    expires: datetime
    failures: int = 0
    resent: int = 0
