"""The slogan of an edition, and what it concentrates on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.slogan import tidy_slogan
from bot.facts.subjects import summit

_QUOTED = r"[“「『\"‘]+(?P<theme>[^”」』\"]{4,90})[”」』\"’]+"
_THEMES = (
    re.compile(rf"以{_QUOTED}(?:为|作为)(?:大会|峰会|年度|总)?主题"),
    re.compile(rf"(?<!分)主题(?:词|语)?(?:确定|订|定|设定|设)?(?:为|是|：|:|——)?\s?{_QUOTED}"),
    re.compile(rf"(?:紧扣|围绕|秉持|聚焦|突出){_QUOTED}(?:这一|的|大会|年度)*主题"),
    re.compile(rf"{_QUOTED}，?(?:这)?(?:就|便|正)?(?:是|成为|系)(?:本届|今年|此次|本次|大会|峰会)[^，。]{{0,8}}主题"),
    re.compile(rf"主题{_QUOTED}"),
    # A slogan without quotation marks ends with its clause; 主题为 alone is not enough for what follows to be one.
    re.compile(r"以(?P<theme>[^，。“”；]{6,60}?)为主题"),
    re.compile(r"主题(?:确定|订|定|设定|设)?(?:为|是|：|:)\s?(?P<theme>[^，。“”；「]{8,70})(?=[，。；]|$)"),
)
_THEMES_EN = (
    re.compile(
        r"(?:theme|themed|theme of|slogan|motto|titled)\b[^.“\"]{0,40}?[“\"](?P<theme>[^”\"]{6,160}?)[,.]?[”\"]",
        re.IGNORECASE,
    ),
    re.compile(
        r"[“\"](?P<theme>[^”\"]{6,160}?)[,.]?[”\"](?: is| was| as| will be)? (?:this year's |the summit's |the conference's |its |the )?(?:theme|motto)",
        re.IGNORECASE,
    ),
    re.compile(r"[“\"](?P<theme>[^”\"]{6,160}?)[,.]?[”\"],? (?:which is )?the theme of", re.IGNORECASE),
)
# Without one of these no theme is given.
_WORDS = ("主题", "theme", "slogan", "motto", "titled")
_LABEL = re.compile(r"(?:[一二三四五六七八九十\d]+[、.．]\s?)?(?:本届)?(?:大会|峰会|年度|会议)?主题[：:]?")
_FEWEST, _MOST = 6, 60
_OTHER_SUBJECT = re.compile(
    r"(?:论坛|大赛|博览会|展览|展区|研讨会|圆桌|沙龙|活动|对话|咖荟|晚宴|演讲|讲话|报告|致辞)[^，。]{0,10}$|"
    r"(?:forum|expo|competition|contest|exhibition|speech|session|seminar|keynote)[^.,]{0,30}$",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"为主题(?:的|作|发表|进行|做|开展)[^，。]{0,6}(?:演讲|报告|致辞|发言|讲话|分享|交流)|为题")
_FOCUS = re.compile(
    r"(?:重点)?(?:聚焦|关注)(?:于)?(?P<focus>[^，。；“”]{4,60}(?:，以及[^，。；“”]{4,60})?)(?=[，。；]|$)"
)
_FOCUS_EN = re.compile(r"\b(?:will |to )?focus(?:es|ed|ing)? on (?P<focus>[^.;]{4,120})(?=[.;])", re.IGNORECASE)
_FOCUS_SUBJECT = re.compile(r"(?:论坛|大赛|博览会|展|企业|报告|嘉宾|专家|案例|议题)[^，。]{0,6}$")


def extract(reading: Reading) -> Iterator[Fact]:
    """`theme` and `focus`."""
    for index, read in enumerate(reading.reads):
        if has_any(read.text if read.is_chinese else read.text.lower(), _WORDS):
            yield from _themes(reading, read)
        if "主题" in read.text and _LABEL.fullmatch(read.text.strip()) and index + 1 < len(reading.reads):
            yield from _labelled(reading, reading.reads[index + 1])
        if "聚焦" in read.text or "关注" in read.text or not read.is_chinese:
            yield from _focuses(reading, read)


def _themes(reading: Reading, read: Read) -> Iterator[Fact]:
    for pattern in _THEMES if read.is_chinese else _THEMES_EN:
        match = pattern.search(read.text)
        if not match:
            continue
        year = read.edition_at(match.start())
        if not year or not _is_of_summit(read, match.start()) or _SPEECH.match(read.text[match.end() - 3 :]):
            return
        yield Fact(
            subject=summit(year),
            predicate="theme",
            value=tidy_slogan(match["theme"]),
            phase=reading.phase(read, match.start(), year),
            sources=(reading.cite(read),),
        )
        return


def _labelled(reading: Reading, read: Read) -> Iterator[Fact]:
    """The line under a label such as 一、大会主题."""
    theme = tidy_slogan(read.text.strip("“”「」『』"))
    year = read.edition_at(0)
    if year and _FEWEST <= len(theme) <= _MOST and not re.search(r"[，。；：]", theme):
        yield Fact(
            subject=summit(year),
            predicate="theme",
            value=theme,
            phase=reading.phase(read, 0, year),
            sources=(reading.cite(read),),
        )


def _is_of_summit(read: Read, position: int) -> bool:
    start, _ = read.clause(position)
    before = read.text[start:position]
    return read.owner_at(position) is Owner.SUMMIT and not _OTHER_SUBJECT.search(before)


def _focuses(reading: Reading, read: Read) -> Iterator[Fact]:
    for match in (_FOCUS if read.is_chinese else _FOCUS_EN).finditer(read.text):
        year = read.edition_at(match.start())
        start, _ = read.clause(match.start())
        before = read.text[start : match.start()]
        named = any(m.owner is Owner.SUMMIT for m in read.mentions if m.start < match.start())
        if not year or not named or not _is_of_summit(read, match.start()) or _FOCUS_SUBJECT.search(before):
            continue
        if re.search(r"话题|热点|问题$", match["focus"]) and len(match["focus"]) < 8:
            continue
        yield Fact(
            subject=summit(year),
            predicate="focus",
            value=match["focus"].strip(),
            phase=reading.phase(read, match.start(), year),
            sources=(reading.cite(read),),
        )
