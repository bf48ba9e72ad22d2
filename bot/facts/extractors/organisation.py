"""The series and the body that holds it: founding, founders, seat, mission, members, milestones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.date import PartialDate
from bot.corpus.document import BlockKind
from bot.facts.dates import DateSpan
from bot.facts.fact import Fact, Quantity
from bot.facts.lists import split_list
from bot.facts.names import Owner
from bot.facts.numerals import parse_integer
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION, SERIES

_FOUNDED_SERIES = re.compile(r"创办|创立|创设|发起并?(?:主办|举办)")
_FOUNDED_ORGANISATION = re.compile(r"成立(?!大会|仪式|以来的第|的意义)|宣告成立")
_UPGRADED = re.compile(r"(?:升级|转型|转变|发展|正式成)(?:成)?为[^，。；]{0,20}国际组织")
_FOUNDED_EN = re.compile(r"\b(?:was |were )?(?:founded|established|initiated|inaugurated|launched|set up|first held)\b", re.IGNORECASE)
_BODY_EN = re.compile(r"international organi[sz]ation", re.IGNORECASE)
_FOUNDERS = re.compile(r"由(?P<names>[^。；]{3,300}?)等?(?P<count>[一二三四五六七八九十\d]{1,3})?(?:家|个)?(?:单位|机构)?(?:共同|联合)发起")
_FOUNDER_COUNT = re.compile(r"(?P<count>[一二三四五六七八九十\d]{1,3})(?:家|个)(?:单位|机构)(?:共同|联合)?发起|发起[^。]{0,12}?(?P<again>[一二三四五六七八九十\d]{1,3})(?:家|个)(?:单位|机构)")
_FOUNDERS_EN = re.compile(r"(?:initiated|founded|co-founded|launched|established|sponsored) (?:jointly )?by (?P<names>[^.;]{6,300})")
_SEAT = re.compile(r"总部(?:设|位|落户|定|建)?(?:在|于|立)?(?:于|在)?(?P<place>[\u4e00-\u9fff]{2,8}?)(?=[，。；、（(]|$)")
_SEAT_EN = re.compile(r"headquarter(?:s|ed)(?: is| are)?(?: located| based)? in (?P<place>[A-Z]\w+)|(?P<before>[A-Z]\w+)-headquartered", re.IGNORECASE)
_MISSION = re.compile(r"(?:致力于|宗旨(?:是|为)|使命(?:是|为)|以)(?P<mission>[^。；]{6,80}?)(?:为(?:使命|宗旨|己任))?(?=[。；]|，致力|$)")
_MEMBERS = re.compile(r"会员")


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of `series` and `organisation`."""
    for index, read in enumerate(reading.reads):
        yield from _foundings(reading, read)
        if _speaks_of_body(read):
            yield from _of_body(reading, read)
        yield from _founders(reading, read, index)


def _speaks_of_body(read: Read) -> bool:
    return any(m.owner is Owner.ORGANISATION for m in read.mentions) or read.owner is Owner.ORGANISATION


def _fact(reading: Reading, read: Read, subject: str, predicate: str, value: PartialDate | Quantity | str, text: str | None = None) -> Fact:
    return Fact(subject=subject, predicate=predicate, value=value, text=text, sources=(reading.cite(read),))


def _foundings(reading: Reading, read: Read) -> Iterator[Fact]:
    spans = [span for span in read.dates if not span.last and not span.dateline]
    if not spans:
        return
    alias = re.compile(reading.names.alias, re.IGNORECASE)
    named = alias.search(read.text) is not None or any(m.owner is Owner.SUMMIT for m in read.mentions)
    body = any(m.owner is Owner.ORGANISATION for m in read.mentions)
    if read.is_chinese:
        for match in _UPGRADED.finditer(read.text):
            day = _day_before(read, spans, match.start())
            if day and named:
                clause = read.text[slice(*read.clause(match.start()))].strip()
                yield _fact(reading, read, ORGANISATION, "milestone", day, text=_what(read, clause))
        for match in _FOUNDED_SERIES.finditer(read.text):
            day = _day_near(read, spans, match.start(), match.end())
            if day and named and not _other_thing(read, match):
                yield _fact(reading, read, SERIES, "founded", day)
                break
        for match in _FOUNDED_ORGANISATION.finditer(read.text):
            day = _day_near(read, spans, match.start(), match.end())
            if day and body and _body_is_subject(read, match) and (day.month or day.year):
                yield _fact(reading, read, ORGANISATION, "founded", day)
                break
        return
    match_en = _FOUNDED_EN.search(read.text)
    if not match_en or not named:
        return
    day = _day_near(read, spans, match_en.start(), match_en.end())
    if day is None:
        return
    if _BODY_EN.search(read.text):
        yield _fact(reading, read, ORGANISATION, "founded", day)
    elif re.search(r"(?:WIC|Conference|summit|event)\b[^.;]{0,30}$|^(?:First|Since)", read.text[: match_en.start()], re.IGNORECASE):
        yield _fact(reading, read, SERIES, "founded", day)


def _what(read: Read, clause: str) -> str:
    return re.sub(r"^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?，?", "", clause).strip("，, ")


def _other_thing(read: Read, match: re.Match[str]) -> bool:
    behind = read.text[match.end() : match.end() + 14]
    before = read.text[max(0, match.start() - 14) : match.start()]
    return bool(re.search(r"公司|企业|大学|联盟|大赛|博览会|人(?:，|$)", behind + before)) or before.endswith("联合")


def _body_is_subject(read: Read, match: re.Match[str]) -> bool:
    start, end = read.clause(match.start())
    near = [m for m in read.mentions if m.owner is Owner.ORGANISATION and (start <= m.start < end)]
    return bool(near) and not re.search(r"委员会|专业|联盟|智库|中心|工作组", read.text[start:end])


def _day_before(read: Read, spans: list[DateSpan], position: int) -> PartialDate | None:
    before = [span for span in spans if span.start < position]
    return read.resolve(before[-1].first, before[-1].start) if before else None


def _day_near(read: Read, spans: list[DateSpan], start: int, end: int) -> PartialDate | None:
    """The last date before the verb with no other sentence part between, else one just behind it."""
    day: PartialDate | None = None
    before = [span for span in spans if span.end <= start and start - span.end <= 40]
    behind = [span for span in spans if span.start >= end and span.start - end <= 12]
    chosen = before[-1] if before else (behind[0] if behind else None)
    if chosen:
        day = read.resolve(chosen.first, chosen.start)
    return day


def _of_body(reading: Reading, read: Read) -> Iterator[Fact]:
    if match := (_SEAT if read.is_chinese else _SEAT_EN).search(read.text):
        place = next(group for group in match.groups() if group)
        yield _fact(reading, read, ORGANISATION, "headquarters", place)
    if read.is_chinese and (match := _MISSION.search(read.text)):
        yield _fact(reading, read, ORGANISATION, "mission", match["mission"].strip("，"))


def _founders(reading: Reading, read: Read, index: int) -> Iterator[Fact]:
    if not read.is_chinese:
        match = _FOUNDERS_EN.search(read.text)
        if match and _BODY_EN.search(read.text):
            for name in split_list(match["names"], bodies=True).items:
                yield _fact(reading, read, ORGANISATION, "founder", name)
        return
    body = _speaks_of_body(read) or "组织" in read.text
    if not body:
        return
    match = _FOUNDERS.search(read.text)
    if match:
        count = parse_integer(match["count"]) if match["count"] else None
        names = re.sub(r"等$", "", match["names"])
        listed = split_list(names, bodies=True, count=count)
        if len(listed.items) >= 2 or count is None:
            for name in listed.items:
                if len(name) >= 3 and not re.search(r"^\d|^[一二三四五六七八九十]+家", name):
                    yield _fact(reading, read, ORGANISATION, "founder", name)
    counted = _FOUNDER_COUNT.search(read.text)
    if counted:
        number = parse_integer(counted["count"] or counted["again"])
        if number:
            yield _fact(reading, read, ORGANISATION, "founder_count", Quantity(number))
    if read.text.rstrip().endswith(("：", ":")) and "发起" in read.text:
        for item in reading.reads[index + 1 :]:
            if item.kind is not BlockKind.ITEM:
                break
            yield _fact(reading, item, ORGANISATION, "founder", item.text.strip(" 。；;"))
