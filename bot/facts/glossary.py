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
_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
_TERM = re.compile(r"(?P<first>[^（()）]{1,80}?)\s*[（(]\s*(?P<second>[^（()）]{1,120}?)\s*[)）]\s*(?P<rest>.*)", re.DOTALL)
_MAX_TERM = 60
_MAX_TERM_LINES = 5
_SENTENCE_END = re.compile(r"[。！？；.!?;]$")


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
        item = _item(document, list(_lines(document.blocks[start:], rest, headings)))
        if item and item.id not in seen:
            seen.add(item.id)
            yield item


def _heading_rest(block: Block, headings: Sequence[str]) -> str | None:
    """What stands behind the heading phrase in its block's first line; None if the block opens no item."""
    if not block.lines:
        return None
    first = _DECORATION.sub("", block.lines[0])
    for heading in headings:
        if first == heading:
            return ""
        if first.startswith(heading):
            match = re.match(r"\s*[|｜:：·\-—]+\s*(.+)", first[len(heading) :])
            return match[1] if match else None
    return None


def _lines(blocks: Sequence[Block], rest: str, headings: Sequence[str]) -> Iterator[_Line]:
    """The printed lines from behind the heading to where the item ends."""
    first = blocks[0]
    if rest:
        yield _Line(rest, first.line, True)
    for offset, text in enumerate(first.lines[1:], start=1):
        yield _Line(text, first.line + offset, offset == 1 and not rest)
    begun = bool(rest) or len(first.lines) > 1
    for block in blocks[1:]:
        if block.kind is BlockKind.SEPARATOR:
            if begun:
                return
            continue
        if block.kind is BlockKind.HEADING and begun or _heading_rest(block, headings) is not None:
            return
        for offset, text in enumerate(block.lines):
            yield _Line(text, block.line + offset, offset == 0)
            begun = True


def _item(document: Document, lines: Sequence[_Line]) -> GlossaryItem | None:
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        return None
    term, used, rest = _term(lines)
    if term is None:
        return None
    definition = _join([*([rest] if rest else []), *(line.text.strip() for line in lines[used:])])
    definition = definition.lstrip("：: ")
    if not definition:
        return None
    zh, en = term
    quote = _quote(document, lines[0].number)
    return GlossaryItem(
        term_zh=zh, term_en=en, definition=definition, source=Citation(document.id, lines[0].number, quote)
    )


def _term(lines: Sequence[_Line]) -> tuple[tuple[str, str] | None, int, str]:
    """The term in both languages, how many lines it took, and what stands behind it in the last of them."""
    text = ""
    for used, line in enumerate(lines[:_MAX_TERM_LINES], start=1):
        text = _join([text, line.text.strip()]) if text else line.text.strip()
        following = lines[used].text.strip() if used < len(lines) else ""
        if _is_open(text) or (following[:1] in "（(" and following and ")" not in text and "）" not in text):
            continue
        text = text.strip("*_ ")
        if match := _TERM.fullmatch(text):
            return _names(match["first"].strip(), match["second"].strip()), used, match["rest"].strip(" ：:—-")
        split = re.fullmatch(rf"([^：:。，]{{1,{_MAX_TERM}}}?)\s*[：:]\s*(.+)", text, re.DOTALL)
        if split:
            return _names(split[1].strip(), ""), used, split[2]
        if len(text) <= _MAX_TERM and not _SENTENCE_END.search(text) and used < len(lines):
            return _names(text, ""), used, ""
        return None, used, ""
    return None, 0, ""


def _is_open(text: str) -> bool:
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _names(first: str, second: str) -> tuple[str, str]:
    """Chinese and English name, whichever stands first."""
    if not re.search(f"[{_HAN}]", first) and (not second or re.search(f"[{_HAN}]", second)):
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
