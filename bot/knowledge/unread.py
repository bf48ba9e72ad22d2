"""Sentences with figures that no fact came from: where an author may want to look."""

from __future__ import annotations

from collections.abc import Iterator

from bot.corpus.document import Document, Sentence
from bot.facts.dates import find_dates
from bot.facts.numerals import numbers
from bot.knowledge.snapshot import Snapshot

# 一 and its like are seldom figures.
_SMALLEST = 2


def unread(document: Document, snapshot: Snapshot) -> Iterator[Sentence]:
    """The sentences of `document` that hold a count or a full date and prove nothing in `snapshot`, in order."""
    proved = {
        (source.line, source.quote)
        for fact in snapshot.facts
        for source in fact.sources
        if source.document_id == document.id
    }
    explained = {item.source.line for item in snapshot.glossary if item.source.document_id == document.id}
    if not proved:
        return  # an article on something else: none of its figures is ours
    for sentence in document.sentences():
        if (sentence.line, sentence.quote) in proved or sentence.line in explained:
            continue
        if _has_figure(sentence.text, document):
            yield sentence


def _has_figure(text: str, document: Document) -> bool:
    dates = find_dates(text, document.date)
    if any(span.first.day and not span.dateline and not span.relative for span in dates):
        return True
    return any(
        number.quantity.value >= _SMALLEST and not any(d.start < number.end and number.start < d.end for d in dates)
        for number in numbers(text)
        if any(character.isdigit() for character in text[number.start : number.end])
    )
