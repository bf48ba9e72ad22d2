"""Lines to blocks: paragraphs, headings, list items, quoted paragraphs and rows of tables, with their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.corpus.document import Block, BlockKind, Sentence
from bot.corpus.lines import Line, LineKind
from bot.corpus.reading import plain_quotes
from bot.corpus.sentences import spans

_BOLD = re.compile(r"\*\*[^*]+\*\*|__[^_]+__|<(strong|b)>[^<]*</\1>")
# Punctuation alone between blank lines: whoever joins what stands around it needs to know which.
_MARKS = frozenset("。．.！？!?，、；：;”")
_FENCES = ("```", "~~~")
# What a longer fence encloses is a page with two odd fences in it, not code.
_LONGEST_CODE = 40


def blocks(text: str, body: Iterable[Line], chrome: frozenset[int], read: Callable[[str], str]) -> tuple[Block, ...]:
    """The blocks of a body in order. What has nothing to read, and `chrome`, is a separator; runs of them are one."""
    found: list[Block] = []
    run: list[Line] = []
    fences: list[int] = []

    def close() -> None:
        if run:
            found.append(_block(text, run, read))
            run.clear()

    for line in body:
        if line.number in chrome or line.kind is LineKind.RULE:
            close()
            if text.startswith(_FENCES, line.start):
                fences.append(line.number)
            mark = (line.text,) if line.text in _MARKS and line.number not in chrome else ()
            if not found or found[-1].kind is not BlockKind.SEPARATOR or (found[-1].lines and not mark):
                found.append(Block(BlockKind.SEPARATOR, line.number, mark, ()))
        else:
            if run and not _continues(run, line):
                close()
            run.append(line)
    close()
    return tuple(_coded(found, fences) if len(fences) > 1 else found)


def _coded(found: Iterable[Block], fences: Sequence[int]) -> Iterable[Block]:
    """The blocks, those between two fences marked as code."""
    pairs = [pair for pair in zip(fences[::2], fences[1::2], strict=False) if pair[1] - pair[0] <= _LONGEST_CODE]
    for block in found:
        code = block.kind is not BlockKind.SEPARATOR and any(start < block.line < end for start, end in pairs)
        yield replace(block, code=True) if code else block


def _continues(run: Sequence[Line], line: Line) -> bool:
    together = line.joined and line.kind is LineKind.TEXT and line.quoted is run[-1].quoted
    # A heading is one line; each row of a table stands for itself.
    return together and run[0].kind is not LineKind.HEADING and "|" not in (line.text[0], run[-1].text[0])


def _block(text: str, run: Sequence[Line], read: Callable[[str], str]) -> Block:
    first, start, stop = run[0], run[0].start, run[-1].stop
    raw, kind = text[start:stop], _kind(first)
    return Block(
        kind=kind,
        line=first.number,
        lines=(first.text,) if len(run) == 1 else tuple(line.text for line in run),
        sentences=tuple(_sentences(raw, run, kind, read)),
        strong=raw[0] in "*_<" and bool(_BOLD.match(raw)) and not re.search(r"\w", _BOLD.sub("", raw)),
        marker=_marker(text, start) if kind is BlockKind.ITEM else "",
    )


def _marker(text: str, start: int) -> str:
    """What stands before the content of a list item on its line, blanks behind it as one."""
    printed = text[text.rfind("\n", 0, start) + 1 : start].lstrip(" \t\u3000\xa0>")
    bare = printed.rstrip()
    return bare + " " if bare != printed else bare


def _kind(line: Line) -> BlockKind:
    if line.kind is LineKind.HEADING:
        return BlockKind.HEADING
    if line.kind is LineKind.ITEM:
        return BlockKind.ITEM
    if line.text[0] == "|" and line.text.count("|") > 1:
        return BlockKind.ROW
    return BlockKind.QUOTE if line.quoted else BlockKind.PARAGRAPH


def _sentences(raw: str, run: Sequence[Line], kind: BlockKind, read: Callable[[str], str]) -> Iterable[Sentence]:
    number, counted = run[0].number, 0
    found = [(0, len(raw))] if kind is BlockKind.ROW else spans(raw)
    if len(run) == 1 and (len(found) == 1 or run[0].text == raw):
        # What the line reads is known already: it is one sentence, or has no markup.
        whole = run[0].text if len(found) == 1 else ""
        return [_sentence(number, raw[start:stop], whole or raw[start:stop]) for start, stop in found]
    sentences = []
    for start, stop in found:
        number += raw.count("\n", counted, start)
        counted = start
        quote = raw[start:stop]
        if text := read(quote):
            sentences.append(_sentence(number, quote, text))
    return sentences


def _sentence(line: int, quote: str, text: str) -> Sentence:
    """Most sentences are printed as they are read: one string is kept for both."""
    text = plain_quotes(text)
    return Sentence(line, text if text == quote else quote, text)
