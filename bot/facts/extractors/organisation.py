"""The series and the body that holds it: founding, founders, seat, mission, members, milestones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bot.corpus.date import PartialDate
from bot.corpus.document import BlockKind
from bot.facts.dates import DateSpan
from bot.facts.english_bodies import NAMES
from bot.facts.fact import Fact, Quantity
from bot.facts.hints import has_any
from bot.facts.lists import split_list
from bot.facts.names import Owner
from bot.facts.numerals import parse_integer
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION, SERIES

_FOUNDED_SERIES = re.compile(r"创办|创立|创设|创始|诞生|发起并?(?:主办|举办)|始于(?=\d{4}年)")
_FOUNDED_ORGANISATION = re.compile(r"成立(?!大会|仪式|以来的第|的意义)")
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
_NUMBER = r"[一二两三四五六七八九十\d]{1,3}"
_FOUNDERS = re.compile(
    rf"由(?P<names>[^。；]{{3,400}}?)等?(?P<count>{_NUMBER})?(?:家|个)?(?:单位|机构)?(?:共同|联合)?发起(?!单位|方|人)"
    rf"|发起(?:单位|方|成员)(?:共?有?{_NUMBER}[家个])?[，：:]?\s?(?:分别)?(?:包括|为|是|有|：|:)(?P<listed>[^。；]{{3,400}})"
)
_ASKS_WHO = re.compile(
    r"(?:谁|哪[些几家个]|什么[机单组]).{0,8}(?:发起|成立|创[立建办])|(?:发起|创[立建办])(?:人|方|单位|者).{0,4}(?:谁|哪)[^？]{0,6}？"
)
_FOUNDER_COUNT = re.compile(
    rf"(?P<count>{_NUMBER})(?:家|个)(?:单位|机构)(?:共同|联合)?发起|发起[^。]{{0,12}}?(?P<again>{_NUMBER})(?:家|个)(?:单位|机构)"
    rf"|发起单位(?:共|有|共有|达){{0,2}}(?P<said>{_NUMBER})[家个]"
)
_COUNT_TAIL = re.compile(rf"等?{_NUMBER}[家个](?:单位|机构|企业)?$")
_FOUNDED_BY_EN = r"\b(?:jointly )?(?:initiated|founded|co-founded|launched|established|set up) (?:jointly )?by "
_FOUNDERS_EN = re.compile(_FOUNDED_BY_EN + NAMES)
_COUNTED_FOUNDERS_EN = re.compile(
    rf"{_FOUNDED_BY_EN}(?:the )?(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\s(?:\w+ ){{0,2}}"
    r"(?:parties|institutions|organi[sz]ations|entities|companies|members|founders|bodies|groups|enterprises)"
    r"(?:,? (?P<open>including|such as)|, namely|:| --?| —|,)\s(?P<names>[^.;]{4,400})"
)
_NUMBERS_EN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SEAT = re.compile(
    r"总部(?:设|位|落户|定|建)?(?:在|于|立)?(?:于|在)?(?P<place>(?:(?!的)[\u4e00-\u9fff]){2,8}?)(?=[，。；、（(]|的(?=世界|国际组织)|$)"
)
_SEAT_EN = re.compile(
    r"\b[Hh]eadquarter(?:s|ed)(?: is| are)?(?: located| based)? in (?P<place>[A-Z]\w+)"
    r"|(?P<before>[A-Z]\w+)-headquartered"
    r"|^[^,]{4,60}, based in (?P<base>[A-Z]\w+),"
)
# What a sentence calls the body after it was named.
_THE_BODY_EN = re.compile(r"^(?:The|This) (?:new |international |global |Beijing-based )*(?:organi[sz]ation|body)\b")
# 以…为使命，致力于… is one mission; 宗旨是… and 致力于… run to the end of the sentence.
_MISSION = (
    re.compile(r"(?P<mission>以[^。；]{4,60}?为(?:使命|宗旨|己任)，(?:[^。；，]{0,6})?致力于[^。；]{6,120})"),
    re.compile(r"以(?P<mission>[^。；，]{4,60}?)为(?:使命|宗旨|己任)"),
    re.compile(r"(?:宗旨|使命)(?:是|为|在于)[：:]?“?(?P<mission>[^。；”]{6,120})"),
    re.compile(r"致力于(?P<mission>[^。；]{6,120})"),
)
_MISSION_EN = re.compile(r"\b(?:mission|purpose|aim) is to (?P<mission>[^.;]{10,200})", re.IGNORECASE)
# 会员来自六大洲……，共130余家: the noun stands before, the number has only its counter.
_MEMBERS = re.compile(
    r"会员(?!日|卡)[^。；]{0,50}?(?:总数|共|达|增至|增长到|增加到|扩大到|发展到|超过|突破|[^最]有)[^。；，的]{1,10}$"
    r"|会员(?:单位|总|数|量|已|现|有|共|达)*(?![^\d一二三四五六七八九十百千近超逾约])[^。；，]{1,8}$"
)


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of `series` and `organisation`."""
    section: int | None = None
    in_lead = _is_named_first(reading)
    for index, read in enumerate(reading.reads):
        if read.heading:
            section = next((mark.year for mark in reversed(read.marks) if mark.year), None)
        if has_any(read.text, _HINTS):
            yield from _foundings(reading, read, section, in_lead)
        of_body = _speaks_of_body(reading, read, in_lead) or _answers_who(reading, index)
        if of_body:
            yield from _of_body(reading, read)
        yield from _members(reading, read)
        yield from _founders(reading, read, index, in_lead, of_body)


def _is_named_first(reading: Reading) -> bool:
    """True if the title or the first sentence names the series: "the organisation" is its body then."""
    first = next(iter(reading.reads), None)
    texts = (reading.document.title, first.text if first else "")
    return any(re.search(reading.names.alias, text, re.IGNORECASE) for text in texts)


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
    subjects = [match for match in _FOUNDED_ORGANISATION.finditer(read.text) if _body_is_subject(read, match)]
    meeting = _held_founding_meeting(reading, read)
    for match in [*subjects, meeting] if meeting else subjects:
        day = _day_near(read, spans, match.start(), match.end(), 12) or _day_without_year(
            reading, read, spans, match, section
        )
        if day:
            yield _fact(reading, read, ORGANISATION, "founded", day)
            break


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
    before = [span for span in spans if span.first.month and span.first.day and 0 <= match.start() - span.end <= 60]
    if not before or before[-1].first.year:
        return None
    article = reading.document.date
    line = _YEAR_OF_LINE.match(read.text)
    section = int(line["year"]) if line else section
    day = before[-1].first.resolve(section or article.year, None)
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
    if match := (_SEAT if read.is_chinese else _SEAT_EN).search(read.text):
        place = next(group for group in match.groups() if group)
        yield _fact(reading, read, ORGANISATION, "headquarters", place)
    patterns = _MISSION if read.is_chinese else (_MISSION_EN,)
    found = next((match for match in (pattern.search(read.text) for pattern in patterns) if match), None)
    if found and read.owner_at(found.start()) is Owner.ORGANISATION:
        yield _fact(reading, read, ORGANISATION, "mission", found["mission"].strip("，“” "))


def _members(reading: Reading, read: Read) -> Iterator[Fact]:
    """Totals of members whose noun is left out beside the number; `figures.py` reads the others."""
    if "会员" not in read.text or not read.is_chinese:
        return
    for number in read.numbers:
        if re.match(r"\s?(?:家|个|名)(?=[，。；（]|$)", read.text[number.end :]) and _MEMBERS.search(
            read.text[: number.end]
        ):
            yield _fact(reading, read, ORGANISATION, "members", number.quantity)


def _founders(reading: Reading, read: Read, index: int, in_lead: bool, of_body: bool) -> Iterator[Fact]:
    if not read.is_chinese:
        if " by " in read.text and (_BODY_EN.search(read.text) or (in_lead and _THE_BODY_EN.match(read.text))):
            yield from _founders_english(reading, read)
        return
    if "发起" not in read.text or not (of_body or "组织" in read.text):
        return
    if match := _FOUNDERS.search(read.text):
        for name in _founder_names(match):
            yield _fact(reading, read, ORGANISATION, "founder", name)
    if counted := _FOUNDER_COUNT.search(read.text):
        number = parse_integer(counted["count"] or counted["again"] or counted["said"])
        if number:
            yield _fact(reading, read, ORGANISATION, "founder_count", Quantity(number))
    if read.text.rstrip().endswith(("：", ":")):
        for item in reading.reads[index + 1 :]:
            if item.kind is not BlockKind.ITEM:
                break
            yield _fact(reading, item, ORGANISATION, "founder", item.text.strip(" 。；;"))


def _founders_english(reading: Reading, read: Read) -> Iterator[Fact]:
    counted = _COUNTED_FOUNDERS_EN.search(read.text)
    match = counted or _FOUNDERS_EN.search(read.text)
    for name in split_list(match["names"], bodies=True).items if match else ():
        if name[:1].isupper() or name[:1].isdigit():
            yield _fact(reading, read, ORGANISATION, "founder", name)
    if counted:
        word = counted["count"]
        count = _NUMBERS_EN.index(word) + 2 if word in _NUMBERS_EN else int(word)
        yield _fact(reading, read, ORGANISATION, "founder_count", Quantity(count))


def _founder_names(match: re.Match[str]) -> Iterator[str]:
    count = parse_integer(match["count"]) if match["count"] else None
    names = _COUNT_TAIL.sub("", (match["names"] or match["listed"]).strip("。，")).removesuffix("等")
    listed = split_list(names, bodies=True, count=count)
    if len(listed.items) < 2 and (count or match["names"]):
        return
    for name in listed.items:
        if len(name) >= 3 and not re.search(rf"^\d|^{_NUMBER}[家个]", name):
            yield name
