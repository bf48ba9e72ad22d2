"""The series' names as patterns: who or what a stretch of text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.config import Series


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
_GENERIC_ZH = r"(?:本届|本次|此次|这次|今年|该届|上届|上一届|前一届|历届|往届|当届)?的?(?:峰会|大会|盛会)(?!堂|员|上的)|与会(?:嘉宾|代表|人士|各方|者)|(?:本届|此次|本次|该届|上届|上一届)(?!.{0,8}(?:大赛|博览会|展会|论坛))"
_GENERIC_EN = r"\b(?:the|this year's|last year's|this|annual|three-day|four-day)\s+(?:summit|conference|event|gathering|meeting)\b"
# A meeting of its own: the series' name, then another name that ends in one of these words.
_MEETING_ENDS = r"(?:峰会|论坛|对话|研讨会|年会|座谈会)"
# Behind the series' name: its officers, its own deeds and its other undertakings are no edition.
_NO_EDITION_WORDS = (
    r"国际组织成立|秘书长|秘书处|理事长|理事会|主席|副|名誉|(?:[、和与][^，。]{2,20})?(?:共同|联合)?主办|杰出贡献奖|领先科技|智库|人工智能专|数字研修院|会员"
    r"|\s*(?:Awards?|Prize|Think Tank|Distinguished|Secretary|secretary)\b"
)
# 16个国际组织 and 国际组织代表 are other bodies.
_THE_BODY = r"(?<![个家、和与])"
_NO_BODY_EN = r"(?<!hosted by the )(?<!organized by the )(?<!organised by the )"
_NO_NAME = r"(?!乌镇|第|\d|在|于|将|的|上|是|为|等|与|和|及|秘书|理事长|副|主席|名誉|国际组织)[^，。；、：（）()《》在于将的上是为等与和及0-9]{2,12}?"
_FORUM_SUBJECT = r"(?<![场个届的主分平行])(?:[\u4e00-\u9fff“”、]{2,20}(?<!分)(?<!主)论坛|(?:该|本|此次|这一|本场)论坛)(?=(?:以|由|吸引|邀请|将|于|在|上|聚焦|围绕|共|设|主题|，以|，聚焦|，围绕|，吸引|是))"
# Other gatherings, by the kind of their name.
_ELSEWHERE = r"两会|党代会|人代会|常委会|运动会|亚运会|奥运会|马拉松|音乐节|戏剧节|艺术节|数博会|进博会|广交会|世博会|智博会|高交会|消博会|服贸会|达沃斯|培训班|Davos"
_OTHER_NAME = (
    r"(?:中国国际|中国|国际|全球|世界)(?:(?![的后与和是])[\u4e00-\u9fff]){2,12}(?:博览会|交易会|进出口商品|年会)"
)
_PRESS_ZH = r"(?:新闻发布会|媒体吹风会|新闻通气会|新闻通报会|通气会|记者招待会|记者会|发布会|吹风会)"
_PRESS_EN = r"\b(?:press conference|news conference|press briefing|news briefing|media briefing)\b"


class Names:
    """Compiled patterns of a `Series`. Build once; `mentions(text)` is pure."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.place = series.place
        special = list(series.special_editions.values())
        self.alias = _either([*series.aliases, *special])
        self.special = _either(special) if special else None
        meeting = re.compile(f"(?:{_either(series.aliases)})[·—\\s“]*{_NO_NAME}{_MEETING_ENDS}")
        other = [re.compile(_either(series.other_meetings), re.IGNORECASE)] if series.other_meetings else []
        full = (
            [re.compile(f"(?:{_either(series.aliases)})[·—\\s“]*(?:{_either(series.other_meetings)})", re.IGNORECASE)]
            if other
            else []
        )
        self._other = [*full, meeting, *other]
        organisation = _either(series.organisation_aliases) if series.organisation_aliases else r"(?!)"
        named = "|".join(
            (
                organisation,
                # The series' name before an office or a verb of the body is the organisation, not an edition.
                rf"(?:{self.alias})(?:国际组织|会员|秘书处|理事会)",
            )
        )
        self._patterns: tuple[tuple[Owner, re.Pattern[str], bool], ...] = (
            (Owner.NOBODY, re.compile(rf"(?:{self.alias})(?:{_NO_EDITION_WORDS})", re.IGNORECASE), False),
            (
                Owner.ORGANISATION,
                re.compile(
                    rf"{_THE_BODY}(?:{named})(?!代表|、|等|和|负责|机构|专家|高管|官员|合作)(?!成立(?:后|以来)|成立的第)",
                    re.IGNORECASE,
                ),
                False,
            ),
            *(
                (
                    Owner(programme.kind),
                    re.compile(self._programme(programme.name.zh, programme.name.en, programme.aliases), re.IGNORECASE),
                    True,
                )
                for programme in series.programmes
            ),
            (Owner.OTHER, re.compile(_OTHER_NAME), False),
            *(
                (Owner(programme.kind), re.compile(_either(programme.short_names), re.IGNORECASE), False)
                for programme in series.programmes
                if programme.short_names
            ),
            (Owner.OTHER, re.compile(_ELSEWHERE), False),
            (Owner.PRESS, re.compile(f"{_PRESS_ZH}|{_PRESS_EN}", re.IGNORECASE), False),
            (Owner.SUMMIT, re.compile(rf"{_NO_BODY_EN}(?:{self.alias})(?!{_NO_EDITION_WORDS})", re.IGNORECASE), True),
            (Owner.FORUM, re.compile(_FORUM_SUBJECT), False),
            (Owner.SUMMIT, re.compile(f"{_GENERIC_ZH}|{_GENERIC_EN}", re.IGNORECASE), False),
        )

    @staticmethod
    def _programme(zh: str, en: str, aliases: Iterable[str]) -> str:
        plain = zh.replace("“", "").replace("”", "")
        return _either([zh, plain, en, *aliases])

    def special_year(self, year: int) -> bool:
        """True for a year whose edition carried a name of its own."""
        return year in self.series.special_editions

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every owner named, in order, none overlapping; the more telling reading wins."""
        found: list[Mention] = []
        for mention in self._candidates(text):
            if not any(mention.start < other.end and other.start < mention.end for other in found):
                found.append(mention)
        named = (mention for mention in found if mention.owner is not Owner.NOBODY)
        return tuple(sorted(named, key=lambda mention: mention.start))

    def _candidates(self, text: str) -> Iterator[Mention]:
        for pattern in self._other:
            for match in pattern.finditer(text):
                special = self.special is not None and re.search(self.special, match[0])
                programme = any(p.search(match[0]) for o, p, _ in self._patterns if o in PROGRAMMES)
                if not special and not programme:
                    yield Mention(match.start(), match.end(), Owner.OTHER)
        for owner, pattern, named in self._patterns:
            for match in pattern.finditer(text):
                yield Mention(match.start(), match.end(), owner, named)


def _either(names: Iterable[str]) -> str:
    """One pattern for all names, the longest first; blanks of English names match any blank, Latin ones at word ends."""
    patterns = []
    for name in sorted(set(names), key=len, reverse=True):
        pattern = re.escape(name).replace(r"\ ", r"\s+")
        patterns.append(rf"\b{pattern}s?\b" if name.isascii() else pattern)
    return "|".join(patterns)
