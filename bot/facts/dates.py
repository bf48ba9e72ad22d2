"""Dates in running text, Chinese and English, as far as the words go.

What a text leaves out (the year of 11月9日, the month of 9日) stays out here; `bot.facts.reading` fills it in from the scope.
Words that count from the article's date (今年, 去年, 昨天, 本月, "on Wednesday") are resolved against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.corpus.date import PartialDate
from bot.facts.hints import is_chinese
from bot.facts.numerals import parse_integer


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A day as far as it is said; `year` is None where the text leaves it out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def resolve(self, year: int | None, month: int | None = None) -> PartialDate | None:
        """Filled in with `year` and, for a bare day, `month`; None if that is no date."""
        filled_year = self.year or year
        filled_month = self.month or (month if self.day else None)
        if not filled_year or (self.day and not filled_month):
            return None
        try:
            return PartialDate(filled_year, filled_month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date, or a range of two, at `start:end` of the text.

    `dateline` marks the line of an agency (新华社杭州11月9日电). `relative` marks a day counted from the article's date.
    """

    start: int
    end: int
    first: DatePoint
    last: DatePoint | None = None
    dateline: bool = False
    relative: bool = False

    @property
    def same_day(self) -> bool:
        """True for 当日 and 同日: the day named last before."""
        return self.first == DatePoint()


_HAN = "〇零一二三四五六七八九十"
_YEAR = rf"(?:(?P<y{{n}}>\d{{{{4}}}}|[{_HAN}]{{{{4}}}})\s?年|(?P<r{{n}}>今|去|前|明|本|当|同)年)"
_MONTH = rf"(?P<m{{n}}>\d{{{{1,2}}}}|[{_HAN}]{{{{1,3}}}}|本|上|下)\s?月(?:份)?"
_DAY = rf"(?P<d{{n}}>\d{{{{1,2}}}}|[{_HAN}]{{{{1,3}}}})\s?[日号]"
_BARE_DAY = r"(?P<b{n}>\d{{1,2}})"
_TO = r"\s?(?:起?至|开始至|起到|到|－|-|–|—{1,2}|一{1,2}|~|～|、|和)\s?"


def _point(n: int, template: str) -> str:
    return template.format(n=n)


# What a Chinese date begins with; looking for it first is cheaper than trying each form everywhere.
_STARTS = rf"(?=[\d{_HAN}今去前明本当同上下])"
_ZH_RANGE = re.compile(
    # 一连三日至28日: the three days are a duration.
    rf"{_STARTS}(?<!一连)(?<!连续)(?<!为期)(?<!历时)(?:{_point(1, _YEAR)}\s?)?(?:{_point(1, _MONTH)}\s?)?(?:{_point(1, _DAY)}|{_point(1, _BARE_DAY)})"
    rf"(?:[（(][^（()）]{{1,6}}[)）])?"
    rf"{_TO}(?:{_point(2, _YEAR)}\s?)?(?:{_point(2, _MONTH)}\s?)?{_point(2, _DAY)}"
)
_ZH_FROM_TODAY = re.compile(
    rf"即日起?\s?(?:至|到)\s?(?:{_point(2, _YEAR)}\s?)?(?:{_point(2, _MONTH)}\s?)?{_point(2, _DAY)}"
)
_ZH_SINGLE = re.compile(
    rf"{_STARTS}(?:{_point(1, _YEAR)}\s?(?:{_point(1, _MONTH)}\s?(?:{_point(1, _DAY)})?)?"
    rf"|(?P<m3>\d{{1,2}}|[{_HAN}]{{1,3}}|本|上|下)\s?月(?:份)?\s?(?P<d3>(?:\d{{1,2}}|[{_HAN}]{{1,3}})(?=\s?[日号]))?(?:\s?[日号])?"
    rf"|(?<![\d.])(?<!一连)(?<!连续)(?<!为期)(?<!历时)(?P<d4>\d{{1,2}}|[{_HAN}]{{1,3}})\s?[日号](?![线码楼馆]))"
)
# 昨（7）日 as Taiwan's papers print it.
_ZH_BRACKETED = re.compile(r"[今昨明前][（(](?P<d1>\d{1,2})[)）][日天]")
_ZH_SAME_DAY = re.compile(r"当日|当天|同日")
_ZH_RELATIVE = re.compile(r"今天|今日|今晨|今晚|昨天|昨日|昨晚|前天|前日|明天|明日|后天")
_ISO = re.compile(
    r"(?<![\d.])(?P<y1>\d{4})[-./](?P<m1>\d{1,2})[-./](?P<d1>\d{1,2})(?:\s?(?:-|–|—|~|至)\s?(?:(?P<m2>\d{1,2})[./-])?(?P<d2>\d{1,2}))?(?![\d.])"
)
_ISO_HINT = re.compile(r"\d[-./]\d")
_OFFSETS = {"今": 0, "昨": -1, "明": 1, "后": 2}

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_EN_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_EN_TO = r"\s?(?:to|through|till|until|and|-|–|—)\s?"
_EN_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_EN_WITH_MONTH = (
    # November 9-11, 2022 · from Nov. 9 to Nov. 11
    re.compile(
        rf"\b(?P<m1>{_EN_MONTH})\s?(?P<d1>{_EN_DAY}){_EN_TO}(?:(?P<m2>{_EN_MONTH})\s?)?(?P<d2>{_EN_DAY})\b(?!,?\d)"
        r"(?:,?\s(?P<y2>\d{4})\b)?",
        re.IGNORECASE,
    ),
    # 9-11 November 2022 · 30 November to 2 December 2016
    re.compile(
        rf"\b(?P<d1>{_EN_DAY})(?:\s(?P<m1>{_EN_MONTH}))?{_EN_TO}(?P<d2>{_EN_DAY})\s(?P<m2>{_EN_MONTH})(?:,?\s(?P<y2>\d{{4}})\b)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<m1>{_EN_MONTH})\s?(?P<d1>{_EN_DAY})\b(?!,\d)(?:,?\s(?P<y1>\d{{4}})\b)?", re.IGNORECASE),
    re.compile(rf"\b(?P<d1>{_EN_DAY})\s(?P<m1>{_EN_MONTH})(?:,?\s(?P<y1>\d{{4}})\b)?", re.IGNORECASE),
    re.compile(rf"\b(?P<m1>{_EN_MONTH})(?:,|\sof)?\s(?P<y1>\d{{4}})\b", re.IGNORECASE),
)
_EN_YEAR = re.compile(r"(?<![\d-])(?P<y1>(?:19|20)\d{2})\b(?![-\d])")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EN_WEEKDAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")\b", re.IGNORECASE)
_EN_WEEKDAYS = re.compile(
    rf"\b({'|'.join(_WEEKDAYS)})\s?(?:to|through|until|-|–|—)\s?({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE
)
_EN_AHEAD = re.compile(
    r"\b(?:will|is to|are to|opens|kicks off|ends|closes|concludes|wraps up|winds up|comes to|draws to|gets under|commences|begins|starts|runs|through|until|scheduled|due|upcoming|next)\b[^.;]*$",
    re.IGNORECASE,
)
_EN_AHEAD_REACH = 90
_EN_RELATIVE = re.compile(r"\b(today|yesterday|tomorrow)\b", re.IGNORECASE)


# 11月9日电 · 8日讯: the line of an agency or a paper, which gives the day of writing.
_DATELINE = re.compile(r"\s?(?:电(?![视话子商影竞脑力池])|讯(?![息问])|消息)")
_DATELINE_EN = re.compile(
    r"\W*(?:[A-Z][A-Z.'’ -]+|(?!(?:In|On|At|From|Since|Held|Until|By) )[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2})(?:, [^,()]{2,24}){0,2}, ?"
)
_DATELINE_EN_ENDS = re.compile(r" ?(?:\([^()]{2,40}\) ?|/[^/]{2,24}/ ?)?(?:--?|–|—) ")
_AGENCY_EN = re.compile(r"\W*\([^()]{2,30}, ")
_LONGEST_DATELINE = 60
# What is dated longer before the article is no line of its day.
_LATEST_PRINT = timedelta(days=31)
# Without any of these a text has no date: the patterns need not be tried.
_HINT_ZH = re.compile(r"[\d年月日号天晨晚]")
_HINT_EN = re.compile(r"\d|day\b|tomorrow")
_MONTH_HINT = re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")


def find_dates(text: str, article: PartialDate) -> tuple[DateSpan, ...]:
    """Every date of `text` in order, none overlapping another; `article` is the day the text was published."""
    chinese = is_chinese(text)
    if not (_HINT_ZH.search(text) if chinese else _HINT_EN.search(text.lower())):
        return ()
    taken: list[DateSpan] = []
    for span in _chinese(text, article) if chinese else _english(text, article):
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
    return tuple(sorted(taken, key=lambda span: span.start)) if len(taken) > 1 else tuple(taken)


def published(dates: Iterable[DateSpan], article: PartialDate) -> PartialDate | None:
    """The day of the dateline among `dates`, from which 今天 and "on Monday" count; None without one near `article`."""
    for line in dates:
        day = line.first.resolve(article.year, article.month) if line.dateline else None
        if day and day.is_full and day.first > article.last and line.first.year is None:
            day = line.first.resolve(article.year - 1, 12)  # 12月31日电 in the paper of 1 January
        if day and day.is_full and timedelta(0) <= article.last - day.first <= _LATEST_PRINT:
            return day
    return None


def _is_english_dateline(text: str, start: int, end: int) -> bool:
    """BEIJING, Dec. 9 (Xinhua) -- … and (Xinhua, Dec. 9) at the head of a sentence."""
    if start > _LONGEST_DATELINE:
        return False
    return bool(
        (_DATELINE_EN.fullmatch(text, 0, start) and _DATELINE_EN_ENDS.match(text, end))
        or (_AGENCY_EN.fullmatch(text, 0, start) and text.startswith(")", end))
    )


def _chinese(text: str, article: PartialDate) -> Iterator[DateSpan]:
    """The longer readings first."""
    yield from _iso(text, article)
    for match in _ZH_FROM_TODAY.finditer(text) if "即日" in text else ():
        if article.is_full:
            last = _read(match, "2", article)
            first = DatePoint(article.year, article.month, article.day)
            yield DateSpan(match.start(), match.end(), first, _continue(first, last))
    for match in _ZH_SAME_DAY.finditer(text) if "当" in text or "同日" in text else ():
        yield DateSpan(match.start(), match.end(), DatePoint(), relative=True)
    day = "日" in text or "号" in text
    for match in _ZH_BRACKETED.finditer(text) if "）" in text or ")" in text else ():
        yield _span(match, text, article)
    for match in _ZH_RANGE.finditer(text) if day else ():
        yield _span(match, text, article)
    for match in _ZH_SINGLE.finditer(text) if day or "年" in text or "月" in text else ():
        yield _span(match, text, article)
    for match in _ZH_RELATIVE.finditer(text):
        offset = _OFFSETS.get(match[0][0], -2)
        yield from _counted(match, article, offset)


def _english(text: str, article: PartialDate) -> Iterator[DateSpan]:
    """The longer readings first."""
    lowered = text.lower()
    yield from _iso(text, article)
    for pattern in _EN_WITH_MONTH if _MONTH_HINT.search(lowered) else ():
        for match in pattern.finditer(text):
            yield _span(match, text, article)
    for match in _EN_YEAR.finditer(text):
        yield _span(match, text, article)
    if "day" not in lowered and "tomorrow" not in lowered:
        return
    for match in _EN_RELATIVE.finditer(text):
        yield from _counted(match, article, {"today": 0, "yesterday": -1, "tomorrow": 1}[match[0].lower()])
    if article.is_full:
        yield from _weekdays(text, article)


def _iso(text: str, article: PartialDate) -> Iterator[DateSpan]:
    for match in _ISO.finditer(text) if _ISO_HINT.search(text) else ():
        yield _span(match, text, article)


def _weekdays(text: str, article: PartialDate) -> Iterator[DateSpan]:
    """`Wednesday through Friday` and single weekdays, as days near the article's date."""
    for match in _EN_WEEKDAYS.finditer(text):
        first, last = (_WEEKDAYS.index(match[n].lower()) for n in (1, 2))
        passed, length = (article.first.weekday() - first) % 7, (last - first) % 7
        under_way = passed <= length  # the article appears on one of the days
        day = article.first - timedelta(days=passed) if under_way else _weekday(text, match.start(), match[1], article)
        end = day + timedelta(days=length)
        yield DateSpan(match.start(), match.end(), _point_of(day), _point_of(end), relative=True)
    for match in _EN_WEEKDAY.finditer(text):
        day = _weekday(text, match.start(), match[0], article)
        yield DateSpan(match.start(), match.end(), _point_of(day), relative=True)


def _weekday(text: str, position: int, name: str, article: PartialDate) -> date:
    """The day a weekday means: the next one where the words before it look ahead, else the last, today included."""
    offset = (_WEEKDAYS.index(name.lower()) - article.first.weekday()) % 7
    ahead = _EN_AHEAD.search(text, max(0, position - _EN_AHEAD_REACH), position)
    return article.first + timedelta(days=offset if ahead or offset == 0 else offset - 7)


def _point_of(day: date) -> DatePoint:
    return DatePoint(day.year, day.month, day.day)


def _counted(match: re.Match[str], article: PartialDate, days: int) -> Iterator[DateSpan]:
    if article.is_full:
        day = article.first + timedelta(days=days)
        yield DateSpan(match.start(), match.end(), DatePoint(day.year, day.month, day.day), relative=True)


def _span(match: re.Match[str], text: str, article: PartialDate) -> DateSpan:
    groups = match.groupdict()
    first = _read(match, "1", article)
    if groups.get("m3"):
        first = DatePoint(
            _relative_year(groups["m3"], article), _month(groups["m3"], article), _number(groups.get("d3"))
        )
    elif groups.get("d4"):
        first = DatePoint(day=_number(groups["d4"]))
    last = _read(match, "2", article) if groups.get("d2") else None
    if last is not None:
        # English puts the year (and 9-11 November the month) behind the second day.
        if first.year is None and last.year is not None:
            first = DatePoint(last.year, first.month, first.day)
        if first.month is None and last.month is not None:
            first = DatePoint(first.year, last.month, first.day)
        last = _continue(first, last)
    dateline = bool(_DATELINE.match(text, match.end()) or _is_english_dateline(text, match.start(), match.end()))
    return DateSpan(match.start(), match.end(), first, last, dateline=dateline)


def _read(match: re.Match[str], n: str, article: PartialDate) -> DatePoint:
    groups = match.groupdict()
    year = groups.get("y" + n)
    relative = groups.get("r" + n)
    month = groups.get("m" + n)
    return DatePoint(
        _number(year) if year else _year_word(relative, article) or _relative_year(month, article),
        _month(month, article),
        _number(groups.get("d" + n) or groups.get("b" + n)),
    )


def _continue(first: DatePoint, last: DatePoint) -> DatePoint:
    """The second day of a range takes over what only the first day says."""
    month = last.month or first.month
    year = last.year or first.year
    if year and not last.year and first.month and last.month and last.month < first.month:
        year += 1
    return DatePoint(year, month, last.day)


def _year_word(word: str | None, article: PartialDate) -> int | None:
    offsets = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1}
    return article.year + offsets[word] if word in offsets else None


def _relative_year(month: str | None, article: PartialDate) -> int | None:
    """The year of 本月, 上月, 下月."""
    if month not in ("本", "上", "下") or article.month is None:
        return None
    return _shift(article, {"本": 0, "上": -1, "下": 1}[month]).year


def _month(text: str | None, article: PartialDate) -> int | None:
    if text is None:
        return None
    if text in ("本", "上", "下"):
        return _shift(article, {"本": 0, "上": -1, "下": 1}[text]).month if article.month else None
    if text.isascii() and not text.isdigit():
        return _MONTHS[text.lower().rstrip(".")]
    return _number(text)


def _shift(article: PartialDate, months: int) -> date:
    index = article.year * 12 + (article.month or 1) - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _number(text: str | None) -> int | None:
    if not text:
        return None
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else parse_integer(text)
