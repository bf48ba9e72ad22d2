"""A day or month of the calendar as people write it in a question: 7月12日, July 12, 12 July, 11月, 7/12."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from bot.facts.numerals import parse_integer

_NAMES = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_NAMES |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number and name != "May"}
_MONTH = "|".join(sorted(_NAMES, key=len, reverse=True))
_HAN = "一二三四五六七八九十"

_PATTERN = re.compile(
    rf"""
      (?<!\d)(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})\s*月(?:份|\s*(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s*[日号])?
    | \b(?P<name>{_MONTH})\.?(?:\s+(?P<name_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?\b
    | (?<![\d.])(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<behind>{_MONTH})\b
    | (?<![\d./-])(?P<slash>\d{{1,2}})[/-](?P<slash_day>\d{{1,2}})(?![\d/-])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DayRef:
    """A month (1–12) with a day (1–31), or without one (0)."""

    month: int
    day: int = 0


def days_in(text: str) -> frozenset[DayRef]:
    """Every day and month written in normalised text; a day stands for its month too."""
    found = [day_at(text, match.start()) for match in _PATTERN.finditer(text)]
    days = {day for each in found if each for day in (each[1], DayRef(each[1].month))}
    return frozenset(days)


def day_at(text: str, position: int) -> tuple[int, DayRef] | None:
    """The day written at `position` of normalised text: where it ends and what it says; None without any."""
    match = _PATTERN.match(text, position)
    if match is None:
        return None
    if match["month"]:
        month, day = parse_integer(match["month"]) or 0, parse_integer(match["day"] or "0") or 0
    elif match["name"]:
        month, day = _NAMES[match["name"]], int(match["name_day"] or 0)
    elif match["behind"]:
        month, day = _NAMES[match["behind"]], int(match["before"])
    else:
        month, day = int(match["slash"]), int(match["slash_day"])
    return (match.end(), DayRef(month, day)) if 1 <= month <= 12 and day <= 31 else None
