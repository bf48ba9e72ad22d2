"""Which edition a stretch of text speaks of: 2024年…峰会, 第五届, 今年, 上届, and totals that belong to none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.facts.hints import is_chinese
from bot.facts.names import Mention, Names, Owner
from bot.facts.numerals import parse_ordinal

# An edition that is none: totals over several years, earlier editions as a group.
NO_EDITION = 0
ORDINAL = r"第\s?([〇零一二三四五六七八九十百\d]{1,4})\s?届"

_SUMMIT_WORD = r"(?:峰会|大会|盛会|会议)"
_THIS = re.compile(
    r"今年|本届|此次(?:峰会|大会)|本次(?:峰会|大会)|这次(?:峰会|大会)|this year(?:'s|’s)?|this edition", re.IGNORECASE
)
_LAST = re.compile(r"去年|上届|上一届|前一届|last year(?:'s|’s)?|(?:the )?previous (?:edition|year)", re.IGNORECASE)
_BEFORE_LAST = re.compile(r"前年")
_NEXT = re.compile(r"明年|下届|下一届|next year(?:'s|’s)?", re.IGNORECASE)
_RELATIVE = re.compile(r"[今去前明]年|[本上下前]一?届|[此本这]次|[Tt]his|[Ll]ast|[Pp]revious|[Nn]ext")
_SEVERAL = re.compile(
    r"(?:历届|往届|历年)(?![^，。]{0,6}(?:最|新高|之冠))|前[两二三四五六七八九十\d]+届"
    r"|[一二三四五六七八九十\d]+(?:多|余)?年(?:来|间)|(?:[从自]?\d{4}年|届)以来|(?:举办|创办|成立|创立)(?:\d+年)?以来|多年来"
    r"|[从自]\d{4}年[^，。]{0,14}?(?:算起|起|开始|至今|到\d{4}年|至\d{4}年)|先后(?:接待|迎来|吸引)|迄今|至今(?!年)"
    r"|过去[\d一二三四五六七八九十]+年"
    r"|cumulative|so far|(?<!th )since 20\d\d|over (?:the (?:past|years)|that time)|(?:in|during) that (?:time|period)"
    r"|in total since|previous editions|past (?:\w+ )?(?:years|editions)|decade",
    re.IGNORECASE,
)
# Without any of these no total is told; `_SEVERAL` itself is dear.
_SEVERAL_ZH = re.compile(r"届|历年|年[来间]|以来|[从自]\d{4}年|先后|迄今|至今|过去")
_SEVERAL_EN = re.compile(
    r"cumulative|so far|since 20|over th|that (?:time|period)|in total since|previous ed|past |decade"
)
# 成立后的第一届 counts from something else than the first edition.
_COUNTED_FROM = re.compile(r"(?:成立|转型|升级|恢复)[^，。]{0,12}(?:后|以来)的?[^，。]{0,6}$")
_FIRST_SINCE = re.compile(r"[^.;]{0,40}?\bsince [^.;]{0,90}?\b(?:establish|found|launch|creat|inaugurat)")
_ORDINAL_EN = (
    r"(?:the\s+)?(\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth)"
)
_YEAR = re.compile(r"(\d{4})\s?年(?:\d{1,2}\s?月)?")
_YEAR_EN = re.compile(r"(?<![\d-])(?<!since )((?:19|20)\d\d)\b(?![-\d])")
_OPENS = " “（(—-·\u3000"
_BESIDE_BEFORE = re.compile(r"(\d{4})年[^。；]{0,12}$")
_BESIDE_BEHIND = re.compile(r"[^。；，]{0,16}[（(](\d{4})(?:年)?[)）]")
# Without any of these a text names no edition: the patterns need not be tried.
_HINT = re.compile(r"[年届]|\d{4}|先后|迄今|至今|以来|[此本这]次")
# A character of each of those: the cheapest look.
_GLANCE = re.compile(r"[年届次\d先迄至以]")
_HINT_LATIN = re.compile(
    r"year|edition|th\b|decade|cumul|so far|first|second|third|conf|summit|that (?:time|period)|over the|past"
)
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class EditionMark:
    """From `start` on the text speaks of the edition of `year` (NO_EDITION: of none).

    `named`: an edition by name, which is carried to what follows.
    """

    start: int
    end: int
    year: int
    named: bool


class Editions:
    """Compiled patterns of a series. `marks(…)` is pure."""

    def __init__(self, names: Names) -> None:
        self._first_year = names.series.first_year
        self._year_of = names.series.year_of_ordinal
        place = re.escape(names.place.zh)
        undertakings = "|".join([r"\s*(?:Awards?|Prize)\b", *map(re.escape, names.series.undertakings)])
        alias = rf"(?:{names.alias}|(?:{place})?{_SUMMIT_WORD})(?!{undertakings})"
        self._alias = re.compile(alias, re.IGNORECASE)
        self._name = re.compile(names.alias, re.IGNORECASE)
        self._year_and_name = re.compile(rf"(\d{{4}})\s?年(?:度)?的?(?:{ORDINAL})?[“「]?{alias}", re.IGNORECASE)
        self._year_and_name_en = re.compile(
            rf"\b((?:19|20)\d\d)\s+(?:edition of the )?(?:{names.alias}|summit\b|conference\b)", re.IGNORECASE
        )
        self._ordinal = re.compile(
            rf"(?:{ORDINAL}|(首)届)[“「]?(?={alias}|，|。|在|于|的|则|是|[\s（(]|$)"
            rf"|\b{_ORDINAL_EN}\s+(?:edition|{names.alias}|annual)",
            re.IGNORECASE,
        )

    def marks(
        self, text: str, mentions: Sequence[Mention], article_year: int, main: int | None
    ) -> tuple[EditionMark, ...]:
        """Every mark in order, none overlapping; 今年 is the year of the article, 本届 the edition it is about."""
        if not (_GLANCE.search(text) and _HINT.search(text)) and not (
            _LATIN.search(text) and _HINT_LATIN.search(text.lower())
        ):
            return ()
        found: list[EditionMark] = []
        for mark in self._candidates(text, mentions, article_year, main):
            if not any(mark.start < other.end and other.start < mark.end for other in found):
                found.append(mark)
        return tuple(sorted(found, key=lambda mark: mark.start)) if len(found) > 1 else tuple(found)

    def _candidates(
        self, text: str, mentions: Sequence[Mention], article_year: int, main: int | None
    ) -> Iterator[EditionMark]:
        """The more telling first."""
        for match in _SEVERAL.finditer(text) if _may_tell_several(text) else ():
            yield EditionMark(match.start(), match.end(), NO_EDITION, False)
        foreign = [mention for mention in mentions if mention.owner not in (Owner.SUMMIT, Owner.FORUM)]
        for pattern in (self._year_and_name, self._year_and_name_en) if "20" in text or "19" in text else ():
            for match in pattern.finditer(text):
                if not any(match.start() < m.end and m.start < match.end() for m in foreign):
                    yield EditionMark(match.start(), match.end(), int(match[1]), True)
        yield from self._ordinals(text, foreign, article_year)
        yield from _years(text, mentions)
        yield from _relative(text, article_year, main)

    def _ordinals(self, text: str, foreign: Sequence[Mention], article_year: int) -> Iterator[EditionMark]:
        for match in self._ordinal.finditer(text) if "届" in text or _LATIN.search(text) else ():
            ordinal = 1 if match[2] else parse_ordinal(match[1] or match[3])
            claimed = any(match.start() <= mention.start <= match.end() + 2 for mention in foreign)
            if ordinal is None or claimed or _COUNTED_FROM.search(text[: match.start()]):
                continue
            if match[3] and _FIRST_SINCE.match(text, match.end()):
                continue  # the first annual gathering since the body was founded
            named = self._alias.match(text, match.end()) or (match[3] and self._name.search(match[0]))
            if not named and not (self._first_year and _bare_ordinal(text, match)):
                continue
            year = _beside(text, match) or (self._year_of(ordinal) if self._first_year else article_year)
            if year:
                yield EditionMark(match.start(), match.end(), year, True)


def _may_tell_several(text: str) -> bool:
    if _SEVERAL_ZH.search(text):
        return True
    return _LATIN.search(text) is not None and _SEVERAL_EN.search(text.lower()) is not None


def _years(text: str, mentions: Sequence[Mention]) -> Iterator[EditionMark]:
    """A year alone; at the head of a sentence on the summit it names the edition (2019年，峰会……)."""
    for match in _YEAR.finditer(text) if "年" in text else ():
        later = [mention for mention in mentions if mention.start >= match.end()]
        opens = not text[: match.start()].strip(_OPENS) and bool(later) and later[0].owner is Owner.SUMMIT
        yield EditionMark(match.start(), match.end(), int(match[1]), opens)
    if not is_chinese(text):
        for match in _YEAR_EN.finditer(text):
            yield EditionMark(match.start(), match.end(), int(match[1]), False)


def _relative(text: str, article_year: int, main: int | None) -> Iterator[EditionMark]:
    """今年 and 去年 count from the article's year, 本届 and 上届 from the edition it is about."""
    if not _RELATIVE.search(text):
        return
    for match in _THIS.finditer(text):
        said_year = match[0].startswith("今年") or match[0].lower().startswith("this year")
        year = article_year if said_year else main
        if year:
            yield EditionMark(match.start(), match.end(), year, False)
    for match in _LAST.finditer(text):
        base = article_year if match[0] == "去年" or "last year" in match[0].lower() else main or article_year
        yield EditionMark(match.start(), match.end(), base - 1, False)
    for match in _BEFORE_LAST.finditer(text):
        yield EditionMark(match.start(), match.end(), article_year - 2, False)
    for match in _NEXT.finditer(text):
        base = article_year if match[0] == "明年" or "next year" in match[0].lower() else main or article_year
        yield EditionMark(match.start(), match.end(), base + 1, False)


def _bare_ordinal(text: str, match: re.Match[str]) -> bool:
    """第三届 alone, as in a list of editions: only where no other word claims it."""
    free = re.match(r"[，。在于的则是\s（(]", text[match.end() : match.end() + 1])
    return bool(free) and not re.search(r"大赛|博览会|论坛|展", text[: match.start()][-12:])


def _beside(text: str, match: re.Match[str]) -> int | None:
    """The year said just before or just behind the ordinal."""
    if before := _BESIDE_BEFORE.search(text[: match.start()]):
        return int(before[1])
    behind = _BESIDE_BEHIND.match(text, match.end())
    return int(behind[1]) if behind else None
