"""Sentences with figures that no fact came from: where an author may want to look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.config import Series
from bot.corpus.document import Document, Sentence
from bot.corpus.reading import simplified
from bot.facts.dates import find_dates
from bot.facts.fact import Fact, Quantity
from bot.facts.numerals import numbers
from bot.knowledge.snapshot import Snapshot

# 一 and its like are seldom figures, nor is one character in words (三农, 两岸).
_SMALLEST = 2
_PERCENT = re.compile(r"\d(?:\.\d+)?\s?[%％]")


def unread(document: Document, snapshot: Snapshot, series: Series) -> Iterator[Sentence]:
    """The sentences of `document` with a count, a share or a full date that none of their facts tells, in order.

    An article that never names the series has none: its figures are not ours.
    """
    if not _names(document, series):
        return
    told = _told(document, snapshot)
    explained = {item.source.line for item in snapshot.explained_in(document.id)}
    for sentence in document.sentences():
        if sentence.line not in explained and _is_untold(sentence, told.get((sentence.line, sentence.quote)), document):
            yield sentence


def _names(document: Document, series: Series) -> bool:
    names = re.compile("|".join(map(re.escape, series.aliases)), re.IGNORECASE)
    return bool(names.search(simplified(document.title))) or any(
        names.search(sentence.text) for sentence in document.sentences()
    )


def _told(document: Document, snapshot: Snapshot) -> dict[tuple[int, str], list[Fact]]:
    """By sentence, the facts that the article itself gave."""
    finds = snapshot.finds.get(document.id)
    told: dict[tuple[int, str], list[Fact]] = {}
    for fact in finds.facts if finds else snapshot.facts:
        for source in fact.sources:
            if source.document_id == document.id:
                told.setdefault((source.line, source.quote), []).append(fact)
    return told


def _is_untold(sentence: Sentence, facts: list[Fact] | None, document: Document) -> bool:
    text = sentence.text
    dates = find_dates(text, document.date)
    if facts is None and any(span.first.day and not span.dateline and not span.relative for span in dates):
        return True
    if _PERCENT.search(text):
        return True
    known = {fact.value.value for fact in facts or () if isinstance(fact.value, Quantity)}
    texts = " ".join(str(fact.value) for fact in facts or () if not isinstance(fact.value, Quantity))
    return any(
        number.quantity.value >= _SMALLEST
        and number.quantity.value not in known
        and (number.end - number.start > 1 or text[number.start].isdigit())
        and text[number.start : number.end] not in texts
        and not any(date.start < number.end and number.start < date.end for date in dates)
        for number in numbers(text)
    )
