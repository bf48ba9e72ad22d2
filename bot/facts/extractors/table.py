"""Tables of editions: a row each, a column each, or a label and its value in each row.

The heads say what the cells are; a row counts only where its year or its ordinal says which edition it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.corpus.document import BlockKind
from bot.facts.fact import Fact
from bot.facts.labelled import labelled_facts, read_ordinal
from bot.facts.labels import ORDINAL, YEAR, Labels
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading

_YEAR = re.compile(r"\W*((?:19|20)\d\d)(?:年|\b)(?![-/.]\d|\d)(?:[^\d月]{0,16})$")
_ORDINAL_CELL = re.compile(
    r"\W*(第[〇零一二三四五六七八九十百\d]{1,4}届|首届|\d{1,2}(?:st|nd|rd|th)\b|[a-z]+(?:st|nd|rd|th)\b)", re.IGNORECASE
)
_ABOVE = 3
_LABEL_AND_VALUE = 2
_Row = tuple[Read, tuple[str, ...]]


def extract(reading: Reading, known: Labels) -> Iterator[Fact]:
    """The facts of every table in the order of its rows."""
    for index, rows in _tables(reading):
        above = reading.reads[max(0, index - _ABOVE) : index]
        if len(rows) > 1 and reading.owner is Owner.SUMMIT and _is_of_summit(above, rows, known):
            yield from _facts(reading, rows, known)


def _tables(reading: Reading) -> Iterator[tuple[int, list[_Row]]]:
    """Each table with the index of its first row among the sentences."""
    rows: list[_Row] = []
    begins = 0
    for index, read in enumerate(reading.reads):
        # The rule below the head is a line, but no row.
        beside = rows and read.sentence.line - rows[-1][0].sentence.line <= (2 if len(rows) == 1 else 1)
        if rows and (read.kind is not BlockKind.ROW or not beside):
            yield begins, rows
            rows = []
        if read.kind is BlockKind.ROW:
            begins = begins if rows else index
            rows.append((read, reading.document.blocks[read.block].cells))
    if rows:
        yield begins, rows


def _is_of_summit(above: Sequence[Read], rows: Sequence[_Row], known: Labels) -> bool:
    """True if the words above the table were last about the summit, or the table names it, counts editions or has no head."""
    named = [mention.owner for read in above for mention in read.mentions if mention.owner is not Owner.PRESS]
    if named:
        return named[-1] is Owner.SUMMIT
    inside = any(mention.owner is Owner.SUMMIT for read, _ in rows for mention in read.mentions)
    return inside or len(rows[0][1]) == _LABEL_AND_VALUE or any(known.of(cell) == ORDINAL for cell in rows[0][1])


def _facts(reading: Reading, rows: Sequence[_Row], known: Labels) -> Iterator[Fact]:
    head, *body = rows
    if all(_year(reading, cell) for cell in _behind_label(head[1], body)):
        yield from _columns(reading, head, body, known)
    elif len(head[1]) == _LABEL_AND_VALUE and sum(known.of(cells[0]) is not None for _, cells in rows if cells) > 1:
        for read, cells in rows:
            predicate = known.of(cells[0])
            year = read.edition_at(0)
            if predicate not in (None, YEAR) and len(cells) == 2 and year:
                yield from labelled_facts(reading, read, predicate or "", cells[1], year)
    else:
        yield from _rows(reading, head[1], body, known)


def _behind_label(head: Sequence[str], body: Sequence[_Row]) -> Sequence[str]:
    """The cells of the first row behind its label; an empty label is no cell."""
    width = max(len(cells) for _, cells in body)
    return head[1:] if len(head) == width else head if len(head) == width - 1 else ()


def _rows(reading: Reading, head: Sequence[str], body: Sequence[_Row], known: Labels) -> Iterator[Fact]:
    """A row an edition: by the column of years, else by that of ordinals, else by any cell that is but a year."""
    columns = [known.of(cell) for cell in head]
    for read, cells in body:
        named = dict(zip(columns, cells, strict=False))
        year = next(
            (year for label in (YEAR, ORDINAL) if (year := _year(reading, named.get(label) or ""))),
            _year(reading, cells[0]) if cells and columns[0] is None else None,
        )
        if year is None:
            continue
        if ORDINAL not in columns and cells and _ORDINAL_CELL.match(cells[0]):
            yield from labelled_facts(reading, read, ORDINAL, cells[0], year)
        for predicate, cell in zip(columns, cells, strict=False):
            if predicate not in (None, YEAR):
                yield from labelled_facts(reading, read, predicate or "", cell, year)


def _columns(reading: Reading, head: _Row, body: Sequence[_Row], known: Labels) -> Iterator[Fact]:
    """A column an edition."""
    cells = _behind_label(head[1], body)
    years = [_year(reading, cell) for cell in cells]
    for year, cell in zip(years, cells, strict=True):
        if year and _ORDINAL_CELL.match(cell):
            yield from labelled_facts(reading, head[0], ORDINAL, cell, year)
    for read, row in body:
        predicate = known.of(row[0]) if row else None
        for year, cell in zip(years, row[1:], strict=False):
            if year and predicate not in (None, YEAR):
                yield from labelled_facts(reading, read, predicate or "", cell, year)


def _year(reading: Reading, cell: str) -> int | None:
    """The year of the edition that a cell names: 2016, 2016年, 第三届（2016）, 第三届."""
    first = reading.names.series.first_year
    if match := _YEAR.search(cell) if len(cell) <= 24 else None:
        year = int(match[1])
        return year if first is None or year >= first else None
    ordinal = _ORDINAL_CELL.match(cell)
    number = read_ordinal(ordinal[1]) if ordinal else None
    return reading.names.series.year_of_ordinal(number) if number else None
