"""Anniversaries as entries of a calendar that come back every year.

By `KNOWLEDGE.md` beside the design: full dates on which the articles agree, titles with the year of origin and no count of
years, what is announced or derived named as such; closings and press conferences are no anniversaries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.knowledge.anniversaries import Event, events
from bot.messages.cite import reference
from bot.messages.days import remarks_text, what_text
from bot.messages.export import Record, source_data
from bot.messages.html import escape, neutral, shown_quote
from bot.messages.message import Attachment, Message
from bot.messages.voice import Voice

CALENDAR_COLUMNS = ("id", "date", "kind", "title", "subject", "predicate", "recurrence", "phase", "basis", "sources")
FILE_NAME = "anniversaries.ics"

Rule = Mapping[str, str | int]
_YEARLY: Rule = {"freq": "YEARLY"}
# The last day of February: the 28th in years without a 29th.
_LEAP_DAY: Rule = {"freq": "YEARLY", "bymonth": 2, "bymonthday": -1}


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What comes back every year from `day` on, by a rule of RFC 5545 (its parts in lower case).

    `id` is that of the fact, `revised` the date of its newest article, `url` that of its first one (may be empty); texts are plain.
    """

    id: str
    day: date
    rule: Rule
    title: str
    description: str
    url: str
    revised: date


def calendar_entries(voice: Voice) -> tuple[CalendarEntry, ...]:
    """Every anniversary, by the date of its origin."""
    return tuple(_entry(event, voice) for event in _anniversaries(voice))


def calendar_data(voice: Voice) -> list[Record]:
    """`export calendar` as records; `recurrence` is the rule as RFC 5545 writes it."""
    return [
        {
            "id": event.fact.id,
            "date": event.day.isoformat(),
            "kind": event.kind,
            "title": _title(event, voice),
            "subject": event.fact.subject,
            "predicate": event.fact.predicate,
            "recurrence": ";".join(f"{name}={value}".upper() for name, value in _rule(event).items()),
            "phase": event.fact.phase,
            "basis": event.fact.basis,
            "sources": [source_data(source, voice.snapshot.documents) for source in event.fact.sources],
        }
        for event in _anniversaries(voice)
    ]


def calendar_message(content: bytes, count: int, voice: Voice) -> Attachment:
    """The file with `count` entries, to be sent to a chat."""
    return Attachment(FILE_NAME, content, escape(voice.texts.plural("calendar.caption", count)))


def no_calendar_message(voice: Voice) -> Message:
    """There is not one full date."""
    return Message(escape(voice.texts("calendar.empty")))


def calendar_name(voice: Voice) -> str:
    """What a program calls the calendar: plain."""
    return voice.texts("calendar.name", series=voice.config.series.name.in_language(voice.language))


def _anniversaries(voice: Voice) -> list[Event]:
    return [event for event in events(voice.snapshot) if not event.is_minor]


def _entry(event: Event, voice: Voice) -> CalendarEntry:
    documents = [voice.snapshot.documents[source.document_id] for source in event.fact.sources]
    remark = [voice.texts("calendar.leap_day")] if _is_leap_day(event) else []
    proofs = [
        voice.texts("calendar.proof", quote=shown_quote(source.quote), source=reference(document, voice.language))
        for source, document in zip(event.fact.sources, documents, strict=True)
    ]
    return CalendarEntry(
        event.fact.id,
        event.day,
        _rule(event),
        _title(event, voice),
        "\n".join([*remark, *proofs]),
        documents[0].url,
        max(document.date.first for document in documents),
    )


def _title(event: Event, voice: Voice) -> str:
    """What happened, with the year and with what is to be said of the date."""
    what, year = neutral(what_text(event, voice)), str(event.day.year)
    named = what if year in what else voice.texts("calendar.title", what=what, year=year)
    return " ".join((named + remarks_text(event, voice)).split())


def _rule(event: Event) -> Rule:
    return _LEAP_DAY if _is_leap_day(event) else _YEARLY


def _is_leap_day(event: Event) -> bool:
    return (event.day.month, event.day.day) == (2, 29)
