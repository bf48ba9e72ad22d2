"""Every zone of the database at each change of its clocks in a year: one post a local date, at its time or by the rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.schedule.occurrence import next_occurrence
from bot.subscriptions.subscription import Times

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
# Years whose changes are all kinds there are: of an hour, of half an hour, at midnight, of a whole day, for good.
YEARS = (2011, 2018, 2025)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def changes(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """The moments in UTC, to the minute, at which the clocks of `zone` are moved in a year."""
    at, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while at < end:
        if offset(zone, at) != offset(zone, at + DAY):
            low, high = at, at + DAY
            while high - low > MINUTE:
                middle = low + (high - low) / 2
                low, high = (middle, high) if offset(zone, low) == offset(zone, middle) else (low, middle)
            yield high.replace(second=0, microsecond=0)
        at += DAY


def offset(zone: ZoneInfo, moment: datetime) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


@pytest.mark.parametrize("year", YEARS)
def test_at_every_change_of_clocks_each_local_date_has_one_post_at_its_time(year: int) -> None:
    seen = 0
    for name in ZONES:
        zone = ZoneInfo(name)
        for change in changes(zone, year):
            seen += 1
            before = (change - timedelta(seconds=1)).astimezone(zone)
            gap = (offset(zone, change) or timedelta()) - (before.utcoffset() or timedelta())
            for minutes in (-61, -30, -1, 0, 1, 15, 30, 59, 90):
                wall = change.astimezone(zone) + timedelta(minutes=minutes)
                check(Times(time(wall.hour, wall.minute), name), zone, change, gap)
    assert seen > 100


def check(times: Times, zone: ZoneInfo, change: datetime, gap: timedelta) -> None:
    """Six days around a change."""
    found = [next_occurrence(times, change - 3 * DAY)]
    while found[-1].due < change + 3 * DAY:
        found.append(next_occurrence(times, found[-1].due))
    days = [each.day for each in found]
    assert days == sorted(set(days)), times
    for each in found:
        shown = each.due.astimezone(zone)
        wanted = datetime.combine(each.day, times.at)
        if shown.replace(tzinfo=None) == wanted:
            assert shown.fold == 0, (times, each)
        else:
            # Inside the gap: as far behind it as it was inside.
            assert shown.replace(tzinfo=None) - wanted == gap > timedelta(), (times, each)
    # No date is left out that the clocks showed.
    shown_days = {(found[0].due + n * timedelta(hours=1)).astimezone(zone).date() for n in range(6 * 24)}
    between = {day for day in shown_days if days[0] < day < days[-1]}
    assert between <= set(days), times
