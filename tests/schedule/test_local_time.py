from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.local_time import moment

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
# From before the first standard times to behind the last table of the zone database.
DAYS = st.dates(date(1890, 1, 1), date(2040, 12, 31))
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("zone", "day", "at", "expected"),
    [
        ("Asia/Shanghai", "2025-03-01", "08:30", "2025-03-01T00:30"),
        ("America/New_York", "2025-03-09", "02:30", "2025-03-09T07:30"),  # gap: 03:30 local
        ("America/New_York", "2025-03-09", "01:59", "2025-03-09T06:59"),
        ("America/New_York", "2025-03-09", "03:00", "2025-03-09T07:00"),
        ("America/New_York", "2025-11-02", "01:30", "2025-11-02T05:30"),  # twice: the first
        ("America/New_York", "2025-11-02", "02:00", "2025-11-02T07:00"),
        ("Australia/Lord_Howe", "2025-10-05", "02:10", "2025-10-04T15:40"),  # a gap of half an hour: 02:40
        ("America/Sao_Paulo", "2018-11-04", "00:15", "2018-11-04T03:15"),  # a gap at midnight: 01:15
        ("Africa/Cairo", "2010-09-10", "00:00", "2010-09-09T22:00"),
        ("Pacific/Apia", "2011-12-29", "23:00", "2011-12-30T09:00"),
        ("Pacific/Apia", "2011-12-31", "00:00", "2011-12-30T10:00"),
        ("Pacific/Apia", "2011-12-30", "08:00", None),
        ("Pacific/Apia", "2011-12-30", "00:00", None),
        ("Pacific/Apia", "2011-12-30", "23:59", None),
        ("Pacific/Kwajalein", "1993-08-21", "12:00", None),
    ],
)
def test_clocks_that_are_moved(zone: str, day: str, at: str, expected: str | None) -> None:
    due = moment(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone))
    assert due == (datetime.fromisoformat(expected).replace(tzinfo=UTC) if expected else None)


@given(st.sampled_from(ZONES), DAYS, MINUTES)
def test_the_clock_at_the_place_shows_the_time_or_is_just_behind_a_gap(name: str, day: date, at: time) -> None:
    zone = ZoneInfo(name)
    due = moment(day, at, zone)
    if due is None:
        # No clock there ever showed that date.
        midnight = datetime.combine(day, time(), UTC)
        assert all((midnight + timedelta(minutes=15 * n)).astimezone(zone).date() != day for n in range(-96, 192))
        return
    shown = due.astimezone(zone).replace(tzinfo=None)
    wanted = datetime.combine(day, at)
    if shown == wanted:
        earlier = due.astimezone(zone)
        assert earlier.fold == 0  # the first of two
    else:
        gap = shown - wanted
        assert timedelta(0) < gap <= timedelta(hours=24)
        # Just before, the clock stood before the wanted time; it jumped over it by exactly the gap.
        before = (due - gap).astimezone(zone).replace(tzinfo=None)
        assert before < wanted < shown


@given(st.sampled_from(ZONES), DAYS, MINUTES)
def test_the_same_time_of_the_next_date_is_later(name: str, day: date, at: time) -> None:
    zone = ZoneInfo(name)
    today, tomorrow = moment(day, at, zone), moment(day + timedelta(days=1), at, zone)
    assert today is None or tomorrow is None or today < tomorrow
