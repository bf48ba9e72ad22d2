"""Press conferences: a day, a place, announced or held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.date import PartialDate
from bot.corpus.reading import simplified
from bot.facts.dates import DatePoint, DateSpan
from bot.facts.fact import Fact, Phase
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_PRESS = re.compile(
    r"新闻发布会|媒体吹风会|新闻吹风会|新闻通气会|媒体通气会|新闻通报会|吹风会|通气会|记者招待会|记者会|(?:总结|闭幕|成果)发布会"
    r"|(?<=举行)发布会|(?:press|news|media) (?:conference|briefing)",
    re.IGNORECASE,
)
# What is longer is no sentence that a person wrote.
_LONGEST_SENTENCE = 4000
# Without any of these a sentence names none.
_HINTS = ("发布会", "风会", "气会", "通报会", "招待会", "记者会", "onference", "riefing")
# 国新办就……举行发布会: without the word 新闻 only where the government's press office holds it.
_OFFICE = re.compile(r"国新办|国务院新闻办|新闻办公室")
_TRANSCRIPT = re.compile(r"发布会[^，。]{0,4}(?:实录|直播)")
_AFTERWARDS = re.compile(r"随后")
_HELD = re.compile(r"(?:上午|下午|晚上?)?(?:[在于][^，。；]{2,10})?(?:举行|召开|举办)")
_PLACE = re.compile(
    r"(?:在|于)(?!随后|此前|稍早|稍后|同期|会后)(?P<place>(?:(?![今昨前明日天月年])[\u4e00-\u9fff]){2,8}?)(?:举行|召开|举办)(?!的?(?:20\d\d年|世界|第))"
)
_PLACE_EN = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing)[^.;]{0,30}? in (?P<place>[A-Z]\w+)", re.IGNORECASE
)
# Not about the summit as a whole.
_OF_ANOTHER = re.compile(r"大赛|博览会|成果|产业|企业|产品|科技奖|expo\b|competition", re.IGNORECASE)
# The weekly conference of a ministry, where the summit is one question of many.
REGULAR = re.compile(
    r"例行(?:新闻)?(?:记者会|发布会|吹风会)|\b(?:regular|daily|weekly|routine) (?:press|news|media)?\s?(?:conference|briefing)",
    re.IGNORECASE,
)
_FOREIGN = frozenset({Owner.EXPO, Owner.CONTEST, Owner.OTHER, Owner.AWARD, Owner.CASES})


def extract(reading: Reading) -> Iterator[Fact]:
    """`press_conference` of the edition spoken of, one fact a day."""
    found = False
    for read in reading.reads:
        if len(read.text) > _LONGEST_SENTENCE or not has_any(read.text, _HINTS) or REGULAR.search(read.text):
            continue
        for match in _PRESS.finditer(read.text):
            fact = _fact(reading, read, match) if not _is_foreign(read, match) else None
            if fact:
                found = True
                yield fact
    if not found:
        yield from _transcript(reading)


def _transcript(reading: Reading) -> Iterator[Fact]:
    """The minutes of a press conference bear its day, if they say no other."""
    day, first = reading.document.date, next(iter(reading.reads), None)
    if first and reading.edition and day.is_full and _TRANSCRIPT.search(simplified(reading.document.title)):
        yield Fact(
            subject=summit(reading.edition),
            predicate="press_conference",
            value=day,
            phase=Phase.REPORTED,
            sources=(reading.cite(first),),
        )


def _fact(reading: Reading, read: Read, match: re.Match[str]) -> Fact | None:
    span = _day(read, match)
    day = _resolved(reading, read, span) if span else _afterwards(read, match)
    year = read.edition_at(match.start()) or reading.edition
    if day is None or year is None or not day.is_full:
        return None
    place = (_PLACE if read.is_chinese else _PLACE_EN).search(
        read.text, read.clause(min(span.start if span else match.start(), match.start()))[0], match.end() + 40
    )
    return Fact(
        subject=summit(max(year, day.year)),
        predicate="press_conference",
        value=day,
        place=place["place"] if place else None,
        phase=reading.phase(read, match.start(), None, day),
        sources=(reading.cite(read),),
    )


def _resolved(reading: Reading, read: Read, span: DateSpan) -> PartialDate | None:
    """峰会将于11月6日开幕。17日举行发布会 of 18 October: a day without a month is the article's, not the summit's."""
    day, article = read.resolve(span.first, span.start), reading.document.date
    late = day is not None and article.is_full and day.first > article.first
    if late and span.first.day and not span.first.month and span.first.day <= (article.day or 0):
        return PartialDate(article.year, article.month, span.first.day)
    return day


def _afterwards(read: Read, match: re.Match[str]) -> PartialDate | None:
    """在随后举行的新闻发布会上: the day spoken of before."""
    start, _ = read.clause(match.start())
    return read.last_day if _AFTERWARDS.search(read.text, start, match.start()) else None


def _day(read: Read, match: re.Match[str]) -> DateSpan | None:
    """The day nearest before the press conference, else the next in its clause, else one that opens the sentence."""
    start, end = read.clause(match.start())
    days = [
        span
        for span in read.dates
        if (span.first.day or span.first == DatePoint()) and not span.dateline and not span.last
    ]
    before = [span for span in days if start <= span.start < match.start()]
    behind = [span for span in days if match.end() <= span.start < end and not _opens_another(read, match.end(), span)]
    earlier = [span for span in days if span.end <= start and not _another_subject(read, span.end, match.start())]
    if before:
        held = [span for span in before if _HELD.match(read.text, span.end)]
        return (held or before)[-1]
    return behind[0] if behind else (earlier[-1] if earlier else None)


def _opens_another(read: Read, start: int, span: DateSpan) -> bool:
    """获悉, 介绍: what follows is what was said there."""
    return bool(
        re.search(r"获悉|了解|介绍|宣布|表示|透露|通报|公布|上|\bthat\b|\bsaid\b(?! on)", read.text[start : span.start])
    )


def _another_subject(read: Read, start: int, end: int) -> bool:
    return bool(re.search(r"[。；]", read.text[start:end])) or read.text[start:end].count("，") > 2


def _is_foreign(read: Read, match: re.Match[str]) -> bool:
    before = read.text[max(0, match.start() - 14) : match.start()]
    if match[0] == "发布会" and not _OFFICE.search(read.text, 0, match.start()):
        return True
    return bool(_OF_ANOTHER.search(before)) or read.owner_at(match.start()) in _FOREIGN
