from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.subscriptions.nearest import nearest_zones
from bot.subscriptions.subscription import Times
from bot.subscriptions.zone import fixed_zone, zone_key, zone_names, zone_of, zone_of_key


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


def test_every_zone_has_a_key_of_its_own() -> None:
    # GMT+0 is UTC+00:00 by another name.
    zones = {*zone_names().values(), "UTC+05:30", "UTC-03:30", "UTC+14:00"} - {"GMT+0", "GMT-0"}
    assert {zone_of_key(zone_key(zone)) for zone in zones} == zones
    assert max(len(zone_key(zone)) for zone in zones) <= 7


@pytest.mark.parametrize("key", ["", "zzzzzz", "p1500", "p9999", "m1300", "Asia/Shanghai", "ｐ0800"])
def test_other_keys_are_of_no_zone(key: str) -> None:
    assert zone_of_key(key) is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (30.74, 120.49, "Asia/Shanghai"),
        (51.5, -0.1, "Europe/London"),
        (-33.9, 151.2, "Australia/Sydney"),
        (-17.0, 179.9, "Pacific/Fiji"),
        (-17.0, -179.9, "Pacific/Fiji"),
        (90.0, 0.0, "Arctic/Longyearbyen"),
    ],
)
def test_the_nearest_city_is_found_also_over_the_date_line(latitude: float, longitude: float, zone: str) -> None:
    nearest = nearest_zones(latitude, longitude, 5)
    assert nearest[0] == zone
    assert len(set(nearest)) == 5
