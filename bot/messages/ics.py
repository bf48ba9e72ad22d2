"""Records of `calendar_data` as a calendar file: https://www.rfc-editor.org/rfc/rfc5545."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time

from icalendar import Calendar
from icalendar import Event as Entry

from bot.messages.calendar import CalendarEntry

_PRODUCT = "-//summit-bot//anniversaries//EN"
_DOMAIN = "summit-bot"


def to_ics(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """A calendar of that name: a whole day a year for each entry. UTF-8, lines folded at 75 octets, CRLF.

    The same articles give the same file: an entry bears the date of its newest article as that of its last revision (`DTSTAMP`, which
    means that where no `METHOD` is given).
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)  # what older programs read instead
    for entry in entries:
        calendar.add_component(_event(entry))
    file: bytes = calendar.to_ical()
    return file


def _event(entry: CalendarEntry) -> Entry:
    event = Entry()
    event.add("uid", f"{entry.id}@{_DOMAIN}")
    event.add("dtstamp", datetime.combine(entry.revised, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("rrule", dict(entry.rule))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")  # nobody is busy by an anniversary
    if entry.url:
        event.add("url", entry.url)
    return event
