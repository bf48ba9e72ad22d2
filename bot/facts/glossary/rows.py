"""A document line by line, as a glossary column is read: each line knows the block it opens or goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.document import Block, BlockKind, Document

_BOLD = re.compile(r"\s*(?:\*\*\*?|__|<(?:strong|b)>)\s*([^*<]+?)\s*(?:\*\*\*?|__|</(?:strong|b)>)")
_LINKED = re.compile(r"[\W_]*!?\[.{0,300}?\]\([^()]*\)[\W_]*", re.DOTALL)
_STOPPED = re.compile(r"[。！？!?；;.…][”’\"'）)】]*$")
_LONGEST_STOP = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its text as it is read and its place (first line of the file = 1).

    `opens` is true in the first line of a block; `gap` where nothing is to be read (an image, a rule, page chrome), `text` being
    the mark that stands there alone, if one does. `number` is what a list item is numbered with, as printed (`1. `).
    """

    text: str
    line: int
    block: Block
    opens: bool

    @property
    def gap(self) -> bool:
        return self.block.kind is BlockKind.SEPARATOR

    @property
    def number(self) -> str:
        return self.block.marker if self.opens and re.search(r"\w", self.block.marker) else ""

    @property
    def linked(self) -> bool:
        """True if nothing but a link stands in the block."""
        sentences = self.block.sentences
        return bool(sentences) and "](" in sentences[0].quote and _LINKED.fullmatch(sentences[0].quote) is not None

    @property
    def lead(self) -> str:
        """What stands in bold at the beginning of the line, if it opens a block."""
        sentences = self.block.sentences
        match = _BOLD.match(sentences[0].quote) if self.opens and sentences else None
        # The quote is as printed, perhaps Traditional; the text is as it is read.
        return self.text[: len(match[1])] if match and len(match[1]) <= len(self.text) else ""


def rows(document: Document) -> list[Row]:
    """Every line of `document`; a separator is one row."""
    found = []
    for block in document.blocks:
        for offset, text in enumerate(block.lines or ("",)):
            # A table of one column is a frame around a text.
            framed = block.kind is BlockKind.ROW and len(block.cells) == 1
            found.append(Row(text.strip(" |" if framed else None), block.line + offset, block, offset == 0))
    # A line without anything to read (an invisible character) is no line.
    return [row for row in found if row.text or row.gap]


def stopped(text: str) -> bool:
    """True if `text` ends as a sentence does."""
    return _STOPPED.search(text[-_LONGEST_STOP:]) is not None


def following(found: Sequence[Row], index: int) -> Row | None:
    """The next row at or behind `index` with something to read."""
    return next((row for row in found[index:] if not row.gap), None)


def alone(found: Sequence[Row], index: int) -> bool:
    """True if the row is the last of its block."""
    return index + 1 >= len(found) or found[index + 1].opens or found[index + 1].gap
