"""Whom an article names as its origin and its author."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.corpus.lines import Line

# What may stand before it on the line: a text that has ended, or the date of a news site's head line.
_CREDIT = re.compile(
    r"(?:.{0,400}[。！？.!?”]|(?:发布|更新)?(?:时间|日期)?\W{0,2}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?\s*\|?)?"
    r"\s*[（(【\[]?\s*"
    r"(?:(?:资讯|文章|稿件|信息|内容|新闻|消息|本文|素材|综合|图文|转载)?来源(?:于|自)?|转自|转载自|[Ss]ources?|SOURCE)\s*[:：丨|]\s*"
    r"([^（）()。；;]{2,60}?(?:[（(][^（）()]{1,20}[)）])?)"
    r"(?:\s+(?:作者|记者|编辑|责编|责任编辑|字号|浏览)\W.{0,60})?\s*[)）】\]。.]?"
)
_NAME = r"(?:[\u4e00-\u9fff·]{2,10}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})"
_AUTHOR = re.compile(
    r"(?:作者|公众号|撰文|撰稿|文字?|记者|本报记者|本刊记者|[Bb]y)\s*(?:[:：/丨|]|(?<=[者y])\s)\s*"
    rf"((?!.*[您你吗呢吧]){_NAME}(?:[、,，和 ]{{1,2}}{_NAME}){{0,4}})"
)

_REPORTERS = re.compile(rf"[（(](?:本报|本刊|新华社)?记者\s*({_NAME}(?:[、,，和 ]{{1,2}}{_NAME}){{0,4}})[)）]")
# A dispatch names its reporters in its first words.
_DATELINE = 60


def credit(text: str) -> str:
    """Whom a line credits (`（来源：人民日报）` → 人民日报), alone or at the end of a paragraph; else ""."""
    if "来源" not in text and "转" not in text and "ource" not in text and "SOURCE" not in text:
        return ""
    match = _CREDIT.fullmatch(text[-480:] if len(text) > 480 else text)
    return match[1].strip() if match else ""


def byline(text: str) -> str:
    """Who wrote, by a line such as `作者：金歆`, or by a dispatch's first words (`电（记者金歆）`); else ""."""
    match = _AUTHOR.fullmatch(text) if len(text) <= 50 else None
    if match is None and "记者" in text[:_DATELINE]:
        match = _REPORTERS.search(text, 0, _DATELINE)
    return match[1].strip() if match else ""


def first_byline(body: Iterable[Line]) -> tuple[str, int]:
    """The author that a line of the body names, and the line; ("", 0) without one."""
    return next(((name, line.number) for line in body if (name := byline(line.text))), ("", 0))


def last_credit(body: Iterable[Line]) -> tuple[str, int]:
    """The origin that the last credit line of the body names, and the line; ("", 0) without one."""
    found = ("", 0)
    for line in body:
        if origin := credit(line.text):
            found = origin, line.number
    return found
