"""Lines to blocks: paragraphs, headings, list items and quoted paragraphs, each with its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.corpus.document import Block, BlockKind, Sentence
from bot.corpus.lines import Line, LineKind
from bot.corpus.reading import read
from bot.corpus.sentences import spans

_BOLD = re.compile(r"\*\*[^*]+\*\*|__[^_]+__|<(strong|b)>[^<]*</\1>")


def blocks(text: str, body: Iterable[Line], chrome: frozenset[int]) -> tuple[Block, ...]:
    """The blocks of a body in order. What has nothing to read, and `chrome`, is a separator; runs of them are one."""
    found: list[Block] = []
    run: list[Line] = []

    def close() -> None:
        if run:
            found.append(_block(text, run))
            run.clear()

    for line in body:
        if line.kind is LineKind.BLANK:
            close()
        elif line.number in chrome or line.kind is LineKind.RULE:
            close()
            if not found or found[-1].kind is not BlockKind.SEPARATOR:
                found.append(Block(BlockKind.SEPARATOR, line.number, (), ()))
        else:
            if run and (line.kind is not LineKind.TEXT or run[0].kind is LineKind.HEADING or _apart(run[-1], line)):
                close()
            run.append(line)
    close()
    return tuple(found)


def _apart(before: Line, line: Line) -> bool:
    return before.quoted is not line.quoted


def _block(text: str, run: Sequence[Line]) -> Block:
    first, start, stop = run[0], run[0].start, run[-1].stop
    raw = text[start:stop]
    return Block(
        kind=_kind(first),
        line=first.number,
        lines=tuple(line.text for line in run),
        sentences=tuple(_sentences(raw, run)),
        strong=bool(_BOLD.match(raw)) and not re.search(r"\w", _BOLD.sub("", raw)),
    )


def _kind(line: Line) -> BlockKind:
    if line.kind is LineKind.HEADING:
        return BlockKind.HEADING
    if line.kind is LineKind.ITEM:
        return BlockKind.ITEM
    return BlockKind.QUOTE if line.quoted else BlockKind.PARAGRAPH


def _sentences(raw: str, run: Sequence[Line]) -> Iterable[Sentence]:
    number, counted = run[0].number, 0
    found = list(spans(raw))
    for start, stop in found:
        number += raw.count("\n", counted, start)
        counted = start
        whole = len(run) == 1 and len(found) == 1
        read_text = run[0].text if whole else read(raw[start:stop])
        if read_text:
            yield Sentence(number, raw[start:stop], read_text)
