"""How many members the body has, where the noun stands away from the number; `figures.py` reads 170家会员.

会员来自六大洲，共130余家 · 百家机构已加入，成为初始会员 · "Membership has grown from about 100 to nearly 140".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.numerals import Number
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION

_COUNTER = re.compile(r"\s?(?:家|个|名)(?:左右|以上|上下)?(?=[，。；（]|$)")
# 会员来自六大洲……，共130余家: the noun stands before, the number has only its counter.
_BEFORE = re.compile(
    r"会员(?!日|卡)[^。；]{0,50}?(?:总数|共|达|增至|增长到|增加到|扩大到|发展到|超过|突破|[^最]有)[^。；，的]{1,10}$"
    r"|会员(?:单位|总|数|量|已|现|有|共|达)*(?![^\d一二三四五六七八九十百千近超逾约])[^。；，]{1,8}$"
)
# 百家机构已加入，成为初始会员
_JOINED = re.compile(
    r"\s?(?:家(?!讲坛|争鸣|号|姓)|个(?!国)|名)[^。；]{0,40}?(?:(?:成为|作为|登记为|获批为)[^，。；]{0,12}?(?:首批|初始|创始|正式|第一批)?会员"
    r"|(?:加入|加盟)(?:了|到)?(?:(?:该|本|国际)?组织(?!的|方)|(?P<series>[^，。；]{2,16}?)(?:国际组织)?(?=[，。；]|$)))"
)
_AGAIN = re.compile(r"新增|增加|新吸纳|新发展|其中|退出")
_GROWN_EN = re.compile(
    r"\b[Mm]embership\b(?! (?:fee|card|application|day))[^.;]{0,60}?\b(?:grown|grew|risen|rose|increased|expanded|climbed"
    r"|swelled|swollen|jumped|stands|stood|reached|topped|tops|exceeded|exceeds|surpassed|passed|doubled|numbers|numbered"
    r"|totals|totalled|totaled|of|to)\b"
)
_JOINED_EN = re.compile(
    r"^(?: [\w-]+){0,4}? (?:institutions|organi[sz]ations|companies|enterprises|bodies|entities)(?: and individuals)?"
    r"[^.;]{0,30}? (?:have|had|has) (?:already )?(?:joined (?:it|the (?:international |global )?(?:organi[sz]ation|body))|become members|signed up as members)\b"
)
_NO_MEMBERS_EN = re.compile(
    r"^\s?(?:%|percent|per cent|countries|nations|regions|continents|years?|months?|decades?|times|fold|-)"
)


def members(reading: Reading, read: Read, of_body: bool) -> Iterator[Fact]:
    """`members` of a sentence; `of_body`: it speaks of the body."""
    if not read.is_chinese:
        found = _english(read) if of_body or any(mention.named for mention in read.mentions) else None
        if found:
            yield _fact(reading, read, found)
        return
    if "会员" not in read.text and "加" not in read.text:
        return
    for number in read.numbers:
        behind = read.text[number.end :]
        counted = _COUNTER.match(behind) and _BEFORE.search(read.text[: number.end])
        clause = read.text[max(0, number.start - 8) : number.start]
        joined = _JOINED.match(behind) if of_body and not _AGAIN.search(clause) else None
        if joined and joined["series"] and not re.fullmatch(reading.names.alias, joined["series"], re.IGNORECASE):
            joined = None
        if counted or joined:
            yield _fact(reading, read, number)


def _english(read: Read) -> Number | None:
    """What the membership has grown to, not what it has grown from."""
    if "ember" not in read.text and "joined" not in read.text:
        return None
    if grown := _GROWN_EN.search(read.text):
        _, stop = read.clause(grown.end() - 1)
        counts = [
            number
            for number in read.numbers
            if grown.start() < number.start < stop and not _NO_MEMBERS_EN.match(read.text[number.end :])
        ]
        if counts:
            return counts[-1]
    joined = (number for number in read.numbers if _JOINED_EN.match(read.text[number.end :]))
    return next(joined, None) if Owner.OTHER not in {mention.owner for mention in read.mentions} else None


def _fact(reading: Reading, read: Read, number: Number) -> Fact:
    return Fact(subject=ORGANISATION, predicate="members", value=number.quantity, sources=(reading.cite(read),))
