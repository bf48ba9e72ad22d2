"""One line to a subscription: `daily 08:30 Asia/Shanghai`, `周年 08:30 上海 周一至周五 静音 提前 7 天`, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import time
from functools import cache

from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import MOST_AHEAD, Weekdays
from bot.subscriptions.words import load_words
from bot.subscriptions.zone import fixed_zone, zone_names

# Longer than any wish; what is behind would only cost time.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; None for what was not said."""

    feed: Feed | None = None
    at: time | None = None
    weekdays: Weekdays | None = None
    zone: str | None = None
    silent: bool | None = None
    ahead: int | None = None


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a line is no wish: `code` is `word` (not understood), `time`, `zone`, `ahead` or `twice`; `found` is the part."""

    code: str
    found: str


def read_wish(text: str) -> Wish | Misread:
    """The wish in `text`. Full-width forms count as half-width ones; nothing at all is an empty wish."""
    line = unicodedata.normalize("NFKC", text).casefold()
    if len(line) > LONGEST:
        return Misread("word", text[:LONGEST])
    wish = Wish()
    at = 0
    while at < len(line):
        if (passed := _filler(line, at)) > at:
            at = passed
            continue
        found = _part(line, at)
        if isinstance(found, Misread):
            return found
        part, end = found
        if any(
            mine is not None and other is not None for mine, other in zip(astuple(wish), astuple(part), strict=True)
        ):
            return Misread("twice", line[at:end].strip())
        wish = _joined(wish, part)
        at = end
    return wish


def _joined(one: Wish, other: Wish) -> Wish:
    return Wish(
        one.feed or other.feed,
        one.at or other.at,
        one.weekdays or other.weekdays,
        one.zone or other.zone,
        other.silent if one.silent is None else one.silent,
        other.ahead if one.ahead is None else one.ahead,
    )


def _part(line: str, at: int) -> tuple[Wish, int] | Misread:
    """What begins at `at`: its meaning, and where it ends."""
    for reader in (_ahead, _time, _zone, _weekdays, _word):
        if (found := reader(line, at)) is not None:
            return found
    return Misread("word", re.split(r"\s", line[at:], maxsplit=1)[0])


def _ahead(line: str, at: int) -> tuple[Wish, int] | Misread | None:
    """`提前 7 天`, `7 days before`."""
    match = _patterns().ahead.match(line, at)
    if match is None or not _whole(line, at, match.end()):
        return None
    days = int(match["behind"] or match["before"])
    return (Wish(ahead=days), match.end()) if days <= MOST_AHEAD else Misread("ahead", match.group().strip())


def _time(line: str, at: int) -> tuple[Wish, int] | Misread | None:
    match = _patterns().time.match(line, at)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or match["spoken"] or (30 if match["half"] else 0))
    morning, afternoon = (match[f"{name}_before"] or match[f"{name}_after"] for name in ("morning", "afternoon"))
    twelve_hours = bool(match["morning_after"] or match["afternoon_after"])
    if hour > 23 or minute > 59 or (twelve_hours and not 1 <= hour <= 12):
        return Misread("time", match.group().strip())
    if afternoon and hour < 12:
        hour += 12
    elif morning and hour == 12:
        hour = 0
    return Wish(at=time(hour, minute)), match.end()


def _zone(line: str, at: int) -> tuple[Wish, int] | Misread | None:
    if match := _patterns().fixed.match(line, at):
        zone = fixed_zone(match.group())
        return (Wish(zone=zone), match.end()) if zone else Misread("zone", match.group())
    names = zone_names()
    for end in range(min(len(line), at + _patterns().longest_zone), at, -1):
        if (named := names.get(line[at:end])) and _whole(line, at, end):
            return Wish(zone=named), end
    if match := _patterns().like_zone.match(line, at):
        return Misread("zone", match.group())
    return None


def _weekdays(line: str, at: int) -> tuple[Wish, int] | None:
    """A list of days and ranges of days: `mon-wed, sat`, `周一三五`, `工作日`."""
    words, patterns = load_words(), _patterns()
    days: set[int] = set()
    end = at
    while match := patterns.days.match(line, _filler(line, end) if days else end):
        if not _whole(line, match.start(), match.end()):
            break
        if group := match["group"]:
            days |= words.day_groups[group]
        else:
            first = words.days[match["first"]]
            signs = [words.day_signs[sign] for sign in match["signs"] or ""]
            last = words.days.get(match["last"] or "") or words.day_signs.get(match["last"] or "")
            days |= _span(first, last) if last else {first, *signs}
        end = match.end()
    return (Wish(weekdays=frozenset(days)), end) if days else None


def _span(first: int, last: int) -> set[int]:
    """The days from `first` to `last`, over the end of the week if need be."""
    return {(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)}


def _word(line: str, at: int) -> tuple[Wish, int] | None:
    words = load_words()
    match = _patterns().words.match(line, at)
    if match is None or not _whole(line, at, match.end()):
        return None
    word = match.group()
    feed = words.feeds.get(word)
    return (Wish(feed) if feed else Wish(silent=words.silent[word])), match.end()


def _filler(line: str, at: int) -> int:
    """Where what means nothing ends."""
    while match := _patterns().filler.match(line, at):
        if not match.group().isspace() and not _whole(line, at, match.end()):
            break
        at = match.end()
    return at


def _whole(line: str, begin: int, end: int) -> bool:
    """Whether no Latin word is cut at either end."""
    return not any(
        0 < cut < len(line) and line[cut - 1].isascii() and line[cut].isascii() and line[cut - 1 : cut + 1].isalpha()
        for cut in (begin, end)
    )


@dataclass(frozen=True, slots=True)
class _Patterns:
    ahead: re.Pattern[str]
    time: re.Pattern[str]
    fixed: re.Pattern[str]
    like_zone: re.Pattern[str]
    days: re.Pattern[str]
    words: re.Pattern[str]
    filler: re.Pattern[str]
    longest_zone: int


@cache
def _patterns() -> _Patterns:
    words = load_words()
    morning, afternoon, day = _any(words.morning), _any(words.afternoon), _any(words.days)
    signs = "".join(words.day_signs)
    before = rf"(?:(?P<morning_before>{morning})|(?P<afternoon_before>{afternoon}))?\s*"
    clock = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?!\d)|[点时](?:(?P<half>半)|(?P<spoken>\d{1,2})分?|整)?|(?=\s*[ap]\.?m))"
    am, pm = _any(_latin(words.morning)), _any(_latin(words.afternoon))
    after = rf"(?:\s*(?:(?P<morning_after>{am})|(?P<afternoon_after>{pm})))?"
    unit = _any(words.days_word)
    return _Patterns(
        ahead=re.compile(
            rf"{_any(words.ahead)}\s*(?P<behind>\d{{1,3}})\s*{unit}|(?P<before>\d{{1,3}})\s*{unit}\s*{_any(words.before)}"
        ),
        time=re.compile(rf"{before}{clock}{after}(?![a-z0-9:])"),
        fixed=re.compile(r"(?:utc|gmt)\s*[+-]\s*\d+(?::?\d+)?"),
        like_zone=re.compile(r"[a-z_]+/[a-z_/+-]+"),
        days=re.compile(
            rf"(?P<group>{_any(words.day_groups)})|(?P<first>{day})"
            rf"(?:(?P<signs>[{signs}]+)|\s*{_any(words.range)}\s*(?P<last>{day}|[{signs}]))?"
        ),
        words=re.compile(_any([*words.feeds, *words.silent])),
        filler=re.compile(rf"\s+|{_any(words.filler)}"),
        longest_zone=max(map(len, zone_names())),
    )


def _latin(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if word.isascii())


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
