"""Which edition it was: 第N届, 此前已举办N届 (then it is the next), 第N个年头."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Basis, Fact, Phase, Quantity
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.numerals import parse_ordinal
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_HAN = "〇零一二两三四五六七八九十百"
_ORDINAL = re.compile(rf"(?:第\s?([{_HAN}\d]{{1,4}})|(首))\s?届")
_ORDINAL_EN = re.compile(
    r"\b(\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth)\b(?:\s+edition of the)?\s+(?:annual\s+)?",
    re.IGNORECASE,
)
# Without one of these an English sentence counts no editions.
_COUNTS_EN = (
    *(f"{digit}th" for digit in range(10)),
    *("1st", "2nd", "3rd", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "teenth", "times", "editions", "year"),
)
# The first … Awards: the ordinal counts the awards.
_UNDERTAKING = re.compile(r"\s*(?:Awards?|Prize)\b|杰出|领先|亚太")
# The edition that did not take place is not the one that did.
_NOT_HELD = re.compile(r"原定|取消|延期|推迟|cancel|postpone")
_HELD_BEFORE = re.compile(
    rf"(?:此前|之前|先前|在此之前)，?[^，。；]{{0,12}}(?:举办|举行|召开|办)(?:过|了)?([{_HAN}\d]{{1,3}})届"
)
_HELD_SO_FAR = re.compile(rf"已(?:经)?(?:连续|成功|顺利)*(?:举办|举行|召开|走过)(?:了)?([{_HAN}\d]{{1,3}})届")
_HELD_BEFORE_EN = re.compile(
    r"(?:previously|already|before this)[^.;]{0,30}held (\w+) (?:times|editions)|(\w+) (?:previous )?editions (?:had been|were|have been) held (?:before|previously)",
    re.IGNORECASE,
)
_NTH_YEAR = re.compile(rf"第\s?([{_HAN}\d]{{1,3}})\s?(?:个年头|年(?!度|代|级|底|末|内))")
_NTH_YEAR_CONTEXT = re.compile(r"迈入|进入|步入|走过|走进|走到|跨入|迎来|来到|年头|已是|是|举办(?:的)?第|连续")
_NTH_YEAR_EN = re.compile(
    r"\b(\w+|\d+th)\s+(?:consecutive\s+)?year (?:of|since|that|in)\b|\b(?:in|enter\w*|mark\w*) its (\w+) year\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:成立|转型|升级)[^，。]{0,12}(?:后|以来)的?[^，。]{0,6}$")


def extract(reading: Reading) -> Iterator[Fact]:
    """`ordinal` and `nth_year` of each edition named with one."""
    for read in reading.reads:
        if not _may_tell(read):
            continue
        yield from _ordinals(reading, read)
        yield from _held_before(reading, read)
        yield from _held_so_far(reading, read)
        yield from _nth_years(reading, read)


def _may_tell(read: Read) -> bool:
    """A cheap look for a word that every form has."""
    if read.is_chinese:
        return "届" in read.text or ("第" in read.text and "年" in read.text)
    return has_any(read.text.lower(), _COUNTS_EN)


def _ordinals(reading: Reading, read: Read) -> Iterator[Fact]:
    own = "" if reading.owner is Owner.OTHER else f"|(?:{reading.names.place.zh})?(?:峰会|大会|盛会)"
    alias = re.compile(rf"[“「\s]*(?:{reading.names.alias}{own})", re.IGNORECASE)
    pattern = _ORDINAL if read.is_chinese else _ORDINAL_EN
    for match in pattern.finditer(read.text):
        named = alias.match(read.text, match.end())
        if not named and read.heading and match.start() == 0 and reading.owner is Owner.SUMMIT:
            named = match  # 第三届（2016年11月16日—18日） in a list of editions
        clause = read.text[slice(*read.clause(match.start()))]
        if _NOT_HELD.search(clause):
            continue
        if named and _UNDERTAKING.match(read.text, named.end()):
            continue
        if not named or _SINCE.search(read.text[: match.start()]):
            continue
        if any(m.owner is not Owner.SUMMIT and m.start < named.end() and match.start() < m.end for m in read.mentions):
            continue
        spelled = match[1]
        ordinal = 1 if read.is_chinese and match[2] else parse_ordinal(spelled or "")
        year = read.edition_at(match.start())
        if ordinal and year and ordinal < 200:
            yield _fact(reading, read, "ordinal", year, ordinal)


def _held_before(reading: Reading, read: Read) -> Iterator[Fact]:
    for match in (_HELD_BEFORE if read.is_chinese else _HELD_BEFORE_EN).finditer(read.text):
        spelled = match[1] or match[match.lastindex or 1]
        held = parse_ordinal(spelled) or _plain(spelled)
        year = _year_of_news(reading, read, match.start())
        if held and year and read.owner_at(match.end()) in (Owner.SUMMIT, Owner.ORGANISATION):
            yield _fact(reading, read, "ordinal", year, held + 1, Basis.DERIVED)


def _held_so_far(reading: Reading, read: Read) -> Iterator[Fact]:
    """已连续举办十一届 in an article before the opening: the coming edition is the next."""
    for match in _HELD_SO_FAR.finditer(read.text):
        held = parse_ordinal(match[1])
        year = reading.edition
        announced = year and reading.phase(read, match.start(), year) is Phase.ANNOUNCED
        if held and year and announced and read.owner_at(match.end()) is Owner.SUMMIT:
            yield _fact(reading, read, "ordinal", year, held + 1, Basis.DERIVED)


def _year_of_news(reading: Reading, read: Read, position: int) -> int | None:
    return read.edition_at(position) or reading.edition


def _plain(word: str) -> int | None:
    from_words = {
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
    }
    return from_words.get(word.lower())


def _nth_years(reading: Reading, read: Read) -> Iterator[Fact]:
    if not read.mentions and (read.owner is not Owner.SUMMIT or reading.owner is not Owner.SUMMIT):
        return
    for match in (_NTH_YEAR if read.is_chinese else _NTH_YEAR_EN).finditer(read.text):
        spelled = next(group for group in match.groups() if group)
        number = parse_ordinal(spelled)
        start, end = read.clause(match.start())
        clause = read.text[start:end]
        if any(m.owner not in (Owner.SUMMIT, Owner.PRESS) and start <= m.start < end for m in read.mentions):
            continue
        if number is None or (read.is_chinese and not _NTH_YEAR_CONTEXT.search(clause)):
            continue
        if re.search(r"成立|永久|会员|组织|赛|博览会|论坛", clause):
            continue
        year = read.edition_at(match.start()) or reading.edition
        if year and 1 < number < 200:
            yield _fact(reading, read, "nth_year", year, number)


def _fact(reading: Reading, read: Read, predicate: str, year: int, value: int, basis: Basis = Basis.STATED) -> Fact:
    return Fact(
        subject=summit(year),
        predicate=predicate,
        value=Quantity(value),
        basis=basis,
        sources=(reading.cite(read),),
    )
