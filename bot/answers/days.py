"""What happened on a day of the year, and the anniversaries ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.choice import Option, choice
from bot.answers.interpret.reading import normalised
from bot.answers.known import Known
from bot.facts.fact import Fact
from bot.facts.numerals import parse_integer
from bot.knowledge.anniversaries import Event, EventKind, events, on_day, upcoming
from bot.knowledge.snapshot import Snapshot

AHEAD = 10
CHOICES = 12
_NUMERIC = re.compile(r"(?:\d{4}\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_HAN = re.compile(r"([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_ENGLISH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
    rf"|(?P<month_first>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?"
)
# A leap year, so that every day of a year can be named.
_ANY_YEAR = 2000


def on_this_day(day: date, today: date, known: Known) -> Answer:
    """What happened on this day of the year until then; where nothing did, when the next anniversary is."""
    found = on_day(day, known.snapshot)
    following = upcoming(day, known.snapshot, 1)
    values: dict[str, object] = {"day": day, "is_today": day == today, "command": "on", "argument": f"{day:%m-%d}"}
    if not found:
        return Answer(
            Kind.UNKNOWN,
            title="unknown.day.today" if day == today else "unknown.day",
            values={**values, "next": following[0].day if following else None},
        )
    return Answer(
        Kind.FOUND,
        title="day.title",
        values=values,
        statements=tuple(event_statement(event, day, known.snapshot) for event in found),
    )


def anniversaries(today: date, known: Known) -> Answer:
    """The next ten days with an anniversary: a statement for each event of them."""
    days = upcoming(today, known.snapshot, AHEAD)
    return Answer(
        Kind.FOUND if days else Kind.UNKNOWN,
        title="anniversaries.title" if days else "unknown.anniversaries",
        values={"today": today, "command": "anniversaries", "argument": ""},
        statements=tuple(event_statement(event, each.day, known.snapshot) for each in days for event in each.events),
    )


def anniversary_post(day: date, ahead: int, known: Known) -> Answer | None:
    """What is posted on `day`: the anniversaries of the day, and those `ahead` days later if that is not 0.

    None on a day without any. Closings and press conferences are not posted, nor what happened this year.
    """
    snapshot = known.snapshot
    days = [day, *([day + timedelta(days=ahead)] if ahead else [])]
    told = [event_statement(event, each, snapshot) for each in days for event in _posted(each, snapshot)]
    if not told:
        return None
    if any(statement.facts[0].subject == "organisation" for statement in told):
        told += [Statement("event.series", (fact,)) for fact in snapshot.find("series", "founded")[:1]]
    return Answer(Kind.FOUND, title="anniversary.post", values={"day": day}, statements=tuple(told))


def _posted(day: date, snapshot: Snapshot) -> Iterator[Event]:
    return (event for event in on_day(day, snapshot) if not event.is_minor and event.years(day) > 0)


def event_statement(event: Event, day: date, snapshot: Snapshot) -> Statement:
    """An event as it is told on `day`: with what else is known of a founding."""
    beside: tuple[Fact, ...] = ()
    if event.kind is EventKind.FOUNDED and event.fact.subject == "organisation":
        beside = (
            *snapshot.find("organisation", "founder_count")[:1],
            *snapshot.find("organisation", "headquarters")[:1],
        )
    values = {
        "subject": event.fact.subject,
        "predicate": event.fact.predicate,
        "event": event,
        "day": day,
        "years": event.years(day),
    }
    return Statement(f"event.{event.kind}", (event.fact, *beside), values=values)


def day_choice(snapshot: Snapshot) -> Answer:
    """The days of the year on which something happened, to choose from."""
    days = dict.fromkeys(sorted((event.day.month, event.day.day) for event in events(snapshot)))
    shown = [f"{month:02d}-{day:02d}" for month, day in days][:CHOICES]
    return choice("on", [Option(each, each) for each in shown])


def day_of_year(text: str) -> tuple[int, int] | None:
    """Month and day of `11-09`, `11月9日`, `十一月九日`, `9 November`; None for what is no day of any year."""
    asked = normalised(text)
    month = day = 0
    if match := _NUMERIC.fullmatch(asked):
        month, day = int(match[1]), int(match[2])
    elif match := _HAN.fullmatch(asked):
        month, day = parse_integer(match[1]) or 0, parse_integer(match[2]) or 0
    elif match := _ENGLISH.fullmatch(asked):
        month = _MONTHS.index(match["month"] or match["month_first"]) + 1
        day = int(match["day"] or match["day_last"])
    try:
        date(_ANY_YEAR, month, day)
    except ValueError:
        return None
    return month, day


def same_day(month: int, day: int, year: int) -> date:
    """That day in `year`; 29 February is the 28th where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28)
