"""The cities of time zones that are nearest to a point on Earth."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib import resources
from zoneinfo import available_timezones

# ISO 6709 as the zone database writes it: ±DDMM±DDDMM or ±DDMMSS±DDDMMSS.
_POINT = re.compile(r"([+-]\d{2})(\d{2})(\d{2})?([+-]\d{3})(\d{2})(\d{2})?")


def nearest_zones(latitude: float, longitude: float, count: int) -> tuple[str, ...]:
    """IANA names, the nearest city first; `latitude` and `longitude` in degrees."""
    return tuple(sorted(_points(), key=lambda zone: _distance(*_points()[zone], latitude, longitude))[:count])


def _distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The angle between two points, in radians (https://en.wikipedia.org/wiki/Haversine_formula)."""
    one, other = math.radians(latitude), math.radians(other_latitude)
    across = math.radians(other_longitude - longitude)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(across / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(half)))


@cache
def _points() -> dict[str, tuple[float, float]]:
    """Zones to their cities' places, from the table of the zone database."""
    known = available_timezones()
    points = {}
    for line in resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, place, zone, *_ = line.split("\t")
        if zone in known and (match := _POINT.fullmatch(place)):
            points[zone] = (_degrees(*match.groups()[:3]), _degrees(*match.groups()[3:]))
    return points


def _degrees(whole: str, minutes: str, seconds: str | None) -> float:
    size = abs(int(whole)) + int(minutes) / 60 + int(seconds or 0) / 3600
    return -size if whole.startswith("-") else size
