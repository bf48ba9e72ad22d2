"""Where an edition met, and where the series is at home."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.config import Series
from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import SERIES, summit

_MEETS = r"(?:正式|隆重|成功|如期|顺利|盛大|拉开|再次|联合|共同|以[^，。]{1,12}方式)*(?:举行|举办|召开|开幕|揭幕|启幕|闭幕|落幕|落下帷幕|拉开|揭开|开启|圆满|亮相|相聚|进行|登场|启动|如约而至|精彩)"
# What may stand behind the place's name in English without being its region.
_EN_NOT_PLACE = r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wed|Thurs|Fri|Sat|Sun|Declaration|Initiative|Outlook|The\b|It\b|Xi\b|President"


def extract(reading: Reading) -> Iterator[Fact]:
    """`venue` of an edition and `permanent_site` of the series."""
    series = reading.names.series
    zh, en = _place(series), re.escape(series.place.en)
    venue = re.compile(rf"(?:在|于|走进|齐聚|相聚|相约|聚首|汇聚)(?P<place>{zh})[^，。；在]{{0,14}}?{_MEETS}")
    labelled = re.compile(rf"(?:地点|举办地|会址)[：:为在是]\s?(?P<place>{zh})")
    english = re.compile(
        rf"\b(?:in|at)\s(?:the\s)?(?:(?:[\w’'-]+\s){{0,5}}(?:town|city|township)\sof\s)?(?P<place>{en})\b(?!\s+(?:Summit|summit|{_EN_NOT_PLACE}))"
        rf"(?:(?:,|\sin)\s(?:in\s)?(?:(?:[a-z]+\s)?China['’]s\s)?(?P<region>(?!{_EN_NOT_PLACE})[A-Z][a-z]+(?:\s(?:[Pp]rovince|[Cc]ity))?))?"
    )
    permanent = re.compile(
        r"永久(?:性)?(?:会址|举办地|落户|会场)[^，。；]{0,10}?(?:设在|设于|落户|定在|落在|选址|位于|为|是|—|于|在)"
        rf"(?P<place>{zh})"
        rf"|(?P<before>{zh})[^，。；]{{0,14}}(?:成为|作为|被[^，。]{{2,6}}为|是|为)[^，。；]{{0,16}}永久(?:性)?(?:会址|举办地)"
        rf"|(?:选定|确定|将|把|选择)(?P<chosen>{zh})(?:作为|定为|为|确定为)[^，。；]{{0,14}}永久(?:性)?(?:会址|举办地)"
        rf"|永久(?:性)?落户(?P<settled>{zh})"
        rf"|作为[^，。；“”]{{0,16}}永久(?:性)?(?:会址|举办地)(?:的|，)(?P<as>{zh})"
    )
    permanent_en = re.compile(
        rf"permanent (?:venue|site|host)\b[^.;]{{0,60}}?(?P<place>{en})|(?P<before>{en})[^.;]{{0,60}}?permanent (?:venue|site|host)",
        re.IGNORECASE,
    )
    met: list[Fact] = []
    english_name = series.place.en.lower()
    for read in reading.reads:
        if series.place.zh not in read.text and english_name not in read.text.lower():
            continue
        for match in (permanent if read.is_chinese else permanent_en).finditer(read.text):
            name = next(group for group in match.groups() if group)
            if not re.search(r"特色活动|永久举办地[”’]", read.text[match.start() : match.end() + 4]):
                yield Fact(subject=SERIES, predicate="permanent_site", value=_tidy(name), sources=(reading.cite(read),))
        for pattern in (venue, labelled) if read.is_chinese else (english,):
            for match in pattern.finditer(read.text):
                met.extend(_venue(reading, read, match))
    yield from _most_telling(met)


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
    owner = read.owner_at(position)
    start, end = read.clause(position)
    clause = read.text[start:end]
    if owner is not Owner.SUMMIT:
        later = [m for m in read.mentions if match.end() <= m.start < end and m.owner is Owner.SUMMIT]
        if not later or any(m.owner is not Owner.SUMMIT and start <= m.start < later[0].start for m in read.mentions):
            return
    if (
        not year
        or re.search(r"论坛(?:在|于)|大赛|博览会|研讨会|发布会", clause)
        or re.search(r"每年|历届|永久", clause)
    ):
        return
    if not read.is_chinese and not re.search(
        r"\bheld\b|take place|took place|opens?\b|opened|kicks?\b|kicked|convene|concluded?|closed?|runs?\b|ran\b|wrapped|begins?|began|ended|summit|conference",
        read.text,
        re.IGNORECASE,
    ):
        return
    yield Fact(
        subject=summit(year),
        predicate="venue",
        value=_name(match),
        phase=reading.phase(read, position, year),
        sources=(reading.cite(read),),
    )


def _name(match: re.Match[str]) -> str:
    """浙江乌镇 · Wuzhen, Zhejiang Province."""
    region = match.groupdict().get("region")
    return f"{match['place']}, {region}" if region else _tidy(match["place"])


def _tidy(place: str) -> str:
    return re.sub(r"^中国", "", place.strip()).replace("的", "")
