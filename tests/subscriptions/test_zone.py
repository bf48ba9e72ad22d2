from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.subscriptions.subscription import Times
from bot.subscriptions.zone import fixed_zone, zone_names, zone_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UTC+8", "UTC+08:00"),
        ("utc +5:30", "UTC+05:30"),
        ("GMT-0330", "UTC-03:30"),
        ("UTC+14", "UTC+14:00"),
        ("UTC+14:15", None),
        ("UTC-13", None),
        ("UTC+8:75", None),
        ("+8", None),
    ],
)
def test_fixed_zones(text: str, expected: str | None) -> None:
    assert fixed_zone(text) == expected


def test_a_fixed_zone_has_its_offset() -> None:
    now = datetime(2025, 3, 1, tzinfo=UTC)
    assert now.astimezone(zone_of("UTC-03:30")).utcoffset() == -timedelta(hours=3, minutes=30)
    assert zone_of("UTC") is UTC


def test_every_name_leads_to_a_zone() -> None:
    for zone in set(zone_names().values()):
        zone_of(zone)


@pytest.mark.parametrize("name", ["Mars/Base", "", "UTC+8x"])
def test_what_is_no_zone_is_a_key_error(name: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        zone_of(name)


def test_times_need_a_weekday() -> None:
    for weekdays in (frozenset[int](), frozenset({0}), frozenset({8})):
        with pytest.raises(ValueError, match="weekdays"):
            Times(time(8), "UTC", weekdays)
