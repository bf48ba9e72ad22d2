"""Who holds, undertakes, co-organises, supports: 由A主办、B承办; 主办单位：A、B; "hosted by A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.lists import split_list
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_VERBS = {"主办": "organizer", "承办": "host", "协办": "co_organizer"}
_BODY = r"[^，。；：:“”]{2,120}?"
# 由A、B主办 · 由A和B共同主办
_BY = re.compile(rf"由(?P<names>{_BODY})(?:联合|共同|牵头)?(?P<verb>主办|承办|协办)(?!方|单位|城市|地)")
# the verbs that follow in the same sentence, each with its own bodies: ，B承办，C协办
_NEXT = re.compile(rf"[，、；,](?:由)?(?P<names>{_BODY})(?:联合|共同)?(?P<verb>主办|承办|协办)(?!方|单位|城市|地|分论坛)")
# 主办单位为A、B · 主办方：A
_LABEL = re.compile(
    r"(?P<verb>主办|承办|协办|支持)(?:单位|方|机构)(?:有[一二三四五六七八九十\d]+[家个]|包括|分别(?:为|是)|为|是|有|：|:)[：:]?\s?(?P<names>[^。；，]{3,160})"
)
_SUPPORT = (
    re.compile(r"(?:由|得到了?|获得了?)(?P<names>[^。；，]{3,160}?)(?:等[^，。、]{0,10})?(?:作为|担任|为)支持单位"),
    re.compile(r"(?P<names>[^。；，]{3,160}?)(?:等[^，。、]{0,10})?(?:作为|担任|为)(?:本届|大会|峰会|此次)?(?:峰会|大会)?(?:的)?支持单位"),
    re.compile(r"(?:得到了?|获得了?)(?P<names>[^。；，]{3,160}?)(?:等[^，。、]{0,12})?的(?:大力)?支持"),
    re.compile(r"由(?P<names>[^。；，]{3,160}?)(?:提供)?支持(?=[，。；])"),
)
_EN = (
    ("organizer", re.compile(r"\b(?:co-|jointly )?hosted by (?P<names>[^.;]{3,200}?)(?=[.;]|, (?:and )?(?:undertaken|organi[sz]ed|with|the |which|is|was|under|co-organi)|\b(?:and|,) (?:undertaken|organi[sz]ed|co-organi)|$| in Wuzhen| from | under | and (?:was|is|runs?|ran|held|opened|closed|attracted|drew))")),
    ("host", re.compile(r"\bundertaken by (?P<names>[^.;]{3,200}?)(?=[.;]|, (?:with|which|the summit|is|was|under|and co-)|$| and (?:co-organi|supported))")),
    ("organized", re.compile(r"(?<!co-)\b(?:jointly )?organi[sz]ed by (?P<names>[^.;]{3,200}?)(?=[.;]|, (?:with|which|is|was|under|and (?:hosted|undertaken|supported))|$| and (?:undertaken|hosted|supported))")),
    ("co_organizer", re.compile(r"\bco-organi[sz]ed by (?P<names>[^.;]{3,200}?)(?=[.;]|, (?:with|which)|$)")),
    ("supporter", re.compile(r"\b(?:supported by|with (?:the )?support (?:of|from)) (?P<names>[^.;]{3,200}?)(?=[.;]|, (?:which|the)|$)")),
)
_OTHER_SUBJECT = re.compile(r"论坛|大赛|博览会|研讨会|活动由|展览|对话|发布会|沙龙|晚宴|forum|expo\b|contest|competition|seminar", re.IGNORECASE)
_LEAD_IN = re.compile(r"^(?:据悉|据介绍|本届|峰会|大会|会议|今年|由|，|是|将|继续|仍|也|系)+")


def extract(reading: Reading) -> Iterator[Fact]:
    """`organizer`, `host`, `co_organizer` and `supporter`, one fact a body."""
    for read in reading.reads:
        if read.is_chinese:
            yield from _chinese(reading, read)
        else:
            yield from _english(reading, read)


def _chinese(reading: Reading, read: Read) -> Iterator[Fact]:
    for first in _BY.finditer(read.text):
        if not _is_of_summit(read, first.start()):
            continue
        yield from _facts(reading, read, _VERBS[first["verb"]], first["names"], first.start())
        position = first.end()
        while following := _NEXT.match(read.text, position):
            yield from _facts(reading, read, _VERBS[following["verb"]], following["names"], following.start())
            position = following.end()
    for match in _LABEL.finditer(read.text):
        if _is_of_summit(read, match.start()):
            predicate = "supporter" if match["verb"] == "支持" else _VERBS[match["verb"]]
            yield from _facts(reading, read, predicate, match["names"], match.start())
    for pattern in _SUPPORT:
        match = pattern.search(read.text)
        if match and _is_of_summit(read, match.start()):
            yield from _facts(reading, read, "supporter", match["names"], match.start())
            break


def _english(reading: Reading, read: Read) -> Iterator[Fact]:
    hosted = any(pattern.search(read.text) for name, pattern in _EN if name == "organizer")
    for name, pattern in _EN:
        for match in pattern.finditer(read.text):
            if not _is_of_summit(read, match.start()):
                continue
            predicate = name
            if name == "organized":
                predicate = "host" if hosted else "organizer"
            yield from _facts(reading, read, predicate, match["names"], match.start())


def _is_of_summit(read: Read, position: int) -> bool:
    owner = read.owner_at(position)
    start, _ = read.clause(position)
    return owner is Owner.SUMMIT and not _OTHER_SUBJECT.search(read.text[start:position])


def _facts(reading: Reading, read: Read, predicate: str, names: str, position: int) -> Iterator[Fact]:
    year = read.edition_at(position)
    if not year:
        return
    for name in split_list(_LEAD_IN.sub("", names), bodies=True).items:
        if 2 <= len(name) <= 60 and not re.search(r"\d{2,}|论坛$", name):
            yield Fact(
                subject=summit(year),
                predicate=predicate,
                value=name,
                phase=reading.phase(read, position, year),
                sources=(reading.cite(read),),
            )
