"""Where an edition met, and where the series is at home."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.config import Series
from bot.facts.fact import Fact
from bot.facts.hints import has_any
from bot.facts.names import Owner, either
from bot.facts.reading import Read, Reading
from bot.facts.subjects import SERIES, summit

_MEETS = (
    r"(?:正式|隆重|成功|如期|顺利|盛大|拉开|再次|联合|共同|以[^，。]{1,12}方式)*(?:举行|举办|召开|开幕|揭幕|启幕|闭幕|落幕|落下帷幕|拉开|揭开|开启|圆满|亮相|相聚|进行|登场|启动"
    r"|如约而至|精彩|降下帷幕|拉上帷幕|画上(?:圆满)?句号|收官|谢幕|开锣|鸣锣)"
)
_GATHER = r"(?:再会|再聚|重聚|重逢|齐聚|相聚|相约|聚首|汇聚|会聚|云集|共聚)"
_PRAISED = r"(?:咱们|我们|美丽的)?(?:千年古镇|江南[水古][乡镇]|[水古][乡镇])?"
# 会址换成了新落成的…会展中心: a hall there, named as what the meeting moves to.
_MOVES = r"(?:换成|换到|改在|改到|改为|搬到|搬进|迁到|迁至|挪到|移至|移到|移师|设在|定在)了?(?:[^，。；在]{0,10}的)?"
_HALL = r"[\u4e00-\u9fff]{0,8}?(?:会展中心|会议中心|会议会展中心|大剧院|大酒店)"
_RETURNS = r"(?:峰会|大会|盛会)[^，。；]{0,6}(?:重返|重回|回到|移师|花落|再临)了?"
_MEETING = r"(?:峰会|大会|盛会)(?!的?(?:嘉宾|来宾|代表|志愿|客人))"
# The place without its name, where the article says it elsewhere.
_THE_TOWN = re.compile(
    r"(?:这座|这个|该|千年)[^，。；]{0,6}(?:古镇|小镇|水乡|城镇)[^，。；]{0,12}(?:成为|作为|是)[^，。；]{0,16}永久(?:性)?(?:会址|举办地)"
    r"|\b(?:the|this) (?:\w+ ){0,2}(?:town|city)\b[^.;]{0,70}\bpermanent (?:home|venue|host|site)"
)
# Of another meeting, or of all editions.
_NOT_MET = re.compile(r"论坛(?:在|于)|大赛|博览会|研讨会|发布会|每年|历届|永久")
_EN_MEETS = re.compile(
    r"\b(?:held|take place|took place|opens?|opened|kick(?:s|ed)|convened?|concluded?|closed?|runs?|ran"
    r"|wrapped|begins?|began"
    r"|ended|hosting)\b",
    re.IGNORECASE,
)
_EN_MEETING = re.compile(r"summit|conference", re.IGNORECASE)
# What may stand behind the place's name in English without being its region.
_EN_NOT_PLACE = (
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wed|Thurs|Fri|Sat|Sun|Declaration|Initiative"
    r"|Outlook|The\b|It\b|Xi\b|President"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns that hold the place's own names."""

    chinese: tuple[re.Pattern[str], ...]
    welcomes: re.Pattern[str]
    each_year: re.Pattern[str]
    regions: re.Pattern[str]
    english: tuple[re.Pattern[str], ...]
    alone: re.Pattern[str]
    permanent: re.Pattern[str]
    permanent_english: re.Pattern[str]


@cache
def _patterns(zh: str, en: str, regions: str) -> _Patterns:
    """`zh` and `en` are patterns of the place's name, `regions` one of the names of what lies around it."""
    return _Patterns(
        chinese=(
            re.compile(
                rf"(?:在|于|走进|{_GATHER}){_PRAISED}(?P<place>{zh})[^，。；在]{{0,14}}?{_MEETS}"
                rf"|{_GATHER}{_PRAISED}(?P<met>{zh})(?=[，。、！]|$)"
            ),
            re.compile(rf"{_MOVES}(?P<place>{zh}{_HALL})|{_RETURNS}(?P<met>{zh})(?=[，。；、！]|$)"),
            re.compile(
                rf"(?:地点|举办地|会址)(?:仍|依旧|依然|还|继续|就)?(?:[：:为在是]|[设定选]在)\s?(?P<place>{zh})"
            ),
        ),
        welcomes=re.compile(rf"(?P<place>{zh})[^，。；]{{0,6}}迎来了?[^，。；]{{0,24}}?{_MEETING}"),
        each_year=re.compile(
            rf"(?:地点|会址|举办地)(?:都|均|全|皆|一直|始终)(?:是|为|[设定选]?在)?(?P<place>{zh})(?=[，。；]|$)"
        ),
        regions=re.compile(rf"(?:在|于)(?P<place>(?:{regions}){{2,4}}){_MEETS}"),
        english=(
            re.compile(
                rf"\b(?:in|at)\s(?:the\s)?(?:(?:[\w’'-]+\s){{0,5}}(?:town|city|township)\sof\s)?"
                rf"(?P<place>{en})\b(?!\s+(?:Summit|summit|{_EN_NOT_PLACE}))"
                rf"(?:(?:,|\sin)\s(?:in\s)?(?:(?:[a-z]+\s)?China['’]s\s)?"
                rf"(?P<region>(?!{_EN_NOT_PLACE})[A-Z][a-z]+(?:\s(?:[Pp]rovince|[Cc]ity))?))?"
            ),
            re.compile(
                rf"\b(?P<place>{en})\b[^.;]{{0,60}}?\b(?:is hosting|hosts|hosted|will host|to host"
                r"|(?:is )?play(?:s|ed|ing)? host to) (?:the|this)\b"
            ),
            re.compile(rf"\b(?:returns?|returned|comes? back|came back) to (?P<place>{en})\b"),
        ),
        alone=re.compile(rf"[\W_]*(?P<place>(?:中国\W{{0,2}})?{zh})[\W_]*$"),
        permanent=re.compile(
            r"永久(?:性)?(?:会址|举办地|落户|会场)[^，。；]{0,10}?(?:设在|设于|落户|定在|落在|选址|位于|为|是|—|于|在)"
            rf"(?P<place>{zh})"
            rf"|(?P<before>{zh})[^，。；]{{0,14}}(?:成为|作为|被[^，。]{{2,6}}为|是|为)[^，。；]{{0,16}}永久(?:性)?(?:会址|举办地)"
            rf"|(?P<apart>{zh})，[^，。；]{{2,12}}，(?:被[^，。；]{{0,6}}为|成为|是)[^，。；]{{0,16}}永久(?:性)?(?:会址|举办地)"
            rf"|(?:选定|确定|将|把|选择)(?P<chosen>{zh})(?:作为|定为|为|确定为)[^，。；]{{0,14}}永久(?:性)?(?:会址|举办地)"
            rf"|永久(?:性)?落户(?P<settled>{zh})"
            rf"|作为[^，。；“”]{{0,16}}永久(?:性)?(?:会址|举办地)(?:的|，)(?P<as>{zh})"
        ),
        permanent_english=re.compile(
            rf"permanent (?:venue|site|host|home)\b[^.;]{{0,60}}?(?P<place>{en})"
            rf"|(?P<before>{en})[^.;]{{0,60}}?permanent (?:venue|site|host|home)",
            re.IGNORECASE,
        ),
    )


def extract(reading: Reading) -> Iterator[Fact]:
    """`venue` of an edition and `permanent_site` of the series."""
    series = reading.names.series
    regions = either(series.regions) if series.regions else r"(?!)"
    patterns = _patterns(_place(series), re.escape(series.place.en), regions)
    met: list[Fact] = []
    said = False
    for read in reading.reads:
        place = series.place.zh if read.is_chinese else series.place.en
        here = place in read.text if read.is_chinese else place.lower() in read.text.lower()
        said = said or here or place in reading.document.title
        if said and not here and _THE_TOWN.search(read.text) and read.owner_at(len(read.text)) is not Owner.OTHER:
            yield _site(reading, read, place)
        if read.is_chinese and has_any(read.text, series.regions):
            met.extend(_in(reading, read, patterns.regions))
        if not here:
            continue
        for match in (patterns.permanent if read.is_chinese else patterns.permanent_english).finditer(read.text):
            if not re.search(r"特色活动|永久举办地[”’]", read.text[match.start() : match.end() + 4]):
                yield _site(reading, read, next(group for group in match.groups() if group))
        if read.is_chinese and (alone := _stands_with_date(read, patterns)):
            met.extend(_venue(reading, read, alone))
        if read.is_chinese:
            met.extend(_welcomed(reading, read, patterns.welcomes))
            yield from _each_year(reading, read, patterns.each_year)
        for pattern in patterns.chinese if read.is_chinese else patterns.english:
            met.extend(_in(reading, read, pattern))
    yield from _most_telling(met)


def _in(reading: Reading, read: Read, pattern: re.Pattern[str]) -> Iterator[Fact]:
    for match in pattern.finditer(read.text):
        yield from _venue(reading, read, match)


def _welcomed(reading: Reading, read: Read, welcomes: re.Pattern[str]) -> Iterator[Fact]:
    """The town welcomes the meeting that is named behind it."""
    for match in welcomes.finditer(read.text):
        year = read.edition_at(match.end())
        if year and read.owner_at(match.end() - 1) is Owner.SUMMIT:
            yield _fact(reading, read, year, _tidy(match["place"]), match.start())


def _each_year(reading: Reading, read: Read, each_year: re.Pattern[str]) -> Iterator[Fact]:
    """The editions whose days a sentence gives, met in one and the same place."""
    for match in each_year.finditer(read.text):
        years = (span.first.year for span in read.dates if span.end <= match.start() and span.first.day)
        named = reading.owner is Owner.SUMMIT and read.owner_at(match.start()) is Owner.SUMMIT
        for year in dict.fromkeys(years) if named else ():
            if year:
                yield _fact(reading, read, year, _tidy(match["place"]), match.start())


def _stands_with_date(read: Read, patterns: _Patterns) -> re.Match[str] | None:
    """12月16日—18日 中国·乌镇: a line of the days and the place, with nothing else."""
    range_of_days = len(read.dates) == 1 and read.dates[0].last and not read.text[: read.dates[0].start].strip(" *_")
    return patterns.alone.match(read.text, read.dates[0].end) if range_of_days else None


def _site(reading: Reading, read: Read, place: str) -> Fact:
    return Fact(subject=SERIES, predicate="permanent_site", value=_tidy(place), sources=(reading.cite(read),))


def _most_telling(met: Sequence[Fact]) -> Iterator[Fact]:
    """Without those that another one of the same edition contains: 乌镇 says less than 浙江乌镇."""
    for fact in met:
        same = [str(other.value) for other in met if other.subject == fact.subject]
        if not any(str(fact.value) != value and str(fact.value) in value for value in same):
            yield fact


def _place(series: Series) -> str:
    """The place's Chinese name with the regions that may stand before it: 浙江乌镇, 中国浙江省桐乡市乌镇."""
    regions = "|".join(sorted((re.escape(name) for name in series.regions), key=len, reverse=True))
    return rf"(?:(?:{regions}|·|的){{1,5}})?{re.escape(series.place.zh)}镇?" if regions else re.escape(series.place.zh)


def _venue(reading: Reading, read: Read, match: re.Match[str]) -> Iterator[Fact]:
    position = match.start()
    year = read.edition_at(position)
    start, end = read.clause(position)
    if not year or not _is_of_summit(read, match, end) or _NOT_MET.search(read.text, start, end):
        return
    if not read.is_chinese and not (
        _EN_MEETS.search(read.text) or (reading.owner is not Owner.OTHER and _EN_MEETING.search(read.text))
    ):
        return
    yield _fact(reading, read, year, _name(match), position)


def _fact(reading: Reading, read: Read, year: int, place: str, position: int) -> Fact:
    return Fact(
        subject=summit(year),
        predicate="venue",
        value=place,
        phase=reading.phase(read, position, year),
        sources=(reading.cite(read),),
    )


def _is_of_summit(read: Read, match: re.Match[str], end: int) -> bool:
    """True if the summit is spoken of, or named next in the clause: 在乌镇举行的峰会."""
    start, _ = read.clause(match.start())
    if read.owner_at(match.start()) is Owner.SUMMIT:
        return True
    later = [m for m in read.mentions if match.end() <= m.start < end and m.owner is Owner.SUMMIT]
    return bool(later) and not any(
        m.owner is not Owner.SUMMIT and start <= m.start < later[0].start for m in read.mentions
    )


def _name(match: re.Match[str]) -> str:
    """浙江乌镇 · Wuzhen, Zhejiang Province."""
    region = match.groupdict().get("region")
    place = match["place"] or match.groupdict().get("met") or ""
    return f"{place}, {region}" if region else _tidy(place)


def _tidy(place: str) -> str:
    return re.sub(r"^(?:中国)?·?", "", place.strip()).replace("的", "")
