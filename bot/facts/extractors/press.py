"""Press conferences: a day, a place, announced or held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_PRESS = re.compile(r"新闻发布会|媒体吹风会|新闻通气会|吹风会|press conference|news conference|press briefing", re.IGNORECASE)
_PLACE = re.compile(r"在(?P<place>[\u4e00-\u9fff]{2,8}?)(?:举行|召开|举办)")
_PLACE_EN = re.compile(r"(?:press|news) (?:conference|briefing)[^.;]{0,30}? in (?P<place>[A-Z]\w+)")


def extract(reading: Reading) -> Iterator[Fact]:
    """`press_conference` of the edition spoken of, one fact a day."""
    for read in reading.reads:
        match = _PRESS.search(read.text)
        if not match or not reading.edition:
            continue
        start, end = read.clause(match.start())
        days = [span for span in read.dates if span.first.day and not span.dateline and not span.last]
        near = [span for span in days if start <= span.start < end] or [
            span for span in days if span.end <= match.start() and not _another_subject(read, span.end, match.start())
        ]
        if not near:
            continue
        span = near[-1]
        day = read.resolve(span.first, span.start)
        if day is None or not day.is_full or _is_foreign(read, match):
            continue
        place = (_PLACE if read.is_chinese else _PLACE_EN).search(read.text, span.end)
        year = read.edition_at(match.start()) or reading.edition
        yield Fact(
            subject=summit(year if year >= day.year else day.year),
            predicate="press_conference",
            value=day,
            place=place["place"] if place else None,
            phase=reading.phase(read, match.start(), None, day),
            sources=(reading.cite(read),),
        )


def _another_subject(read: Read, start: int, end: int) -> bool:
    return bool(re.search(r"[。；]", read.text[start:end])) or read.text[start:end].count("，") > 2


def _is_foreign(read: Read, match: re.Match[str]) -> bool:
    before = read.text[max(0, match.start() - 14) : match.start()]
    owners = {Owner.EXPO, Owner.CONTEST, Owner.OTHER, Owner.AWARD, Owner.CASES}
    return bool(re.search(r"大赛|博览会|成果|产业|企业", before)) or read.owner_at(match.start()) in owners
