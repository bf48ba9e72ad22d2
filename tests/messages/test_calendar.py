"""The calendar file: what stands in it, and that strict readers accept it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Entry

from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.calendar import CALENDAR_COLUMNS, CalendarEntry, calendar_data, calendar_entries, calendar_name
from bot.messages.ics import to_ics
from bot.messages.voice import Voice, voice
from tests.knowledge_fixtures import Row, config, document, fact, shipped, snapshot, vocabulary

FOUNDED: Row = {"subject": "organisation", "predicate": "founded", "value": "2022-07-12"}
PLANNED: Row = {"subject": "summit:2024", "predicate": "start_date", "value": "2024-11-19", "phase": "announced"}
DERIVED: Row = {"subject": "series", "predicate": "founded", "value": "2014-11-19", "basis": "derived"}
LEAP: Row = {"subject": "organisation", "predicate": "founded", "value": "2020-02-29"}


def speaking(known: Snapshot, language: Language = Language.ZH) -> Voice:
    return voice(language, known, config(), vocabulary())


def known(*rows: Row, losers: tuple[Row, ...] = ()) -> Snapshot:
    source = document("a.md", "2024-12-01", url="https://a.example/1", title="一篇; 有，标点, 的\\报道")
    return snapshot([source], [fact(source, row) for row in rows], [fact(source, row) for row in losers])


def read(file: bytes) -> list[Entry]:
    """As a strict reader does: RFC 5545, 3.1 (lines of at most 75 octets, each ended by CRLF, none broken inside a character)."""
    assert file.endswith(b"END:VCALENDAR\r\n")
    lines = file.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")
    calendar = Calendar.from_ical(file)
    assert (str(calendar["VERSION"]), "PRODID" in calendar, calendar.errors) == ("2.0", True, [])
    events = [part for part in calendar.walk("VEVENT") if isinstance(part, Entry)]
    assert all(
        not event.errors and {"UID", "DTSTAMP", "DTSTART", "RRULE", "SUMMARY"} <= event.keys() for event in events
    )
    return events


def rule_of(event: Entry) -> str:
    file: bytes = event.to_ical()
    return next(line for line in file.decode().split("\r\n") if line.startswith("RRULE:"))


def written(rows: Snapshot, language: Language = Language.ZH) -> list[Entry]:
    speaker = speaking(rows, language)
    return read(to_ics(calendar_name(speaker), calendar_entries(speaker)))


@pytest.mark.parametrize(
    ("row", "language", "title"),
    [
        (FOUNDED, Language.ZH, "成立（2022 年）"),
        (FOUNDED, Language.EN, "founded (2022)"),
        (PLANNED, Language.ZH, "2024 年峰会开幕（会前公布）"),
        (PLANNED, Language.EN, "the 2024 summit opened (as announced)"),
        (DERIVED, Language.ZH, "创办（作为会议）（2014 年）（推算）"),
        (DERIVED, Language.EN, "founded as a conference (2014) (derived)"),
    ],
)
def test_a_title_names_the_year_of_origin_and_what_is_to_be_said_of_the_date(
    row: Row, language: Language, title: str
) -> None:
    (event,) = written(known(row), language)
    assert str(event["SUMMARY"]).endswith(title)
    assert "周年" not in str(event["SUMMARY"])
    assert "anniversary" not in str(event["SUMMARY"])


@pytest.mark.parametrize(
    "rows",
    [
        known({**FOUNDED, "value": "2022-07"}),
        known({**FOUNDED, "value": "2022"}),
        known(FOUNDED, losers=({**FOUNDED, "value": "2022-07-13"},)),
        known({"subject": "summit:2024", "predicate": "closing_date", "value": "2024-11-22"}),
        known({"subject": "summit:2024", "predicate": "press_conference", "value": "2024-10-24"}),
    ],
)
def test_parts_of_dates_conflicts_closings_and_press_conferences_are_left_out(rows: Snapshot) -> None:
    assert written(rows) == []


def test_an_entry_is_known_by_its_fact_and_proves_itself() -> None:
    (event,) = written(known(FOUNDED))
    (record,) = calendar_data(speaking(known(FOUNDED)))
    assert str(event["UID"]) == f"{record['id']}@summit-bot"
    for part in ("第 10 行的原句。", "一篇; 有，标点, 的\\报道", "2024-12-01", "https://a.example/1"):
        assert part in str(event["DESCRIPTION"])
    assert date(2022, 7, 12) == event.DTSTART
    assert datetime(2024, 12, 1, tzinfo=UTC) == event.DTSTAMP
    assert str(event["URL"]) == "https://a.example/1"


def test_every_proof_of_an_entry_is_told() -> None:
    first = document("a.md", "2022-07-13", "甲报", title="甲")
    second = document("b.md", "2023-01-02", "乙报", title="乙")
    joined = fact(first, FOUNDED)
    both = replace(joined, sources=(*joined.sources, *fact(second, FOUNDED).sources))
    (event,) = written(snapshot([first, second], [both]))
    assert "甲报" in str(event["DESCRIPTION"])
    assert "乙报" in str(event["DESCRIPTION"])
    assert datetime(2023, 1, 2, tzinfo=UTC) == event.DTSTAMP


@pytest.mark.parametrize(
    ("row", "days"),
    [
        (FOUNDED, ["2022-07-12", "2023-07-12", "2024-07-12", "2025-07-12", "2026-07-12"]),
        (LEAP, ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"]),
    ],
)
def test_it_comes_back_every_year_and_29_february_on_the_28th_where_there_is_none(row: Row, days: list[str]) -> None:
    (event,) = written(known(row))
    rule = rrulestr(rule_of(event), dtstart=datetime.combine(event.DTSTART, datetime.min.time()))
    assert [f"{day:%Y-%m-%d}" for day in islice(rule, 5)] == days
    assert ("2 月 29 日" in str(event.get("DESCRIPTION"))) is (row is LEAP)


@pytest.mark.parametrize("language", Language)
def test_the_shipped_articles_make_a_calendar(language: Language) -> None:
    assert [event.DTSTART.isoformat() for event in written(shipped(), language)] == [
        "2022-07-12",
        "2022-11-09",
        "2024-11-19",
    ]


def test_the_same_articles_make_the_same_file() -> None:
    speaker = speaking(shipped())
    files = {to_ics(calendar_name(speaker), calendar_entries(speaker)) for _ in range(2)}
    assert len(files) == 1


def test_records_have_their_columns() -> None:
    (record,) = calendar_data(speaking(known(LEAP)))
    assert tuple(record) == CALENDAR_COLUMNS
    assert record["recurrence"] == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200),
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), max_size=3),
)
def test_any_text_comes_back_as_it_was(title: str, lines: list[str]) -> None:
    text = "\n".join(lines)
    entry = CalendarEntry("abc", date(2022, 7, 12), {"freq": "YEARLY"}, title, text, "", date(2022, 7, 13))
    (event,) = read(to_ics("日历", [entry]))
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == text
