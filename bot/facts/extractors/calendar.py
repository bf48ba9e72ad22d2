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
from bot.corpus.document import Citation
from bot.facts.dates import DateSpan
from bot.facts.fact import Basis, Fact, Phase, Quantity
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.numerals import parse_english, parse_integer
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_HELD = re.compile(
    r"举行|举办|召开|开幕|在[^，。]{0,12}(?:举|召|开)|进行|亮相|登场|移师|定档|如期|相聚|相约|会期|齐聚|拉开"
)
_HELD_EN = re.compile(
    r"\b(?:held|takes? place|took place|runs?|ran|open\w*|kick\w*|convene\w*|hosts?|scheduled|slated|summit|conference)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"开幕(?!式演出|论坛|致辞|前|在即|倒计时)|揭幕|(?:揭开|拉开|开启|拉起)[^，。]{0,4}(?:序幕|帷幕|大幕)|启幕|大幕开启|鸣锣"
)
# 大幕将于11月8日拉开: the day stands inside.
_CURTAIN = re.compile(r"(?:大幕|帷幕|序幕)[^，。；]{0,4}$")
_RISES = re.compile(r"[^，。；]{0,6}(?:拉开|开启|揭开)")
_CLOSES = re.compile(r"闭幕(?!式演出|前)|落幕|落下帷幕|(?:圆满|胜利|顺利)结束|降下帷幕|收官|谢幕|画上(?:圆满)?句号")
_OPENS_EN = re.compile(
    r"\bopen(?:s|ed|ing)\b(?! speech| remarks| address)|\bkick(?:s|ed) off\b|\bkick-?off\b"
    r"|\b(?:will|to) (?:open|kick off)\b|\braised? its curtain|\bunveiled its\b",
    re.IGNORECASE,
)
_CLOSES_EN = re.compile(
    r"\bclos(?:es|ed|ing)\b(?! speech| remarks| address)|\bconclud(?:es|ed)\b|\b(?:ended|ends|wrapped up)\b"
    r"|\bcame to (?:a close|an end)\b|\b(?:will|to) (?:close|conclude|end)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?:为期|会期(?:为|一连)?|历时|持续|一连)\s?([〇零一二两三四五六七八九十\d]{1,3})\s?天(?!内)"
    r"|(?:为期|会期一连|一连)\s?([〇零一二两三四五六七八九十\d]{1,2})\s?日"
    r"|([〇零一二两三四五六七八九十\d]{1,2})天(?:的)?(?:会期|会议|议程|峰会|大会)"
)
_DURATION_EN = re.compile(
    r"\b(\w+)-day (?:(?:annual|long|high-level|international|global)\s)*(?:summit|conference|event|meeting|gathering|[A-Z]\w+)"
    r"|\b(?:[Rr]uns?|[Ll]asts?|[Ll]asted|ran|running) (?:for )?(\w+) days"
)
_NEAR = 6
# 9日至10日还将举行20场分论坛: days of the sessions, not of the meeting.
_HOLDS_SESSIONS = re.compile(
    r"[^，。；]{0,6}(?:举行|举办|召开|进行)了?(?:\d+|[一二两三四五六七八九十]+)[多余]?[场个项]"
)
_UNTIL = re.compile(r"(?:持续|延续|会期|举行|进行|一连[〇一二两三四五六七八九十\d]{1,2}[日天])(?:到|至)\s?$")
_UNTIL_EN = re.compile(
    r"\b(?:run|runs|running|last|lasts|lasting|continue|continues|goes on)\b[^.,;]{0,12}(?:until|through|till|to)\s?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^(?:正式)?(?:开始|结束)(?!报名|注册|征集|布展)")
_BEGINS_EN = re.compile(r"\b(?:begins?|began|starts?|started|ends?|ended)\s?(?:on|from)?\s?$", re.IGNORECASE)
_NOT_SUMMIT = re.compile(
    r"发布会|吹风会|博览会|大赛|决赛|报名|征集|注册|预热|倒计时|彩排|截止|截至|开展|布展"
    r"|press conference|expo|competition|contest|registration|deadline",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Fact]:
    """Stated dates and durations, then what is derived from them within the article."""
    stated = [fact for read in reading.reads for fact in _stated(reading, read)]
    stated.extend(_ends(reading, stated))
    yield from stated
    yield from _derived(stated)


def _stated(reading: Reading, read: Read) -> Iterator[Fact]:
    for span in read.dates:
        if span.dateline or not _is_of_summit(read, span):
            continue
        year = _year(read, span)
        start, end = read.clause(span.start)
        clause = read.text[start:end]
        days = read.range_of(span)
        if days:
            if _speaks_of_meeting(read, span, clause):
                yield _fact(reading, read, "start_date", days[0], span)
                yield _fact(reading, read, "end_date", days[1], span)
            continue
        day = read.resolve(span.first, span.start)
        if day is None or not day.is_full or (year and day.year != year):
            continue
        for predicate in _turning_points(read, span):
            yield _fact(reading, read, predicate, day, span)
    if not has_any(read.text, ("天", "日", "day", "Day")):
        return
    for match in (_DURATION if read.is_chinese else _DURATION_EN).finditer(read.text):
        spelled = next(group for group in match.groups() if group)
        length = parse_integer(spelled) if read.is_chinese else parse_english(spelled)
        year = read.edition_at(match.start())
        start, end = read.clause(match.start())
        clause = read.text[start : min(end, match.end() + _NEAR)]
        owned = read.owner_at(match.start()) is Owner.SUMMIT and not re.search(
            r"博览会|大赛|论坛|展(?!开|示)|expo|contest|competition|training", clause, re.IGNORECASE
        )
        if length and year and owned and length <= 31:
            yield Fact(
                subject=summit(year),
                predicate="duration_days",
                value=Quantity(length),
                phase=reading.phase(read, match.start(), year),
                sources=(reading.cite(read),),
            )


def _ends(reading: Reading, stated: Sequence[Fact]) -> Iterator[Fact]:
    """将持续至22日, 会期到10日: the last day alone; the first is the opening day."""
    for read in reading.reads:
        for span in read.dates:
            day = read.resolve(span.first, span.start)
            until = (_UNTIL if read.is_chinese else _UNTIL_EN).search(read.text[: span.start])
            begins = (_BEGINS if read.is_chinese else _BEGINS_EN).search(
                read.text[span.end :] if read.is_chinese else read.text[: span.start]
            )
            if begins and not span.last and day and day.is_full and _is_of_summit(read, span):
                predicate = "end_date" if begins[0].endswith("结束") or begins[0].startswith("end") else "start_date"
                yield _fact(reading, read, predicate, day, span)
            since = [other for other in read.dates if other.end <= span.start]
            if until and since and read.text[since[-1].start - 1 : since[-1].start] in ("从", "自"):
                first = read.resolve(since[-1].first, since[-1].start)
                if first and first.is_full:  # 会期从11月6日持续到9日
                    yield _fact(reading, read, "start_date", first, since[-1])
                    yield _fact(reading, read, "end_date", day or first, span)
                    continue
            if not until or span.last or day is None or not day.is_full or not _is_of_summit(read, span):
                continue
            if span.relative and reading.document.date.is_full and day.first < reading.document.date.first:
                day = PartialDate.of(day.first + timedelta(days=7))  # "through Friday" is the coming one
            yield _fact(reading, read, "end_date", day, span)
            opening = [
                fact
                for fact in stated
                if fact.predicate == "opening_date"
                and fact.subject == summit(day.year)
                and _day(fact).first < day.first
            ]
            if opening and not any(fact.predicate == "start_date" for fact in stated):
                yield replace(opening[0], predicate="start_date")


def _year(read: Read, span: DateSpan) -> int | None:
    return span.first.year or read.edition_at(span.start)


def _is_of_summit(read: Read, span: DateSpan) -> bool:
    """The summit owns the date: it is the subject at the date, or the next one named in the clause."""
    start, end = read.clause(span.start)
    inside = [m for m in read.mentions if start <= m.start < end]
    if _NOT_SUMMIT.search(read.text, start, end) and not (
        inside and inside[0].owner is Owner.SUMMIT and inside[0].named
    ):
        return False
    if inside:
        nearest = [m for m in inside if m.owner is not Owner.SUMMIT]
        summits = [m for m in inside if m.owner is Owner.SUMMIT]
        return bool(summits) and not any(m.start < summits[0].start for m in nearest)
    following = [m for m in read.mentions if m.start >= end]
    owner = read.owner_at(span.start)
    if owner is Owner.SUMMIT:
        return not (following and following[0].owner is not Owner.SUMMIT and not _precedes(read, span))
    return bool(following) and following[0].owner is Owner.SUMMIT and not _precedes(read, span)


def _precedes(read: Read, span: DateSpan) -> bool:
    """True if some owner is named before the date in its part of the sentence."""
    part = read.text.rfind("；", 0, span.start)
    return any(part < mention.start < span.start for mention in read.mentions)


def _speaks_of_meeting(read: Read, span: DateSpan, clause: str) -> bool:
    if read.heading:
        return True
    if not read.is_chinese:
        return bool(_HELD_EN.search(read.text))
    if _HOLDS_SESSIONS.match(read.text, span.end):
        return False
    if _HELD.search(clause):
        return True
    # 时间：11月19日至22日 · （11月19日至22日） behind the name
    before = read.text[max(0, span.start - 6) : span.start]
    if re.search(r"(?:时间|会期|[\d一二三四五六七]天)[：:为是]?\s?$|[（(]$|定于$|于$", before):
        return True
    behind = read.text[span.end :]
    return bool(
        re.match(
            r"[，,]?[^。；]{0,40}(?:举行|举办|召开|开幕|拉开|如期|相约|启幕|登场|移师)|[，,]?[^。；]{0,100}(?:相聚|齐聚|汇聚|共聚)",
            behind,
        )
    )


def _turning_points(read: Read, span: DateSpan) -> Iterator[str]:
    """Whether the sentence lets the summit open or close on that day."""
    text = read.text
    if (_UNTIL if read.is_chinese else _UNTIL_EN).search(text[: span.start]):
        return
    later = [other.start for other in read.dates if other.start > span.start and other.first.day]
    stop = later[0] if later else len(text)
    scope = text[span.start : stop]
    if read.is_chinese:
        label = re.search(r"(开幕|闭幕)(?:式|时间)?(?:将)?(?:于)?[：:]?\s?$", text[: span.start])
        if label and (text[label.end() - 1] in "：:" or re.match(r"[^，。]{0,8}(?:举行|举办|召开)", text[span.end :])):
            yield "opening_date" if label[1] == "开幕" else "closing_date"
            return
        if re.search(r"大赛|博览会|论坛(?=.{0,10}(?:开幕|闭幕))", scope) and not re.search(
            r"峰会.{0,8}(?:开幕|闭幕)|大会.{0,8}(?:开幕|闭幕)", scope
        ):
            return
        if (
            _OPENS.search(scope)
            or _enters(read, span)
            or (_CURTAIN.search(text[: span.start]) and _RISES.match(text, span.end))
        ):
            yield "opening_date"
        elif _CLOSES.search(scope):
            yield "closing_date"
        return
    start, end = read.clause(span.start)
    start = max([start, *(other.end for other in read.dates if other.end <= span.start)])
    end = min([end, *(other.start for other in read.dates if other.start >= span.end)])
    if _BEGINS_EN.search(text[start : span.start]):
        return
    for words in (text[start : span.start], text[span.end : end]):
        if _CLOSES_EN.search(words):
            yield "closing_date"
            return
        if _OPENS_EN.search(words):
            yield "opening_date"
            return


def _enters(read: Read, span: DateSpan) -> bool:
    """大会8日在浙江登场: said of the summit that its clause names before the day, nothing else in between."""
    start, end = read.clause(span.start)
    enters = re.search(r"登场(?!的)", read.text[span.end : end])
    before = [mention for mention in read.mentions if start <= mention.start < span.start]
    return bool(
        enters
        and before
        and before[-1].owner is Owner.SUMMIT
        and not re.search(r"[”论坛]", read.text[before[-1].end : end])
    )


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
