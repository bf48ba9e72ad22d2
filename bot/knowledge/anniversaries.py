"""What happened on a day of the year, and when it comes round again.

The rules are those of `KNOWLEDGE.md` beside the design: only full dates count; N is the reader's year less the year of
the event and at least 1; a date on which articles disagree is left out; what happened on 29 February is remembered on
the 28th in years without that day.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.corpus.date import PartialDate
from bot.facts.fact import Fact, Quantity
from bot.knowledge.milestones import milestones
from bot.knowledge.snapshot import SUMMIT, Snapshot

BODIES = ("organisation", "series")
# Words by which a milestone says that something was there for the first time.
_FIRST_TIME = ("首次", "首届", "第一次", "第一届", "first")


class EventKind(StrEnum):
    """In the order in which the events of one day are told."""

    FOUNDED = "founded"
    FIRST = "first"
    OPENED = "opened"
    MILESTONE = "milestone"
    CLOSED = "closed"
    PRESS = "press"


# Told on the day itself, not announced ahead or posted.
MINOR = frozenset({EventKind.CLOSED, EventKind.PRESS})
# Counted as 周年; the others are "N years ago today".
FOUNDINGS = frozenset({EventKind.FOUNDED, EventKind.FIRST})
_ORDER = tuple(EventKind)


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a full date: `fact` says and proves it, `first` is True for the first edition of a series."""

    kind: EventKind
    day: date
    fact: Fact
    first: bool = False

    @property
    def is_minor(self) -> bool:
        """A closing or a press conference."""
        return self.kind in MINOR

    def years(self, on: date) -> int:
        """How many years ago it was in the calendar year of `on`; not positive for an event of then or later."""
        return on.year - self.day.year

    def observed(self, year: int) -> date:
        """The day of `year` on which it is remembered."""
        if (self.day.month, self.day.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28)
        return self.day.replace(year=year)


@dataclass(frozen=True, slots=True)
class Day:
    """A day to come, and the events whose anniversary it is, in the order they are told."""

    day: date
    events: tuple[Event, ...]


def events(snapshot: Snapshot) -> tuple[Event, ...]:
    """Every event with a full date on which the articles agree, oldest first."""
    found = [*_foundings(snapshot), *_milestones(snapshot), *_editions(snapshot), *_press(snapshot)]
    return tuple(sorted(found, key=lambda event: (event.day, _ORDER.index(event.kind), event.fact.id)))


def on_day(day: date, snapshot: Snapshot) -> tuple[Event, ...]:
    """What happened on this day of the year, up to the year of `day`: by kind, then the oldest first."""
    found = [each for each in events(snapshot) if each.years(day) >= 0 and each.observed(day.year) == day]
    return tuple(sorted(found, key=lambda event: (_ORDER.index(event.kind), event.day)))


def upcoming(today: date, snapshot: Snapshot, limit: int) -> tuple[Day, ...]:
    """The next `limit` days with an anniversary, from `today` on; closings and press conferences are none."""
    known = [event for event in events(snapshot) if not event.is_minor]
    days: dict[date, list[Event]] = {}
    for year in range(today.year, min(today.year + limit + 1, date.max.year) + 1):
        for event in known:
            # The first anniversary of what is still to come lies in the year after it.
            if year > event.day.year and (day := event.observed(year)) >= today:
                days.setdefault(day, []).append(event)
    ordered = sorted(days)[:limit]
    return tuple(Day(day, tuple(sorted(days[day], key=lambda e: _ORDER.index(e.kind)))) for day in ordered)


def _foundings(snapshot: Snapshot) -> Iterator[Event]:
    for subject in BODIES:
        if fact := _settled(snapshot, subject, "founded"):
            yield Event(EventKind.FOUNDED, _day(fact), fact)


def _milestones(snapshot: Snapshot) -> Iterator[Event]:
    for subject in BODIES:
        for fact in milestones(subject, snapshot):
            if _is_full(fact):
                text = (fact.text or "").lower()
                first = any(word in text for word in _FIRST_TIME)
                yield Event(EventKind.FIRST if first else EventKind.MILESTONE, _day(fact), fact)


def _editions(snapshot: Snapshot) -> Iterator[Event]:
    for year in snapshot.years:
        subject = f"{SUMMIT}{year}"
        if fact := _settled(snapshot, subject, "opening_date") or _settled(snapshot, subject, "start_date"):
            first = _is_first(snapshot, subject)
            yield Event(EventKind.FIRST if first else EventKind.OPENED, _day(fact), fact, first)
        if fact := _settled(snapshot, subject, "closing_date") or _settled(snapshot, subject, "end_date"):
            yield Event(EventKind.CLOSED, _day(fact), fact)


def _press(snapshot: Snapshot) -> Iterator[Event]:
    for year in snapshot.years:
        for fact in snapshot.find(f"{SUMMIT}{year}", "press_conference"):
            if _is_full(fact):
                yield Event(EventKind.PRESS, _day(fact), fact)


def _settled(snapshot: Snapshot, subject: str, predicate: str) -> Fact | None:
    """The fact with the full date, if the articles agree on one."""
    facts = snapshot.find(subject, predicate)
    full = [fact for fact in facts if _is_full(fact)]
    if not full or not all(snapshot.is_preferred(fact) for fact in facts):
        return None
    return full[0]


def _is_first(snapshot: Snapshot, subject: str) -> bool:
    values = [fact.value for fact in snapshot.find(subject, "ordinal")[:1]]
    return any(isinstance(value, Quantity) and value.value == 1 for value in values)


def _is_full(fact: Fact) -> bool:
    return isinstance(fact.value, PartialDate) and fact.value.is_full


def _day(fact: Fact) -> date:
    if not isinstance(fact.value, PartialDate):
        raise TypeError(f"{fact.subject} {fact.predicate} is no date")
    return fact.value.first
