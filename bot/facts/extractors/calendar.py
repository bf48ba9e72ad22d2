"""When an edition met: ranges, opening and closing days, durations, and what follows from them.

A date counts only where the summit owns it and the clause speaks of the summit being held; dates of the expo, the contest,
a forum or a press conference are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.corpus.date import PartialDate
from bot.corpus.document import BlockKind, Citation
from bot.facts.dates import DatePoint, DateSpan
from bot.facts.day_words import (
    answers_when,
    begins_or_ends,
    ends_then,
    labelled_below,
    speaks_of_meeting,
    turning_points,
    turns_without_day,
)
from bot.facts.fact import Basis, Fact, Phase, Quantity
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.numerals import parse_english, parse_integer
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_DURATION = re.compile(
    r"(?:为期|会期(?:为|一连|还是|仍[为是]|依然是|依旧是|共)?|历时|持续|一连)\s?([〇零一二两三四五六七八九十\d]{1,3})\s?天(?!内)"
    r"|(?:为期|会期一连|一连)\s?([〇零一二两三四五六七八九十\d]{1,2})\s?日"
    r"|([〇零一二两三四五六七八九十\d]{1,2})天(?:的)?(?:会期|会议|议程|峰会|大会)"
    # 大会三天， · 三天时间，一千多位来宾
    r"|(?:大会|峰会|盛会|会议)([二两三四五六七\d])天(?=[，。；里间])"
    r"|(?:^|[，。；])(?:(?:短短|整整|在)?([二两三四五])[天日](?:的?时间|里|间|内|来)里?|(?:短短|整整)([二两三四五])天)，?(?![^。；]{0,20}(?:博览会|大赛|展会|展区|参展|(?<!分)论坛|走访))(?=[^。；]{0,20}(?:[来嘉]宾|与会|分论坛|大会|峰会|国家和地区))"
)
_DURATION_EN = re.compile(
    r"\b(\w+)-day (?:(?:annual|long|high-level|international|global|20\d\d)\s)*(?:summit|conference|event|meeting|gathering|(?P<forum>forum)|[A-Z]\w+)"
    r"|\b(?:after|over|following) (\w+) days of (?:discussion|debate|talk|meeting|dialogue|exchange|session)s?\b"
    r"|\b(?:[Rr]uns?|[Ll]asts?|[Ll]asted|ran|running) (?:for )?(\w+) days"
)
_NEAR = 6
_LONGEST_MEETING = timedelta(days=7)
# 明天（11月8日），老朋友又要来了！
_COMES = re.compile(
    r"(?:就在)?(?:今天|今日|明天|明日)[^，。；]{0,10}，[^。；]{0,16}(?:来[了啦]|见面|登场|启程|相见|再会|相聚)"
)
# ended on Monday night on the sidelines of the summit: what is only beside.
_BESIDE_EN = re.compile(
    r"\b(?:on the sidelines of|ahead of|prior to|alongside|as part of|in the run-up to|(?:earlier|later) than|before|after)"
    r"(?: the| this year's| \w+th| first| second| third| 20\d\d)*\s$",
    re.IGNORECASE,
)
_NOT_SUMMIT = re.compile(
    r"发布会|吹风会|博览会|大赛|决赛|报名|征集|注册|预热|倒计时|彩排|截止|截至|开展|布展"
    r"|press conference|expo|competition|contest|registration|deadline",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Fact]:
    """Stated dates and durations, then what is derived from them within the article."""
    stated = [fact for index in range(len(reading.reads)) for fact in _stated(reading, index)]
    stated.extend(_ends(reading, stated))
    yield from stated
    yield from _derived(stated)


def _stated(reading: Reading, index: int) -> Iterator[Fact]:
    read = reading.reads[index]
    previous = reading.reads[index - 1] if index else None
    following = reading.reads[index + 1] if index + 1 < len(reading.reads) else None
    place = reading.names.series.place.zh
    if read.kind is BlockKind.ROW and sum(span.last is not None for span in read.dates) > 1:
        return  # a table with a column an edition
    asked = previous is not None and answers_when(previous, read)
    for span in read.dates:
        if span.dateline or not (asked or _is_of_summit(read, span)):
            continue
        year = _year(read, span)
        days = read.range_of(span)
        if days:
            if asked or speaks_of_meeting(read, span, place) or labelled_below(read, following):
                yield _fact(reading, read, "start_date", days[0], span)
                yield _fact(reading, read, "end_date", days[1], span)
            continue
        day = read.resolve(span.first, span.start)
        if day is None or not day.is_full or (year and day.year != year):
            continue
        if asked and previous and (turn := re.search("开幕|闭幕", previous.text)):
            yield _fact(reading, read, "opening_date" if turn[0] == "开幕" else "closing_date", day, span)
            continue
        for predicate in turning_points(read, span):
            yield _fact(reading, read, predicate, day, span)
    if previous and previous.block == read.block and turns_without_day(read):
        yield from _on_the_day_before(reading, read, previous)
    yield from _durations(reading, read)


def _on_the_day_before(reading: Reading, read: Read, previous: Read) -> Iterator[Fact]:
    """昨日清晨，…。上午10时，峰会拉开帷幕: the day is that of the sentence before, if it names just one."""
    days = [span for span in previous.dates if span.first.day]
    span = DateSpan(0, 0, DatePoint())
    day = read.resolve(span.first, 0)
    named = any(mention.owner is Owner.SUMMIT and mention.named for mention in read.mentions)
    if not (named and len(days) == 1 and not days[0].last and day and day.is_full):
        return
    for predicate in turning_points(read, span) if day.year == read.edition_at(len(read.text)) else ():
        yield _fact(reading, read, predicate, day, span)


def _durations(reading: Reading, read: Read) -> Iterator[Fact]:
    if not has_any(read.text, ("天", "日", "day", "Day")):
        return
    for match in (_DURATION if read.is_chinese else _DURATION_EN).finditer(read.text):
        spelled = next(group for group in match.groups() if group and group != "forum")
        length = parse_integer(spelled) if read.is_chinese else parse_english(spelled)
        year = read.edition_at(match.start())
        start, end = read.clause(match.start())
        clause = read.text[start : min(end, match.end() + _NEAR)]
        owned = read.owner_at(match.start()) is Owner.SUMMIT and not re.search(
            r"博览会|大赛|论坛|展(?!开|示)|expo|contest|competition|training", clause, re.IGNORECASE
        )
        # A forum of two days is the meeting only where that year's edition was called one.
        owned = owned and (not match.groupdict().get("forum") or reading.names.special_year(year or 0))
        if length and year and owned and length <= 31:
            yield Fact(
                subject=summit(year),
                predicate="duration_days",
                value=Quantity(length),
                phase=reading.phase(read, match.start(), year),
                sources=(reading.cite(read),),
            )


def _ends(reading: Reading, stated: Sequence[Fact]) -> Iterator[Fact]:
    """将持续至22日, 会期到10日, 8日开始: the first or last day alone."""
    for index, read in enumerate(reading.reads):
        for span in read.dates:
            day = read.resolve(span.first, span.start)
            if span.last or span.dateline or day is None or not day.is_full:
                continue
            until = ends_then(read, span)
            since = [other for other in read.dates if other.end <= span.start]
            if (
                until
                and since
                and read.text[since[-1].start - 1 : since[-1].start] in ("从", "自")
                and (_is_of_summit(read, since[-1]))
            ):
                first = read.resolve(since[-1].first, since[-1].start)
                if first and first.is_full:  # 会期从11月6日持续到9日
                    yield _fact(reading, read, "start_date", first, since[-1])
                    yield _fact(reading, read, "end_date", day, span)
                    continue
            predicate = "end_date" if until else begins_or_ends(read, span)
            if predicate is None or not _is_of_summit(read, span):
                continue
            if until and span.relative and reading.document.date.is_full and day.first < reading.document.date.first:
                day = PartialDate.of(day.first + timedelta(days=7))  # "through Friday" is the coming one
            yield _fact(reading, read, predicate, day, span)
            if predicate == "end_date" and not any(
                fact.predicate == "start_date" and fact.subject == summit(day.year) for fact in stated
            ):
                yield from _start(reading, index, day, stated)


def _start(reading: Reading, index: int, end: PartialDate, stated: Sequence[Fact]) -> Iterator[Fact]:
    """The first day of a meeting whose last one is said: the opening day, or the morrow that its paragraph looks to."""
    opening = [
        fact
        for fact in stated
        if fact.predicate == "opening_date"
        and fact.subject == summit(end.year)
        and timedelta(0) < end.first - _day(fact).first < _LONGEST_MEETING
    ]
    if opening:
        yield replace(opening[0], predicate="start_date")
        return
    read = reading.reads[index]
    for other in reading.reads[max(0, index - 1) : index + 1]:
        for span in other.dates if other.block == read.block and _COMES.match(other.text) else ():
            day = other.resolve(span.first, span.start)
            if span.relative and day and timedelta(0) < end.first - day.first < _LONGEST_MEETING:
                yield _fact(reading, other, "start_date", day, span)
                return


def _year(read: Read, span: DateSpan) -> int | None:
    return span.first.year or read.edition_of_day(span.start)


def _is_of_summit(read: Read, span: DateSpan) -> bool:
    """The summit owns the date: it is the subject at the date, or the next one named in the clause."""
    start, end = read.clause(span.start)
    inside = [m for m in read.mentions if start <= m.start < end and not _BESIDE_EN.search(read.text[start : m.start])]
    if _NOT_SUMMIT.search(read.text, start, end) and not (
        inside and inside[0].owner is Owner.SUMMIT and inside[0].named
    ):
        return False
    if inside:
        nearest = [m for m in inside if m.owner is not Owner.SUMMIT]
        summits = [m for m in inside if m.owner is Owner.SUMMIT]
        return bool(summits) and not any(m.start < summits[0].start for m in nearest)
    following = [m for m in read.mentions if m.start >= end]
    before = [m.owner for m in read.mentions if m.start <= span.start and not _BESIDE_EN.search(read.text[: m.start])]
    if (before[-1] if before else read.owner) is Owner.SUMMIT:
        return not (following and following[0].owner is not Owner.SUMMIT and not _precedes(read, span))
    return bool(following) and following[0].owner is Owner.SUMMIT and not _precedes(read, span)


def _precedes(read: Read, span: DateSpan) -> bool:
    """True if some owner is named before the date in its part of the sentence."""
    part = read.text.rfind("；", 0, span.start)
    return any(part < mention.start < span.start for mention in read.mentions)


def _fact(reading: Reading, read: Read, predicate: str, day: PartialDate, span: DateSpan) -> Fact:
    return Fact(
        subject=summit(day.year),
        predicate=predicate,
        value=day,
        phase=reading.phase(read, span.start, day.year, day),
        sources=(reading.cite(read),),
    )


def _derived(stated: Iterable[Fact]) -> Iterator[Fact]:
    """Duration from two dates; first and last day from an opening day and a duration; both days counted."""
    facts: dict[str, dict[str, Fact]] = {}
    for fact in stated:
        facts.setdefault(fact.subject, {}).setdefault(fact.predicate, fact)
    for subject, known in facts.items():
        start, end, length = known.get("start_date"), known.get("end_date"), known.get("duration_days")
        opening = known.get("opening_date")
        if start and end and not length:
            days = (_day(end).first - _day(start).first).days + 1
            yield _derive(subject, "duration_days", Quantity(days), start, end)
        elif start and length and not end and isinstance(length.value, Quantity):
            last = _day(start).first + timedelta(days=length.value.value - 1)
            yield _derive(subject, "end_date", PartialDate.of(last), start, length)
        elif not start and not end and opening and length and isinstance(length.value, Quantity):
            closing = known.get("closing_date")
            if closing and (_day(closing).first - _day(opening).first).days + 1 != length.value.value:
                continue  # the ceremonies were not on the first and last day
            last = _day(opening).first + timedelta(days=length.value.value - 1)
            yield _derive(subject, "start_date", opening.value, opening, basis=Basis.STATED)
            yield _derive(subject, "end_date", PartialDate.of(last), opening, length)
        elif (
            not start
            and not end
            and length
            and (closing := known.get("closing_date"))
            and isinstance(length.value, Quantity)
        ):
            first = _day(closing).first - timedelta(days=length.value.value - 1)
            yield _derive(subject, "start_date", PartialDate.of(first), closing, length)
            yield _derive(subject, "end_date", closing.value, closing, length)


def _day(fact: Fact) -> PartialDate:
    assert isinstance(fact.value, PartialDate)
    return fact.value


def _derive(
    subject: str, predicate: str, value: PartialDate | Quantity | str, *origins: Fact, basis: Basis = Basis.DERIVED
) -> Fact:
    sources: tuple[Citation, ...] = tuple(dict.fromkeys(source for fact in origins for source in fact.sources))
    announced = any(fact.phase is Phase.ANNOUNCED for fact in origins)
    return Fact(
        subject=subject,
        predicate=predicate,
        value=value,
        basis=basis,
        phase=Phase.ANNOUNCED if announced else Phase.REPORTED,
        sources=sources,
    )
