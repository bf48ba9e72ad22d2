"""What each physical line of a body is, before lines become blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.corpus.reading import read


class LineKind(StrEnum):
    """`rule`: nothing to read on it (an image, a rule, a fence, lone punctuation). `text` goes on a paragraph."""

    BLANK = "blank"
    RULE = "rule"
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body: `start`–`stop` is its content in the file's text, without `>`, marker and blanks around.

    `text` is the content as it is read. `linked` is true when the whole line is a link or an image.
    """

    number: int
    kind: LineKind
    start: int
    stop: int
    text: str
    quoted: bool = False
    linked: bool = False


_QUOTE = re.compile(r"[ \t]{0,8}(?:>[ \t\u3000]?)+")
_BLANKS = " \t\r\u3000\u00a0\ufeff\u200b"
_HEADING = re.compile(r"#(?:[ \t\u00a0\u3000]+|#{1,5}[ \t\u00a0\u3000]*)(?=[^#\s])")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[\w+#.{}=\- ]{0,40}$")
_BULLET = re.compile(r"(?:[-*+][ \t\u00a0\u3000]+|[•●◆■▪‣◦▶►➤][ \t\u00a0\u3000]*|·[ \t]+)(?=\S)")
_NUMBER = re.compile(r"(?:(\d{1,3})(?:[.．)）](?!\d)|、)|[（(]\d{1,3}[)）]|[①-⑳])[ \t\u00a0\u3000]*(?=\S)")
_LINKED = re.compile(r"!?\[.{0,3000}\]\([^()]*\)\W{0,3}", re.DOTALL)
_LEGIBLE = re.compile(r"[^\W_]")
# Marks that close a sentence broken before its last character.
_CLOSERS = frozenset("。！？!?.”’」』）)；;")


def lines(text: str, start: int, number: int) -> Iterator[Line]:
    """Every line of `text` from offset `start`, which is line `number` of the file. Lines end at `\\n` only."""
    after_text = in_list = False
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = _line(text, start, stop, number, after_text, in_list)
        after_text = line.kind in (LineKind.TEXT, LineKind.ITEM)
        in_list = line.kind is LineKind.ITEM or (in_list and line.kind in (LineKind.TEXT, LineKind.BLANK))
        yield line
        start, number = stop + 1, number + 1


def _line(text: str, start: int, stop: int, number: int, after_text: bool, in_list: bool) -> Line:
    quote = _QUOTE.match(text, start, stop)
    if quote:
        start = quote.end()
    while start < stop and text[start] in _BLANKS:
        start += 1
    while stop > start and text[stop - 1] in _BLANKS:
        stop -= 1
    quoted = quote is not None
    if start == stop:
        return Line(number, LineKind.BLANK, start, stop, "", quoted)
    kind, start = _kind(text, start, stop, after_text, in_list)
    content = read(text[start:stop])
    linked = text[start] in "![" and _LINKED.fullmatch(text, start, stop) is not None
    if not _LEGIBLE.search(content):
        if not content and not linked and text[start] == "<":
            kind = LineKind.BLANK
        elif not (after_text and content and _CLOSERS.issuperset(content)):
            kind = LineKind.RULE
    return Line(number, kind, start, stop, content, quoted, linked)


def _kind(text: str, start: int, stop: int, after_text: bool, in_list: bool) -> tuple[LineKind, int]:
    """The kind by the line's first characters, and where its content begins."""
    if match := _HEADING.match(text, start, stop):
        return LineKind.HEADING, match.end()
    if _FENCE.match(text, start, stop):
        return LineKind.RULE, start
    if match := _BULLET.match(text, start, stop):
        return LineKind.ITEM, match.end()
    # Within a paragraph a line may begin with a number by chance; only a 1 or a list that runs makes it an item.
    if (match := _NUMBER.match(text, start, stop)) and (not after_text or in_list or match[1] in ("1", None)):
        return LineKind.ITEM, match.end()
    return LineKind.TEXT, start
