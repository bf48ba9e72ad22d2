"""What grew from one figure to another (分论坛由去年的20场增至今年的24场): its noun, and the edition of each figure."""

from __future__ import annotations

import re

from bot.facts.numerals import Number
from bot.facts.reading import Read

_GROWN = re.compile(
    r"(?P<noun>[^，。；由从]{2,12}?)(?:数量|总数|数)?(?P<from>由|从)"
    r"(?=[^，。；]*\d[^，。；]*(?:增|升|扩|涨|提高|跃)[^，。；\d]{0,8}(?:\d{4}年[^，。；\d]{0,3})?\d)"
)
_TO = re.compile(r"(?:到|至|为)[^，。；]{0,8}$")
# from 19 in 2022 to 20 this year
_SAID_BEHIND = re.compile(r" (?:in (?=(?:19|20)\d\d\b)|(?=(?:this|last) year\b))")


def what_grew(read: Read, number: Number) -> re.Match[str] | None:
    """The group `noun` is the thing that grew, if `number` is one of the two figures of its clause; else None."""
    start, _ = read.clause(number.start)
    grown = _GROWN.match(read.text, start)
    return grown if grown and grown.end() <= number.start else None


def is_former(read: Read, number: Number) -> bool:
    """True for what a thing grew from: of a body that is no edition, a figure of the past."""
    grown = what_grew(read, number)
    return grown is not None and not _TO.search(read.text, grown.end(), number.start)


def edition_of(read: Read, number: Number) -> int | None:
    """The edition a figure is of: what a thing grew from must name its own, what it grew to may be the sentence's."""
    if not read.is_chinese and (said := _SAID_BEHIND.match(read.text, number.end)):
        behind = [mark for mark in read.marks if mark.start == said.end()]
        return (behind[0].year or None) if behind else read.edition_at(number.start)
    grown = what_grew(read, number)
    if grown is None:
        return read.edition_at(number.start)
    arrow = _TO.search(read.text, grown.end(), number.start)
    since = arrow.start() if arrow else grown.end()
    if any(since <= mark.start < number.start for mark in read.marks):
        return read.edition_at(number.start)
    return read.edition_at(grown.start()) if arrow else None
