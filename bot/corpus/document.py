"""An article as the other rooms see it: blocks of sentences, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.corpus.date import PartialDate


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    `quote` is a verbatim slice of the file's text (markup and line breaks included) and `line` is where it
    begins (first line of the file = 1). `text` is the same sentence as it is read: inline markup and line
    breaks removed (joined without a space between Chinese characters), NBSP as space, full-width letters and
    digits as half-width, Traditional characters and the corner brackets of their quotations as Simplified; other
    Chinese punctuation stays.
    """

    line: int
    quote: str
    text: str


class BlockKind(StrEnum):
    """What a block is.

    A `row` is one line of a table, a single sentence. A `separator` has no sentences: an image, a rule, lone
    punctuation, removed page chrome.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    ROW = "row"
    SEPARATOR = "separator"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together: a paragraph, a heading, one list item, a quoted paragraph, a table's row.

    `lines` are the read texts (as `Sentence.text`, one a source line, numbered by position from `line`); of a separator
    only the punctuation mark that stands alone, if one does;
    `strong` is true when the whole block stands in bold, `code` when it stands in a fence that is closed; `marker` is what a
    list item begins with, as printed (`- `, `1. `, `（2）`).
    """

    kind: BlockKind
    line: int
    lines: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    strong: bool = False
    code: bool = False
    marker: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row, as they are read; of any other block none."""
        if self.kind is not BlockKind.ROW:
            return ()
        return tuple(cell.strip() for cell in self.text.strip("| ").split("|"))

    @property
    def text(self) -> str:
        """All sentences as one text, with a blank between English ones."""
        texts = [sentence.text for sentence in self.sentences]
        if len(texts) < 2:
            return texts[0] if texts else ""
        blanks = ("", *(" " if a[-1].isascii() and b[0].isascii() else "" for a, b in pairwise(texts)))
        return "".join(blank + text for blank, text in zip(blanks, texts, strict=True))


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    `id` is ten characters of base32(sha256(normalised url, else path)); `path` is relative to the seeds folder
    with `/`; `title` and `publisher` are as printed (Traditional characters stay); `url` and `publisher` are empty
    when the front matter has none, `url` also when it is no web address; `fetched` is the text of
    `fetch_date`; `blocks` are the body without page chrome, in order.

    `credited_to` is the origin that the text itself names (`（来源：人民日报）`), `author` the byline or the front
    matter's `author`; each is empty when there is none. `title_line`, `credited_line` and `author_line` say where
    they stand (0 for nowhere).
    """

    id: str
    path: str
    title: str
    url: str
    publisher: str
    date: PartialDate
    fetched: str
    blocks: tuple[Block, ...]
    title_line: int = 0
    author: str = ""
    author_line: int = 0
    credited_to: str = ""
    credited_line: int = 0

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in order."""
        for block in self.blocks:
            yield from block.sentences


@dataclass(frozen=True, slots=True)
class Citation:
    """The proof of a statement: a sentence in a document. Equal citations are one proof."""

    document_id: str
    line: int
    quote: str
