"""Time zones by the names people give them: IANA names, cities in both languages, `UTC+8`."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from importlib import resources
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

import yaml

from bot.subscriptions.words import load_words

_FIXED = re.compile(r"(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)", re.IGNORECASE | re.ASCII)
# The offsets that are in use on Earth: https://en.wikipedia.org/wiki/List_of_UTC_offsets
_WESTMOST, _EASTMOST = timedelta(hours=-12), timedelta(hours=14)
# Names of the zone database that say nothing about a place, and those of files that are no zones.
_NO_PLACES = re.compile(r"(?:Etc|SystemV|posix|right)/|(?:Factory|localtime|posixrules)\Z")
_FIXED_KEY = re.compile(r"([pm])(\d{2})(\d{2})", re.ASCII)
_KEY_CHARACTERS = 6


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name or `UTC+05:30`. Raises KeyError for what is neither."""
    if name == "UTC":
        return UTC
    if match := _FIXED.fullmatch(name):
        return timezone(_offset(match))
    return ZoneInfo(name)


def fixed_zone(text: str) -> str | None:
    """`UTC+05:30` for `utc+5:30`, `GMT +0530`; None for another text, or an offset that nobody lives at."""
    match = _FIXED.fullmatch(text)
    if match is None or not _WESTMOST <= _offset(match) <= _EASTMOST:
        return None
    sign, hours, minutes = match.groups()
    return f"UTC{sign}{int(hours):02}:{minutes or '00'}"


def _offset(match: re.Match[str]) -> timedelta:
    sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -offset if sign == "-" else offset


def zone_key(zone: str) -> str:
    """Seven characters at most that stand for a zone in a button."""
    if match := _FIXED.fullmatch(zone):
        sign, hours, minutes = match.groups()
        return f"{'p' if sign == '+' else 'm'}{int(hours):02}{minutes or '00'}"
    return base64.b32encode(hashlib.sha256(zone.encode()).digest()).decode().lower()[:_KEY_CHARACTERS]


def zone_of_key(key: str) -> str | None:
    """The zone of a key; None for a key of none."""
    if match := _FIXED_KEY.fullmatch(key):
        sign, hours, minutes = match.groups()
        return fixed_zone(f"UTC{'+' if sign == 'p' else '-'}{hours}:{minutes}")
    return _keys().get(key)


@cache
def _keys() -> Mapping[str, str]:
    return MappingProxyType({zone_key(zone): zone for zone in ("UTC", *_zones())})


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(name for name in available_timezones() if not _NO_PLACES.search(name)))


@cache
def chinese_cities() -> Mapping[str, str]:
    """The Chinese names of the cities that zones are named for, by zone."""
    text = resources.files("bot.subscriptions").joinpath("cities.yaml").read_text("utf-8")
    cities: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return MappingProxyType(cities)


@cache
def zone_names() -> Mapping[str, str]:
    """Every name of a zone in lower case, to its IANA name: zones, their cities in English and Chinese, other names."""
    zones, cities = _zones(), chinese_cities()
    names = {zone.rpartition("/")[2].replace("_", " "): zone for zone in zones if "/" in zone}
    names |= {city: zone for zone, city in cities.items() if zone in zones}
    names |= {zone: zone for zone in zones}
    names |= {name: zone for zone, others in load_words().zones.items() for name in others}
    return MappingProxyType({name.casefold(): zone for name, zone in names.items()})
