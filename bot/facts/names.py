"""The series' names as patterns: who or what a stretch of text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from enum import StrEnum

from bot.config import Series
from bot.facts.hints import has_any


class Owner(StrEnum):
    """Whom a figure, a date or a theme belongs to."""

    SUMMIT = "summit"
    EXPO = "expo"
    CONTEST = "contest"
    CASES = "cases"
    AWARD = "award"
    ORGANISATION = "organisation"
    FORUM = "forum"
    PRESS = "press"
    OTHER = "other"
    # The series' name in the title of an officer or an award: it owns nothing, and hides the words within.
    NOBODY = "nobody"


PROGRAMMES = frozenset((Owner.EXPO, Owner.CONTEST, Owner.CASES, Owner.AWARD))


@dataclass(frozen=True, slots=True)
class Mention:
    """An owner named at `start:end`. `named` is true for a name of its own, not just 峰会, 博览会 or "the summit"."""

    start: int
    end: int
    owner: Owner
    named: bool = False


# The words that stand for an edition once the series was named; "the conference" in English.
_GENERIC_ZH = (
    r"(?:本届|本次|此次|这次|今年|该届|上届|上一届|前一届|历届|往届|当届)?的?(?:峰会|大会|盛会)(?!堂|员|上的)"
    r"|与会(?:嘉宾|代表|人士|各方|者)|(?:本届|此次|本次|该届|上届|上一届)(?!.{0,8}(?:大赛|博览会|展会|论坛))"
)
_GENERIC_EN = r"\b(?:the|this year's|last year's|this|annual|three-day|four-day)\s+(?:summit|conference|event|gathering|meeting)\b"
# A meeting of its own: the series' name, then another name that ends in one of these words.
_MEETING_ENDS = ("峰会", "论坛", "对话", "研讨会", "年会", "座谈会")
# Behind the series' name: its officers and its doings as a body are no edition.
_OFFICERS = (
    r"国际组织成立|秘书长|秘书处|理事长|理事会|主席|副|名誉|会员|(?:[、和与][^，。]{2,20})?(?:共同|联合)?主办"
    r"|\s*(?:Awards?|Prize|Think Tank|Distinguished|Secretary|secretary)\b"
)
# 16个国际组织 and 国际组织代表 are other bodies.
_THE_BODY = r"(?<![个家、和与])"
_NO_BODY_EN = r"(?<!hosted by the )(?<!organized by the )(?<!organised by the )"
# What may stand between the series' name and such a word: a name, not the words of a sentence.
_NO_NAME = (
    r"(?!第|\d|在|于|将|的|上|是|为|等|与|和|及|秘书|理事长|副|主席|名誉|国际组织)"
    r"(?![^，。]{0,8}(?:设[置有立]|举办|举行|召开|开设|期间|安排|推出|首次|今年|[分主]论坛|平行论坛))"
    r"[^，。；、：（）()《》在于将的上是为等与和及0-9]{2,12}?"
)
# A forum as the subject of its clause: 数字经济论坛吸引…
_FORUM_SUBJECT = (
    r"(?<![场个届的主分平行])(?:[\u4e00-\u9fff“”、]{2,20}(?<!分)(?<!主)论坛|(?:该|本|此次|这一|本场)论坛)"
    r"(?=以|由|吸引|邀请|将|于|在|上|聚焦|围绕|共|设|主题|，以|，聚焦|，围绕|，吸引|是)"
)
# Other gatherings, by the kind of their name.
_ELSEWHERE = (
    "两会",
    "党代会",
    "人代会",
    "常委会",
    "运动会",
    "亚运会",
    "奥运会",
    "马拉松",
    "音乐节",
    "戏剧节",
    "艺术节",
    "数博会",
    "进博会",
    "广交会",
    "世博会",
    "智博会",
    "高交会",
    "消博会",
    "服贸会",
    "达沃斯",
    "博鳌",
    "世界人工智能大会",
    "世界移动通信大会",
    "培训班",
    "Davos",
    "CES",
    "Mobile World Congress",
    "World Economic Forum",
    "Boao",
)
_OTHER_NAME = (
    r"(?:中国国际|中国|国际|全球|世界)(?:(?![的后与和是])[\u4e00-\u9fff]){2,12}(?:博览会|交易会|进出口商品|年会)"
    # 中国互联网大会: a country's or a trade's own; and the symposia that others hold
    r"|(?:中国|全国)(?:(?![的后与和是在])[\u4e00-\u9fff]){2,10}大会(?!堂)|“[^”]{2,24}(?:研讨会|讲坛|学术会议)”"
)
_PRESS_ZH = (
    "新闻发布会",
    "媒体吹风会",
    "新闻通气会",
    "新闻通报会",
    "媒体见面会",
    "记者见面会",
    "新闻沟通会",
    "媒体沟通会",
    "通气会",
    "记者招待会",
    "记者会",
    "发布会",
    "吹风会",
)
_PRESS_EN = ("press conference", "news conference", "press briefing", "news briefing", "media briefing")


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of naming an owner. `hints` are words, one of which a text must have for the pattern to match."""

    owner: Owner
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    named: bool = False

    def narrowed(self, lowered: str) -> _Form:
        """The same form for pieces of this lower-case text: without hints, it matches nowhere in it."""
        return _Form(self.owner, self.pattern, tuple(hint for hint in self.hints if hint in lowered), self.named)

    def matches(self, text: str, lowered: str) -> Iterable[re.Match[str]]:
        """Every match in `text`, whose lower-case form is `lowered`."""
        for hint in self.hints:  # the innermost loop of reading: a call of its own would double the time
            if hint in lowered:
                return self.pattern.finditer(text)
        return ()


class Names:
    """Compiled patterns of a `Series`. Build once; `mentions(text)` is pure."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.place = series.place
        special = list(series.special_editions.values())
        self.alias = either([*series.aliases, *special])
        self._special = re.compile(either(special)) if special else None
        self._programmes = tuple(_programmes(series))
        short = (name.lower() for programme in series.programmes for name in programme.short_names)
        self._programme_hints = (*short, *(hint for form in self._programmes for hint in form.hints))
        self._other = tuple(_other_meetings(series))
        self._forms = tuple(_forms(series, self.alias, self._programmes))

    def narrowed(self, text: str) -> Names:
        """The same names without the forms that cannot occur anywhere in `text`: for reading its sentences."""
        lowered = text.lower()
        narrow = copy(self)
        narrow._other = tuple(form for form in (form.narrowed(lowered) for form in self._other) if form.hints)
        narrow._forms = tuple(form for form in (form.narrowed(lowered) for form in self._forms) if form.hints)
        return narrow

    @property
    def speak_of_series(self) -> bool:
        """True if a name of the series, of its organisation or of a programme is among the forms."""
        return any(form.named or form.owner is Owner.ORGANISATION for form in self._forms)

    def may_name_programme(self, text: str) -> bool:
        """False if no programme is named in `text`."""
        return has_any(text.lower(), self._programme_hints)

    def special_year(self, year: int) -> bool:
        """True for a year whose edition carried a name of its own."""
        return year in self.series.special_editions

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every owner named, in order, none overlapping; the more telling reading wins."""
        found: list[Mention] = []
        for mention in self._candidates(text):
            if not any(mention.start < other.end and other.start < mention.end for other in found):
                found.append(mention)
        if not found:
            return ()
        named = (mention for mention in found if mention.owner is not Owner.NOBODY)
        return tuple(sorted(named, key=lambda mention: mention.start))

    def _candidates(self, text: str) -> Iterator[Mention]:
        lowered = text.lower()
        for form in self._other:
            for match in form.matches(text, lowered):
                special = self._special is not None and self._special.search(match[0])
                if not special and not any(programme.pattern.search(match[0]) for programme in self._programmes):
                    yield Mention(match.start(), match.end(), Owner.OTHER)
        for form in self._forms:
            for match in form.matches(text, lowered):
                yield Mention(match.start(), match.end(), form.owner, form.named)


def _form(owner: Owner, pattern: str, hints: Iterable[str], named: bool = False) -> _Form:
    lowered = tuple(dict.fromkeys(hint.lower() for hint in hints))
    return _Form(owner, re.compile(pattern, re.IGNORECASE), lowered, named)


def _programmes(series: Series) -> Iterator[_Form]:
    """The programmes by their own names."""
    for programme in series.programmes:
        plain = programme.name.zh.replace("“", "").replace("”", "")
        names = [programme.name.zh, plain, programme.name.en, *programme.aliases]
        yield _form(Owner(programme.kind), either(names), names, named=True)


def _other_meetings(series: Series) -> Iterator[_Form]:
    """Meetings of the same organisation that are no editions: by their names, or by a name behind the series' own."""
    alias = either(series.aliases)
    if series.other_meetings:
        other = either(series.other_meetings)
        yield _form(Owner.OTHER, f"(?:{alias})[·—\\s“]*(?:{other})", series.other_meetings)
    elsewhere = f"(?!{re.escape(series.place.zh)}){_NO_NAME}"
    yield _form(Owner.OTHER, f"(?:{alias})[·—\\s“]*{elsewhere}(?:{'|'.join(_MEETING_ENDS)})", _MEETING_ENDS)
    if series.other_meetings:
        yield _form(Owner.OTHER, other, series.other_meetings)


def _forms(series: Series, alias: str, programmes: Iterable[_Form]) -> Iterator[_Form]:
    """Everything else, the more telling first."""
    aliases = [*series.aliases, *series.special_editions.values()]
    no_edition = "|".join([_OFFICERS, either(series.undertakings)] if series.undertakings else [_OFFICERS])
    yield from programmes
    yield _form(Owner.NOBODY, rf"(?:{alias})(?:{no_edition})", aliases)
    body = either(series.organisation_aliases) if series.organisation_aliases else r"(?!)"
    yield _form(
        Owner.ORGANISATION,
        rf"{_THE_BODY}(?:{body}|(?:{alias})(?:国际组织|会员|秘书处|理事会))"
        r"(?!代表|、|等|和|负责|机构|专家|高管|官员|合作)(?!成立(?:后|以来)|成立的第)",
        [*series.organisation_aliases, "国际组织", "会员", "秘书处", "理事会"],
    )
    yield _form(
        Owner.OTHER,
        _OTHER_NAME,
        ("博览会", "交易会", "进出口商品", "年会", "中国", "全国", "研讨会", "讲坛", "学术会议"),
    )
    for programme in series.programmes:
        if programme.short_names:
            yield _form(Owner(programme.kind), either(programme.short_names), programme.short_names)
    yield _form(Owner.OTHER, either(_ELSEWHERE), _ELSEWHERE)
    yield _form(Owner.PRESS, f"{'|'.join(_PRESS_ZH)}|\\b(?:{'|'.join(_PRESS_EN)})\\b", (*_PRESS_ZH, *_PRESS_EN))
    yield _form(Owner.SUMMIT, rf"{_NO_BODY_EN}(?:{alias})(?!{no_edition})", aliases, named=True)
    yield _form(Owner.FORUM, _FORUM_SUBJECT, ("论坛",))
    yield _form(
        Owner.SUMMIT, _GENERIC_ZH, ("峰会", "大会", "盛会", "与会", "本届", "此次", "本次", "该届", "上届", "上一届")
    )
    yield _form(Owner.SUMMIT, _GENERIC_EN, ("summit", "conference", "event", "gathering", "meeting"))


def either(names: Iterable[str]) -> str:
    """One pattern for all names, the longest first; blanks of English names match any blank, Latin ones at word ends."""
    patterns = []
    for name in sorted(set(names), key=len, reverse=True):
        pattern = re.escape(name).replace(r"\ ", r"\s+")
        patterns.append(rf"\b{pattern}s?\b" if name.isascii() else pattern)
    return "|".join(patterns)
