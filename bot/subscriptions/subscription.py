"""One chat's wish for one feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed

# ISO 8601: Monday is 1, Sunday is 7.
Weekdays = frozenset[int]
EVERY_DAY: Weekdays = frozenset(range(1, 8))
# Days before an anniversary that it can be told of.
MOST_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Times:
    """When something is sent: a local time (whole minutes), on these weekdays, in a zone.

    `zone` is an IANA name or `UTC+05:30`; see `bot.subscriptions.zone`. No weekday at all is a ValueError.
    """

    at: time
    zone: str
    weekdays: Weekdays = EVERY_DAY

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= EVERY_DAY:
            raise ValueError(f"no such weekdays: {sorted(self.weekdays)}")


@dataclass(frozen=True, slots=True)
class Subscription:
    """A place holds at most one subscription a feed. `subscriber` is the user who asked; None for an anonymous admin.

    `ahead`: anniversaries are also told of so many days before (0 to `MOST_AHEAD`; 0: on the day only). Other feeds
    have none.
    """

    place: Place
    feed: Feed
    times: Times
    silent: bool = False
    subscriber: int | None = None
    ahead: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.ahead <= MOST_AHEAD:
            raise ValueError(f"no such number of days ahead: {self.ahead}")
