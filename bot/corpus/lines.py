"""What each physical line of a body is, before lines become blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple


class LineKind(StrEnum):
    """`rule`: nothing to read on it (an image, a rule, a fence, lone punctuation). `text` goes on a paragraph."""

    RULE = "rule"
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"


class Line(NamedTuple):
    """A line of the body: `start`–`stop` is its content in the file's text, without `>`, marker and blanks around.

    `text` is the content as it is read. `joined` is true when no blank line stands above, `linked` when the whole
    line is a link or an image.
    """

    number: int
    kind: LineKind
    start: int
    stop: int
    text: str
    joined: bool
    quoted: bool
    linked: bool


_QUOTE = re.compile(r"[ \t]{0,8}(?:>[ \t\u3000]?)+")
_BLANKS = " \t\r\u3000\u00a0\ufeff\u200b"
_HEADING = re.compile(r"#(?:[ \t\u00a0\u3000]+|#{1,5}[ \t\u00a0\u3000]*)(?=[^#\s])")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[\w+#.{}=\- ]{0,40}$")
_BULLET = re.compile(r"(?:[-*+][ \t\u00a0\u3000]+|[•●◆■▪‣◦▶►➤][ \t\u00a0\u3000]*|·[ \t]+)(?=\S)")
_NUMBER = re.compile(r"(?:(\d{1,3})(?:[.．)）](?!\d)|、)|[（(]\d{1,3}[)）]|[①-⑳])[ \t\u00a0\u3000]*(?=\S)")
_MARKERS = frozenset("#`~-*+•●◆■▪‣◦▶►➤·（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_LINKED = re.compile(r"!?\[.{0,3000}?\]\([^()]*\)\W{0,3}", re.DOTALL)
_LEGIBLE = re.compile(r"[^\W_]")
# Marks that close a sentence broken before its last character.
_BRACKETS = frozenset("（）()")
_CLOSERS = _BRACKETS | frozenset("。！？!?.”’」』；;")


def lines(text: str, start: int, first: int, read: Callable[[str], str]) -> Iterator[Line]:
    """The lines of `text` from offset `start`, which is line `first` of the file, blank ones left out.

    Lines end at `\\n` only. `read` makes the text that a person reads.
    """
    joined = after_text = in_list = False
    for number, raw in enumerate(text[start:].split("\n"), first):
        stop = start + len(raw)
        line = None
        if raw and raw[0].isalpha() and raw[-1] not in _BLANKS:
            # Most lines: prose from the first character to the last.
            line = Line(number, LineKind.TEXT, start, stop, read(raw), joined, False, False)
        elif raw:
            line = _line(text, start, stop, number, joined, joined and after_text, in_list, read)
        start = stop + 1
        joined = line is not None
        if line:
            after_text = line.kind is LineKind.TEXT or line.kind is LineKind.ITEM
            in_list = line.kind is LineKind.ITEM or (in_list and line.kind is LineKind.TEXT)
            yield line


def _line(
    text: str,
    start: int,
    stop: int,
    number: int,
    joined: bool,
    after_text: bool,
    in_list: bool,
    read: Callable[[str], str],
) -> Line | None:
    quote = _QUOTE.match(text, start, stop) if text[start] in "> \t" else None
    if quote:
        start = quote.end()
    stripped = text[start:stop].lstrip(_BLANKS)
    if not stripped:
        return None
    start = stop - len(stripped)
    stop = start + len(stripped.rstrip(_BLANKS))
    kind, first = LineKind.TEXT, text[start]
    if first in _MARKERS:
        kind, start = _kind(text, start, stop, after_text, in_list)
    content = read(text[start:stop])
    linked = first in "![" and _LINKED.fullmatch(text, start, stop) is not None
    if not _LEGIBLE.search(content):
        if not content and first == "<":
            return None
        # A stop alone on its line ends the sentence above, a bracket belongs to what it encloses; any other lone
        # punctuation is decoration.
        if not content or not (_CLOSERS if after_text else _BRACKETS).issuperset(content):
            kind = LineKind.RULE
    return Line(number, kind, start, stop, content, joined, quote is not None, linked)


def _kind(text: str, start: int, stop: int, after_text: bool, in_list: bool) -> tuple[LineKind, int]:
    """The kind by the line's first characters, and where its content begins."""
    first = text[start]
    if first == "#":
        match = _HEADING.match(text, start, stop)
        return (LineKind.HEADING, match.end()) if match else (LineKind.TEXT, start)
    if first in "`~":
        return (LineKind.RULE if _FENCE.match(text, start, stop) else LineKind.TEXT), start
    match = _BULLET.match(text, start, stop)
    if match is None:
        match = _NUMBER.match(text, start, stop)
        # Within a paragraph a line may begin with a number by chance; only a 1 or a list that runs makes it an item.
        if match and after_text and not in_list and match[1] not in ("1", None):
            match = None
    return (LineKind.ITEM, match.end()) if match else (LineKind.TEXT, start)
