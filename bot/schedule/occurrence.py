"""One sending of one subscription: on which local date, at which moment, under which key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.schedule.local_time import moment
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Times
from bot.subscriptions.zone import zone_of

# A subscription for one weekday whose date is left out waits two weeks; the rest is slack.
_DAYS_AHEAD = 22
# A moment in one zone may stand two dates away from the date in another, and a gap may move it over midnight.
_DAYS_BACK = 2


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`day` is the local date it belongs to, `due` the moment in UTC."""

    day: date
    due: datetime


def next_occurrence(times: Times, after: datetime) -> Occurrence:
    """The first occurrence later than `after` (aware). ValueError beyond the year 9998."""
    zone = zone_of(times.zone)
    start = after.astimezone(UTC).date() - timedelta(days=_DAYS_BACK)
    for step in range(_DAYS_BACK + _DAYS_AHEAD):
        day = start + timedelta(days=step)
        if day.isoweekday() in times.weekdays and (due := moment(day, times.at, zone)) and due > after:
            return Occurrence(day, due)
    raise ValueError(f"nothing is due after {after} at {times}")


def next_occurrences(times: Times, after: datetime, count: int) -> tuple[Occurrence, ...]:
    """The first `count` occurrences later than `after`."""
    found: list[Occurrence] = []
    while len(found) < count:
        found.append(next_occurrence(times, found[-1].due if found else after))
    return tuple(found)


def occurrence_key(place: Place, feed: Feed, day: date) -> str:
    """`chat/topic/feed/local date`: at most one post a local date, whatever clocks, zones and processes do."""
    return f"{place.chat}/{place.topic}/{feed}/{day.isoformat()}"


def is_too_late(due: datetime, now: datetime, grace: timedelta) -> bool:
    """Whether something due then is not to be sent any more (a machine that slept, a bot that stood still)."""
    return now - due > grace
