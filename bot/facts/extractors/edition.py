"""Which edition it was: 第N届, 此前已举办N届 (then it is the next), 第N个年头."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from bot.corpus.document import Citation
from bot.corpus.reading import plain_quotes, simplified
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
_HELD_SO_FAR = re.compile(rf"已(?:经)?(?:连续|成功|顺利)*(?:举办|举行|召开|走过)(?:了)?\s?([{_HAN}\d]{{1,3}})\s?届")
_HELD_BEFORE_EN = re.compile(
    r"(?:previously|already|before this)[^.;]{0,30}held (\w+) (?:times|editions)|(\w+) (?:previous )?editions (?:had been|were|have been) held (?:before|previously)",
    re.IGNORECASE,
)
_NTH_YEAR = re.compile(rf"第\s?([{_HAN}\d]{{1,3}})\s?(?:个年头|年(?!度|代|级|底|末|内))")
_NTH_YEAR_CONTEXT = re.compile(
    r"恰逢|适逢|正值|踏入|迈入|进入|步入|走过|走进|走到|跨入|迎来|来到|年头|已是|是|举办(?:的)?第|连续"
)
_NTH_YEAR_EN = re.compile(
    r"\b(\w+|\d+th)\s+(?:consecutive\s+)?year (?:of|since|that|in)\b|\b(?:in|enter\w*|mark\w*) its (\w+) year\b",
    re.IGNORECASE,
)
# Words that leave the one who counts unsaid: 今年已是第十个年头 counts what the text is about.
_UNSAID = re.compile(
    r"今年|本届|这一?次?|如今|今|恰逢|适逢|正值|正|恰|也|又|已经?|就|便|是|将|要|迎来|来到|进入|步入|迈入|踏入|走过|走进|走到|跨入"
    r"|举办|办会|开办|创办|召开|连续|走|到|了|的|至|我们|一|“|”|\s"
)
_AT_THE_PLACE = re.compile(r"相约|相聚|之约|结缘|牵手|时间|齐聚|赴约|相遇|落户")
# 第九年来参加大会: years of someone who comes.
_COMES = re.compile(
    r"[^，。；]{0,3}(?:来[到乌参这]|参[加与展会]|选派|派出|服务|为|担任|赴|前往|采访|报道|志愿|做|当|支持|赞助|承担|亮相|受邀|应邀|带队|带领|组团)"
)
_HELD_EN = re.compile(
    r"\b(?:held|convened|hosted|staged|takes? place|took place|taking place)\b[^.,;]{0,40}$", re.IGNORECASE
)
_NEAR_EN = 40
# 大会已迈入第四届, 今年是第四届: nothing stands behind the ordinal.
_REACHES = re.compile(
    rf"(?:迈入|进入|步入|走到|走进|跨入|办到|来到|开到|迎来|已是|正是|就是|便是|是|已)了?(?:它的|自己的)?(?:第|首)?第?\s?(?P<n>[{_HAN}\d]{{1,4}})\s?届(?=了?[，。；！]|了?$)"
)
_OTHERS = re.compile(r"论坛|赛|展|奖|节|评选|培训|营|咖荟|对话|队|连任|委员|学会|协会")
_ASKS_WHICH = re.compile(r"(?:第几届|哪一届|多少届|第几次)[^？?]{0,6}[？?]$")
_ANSWERS = re.compile(
    rf"(?:A\d{{0,2}}[：:]|答[：:])?\s?(?:今年|这|这次)?(?:已|已经)?是?第\s?(?P<n>[{_HAN}\d]{{1,4}})\s?届(?=[，。；！]|$)"
)
_EDITION_EN = re.compile(r"\b(?:in|into|enter\w*|mark\w*|reach\w*) its (?P<n>\w+) edition\b", re.IGNORECASE)
_SINCE = re.compile(r"(?:成立|转型|升级)[^，。]{0,12}(?:后|以来)的?[^，。]{0,6}$")


def extract(reading: Reading) -> Iterator[Fact]:
    """`ordinal` and `nth_year` of each edition named with one."""
    said = False
    for index, read in enumerate(reading.reads):
        if not _may_tell(read):
            continue
        for fact in chain(_ordinals(reading, read), _reached(reading, read), _answered(reading, index)):
            said = said or fact.subject == summit(reading.edition or 0)
            yield fact
        yield from _held_before(reading, read)
        yield from _held_so_far(reading, read)
        yield from _nth_years(reading, read)
    if not said:
        yield from _in_title(reading)


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


def _reached(reading: Reading, read: Read) -> Iterator[Fact]:
    """大会已迈入第四届, 今年是第四届, now in its fourth edition."""
    for match in (_REACHES if read.is_chinese else _EDITION_EN).finditer(read.text):
        start, end = read.clause(match.start())
        named = any(m.owner is Owner.SUMMIT and m.start < match.start() for m in read.mentions)
        unsaid = not _UNSAID.sub("", read.text[start : match.start()])
        if not (named or unsaid) or _OTHERS.search(read.text, start, end):
            continue
        if read.owner_at(match.start()) is Owner.SUMMIT:
            yield from _if_it_fits(reading, read, match)


def _answered(reading: Reading, index: int) -> Iterator[Fact]:
    """问：今年是第几届？答：第五届。"""
    read, question = reading.reads[index], reading.reads[index - 1] if index else None
    asked = question and _ASKS_WHICH.search(question.text) and question.owner_at(len(question.text)) is Owner.SUMMIT
    if asked and (match := _ANSWERS.match(read.text)):
        yield from _if_it_fits(reading, read, match)


def _if_it_fits(reading: Reading, read: Read, match: re.Match[str]) -> Iterator[Fact]:
    """The ordinal, where the years of the series do not speak against it."""
    ordinal, year = parse_ordinal(match["n"]), read.edition_at(match.start()) or reading.edition
    if ordinal and year and reading.names.series.year_of_ordinal(ordinal) in (None, year):
        yield _fact(reading, read, "ordinal", year, ordinal)


def _in_title(reading: Reading) -> Iterator[Fact]:
    """乌镇迎首届世界互联网大会 as the title of an article that does not say it again."""
    document = reading.document
    title = plain_quotes(simplified(document.title))
    for match in re.finditer(rf"(?:第\s?([{_HAN}\d]{{1,4}})|(首))\s?届[“\s]*(?:{reading.names.alias})", title):
        ordinal = 1 if match[2] else parse_ordinal(match[1])
        year = reading.edition
        fits = ordinal and year and reading.names.series.year_of_ordinal(ordinal) in (None, year)
        if ordinal and year and fits and document.title_line and not _UNDERTAKING.match(title, match.end()):
            yield Fact(
                subject=summit(year),
                predicate="ordinal",
                value=Quantity(ordinal),
                sources=(Citation(document.id, document.title_line, document.title),),
            )
            return


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
        if re.search(r"成立|永久|会员|组织|赛|博览会|论坛", clause) or not _counts_meetings(reading, read, match):
            continue
        year = read.edition_at(match.start()) or reading.edition
        if year and 1 < number < 200:
            yield _fact(reading, read, "nth_year", year, number)


def _counts_meetings(reading: Reading, read: Read, match: re.Match[str]) -> bool:
    """What is counted is the meeting: it is named as what has lasted so long, or nothing else is."""
    start, end = read.clause(match.start())
    before, behind = read.text[start : match.start()], read.text[match.end() : end]
    summits = [m for m in read.mentions if m.owner is Owner.SUMMIT]
    inside = any(start <= m.start < match.start() for m in summits)
    if not read.is_chinese:
        follows = any(match.end() <= m.start <= min(end, match.end() + _NEAR_EN) for m in summits)
        if match[0].lower().endswith(" in"):
            return bool(_HELD_EN.search(before)) and inside
        named = [m.owner for m in read.mentions if m.start < match.start()]
        return follows or (match[0].lower().endswith((" since", " year")) and named[-1:] == [Owner.SUMMIT])
    if _COMES.match(behind):
        return False
    follows = any(m.start == match.end() + 1 for m in summits) and behind.startswith("的")
    at_place = reading.names.series.place.zh in before and _AT_THE_PLACE.search(before)
    return inside or follows or bool(at_place) or not _UNSAID.sub("", before.rpartition("：")[2])


def _fact(reading: Reading, read: Read, predicate: str, year: int, value: int, basis: Basis = Basis.STATED) -> Fact:
    return Fact(
        subject=summit(year),
        predicate=predicate,
        value=Quantity(value),
        basis=basis,
        sources=(reading.cite(read),),
    )
