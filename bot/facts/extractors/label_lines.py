"""Lines of a label and its value under the heading of an edition: Dates: …, Attendance: …, 主题：…, 嘉宾：…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.document import BlockKind
from bot.corpus.reading import read as plain
from bot.facts.fact import Fact
from bot.facts.labelled import labelled_facts
from bot.facts.labels import YEAR, Labels
from bot.facts.names import Owner
from bot.facts.reading import Reading

_LINE = re.compile(r"\W{0,4}?(?P<label>[^\W\d][^：:|｜。，；]{0,22}?)\**\s?[：:｜]\**\s?(?P<value>\S.{0,200})")


def extract(reading: Reading, known: Labels) -> Iterator[Fact]:
    """The facts of such lines; the heading must name the edition, and no label may stand under a programme's name."""
    headed = False
    block = -1
    for read in reading.reads:
        if read.heading:
            headed = any(mark.year for mark in read.marks)
            continue
        year = read.edition if headed and read.block != block else None
        if year and read.kind is not BlockKind.ROW and read.owner is Owner.SUMMIT:
            for line in reading.document.blocks[read.block].lines:
                match = _LINE.fullmatch(plain(line))
                predicate = known.of(match["label"]) if match else None
                if match and predicate and predicate != YEAR:
                    yield from labelled_facts(reading, read, predicate, match["value"], year)
        block = read.block
