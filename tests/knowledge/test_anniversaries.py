"""What happened on a day, and when it comes round again: the rules of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.anniversaries import Event, EventKind, events, on_day, upcoming
from bot.knowledge.snapshot import Snapshot
from tests.knowledge_fixtures import Row, document, fact, shipped, snapshot


def known(*rows: Row, losers: tuple[Row, ...] = ()) -> Snapshot:
    source = document("a.md", "2024-12-01")
    return snapshot([source], [fact(source, row) for row in rows], [fact(source, row) for row in losers])


def told(found: tuple[Event, ...]) -> list[tuple[EventKind, str, str]]:
    return [(event.kind, event.fact.subject, str(event.day)) for event in found]


def test_the_shipped_articles() -> None:
    assert told(events(shipped())) == [
        (EventKind.FOUNDED, "organisation", "2022-07-12"),
        (EventKind.OPENED, "summit:2022", "2022-11-09"),
        (EventKind.CLOSED, "summit:2022", "2022-11-11"),
        (EventKind.PRESS, "summit:2022", "2022-11-11"),
        (EventKind.PRESS, "summit:2024", "2024-10-24"),
        (EventKind.OPENED, "summit:2024", "2024-11-19"),
        (EventKind.CLOSED, "summit:2024", "2024-11-22"),
    ]


@pytest.mark.parametrize("value", ["2022", "2022-07"])
def test_a_month_or_a_year_is_no_day(value: str) -> None:
    assert events(known({"subject": "organisation", "predicate": "founded", "value": value})) == ()


def test_a_date_in_conflict_is_left_out() -> None:
    right: Row = {"subject": "organisation", "predicate": "founded", "value": "2022-07-12"}
    wrong: Row = {"subject": "organisation", "predicate": "founded", "value": "2022-07-13"}
    assert told(events(known(right)))
    assert events(known(right, losers=(wrong,))) == ()


def test_a_less_exact_date_is_no_conflict() -> None:
    found = known(
        {"subject": "organisation", "predicate": "founded", "value": "2022-07"},
        {"subject": "organisation", "predicate": "founded", "value": "2022-07-12"},
    )
    assert told(events(found)) == [(EventKind.FOUNDED, "organisation", "2022-07-12")]


def test_the_opening_day_goes_before_the_first_day() -> None:
    found = known(
        {"subject": "summit:2019", "predicate": "start_date", "value": "2019-10-20"},
        {"subject": "summit:2019", "predicate": "opening_date", "value": "2019-10-21"},
    )
    assert told(events(found)) == [(EventKind.OPENED, "summit:2019", "2019-10-21")]


def test_the_first_edition_and_first_times_are_foundings() -> None:
    found = known(
        {"subject": "summit:2014", "predicate": "opening_date", "value": "2014-11-19"},
        {"subject": "summit:2014", "predicate": "ordinal", "value": 1},
        {"subject": "organisation", "predicate": "milestone", "value": "2023-11-07", "text": "首次举办会员大会"},
        {"subject": "organisation", "predicate": "milestone", "value": "2023-11-08", "text": "会员增加"},
    )
    assert [event.kind for event in events(found)] == [EventKind.FIRST, EventKind.FIRST, EventKind.MILESTONE]


def test_events_of_one_day_are_told_foundings_first() -> None:
    found = known(
        {"subject": "summit:2023", "predicate": "press_conference", "value": "2023-07-12"},
        {"subject": "summit:2021", "predicate": "opening_date", "value": "2021-07-12"},
        {"subject": "organisation", "predicate": "founded", "value": "2022-07-12"},
    )
    assert [event.kind for event in on_day(date(2024, 7, 12), found)] == ["founded", "opened", "press"]
    assert [event.kind for event in on_day(date(2022, 7, 12), found)] == ["founded", "opened"]
    assert on_day(date(2020, 7, 12), found) == ()


LEAP = known({"subject": "organisation", "predicate": "founded", "value": "2020-02-29"})


@pytest.mark.parametrize(
    ("day", "remembered"),
    [
        (date(2021, 2, 28), True),
        (date(2021, 3, 1), False),
        (date(2024, 2, 28), False),
        (date(2024, 2, 29), True),
        (date(2100, 2, 28), True),
    ],
)
def test_29_february_is_remembered_on_the_28th_in_other_years(day: date, remembered: bool) -> None:
    assert bool(on_day(day, LEAP)) is remembered


def test_the_next_days_begin_today_and_leave_out_closings() -> None:
    days = upcoming(date(2025, 11, 9), shipped(), 4)
    assert [str(each.day) for each in days] == ["2025-11-09", "2025-11-19", "2026-07-12", "2026-11-09"]
    assert [[event.years(each.day) for event in each.events] for each in days] == [[3], [1], [4], [4]]


def test_what_is_still_to_come_has_its_first_anniversary_a_year_later() -> None:
    found = known({"subject": "summit:2030", "predicate": "start_date", "value": "2030-11-09"})
    assert [str(each.day) for each in upcoming(date(2025, 1, 1), found, 3)] == []
    assert [str(each.day) for each in upcoming(date(2030, 1, 1), found, 1)] == ["2031-11-09"]


@given(st.dates(date(2015, 1, 1), date(2090, 12, 31)), st.integers(1, 12))
def test_days_ahead_are_in_order_and_have_what_they_announce(today: date, limit: int) -> None:
    days = upcoming(today, shipped(), limit)
    assert len(days) <= limit
    assert [each.day for each in days] == sorted({each.day for each in days})
    for each in days:
        assert each.day >= today
        assert all(event.years(each.day) >= 1 for event in each.events)
        assert set(each.events) <= set(on_day(each.day, shipped()))


def test_the_last_year_of_the_calendar_does_no_harm() -> None:
    assert upcoming(date.max - timedelta(days=1), shipped(), 10) == ()
