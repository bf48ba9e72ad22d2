from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.occurrence import is_too_late, next_occurrence, next_occurrences, occurrence_key
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Times
from bot.subscriptions.zone import zone_of
from tests.schedule.test_local_time import MINUTES, ZONES

SECONDS_OF_90_YEARS = 90 * 365 * 86_400
MOMENTS = st.integers(0, SECONDS_OF_90_YEARS).map(lambda n: datetime(1950, 1, 1, tzinfo=UTC) + timedelta(seconds=n))
DAYS_OF_WEEK = st.frozensets(st.integers(1, 7), min_size=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "hour", "weekdays", "after", "days"),
    [
        ("Asia/Shanghai", "08:30", EVERY_DAY, "2025-02-28T00:29", ["2025-02-28", "2025-03-01"]),
        ("Asia/Shanghai", "08:30", EVERY_DAY, "2025-02-28T00:30", ["2025-03-01", "2025-03-02"]),
        ("Asia/Shanghai", "08:30", frozenset({1, 3}), "2025-02-28T00:00", ["2025-03-03", "2025-03-05"]),
        ("UTC-12:00", "23:59", EVERY_DAY, "2025-03-02T11:58", ["2025-03-01", "2025-03-02"]),
        ("Pacific/Kiritimati", "00:00", EVERY_DAY, "2025-03-01T09:59", ["2025-03-02", "2025-03-03"]),
        ("UTC+05:30", "08:30", EVERY_DAY, "2025-02-28T02:59", ["2025-02-28"]),
        # The Friday that Samoa left out, and the Fridays after it.
        ("Pacific/Apia", "08:00", frozenset({5}), "2011-12-24T00:00", ["2012-01-06", "2012-01-13"]),
        ("Pacific/Apia", "08:00", EVERY_DAY, "2011-12-29T00:00", ["2011-12-29", "2011-12-31"]),
    ],
)
def test_the_next_local_dates(zone: str, hour: str, weekdays: frozenset[int], after: str, days: list[str]) -> None:
    times = Times(time.fromisoformat(hour), zone, weekdays)
    assert [found.day.isoformat() for found in next_occurrences(times, at(after), len(days))] == days


@given(st.sampled_from([*ZONES, "UTC+14:00", "UTC-12:00", "UTC+05:45"]), MINUTES, DAYS_OF_WEEK, MOMENTS)
def test_occurrences_are_later_one_a_date_and_on_the_weekdays(
    zone: str, hour: time, weekdays: frozenset[int], after: datetime
) -> None:
    found = next_occurrences(Times(hour, zone, weekdays), after, 4)
    assert all(one.due > after and one.day.isoweekday() in weekdays for one in found)
    assert all(a.due < b.due and a.day < b.day for a, b in pairwise(found))


@given(st.sampled_from(ZONES), MINUTES, MOMENTS)
def test_none_is_left_out_whatever_the_moment_of_asking(zone: str, hour: time, after: datetime) -> None:
    times = Times(hour, zone)
    found = next_occurrence(times, after)
    assert next_occurrence(times, found.due - timedelta(microseconds=1)) == found
    local = after.astimezone(zone_of(zone)).date()
    assert local - timedelta(days=1) <= found.day <= local + timedelta(days=2)


def test_the_key_names_place_feed_and_local_date() -> None:
    assert occurrence_key(Place(-100123, 7), Feed.DAILY, date(2025, 3, 1)) == "-100123/7/daily/2025-03-01"


@pytest.mark.parametrize(("late", "expected"), [(0, False), (3600, False), (3601, True), (-5, False)])
def test_too_late_is_later_than_the_grace(late: int, expected: bool) -> None:
    due = at("2025-03-01T00:00")
    assert is_too_late(due, due + timedelta(seconds=late), timedelta(hours=1)) is expected
