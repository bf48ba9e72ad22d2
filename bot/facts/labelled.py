"""What stands behind a label (2000余人, Nov 19-21, a slogan) as facts of one edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.date import PartialDate
from bot.facts.dates import DatePoint, DateSpan, find_dates
from bot.facts.fact import Approximation, Basis, Fact, Quantity, Value
from bot.facts.labels import DAYS
from bot.facts.numerals import numbers, parse_ordinal
from bot.facts.reading import Read, Reading
from bot.facts.slogan import tidy_slogan
from bot.facts.subjects import summit

_DATES = frozenset((DAYS, "start_date", "end_date", "opening_date", "closing_date"))
# What may stand before a figure that is the whole value: 共1500人, 来自120多个国家. Anything else says of what it is a part.
_BEFORE_FIGURE = re.compile(r"[\W_]*(?:总计|共计|共有|共|约有|有|达|来自|为|超|逾|some|in all|from)?\s*", re.IGNORECASE)
_COUNTRIES = re.compile(r"\s?(?:余|多)?个?(?:国家|国(?![内外])|countries|nations)")
_OF_SOME = re.compile(
    r"\s?(?:余|多)?[名位家个]?(?:中外|境外|境内|海外|外国|外)?(?:记者|媒体|外宾|志愿者|journalists|reporters)"
)
_PLUS = re.compile(r"[+＋]|-plus\b")
_SHORTEST_SLOGAN, _LONGEST_SLOGAN = 4, 160
_LONGEST_PLACE = 30
_TITLE = re.compile(r"《([^《》]{4,80})》")
_ORDINAL = re.compile(r"第\s?([〇零一二三四五六七八九十百\d]{1,4})\s?届|(首)届|\b(\w+)\b")
_LONGEST_DAYS = 7
_OTHER_DAYS = re.compile(r"报名|注册|征集|投票|布展|截止|论坛|大赛|博览会|expo|contest|regist|deadline", re.IGNORECASE)


def labelled_facts(reading: Reading, read: Read, predicate: str, text: str, year: int) -> Iterator[Fact]:
    """The facts of the edition of `year` that `text` behind the label of `predicate` holds; `read` proves them."""
    text = text.strip(" *_　")
    if predicate in _DATES or (predicate == "duration_days" and find_dates(text, reading.document.date)):
        yield from _days(reading, read, DAYS if predicate == "duration_days" else predicate, text, year)
    elif predicate == "theme":
        slogan = tidy_slogan(text.strip('“”「」『』"‘’'))
        if _SHORTEST_SLOGAN <= len(slogan) <= _LONGEST_SLOGAN and not re.search(r"[。；：]|\d{4}", slogan):
            yield _fact(reading, read, "theme", slogan, year)
    elif predicate == "venue":
        place = reading.names.series.place
        known = (place.zh, place.en, *reading.names.series.regions)
        if len(text) <= _LONGEST_PLACE and any(name in text for name in known):
            yield _fact(reading, read, "venue", text.replace("·", ""), year)
    elif predicate == "outcome_document":
        for match in _TITLE.finditer(text):
            yield _fact(reading, read, "outcome_document", match[1], year)
    elif predicate == "ordinal":
        if ordinal := read_ordinal(text):
            yield _fact(reading, read, "ordinal", Quantity(ordinal), year)
    else:
        yield from _figures(reading, read, predicate, text, year)


def read_ordinal(text: str) -> int | None:
    """第三届, 首届, 3rd, third, 3; None if `text` begins with no such word."""
    match = _ORDINAL.match(text)
    ordinal = (1 if match[2] else parse_ordinal(match[1] or match[3])) if match else None
    return ordinal if ordinal and 0 < ordinal < 200 else None


def _figures(reading: Reading, read: Read, predicate: str, text: str, year: int) -> Iterator[Fact]:
    """The first figure; behind guests the countries from which they come."""
    found = tuple(numbers(text))
    if not found or not _BEFORE_FIGURE.fullmatch(text, 0, found[0].start):
        return
    for place, number in enumerate(found):
        countries = _COUNTRIES.match(text, number.end)
        quantity = (
            Quantity(number.quantity.value, Approximation.OVER) if _PLUS.match(text, number.end) else number.quantity
        )
        if place == 0 and not (countries and predicate != "countries") and not _OF_SOME.match(text, number.end):
            yield _fact(reading, read, predicate, quantity, year)
        elif countries and predicate == "guests":
            yield _fact(reading, read, "countries", quantity, year)


def _days(reading: Reading, read: Read, predicate: str, text: str, year: int) -> Iterator[Fact]:
    spans = [span for span in find_dates(text, reading.document.date) if span.first.day]
    if len(spans) != 1 or spans[0].relative or _OTHER_DAYS.search(text):
        return
    first, last = _ends_of(spans[0], year)
    if first is None or first.year != year:
        return
    if last is None:
        if predicate != DAYS:
            yield _fact(reading, read, predicate, first, year)
        return
    length = (last.first - first.first).days + 1
    if predicate == DAYS and 0 < length <= _LONGEST_DAYS:
        yield _fact(reading, read, "start_date", first, year)
        yield _fact(reading, read, "end_date", last, year)
        yield _fact(reading, read, "duration_days", Quantity(length), year, Basis.DERIVED)


def _ends_of(span: DateSpan, year: int) -> tuple[PartialDate | None, PartialDate | None]:
    first = _full(span.first, year, None)
    last = _full(span.last, first.year, first.month) if span.last and first else None
    return (None, None) if span.last and last is None else (first, last)


def _full(point: DatePoint, year: int, month: int | None) -> PartialDate | None:
    day = point.resolve(year, month)
    return day if day and day.is_full else None


def _fact(reading: Reading, read: Read, predicate: str, value: Value, year: int, basis: Basis = Basis.STATED) -> Fact:
    """Ordinals have no phase."""
    day = value if isinstance(value, PartialDate) else None
    return Fact(
        subject=summit(year),
        predicate=predicate,
        value=value,
        basis=basis,
        phase=None if predicate == "ordinal" else reading.phase(read, 0, year, day),
        sources=(reading.cite(read),),
    )
