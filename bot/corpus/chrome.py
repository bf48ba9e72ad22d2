"""Page chrome: which lines of a page are not the article. The phrases are data (`chrome.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.corpus.credits import credit
from bot.corpus.lines import Line, LineKind

_DATA = Path(__file__).with_name("chrome.yaml")
# No phrase is longer; a longer line is never chrome.
_LONGEST = 80
_LONGEST_SENTENCE = 40
# A title, a slogan or a button; a sentence is longer or ends in a stop.
_SHORT = 30
_EDGES = " \t，。：:、！!？?…—-－~～|｜·•“”\"'‘’【】[]〖〗「」«»<>＞＜×*#↓↑▲▼﹀▽△→←"
_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)]*$|[。！？]")
# A title may ask or exclaim, but it does not end in a full stop.
_TEXT_END = re.compile(r"[。；;]|\.$")
_TOKENS = re.compile(r"[\s，,、|/·×]+")
_BUTTONS_IN_A_ROW = 3
_MOST_BETWEEN = 2


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


def _may_be_chrome(text: str) -> bool:
    return len(text) <= (_LONGEST_SENTENCE if text[-1] == "。" else _LONGEST)


def core(text: str) -> str:
    """The line without the punctuation around it."""
    return text.strip(_EDGES)


def is_phrase(text: str) -> bool:
    """True if the line is chrome by itself."""
    return _may_be_chrome(text) and _is_phrase(core(text))


def _is_phrase(bare: str) -> bool:
    known = phrases()
    return bare in known.lines or known.pattern.fullmatch(bare) is not None or _is_button_row(bare)


def _is_button_row(text: str) -> bool:
    """`视频 小程序 赞 ，轻点两下取消赞 在看 …` on one line."""
    known = phrases()
    tokens = _TOKENS.split(text)
    # `text` has no separator at either end.
    return len(tokens) >= _BUTTONS_IN_A_ROW and all(t in known.buttons or t in known.lines for t in tokens)


def is_short(text: str) -> bool:
    """True for a title, a slogan, a button: short and without the end of a sentence."""
    return len(text) <= _SHORT and not _SENTENCE_END.search(text)


def chrome_lines(body: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are chrome.

    Known phrases; rows of buttons; what is short behind the end of the article; the list under 往期推荐; and a
    short line that stands between two lines of chrome.
    """
    legible = [line for line in body if line.kind is not LineKind.RULE]
    cores = [core(line.text) if _may_be_chrome(line.text) else "" for line in legible]
    found = {line.number for line, bare in zip(legible, cores, strict=True) if bare and _is_phrase(bare)}
    found |= _button_runs(legible, cores)
    found |= _sections(legible, cores)
    if found:
        found |= _short_paragraphs(legible[_end(legible, cores, found) :])
        found |= _between(legible, found)
    return frozenset(found)


def _button_runs(legible: Sequence[Line], cores: Sequence[str]) -> set[int]:
    known, found, run = phrases().buttons, set[int](), list[int]()
    for line, bare in zip(legible, cores, strict=True):
        if bare in known:
            run.append(line.number)
        elif run:
            found.update(run if len(run) >= _BUTTONS_IN_A_ROW else ())
            run.clear()
    return found | set(run if len(run) >= _BUTTONS_IN_A_ROW else ())


def _sections(legible: Sequence[Line], cores: Sequence[str]) -> set[int]:
    known, found, inside = phrases(), set[int](), False
    for line, bare in zip(legible, cores, strict=True):
        if bare and known.sections.fullmatch(bare):
            inside = True
        elif inside:
            title = line.kind is LineKind.TEXT and bare != "" and not _TEXT_END.search(line.text)
            inside = line.linked or line.kind is LineKind.ITEM or title
            inside = inside and not known.section_ends.fullmatch(bare)
        if inside:
            found.add(line.number)
    return found


def _end(legible: Sequence[Line], cores: Sequence[str], known: set[int]) -> int:
    """Index where only the page's own text is left: the first end mark behind the last sentence."""
    marks, end = phrases().ends, len(legible)
    for i in range(len(legible) - 1, -1, -1):
        if legible[i].number in known:
            end = i if cores[i] in marks else end
        elif not is_short(legible[i].text):
            break
    return end


def _short_paragraphs(tail: Sequence[Line]) -> set[int]:
    """Lines of paragraphs that hold no sentence: behind the article's end only buttons and names are left."""
    found, paragraph = set[int](), list[Line]()
    for line in tail:
        if not line.joined:
            found.update(_numbers_if_short(paragraph))
            paragraph.clear()
        paragraph.append(line)
    return found | _numbers_if_short(paragraph)


def _numbers_if_short(paragraph: Sequence[Line]) -> set[int]:
    return {line.number for line in paragraph} if all(is_short(line.text) for line in paragraph) else set()


def _between(legible: Sequence[Line], known: set[int]) -> set[int]:
    """Short lines enclosed by chrome, the credit line counting as a border above: a publisher's own slogans."""
    found = set[int]()
    above = False
    waiting: list[int] = []
    for line in legible:
        if line.number in known:
            found.update(waiting)
            waiting, above = [], True
        elif credit(line.text):
            waiting, above = [], True
        elif above and len(waiting) < _MOST_BETWEEN and _is_slogan(line):
            waiting.append(line.number)
        else:
            waiting, above = [], False
    return found


def _is_slogan(line: Line) -> bool:
    plain = line.kind is LineKind.TEXT and is_short(line.text)
    return plain and not phrases().section_ends.fullmatch(core(line.text))
