"""Glossary items: a term and its explanation below a heading such as 每日涨知识.

The term is a line of its own: `术语（english）`, `english（术语）`, `术语` or `english`, its brackets perhaps broken over several
lines; what follows up to an image, a rule, the next heading or the end is the explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.document import Block, BlockKind, Citation, Document
from bot.facts.fact import GlossaryItem

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_EDGES = " \t，。：:、！!？?…—-－~～|｜·•“”\"'【】[]〖〗「」《》<>*_#↓▼▽→👇★☆■●◆"
_MAX_TERM = 60
_MAX_ENGLISH = 120
_MAX_TERM_LINES = 6
_SENTENCE_END = re.compile(r"[。！？；.!?;][”’）)]*$")
_STOPS = "。．.！？!?"
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 .,/&+\-'’]{1,80}")
_BOTH_NAMES = re.compile(rf"([{_HAN}][{_HAN}·、]*)\s+([A-Za-z][A-Za-z0-9 .,/&+\-'’]{{1,80}})")
_ISSUE = re.compile(
    r"第?\s*[\d一二三四五六七八九十]+\s*[期日天弹]?|(?:vol|no)\.?\s*\d+|\d{1,4}[-./年]\d.*", re.IGNORECASE
)
_LABEL = 20


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line of the explanation: its text, its place, and whether it opens a block."""

    text: str
    number: int
    opens: bool


def glossary(document: Document, headings: Sequence[str]) -> Iterator[GlossaryItem]:
    """Every item of `document` in order; `headings` are the phrases (Simplified) that open one."""
    seen: set[str] = set()
    for start, block in enumerate(document.blocks):
        rest = _heading_rest(block, headings)
        if rest is None:
            continue
        item = _item(document, _lines(document.blocks[start:], rest, headings))
        if item and item.id not in seen:
            seen.add(item.id)
            yield item


def _heading_rest(block: Block, headings: Sequence[str]) -> str | None:
    """What stands behind the heading phrase in its block's first line; None if the block opens no item."""
    if not block.lines or block.code or block.kind is BlockKind.ROW:
        return None
    first = block.lines[0].lstrip(_EDGES)
    for heading in headings:
        if first.startswith(heading):
            rest = first[len(heading) :]
            match = re.fullmatch(r"[\W_]*?[|｜:：·\-—]+\s*(\w.+)", rest)
            if match:
                return "" if _ISSUE.fullmatch(match[1].strip(_EDGES)) else match[1]
            bare = rest.strip(_EDGES)
            return "" if not bare or _ISSUE.fullmatch(bare) else None
    return None


def _lines(blocks: Sequence[Block], rest: str, headings: Sequence[str]) -> list[_Line]:
    """The printed lines from behind the heading to where the item ends."""
    first = blocks[0]
    found = [_Line(rest, first.line, True)] if rest else []
    for offset, text in enumerate(first.lines[1:], start=1):
        found.append(_Line(text, first.line + offset, offset == 1 and not rest))
    for block in blocks[1:]:
        if _heading_rest(block, headings) is not None:
            break
        complete = _is_complete(found)
        if block.kind is BlockKind.SEPARATOR:
            # A mark alone on its line belongs to a text that stops without one; an image or ﹀ ends the item.
            if block.lines and complete and found[-1].text[-1:] not in _STOPS:
                found.append(_Line(block.lines[0], block.line, False))
            elif complete:
                break
            continue
        label = block.strong and len(block.text) <= _LABEL and not _SENTENCE_END.search(block.text)
        left = first.kind is BlockKind.QUOTE and block.kind is not BlockKind.QUOTE
        if complete and (block.kind is BlockKind.HEADING or label or left):
            break
        found.extend(_Line(text, block.line + offset, offset == 0) for offset, text in enumerate(block.lines))
    return [line for line in found if line.text.strip()]


def _is_complete(lines: Sequence[_Line]) -> bool:
    """True if a term and the beginning of its explanation are there."""
    term, used, rest = _term(lines)
    return term is not None and bool(rest or len(lines) > used)


def _item(document: Document, lines: Sequence[_Line]) -> GlossaryItem | None:
    term, used, rest = _term(lines)
    if term is None:
        return None
    definition = _join([rest, *(line.text.strip() for line in lines[used:])]).lstrip("：: ")
    if not re.search(r"\w", definition):
        return None
    zh, en = term
    line = lines[0].number
    return GlossaryItem(
        term_zh=zh, term_en=en, definition=definition, source=Citation(document.id, line, _quote(document, line))
    )


def _term(lines: Sequence[_Line]) -> tuple[tuple[str, str] | None, int, str]:
    """The term in both languages, how many lines it took, and what stands behind it in the last of them."""
    text = ""
    for used, line in enumerate(lines[:_MAX_TERM_LINES], start=1):
        text = _join([text, line.text.strip()])
        following = lines[used].text.strip() if used < len(lines) else ""
        if _is_open(text) or (following[:1] in ("（", "(") and "(" not in text and "）" not in text):
            continue
        text = text.strip("*_ ")
        if bracketed := _bracketed(text):
            first, second, rest = bracketed
            fits = len(first) <= 80 and len(second) <= _MAX_ENGLISH and not re.search(r"[。；，]", first)
            return (_names(first, second), used, rest) if fits else (None, used, "")
        if split := re.fullmatch(rf"([^：:。，]{{1,{_MAX_TERM}}}?)\s*[：:]\s*(.+)", text, re.DOTALL):
            return _names(split[1].strip(), ""), used, split[2]
        if len(text) > _MAX_TERM or _SENTENCE_END.search(text):
            return None, used, ""
        if both := _BOTH_NAMES.fullmatch(text):
            return (both[1], both[2]), used, ""
        below = used + 1 < len(lines) and lines[used + 1].opens and not re.search("[A-Za-z]", text)
        if below and _LATIN_NAME.fullmatch(following):
            return (text, following), used + 1, ""
        return _names(text, ""), used, ""
    return None, 0, ""


def _is_open(text: str) -> bool:
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _bracketed(text: str) -> tuple[str, str, str] | None:
    """What stands before the brackets, in them and behind them; of several the ones at the very end count, else the first."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for index, character in enumerate(text):
        if character in "（(":
            start = index if depth == 0 else start
            depth += 1
        elif character in "）)" and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, index))
    if not spans:
        return None
    start, end = spans[-1] if spans[-1][1] == len(text) - 1 and len(text) <= _MAX_TERM + _MAX_ENGLISH else spans[0]
    first, second = text[:start].strip(" *_"), text[start + 1 : end].strip()
    return (first, second, text[end + 1 :].strip(" ：:—-*_")) if first and second else None


def _names(first: str, second: str) -> tuple[str, str]:
    """Chinese and English name, whichever stands first."""
    first, second = first.strip("【】"), second.strip("【】")
    if not re.search(f"[{_HAN}]", first) and (not second or re.search(f"[{_HAN}]", second)):
        # APT（Advanced Persistent Threat，高级持续性威胁）: the abbreviation is neither of the names.
        names = re.split(r"\s*[，,；;]\s*", second)
        chinese = [name for name in names if re.search(f"[{_HAN}]", name)]
        if len(names) == 2 and len(chinese) == 1:
            return chinese[0], next(name for name in names if name != chinese[0])
        return second, first
    return first, second


def _join(parts: Sequence[str]) -> str:
    """Broken lines as one text: no space between Chinese characters, one between Chinese and Latin or two words."""
    text = ""
    for part in parts:
        if not part:
            continue
        if text and _needs_space(text[-1], part[0]):
            text += " "
        text += part
    return text


def _needs_space(left: str, right: str) -> bool:
    latin = re.compile(r"[A-Za-z0-9]")
    han = re.compile(f"[{_HAN}]")
    if latin.match(left):
        return bool(latin.match(right) or han.match(right))
    if han.match(left):
        return bool(latin.match(right))
    return left in ".,;:!?)" and bool(latin.match(right))


def _quote(document: Document, line: int) -> str:
    """The printed sentence at `line`."""
    for sentence in document.sentences():
        if sentence.line == line:
            return sentence.quote
    for block in document.blocks:
        if block.line <= line < block.line + max(1, len(block.lines)) and block.sentences:
            return block.sentences[0].quote
    return ""
