"""The series and the body that holds it: founding, seat, mission, milestones; `founders.py` and `members.py` have the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bot.corpus.date import PartialDate
from bot.facts.dates import DateSpan
from bot.facts.extractors.founders import founders
from bot.facts.extractors.members import members
from bot.facts.fact import Fact, Quantity
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION, SERIES

_FOUNDED_SERIES = re.compile(r"创办|创立|创设|创始|诞生|发起并?(?:主办|举办)|始于(?=\d{4}年)")
_FOUNDED_ORGANISATION = re.compile(r"成立(?!大会|仪式|以来的第|的意义)")
# 国际组织会员突破190家；2022年7月成立时仅百家: the body was the subject before.
_LEFT_OUT = re.compile(
    r"(?:^|(?<=[，。；（(]))(?:自|从|其|它|于|在|早在|组织|该组织)*\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"(?:在[^，。；]{2,6})?(?:正式|宣告|宣布)*成立(?=[时後后，。；）)]|之[初时后际]|以来|伊始|至今|当年|起|当[天日])"
)
# Without any of these a sentence tells of no founding.
_HINTS = (
    "创",
    "立",
    "生",
    "起",
    "始",
    "为",
    "ound",
    "stablish",
    "nitiated",
    "naugurated",
    "aunch",
    "set up",
    "eld",
    "nception",
    "ebut",
    "became",
    "to an",
)
_FOUNDING_MEETINGS = ("成立大会", "成立仪式")
_UPGRADED = re.compile(r"(?:升级|转型|转变|发展|正式成)(?:成)?为[^，。；]{0,20}国际组织")
_UPGRADED_EN = re.compile(
    r"\b(?:(?:upgraded|transformed|evolved|transitioned)\b[^.;]{0,60}? (?:in)?to"
    r"|became) an? [^.;,]{0,40}?organi[sz]ation",
    re.IGNORECASE,
)
_FOUNDED_EN = re.compile(
    r"\b(?:was |were )?(?:founded|established|initiated|inaugurated|launched|set up|first held)\b"
    r"|\bits (?:inception|founding|launch|debut)\b",
    re.IGNORECASE,
)
_OPENS_EN = re.compile(r"^\W*(?:First|Since|Launched|Initiated|Founded|Established)", re.IGNORECASE)
_BODY_EN = re.compile(r"international organi[sz]ation", re.IGNORECASE)
# 2022 7月12日，…: a line of a chronicle.
_YEAR_OF_LINE = re.compile(r"[*_]*(?P<year>20\d\d)[*_]*[\s|｜：:—]+")
# A founding is news for so long.
_FRESH = timedelta(days=10)
_ASKS_WHO = re.compile(
    r"(?:谁|哪[些几家个]|什么[机单组]).{0,8}(?:发起|成立|创[立建办])|(?:发起|创[立建办])(?:人|方|单位|者).{0,4}(?:谁|哪)[^？]{0,6}？"
)
_SET_IN = r"(?:设立?|坐?落户?|位|定|建|选址|落地|安家|扎根)"
_PLACE = r"(?P<place>(?!(?:正式|[就也便则均都]))(?:(?![的了为])[\u4e00-\u9fff]){2,8}?)(?=[，。；、！（(]|的(?=世界|国际组织)|$)"
_SEAT = (
    re.compile(
        rf"总部(?:所在地|地址|和秘书处|及秘书处|与秘书处)?(?:正式|[就也便则现均都将已]){{0,3}}"
        rf"(?:{_SET_IN}(?:在|于|立于)?|在|于|为|是|[：:])(?:了)?{_PLACE}"
    ),
    re.compile(rf"(?:将|把)(?:其)?总部{_SET_IN}(?:在|于)?(?:了)?{_PLACE}"),
    re.compile(rf"设总部(?:在|于){_PLACE}"),
    re.compile(r"以(?P<place>[\u4e00-\u9fff]{2,8}?)(?:为|作为)总部"),
    re.compile(r"(?:将|在)(?P<place>[\u4e00-\u9fff]{2,8}?)(?:设立?|作为|定为|建立)(?:其|为)?总部(?=[，。；、！]|$)"),
)
_SEAT_EN = (
    re.compile(
        r"\b[Hh]eadquarter(?:s|ed)(?: is| are| was| were| will be)?(?: located| based| situated| set up| established)?"
        r" (?:in|at) (?P<place>[A-Z]\w+)"
    ),
    re.compile(
        r"\b(?P<place>[A-Z]\w+)-(?:headquartered|based)\b(?= (?:international |global )?(?:organi[sz]ation|body))"
    ),
    re.compile(r"(?:^|[^,]{4,60}, )[Bb]ased in (?P<place>[A-Z]\w+),"),
    re.compile(r"\b(?:has|with|set up|established|puts?|located) (?:its )?headquarters in (?P<place>[A-Z]\w+)"),
    re.compile(r"\b(?:makes|made|chose|chosen|selected) (?P<place>[A-Z]\w+) (?:as )?its (?:headquarters|home|seat)"),
)
_SEAT_WORDS = ("总部", "eadquarter", "ased in", "-based", "its home", "its seat")
# What a sentence calls the body after it was named.
_THE_BODY_EN = re.compile(
    r"^(?:(?:Headquartered|Based|Founded|Established|Launched|Set up|Initiated|Inaugurated|As|With|In|On|Since|Today"
    r"|Currently|Now|Now|At present|So far)\b[^,.;]{0,60}, )?"
    r"(?:The|This|the|this) (?:new |newly \w+ |international |global |Beijing-based )*(?:organi[sz]ation|body)\b"
)
_BODY = re.compile(r"国际组织|國際組織|international organi[sz]ation", re.IGNORECASE)
_LEAD = 2
_IT = re.compile(r"^(?:它|其|该组织|组织|总部)(?!们|中|他|实|间|余|次)")
_IT_EN = re.compile(r"^(?:It|Its|The founders|Founders|(?:The )?[Mm]embership)\b")
# 组织由A、B发起, 总部位于北京: in an article about the body no other is meant.
_ITS = re.compile(
    r"^(?:目前，|据悉，|据介绍，|同时，)?(?:(?:该|新)?组织(?:总部|由|的?发起|会员|现|已|目前|设)|其?总部)"
)
_COMPANY = re.compile(r"公司|企业总部|集团|股份")
# 以…为使命，致力于… is one mission; 宗旨是… and 致力于… run to the end of the sentence.
_MISSION = (
    re.compile(r"(?P<mission>以[^。；]{4,60}?为(?:使命|宗旨|己任)，(?:[^。；，]{0,6})?致力于[^。；]{6,120})"),
    re.compile(r"以(?P<mission>[^。；，]{4,60}?)为(?:使命|宗旨|己任)"),
    re.compile(r"(?:宗旨|使命)(?:是|为|在于)[：:]?“?(?P<mission>[^。；”]{6,120})"),
    re.compile(r"致力于(?P<mission>[^。；]{6,120})"),
)
_MISSION_EN = re.compile(r"\b(?:mission|purpose|aim) is to (?P<mission>[^.;]{10,200})", re.IGNORECASE)


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of `series` and `organisation`."""
    section: int | None = None
    in_lead = _is_named_first(reading)
    about = _is_about_body(reading)
    told = -1  # the paragraph in which the body was last spoken of
    for index, read in enumerate(reading.reads):
        if read.heading:
            section = next((mark.year for mark in reversed(read.marks) if mark.year), None)
        if has_any(read.text, _HINTS):
            yield from _foundings(reading, read, section, in_lead)
        of_body = (
            _speaks_of_body(reading, read, in_lead)
            or _answers_who(reading, index)
            or _goes_on(read, about, told == read.block)
        )
        if of_body:
            told = read.block
            yield from _of_body(reading, read)
        yield from members(reading, read, of_body or about or told == read.block)
        if of_body or "组织" in read.text:
            yield from founders(reading, index)


def _is_named_first(reading: Reading) -> bool:
    """True if the title or the first sentence names the series: "the organisation" is its body then."""
    first = next(iter(reading.reads), None)
    texts = (reading.document.title, first.text if first else "")
    return any(re.search(reading.names.alias, text, re.IGNORECASE) for text in texts)


def _is_about_body(reading: Reading) -> bool:
    """True if the title or one of the first sentences tells of the body, or of its founding."""
    texts = (reading.document.title, *(read.text for read in reading.reads[:_LEAD]))
    return any(has_any(text, _FOUNDING_MEETINGS) or _BODY.search(text) for text in texts)


def _goes_on(read: Read, about: bool, told: bool) -> bool:
    """其总部位于…, 它由…发起, "It has": the body was named before, in the paragraph or as what the article is about."""
    if told and (_IT if read.is_chinese else _IT_EN).match(read.text):
        return True
    return (about or told) and read.is_chinese and bool(_ITS.match(read.text)) and not _COMPANY.search(read.text)


def _speaks_of_body(reading: Reading, read: Read, in_lead: bool) -> bool:
    if read.owner is Owner.ORGANISATION or any(m.owner is Owner.ORGANISATION for m in read.mentions):
        return True
    if not read.is_chinese:
        return in_lead and bool(_THE_BODY_EN.match(read.text))
    # 世界互联网大会总部位于北京: a conference has no seat.
    seat = read.text.find("总部")
    return seat > 0 and any(m.named and m.owner is Owner.SUMMIT and 0 <= seat - m.end <= 2 for m in read.mentions)


def _answers_who(reading: Reading, index: int) -> bool:
    """谁发起的？ 由A、B等六家单位共同发起，总部…: the answer leaves out the body that the article tells of."""
    question = reading.reads[index - 1].text if index else ""
    asked = _ASKS_WHO.search(question) and reading.reads[index].text.startswith("由")
    return bool(asked) and any(m.owner is Owner.ORGANISATION for read in reading.reads for m in read.mentions)


def _fact(
    reading: Reading,
    read: Read,
    subject: str,
    predicate: str,
    value: PartialDate | Quantity | str,
    text: str | None = None,
) -> Fact:
    return Fact(subject=subject, predicate=predicate, value=value, text=text, sources=(reading.cite(read),))


def _foundings(reading: Reading, read: Read, section: int | None, in_lead: bool) -> Iterator[Fact]:
    """`section`: the year of the heading above. `in_lead`: the series is what the article speaks of first."""
    spans = [span for span in read.dates if not span.last and not span.dateline]
    if not spans:
        return
    named = re.search(reading.names.alias, read.text, re.IGNORECASE) is not None or any(
        mention.owner is Owner.SUMMIT for mention in read.mentions
    )
    if not read.is_chinese:
        the_body = in_lead and bool(_THE_BODY_EN.match(read.text))
        yield from _foundings_english(reading, read, spans, named or the_body, the_body)
        return
    for match in _UPGRADED.finditer(read.text):
        day = _day_before(read, spans, match.start())
        if day and named:
            clause = read.text[slice(*read.clause(match.start()))].strip()
            yield _fact(reading, read, ORGANISATION, "milestone", day, text=_what(clause))
    for match in _FOUNDED_SERIES.finditer(read.text):
        day = _day_near(read, spans, match.start(), match.end(), 12)
        if day and named and not _other_thing(read, match) and (match[0] != "始于" or _series_began(read, match)):
            yield _fact(reading, read, SERIES, "founded", day)
            break
    elided = _LEFT_OUT.search(read.text)
    if elided and read.owner_at(elided.start()) is Owner.ORGANISATION and (day := _day_of(read, spans, elided)):
        yield _fact(reading, read, ORGANISATION, "founded", day)
        return
    subjects = [match for match in _FOUNDED_ORGANISATION.finditer(read.text) if _body_is_subject(read, match)]
    meeting = _held_founding_meeting(reading, read)
    for match in [*subjects, meeting] if meeting else subjects:
        day = _day_near(read, spans, match.start(), match.end(), 12) or _day_without_year(
            reading, read, spans, match, section
        )
        if day:
            yield _fact(reading, read, ORGANISATION, "founded", day)
            break


def _day_of(read: Read, spans: list[DateSpan], match: re.Match[str]) -> PartialDate | None:
    """The date with its year inside `match`."""
    inside = [span for span in spans if match.start() <= span.start < match.end() and span.first.year]
    return read.resolve(inside[-1].first, inside[-1].start) if inside else None


def _held_founding_meeting(reading: Reading, read: Read) -> re.Match[str] | None:
    """7月12日，世界互联网大会成立大会在北京举行."""
    if not has_any(read.text, _FOUNDING_MEETINGS):
        return None
    meetings = "|".join(_FOUNDING_MEETINGS)
    return re.search(rf"(?:{reading.names.alias})(?:国际组织)?(?P<meeting>{meetings})", read.text, re.IGNORECASE)


def _series_began(read: Read, match: re.Match[str]) -> bool:
    """世界互联网大会始于2014年, 始于2014年的世界互联网大会."""
    return any(
        mention.owner is Owner.SUMMIT
        and (0 <= match.start() - mention.end <= 2 or match.end() <= mention.start <= match.end() + 6)
        for mention in read.mentions
    )


def _day_without_year(
    reading: Reading, read: Read, spans: list[DateSpan], match: re.Match[str], section: int | None
) -> PartialDate | None:
    """A full day without its year: of the line or the section of that year, or of the days before the article."""
    before = [span for span in spans if span.end <= match.start() <= span.end + 60]
    if match.groupdict().get("meeting"):
        # 成立大会12日举行: the day of a meeting stands behind it as well.
        before += [span for span in spans if 0 <= span.start - match.end() <= 12]
    if not before or before[-1].first.year:
        return None
    article, first = reading.document.date, before[-1].first
    line = _YEAR_OF_LINE.match(read.text)
    section = int(line["year"]) if line else section
    if first.month and first.day:
        day = first.resolve(section or article.year, None)
    else:
        day, section = read.resolve(first, before[-1].start), None  # 12日, 昨天
    fresh = day is not None and article.is_full and timedelta(0) <= article.first - day.first <= _FRESH
    return day if section or fresh else None


def _foundings_english(
    reading: Reading, read: Read, spans: list[DateSpan], named: bool, the_body: bool
) -> Iterator[Fact]:
    upgraded = _UPGRADED_EN.search(read.text)
    if upgraded and named:
        day = _day_near(read, spans, upgraded.start(), upgraded.end(), 12)
        if day:
            yield _fact(reading, read, ORGANISATION, "milestone", day, text=upgraded[0])
        return
    match = _FOUNDED_EN.search(read.text)
    if not match or not named:
        return
    day = _day_near(read, spans, match.start(), match.end(), 60)
    if day is None:
        return
    if the_body or _BODY_EN.search(read.text):
        yield _fact(reading, read, ORGANISATION, "founded", day)
    elif _of_series(reading, read.text[: match.end()]) and _series_behind(reading, read, match):
        yield _fact(reading, read, SERIES, "founded", day)


def _of_series(reading: Reading, told: str) -> bool:
    """True if the words up to the verb of founding end with the series, or open with that verb."""
    named = rf"(?:(?:{reading.names.alias})\)?|Conference|summit|event|it)\b[^.;]{{0,30}}$"
    return bool(re.search(named, told, re.IGNORECASE) or _OPENS_EN.search(told))


def _series_behind(reading: Reading, read: Read, match: re.Match[str]) -> bool:
    """Founded in 1999, Alibaba …: where the verb opens the sentence, what follows the comma is its subject."""
    if read.text[: match.start()].strip():
        return True
    subject = read.text[match.end() :].partition(",")[2][:50]
    series = rf"{reading.names.alias}|{re.escape(reading.names.place.en)}"
    named = rf"\s*(?:the |this |it\b)?(?:{series}|conference|summit|event|annual|it\b)"
    return bool(re.match(named, subject, re.IGNORECASE))


def _what(clause: str) -> str:
    return re.sub(r"^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?，?", "", clause).strip("，, ")


def _other_thing(read: Read, match: re.Match[str]) -> bool:
    behind = read.text[match.end() : match.end() + 14]
    before = read.text[max(0, match.start() - 14) : match.start()]
    return bool(re.search(r"公司|企业|大学|医院|学院|联盟|大赛|博览会|人(?:，|$)", behind + before)) or before.endswith(
        "联合"
    )


def _body_is_subject(read: Read, match: re.Match[str]) -> bool:
    start, end = read.clause(match.start())
    of_it = read.text.startswith("的", match.end())
    near = [
        m
        for m in read.mentions
        if m.owner is Owner.ORGANISATION
        and start <= m.start < end
        and (0 <= m.start - match.end() <= 4 if of_it else m.start < match.start())
    ]
    return bool(near) and not re.search(r"委员会|专业|联盟|智库|中心(?![（(、])|工作组", read.text[near[0].end : end])


def _day_before(read: Read, spans: list[DateSpan], position: int) -> PartialDate | None:
    before = [span for span in spans if span.start < position]
    return read.resolve(before[-1].first, before[-1].start) if before else None


def _day_near(read: Read, spans: list[DateSpan], start: int, end: int, reach: int) -> PartialDate | None:
    """The last date before the verb with no other sentence part between, else one within `reach` behind it."""
    before = [span for span in spans if span.end <= start and start - span.end <= 40]
    behind = [span for span in spans if span.start >= end and span.start - end <= reach]
    chosen = before[-1] if before else (behind[0] if behind else None)
    # 7月12日 alone says no year, and the article's is none of a founding.
    if chosen is None or not any(span.first.year for span in spans if span.start <= chosen.start):
        return None
    return read.resolve(chosen.first, chosen.start)


def _of_body(reading: Reading, read: Read) -> Iterator[Fact]:
    if has_any(read.text, _SEAT_WORDS):
        seats = _SEAT if read.is_chinese else _SEAT_EN
        seat = next((match for match in (pattern.search(read.text) for pattern in seats) if match), None)
        if seat:
            yield _fact(reading, read, ORGANISATION, "headquarters", seat["place"])
    patterns = _MISSION if read.is_chinese else (_MISSION_EN,)
    found = next((match for match in (pattern.search(read.text) for pattern in patterns) if match), None)
    if found and read.owner_at(found.start()) is Owner.ORGANISATION:
        yield _fact(reading, read, ORGANISATION, "mission", found["mission"].strip("，“” "))
