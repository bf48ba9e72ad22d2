"""Page chrome: which lines of a page are not the article. The phrases are data (`chrome.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.corpus.lines import Line, LineKind

_DATA = Path(__file__).with_name("chrome.yaml")
# No phrase is longer; a longer line is never chrome.
_LONGEST = 80
# A title, a slogan or a button; a sentence is longer or ends in a stop.
_SHORT = 30
_EDGES = " \t，。：:、！!？?…—-－~～|｜·•“”\"'‘’【】[]〖〗「」«»<>＞＜×*#↓↑▲▼﹀▽△→←"
_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)]*$|[。！？]")
_TOKENS = re.compile(r"[\s，,、|/·×]+")
_BUTTONS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases, ready to match."""

    lines: frozenset[str]
    buttons: frozenset[str]
    ends: frozenset[str]
    pattern: re.Pattern[str]
    sections: re.Pattern[str]
    section_ends: re.Pattern[str]


@cache
def phrases() -> Phrases:
    """The phrases of `chrome.yaml`."""
    data: dict[str, list[str]] = yaml.load(_DATA.read_bytes(), Loader=yaml.CSafeLoader)
    return Phrases(
        lines=frozenset(data["lines"]),
        buttons=frozenset(data["buttons"]),
        ends=frozenset(data["ends"]),
        pattern=_any(data["patterns"]),
        sections=_any(data["sections"]),
        section_ends=_any(data["section_ends"]),
    )


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def core(text: str) -> str:
    """The line without the punctuation around it."""
    return text.strip(_EDGES)


def is_phrase(text: str) -> bool:
    """True if the line is chrome by itself."""
    if len(text) > _LONGEST:
        return False
    known, bare = phrases(), core(text)
    return bare in known.lines or known.pattern.fullmatch(bare) is not None or _is_button_row(bare)


def _is_button_row(text: str) -> bool:
    """`视频 小程序 赞 ，轻点两下取消赞 在看 …` on one line."""
    known = phrases()
    tokens = [token for token in _TOKENS.split(text) if token]
    return len(tokens) >= _BUTTONS_IN_A_ROW and all(t in known.buttons or t in known.lines for t in tokens)


def is_short(text: str) -> bool:
    """True for a title, a slogan, a button: short and without the end of a sentence."""
    return len(text) <= _SHORT and not _SENTENCE_END.search(text)


def chrome_lines(body: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are chrome.

    Known phrases; rows of buttons; what is short behind the end of the article; the list under 往期推荐; and a
    short line that stands between two lines of chrome.
    """
    known = phrases()
    found = {line.number for line in body if line.text and is_phrase(line.text)}
    found |= _button_runs(body)
    found |= _sections(body)
    end = next((i for i, line in enumerate(body) if line.number in found and core(line.text) in known.ends), len(body))
    found |= _short_paragraphs(body[end:])
    found |= _between(body, found)
    return frozenset(found)


def _button_runs(body: Sequence[Line]) -> set[int]:
    known, found, run = phrases(), set[int](), list[int]()
    for line in body:
        if line.kind in (LineKind.BLANK, LineKind.RULE):
            continue
        bare = core(line.text) if len(line.text) <= _LONGEST else ""
        if bare in known.buttons:
            run.append(line.number)
            continue
        if len(run) >= _BUTTONS_IN_A_ROW:
            found.update(run)
        run.clear()
    return found | set(run if len(run) >= _BUTTONS_IN_A_ROW else ())


def _sections(body: Sequence[Line]) -> set[int]:
    known, found, inside = phrases(), set[int](), False
    for line in body:
        if not line.text or line.kind is LineKind.RULE:
            continue
        bare = core(line.text) if len(line.text) <= _LONGEST else ""
        if bare and known.sections.fullmatch(bare):
            inside = True
            found.add(line.number)
        elif inside:
            listed = line.linked or line.kind in (LineKind.ITEM, LineKind.TEXT)
            inside = listed and len(bare) > 0 and not _SENTENCE_END.search(line.text)
            inside = inside and not known.section_ends.fullmatch(bare)
            if inside:
                found.add(line.number)
    return found


def _short_paragraphs(tail: Sequence[Line]) -> set[int]:
    """Lines of paragraphs that hold no sentence: behind the article's end only buttons and names are left."""
    found, paragraph = set[int](), list[Line]()
    for line in tail:
        if line.kind is LineKind.TEXT:
            paragraph.append(line)
            continue
        if all(is_short(part.text) for part in paragraph):
            found.update(part.number for part in paragraph)
        paragraph.clear()
        if line.text and line.kind is not LineKind.RULE and is_short(line.text):
            found.add(line.number)
    if all(is_short(part.text) for part in paragraph):
        found.update(part.number for part in paragraph)
    return found


def _between(body: Sequence[Line], known: set[int]) -> set[int]:
    """Short lines enclosed by chrome, the credit line counting as a border above: a publisher's own slogans."""
    found = set[int]()
    above = False
    waiting: list[int] = []
    for line in body:
        if line.kind in (LineKind.BLANK, LineKind.RULE) and line.number not in known:
            continue
        if line.number in known:
            found.update(waiting)
            waiting, above = [], True
        elif credit(line.text):
            waiting, above = [], True
        elif (
            above and len(waiting) < 2 and is_short(line.text) and not phrases().section_ends.fullmatch(core(line.text))
        ):
            waiting.append(line.number)
        else:
            waiting, above = [], False
    return found


_CREDIT = re.compile(
    r"(?:.{0,400}[。！？.!?”])?\s*[（(【\[]?\s*"
    r"(?:(?:资讯|文章|稿件|信息|内容|新闻|消息|本文|素材|综合|图文|转载)?来源(?:于|自)?|转自|转载自|[Ss]ources?|SOURCE)\s*[:：丨|]\s*"
    r"([^（）()。；;]{2,60}?(?:[（(][^（）()]{1,20}[)）])?)\s*[)）】\]。.]?"
)
_AUTHOR = re.compile(
    r"(?:作者|公众号|撰文|撰稿|文字?|记者|本报记者|本刊记者|[Bb]y)\s*(?:[:：/丨|]|(?<=[者y])\s)\s*([^。，,；;:：]{2,30})"
)


def credit(text: str) -> str:
    """Whom a line credits (`（来源：人民日报）` → 人民日报), alone or at the end of a paragraph; else ""."""
    if "来源" not in text and "转" not in text and "ource" not in text and "SOURCE" not in text:
        return ""
    match = _CREDIT.fullmatch(text[-480:] if len(text) > 480 else text)
    return match[1].strip() if match else ""


def byline(text: str) -> str:
    """Who wrote, by a line such as `作者：金歆`; else ""."""
    match = _AUTHOR.fullmatch(text) if len(text) <= 50 else None
    return match[1].strip() if match else ""
