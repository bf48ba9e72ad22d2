"""All facts of one article: scope first, then every extractor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.corpus.document import Document
from bot.facts.extractors import (
    bodies,
    calendar,
    documents,
    edition,
    features,
    figures,
    mode,
    named_lists,
    organisation,
    people,
    places,
    press,
    theme,
    venue,
)
from bot.facts.fact import Fact
from bot.facts.merge import merge
from bot.facts.names import Names
from bot.facts.reading import Reading, read_document
from bot.facts.vocabulary import Vocabulary

_EXTRACTORS: tuple[Callable[[Reading], Iterable[Fact]], ...] = (
    edition.extract,
    calendar.extract,
    theme.extract,
    venue.extract,
    bodies.extract,
    named_lists.extract,
    features.extract,
    press.extract,
    people.extract,
    mode.extract,
    documents.extract,
    organisation.extract,
    places.extract,
)


def extract(document: Document, names: Names, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """Every fact of `document`, equal ones joined, in the order in which they are first proved."""
    return merge(_all(read_document(document, names), vocabulary))


def _all(reading: Reading, vocabulary: Vocabulary) -> Iterator[Fact]:
    for extractor in _EXTRACTORS:
        yield from extractor(reading)
    yield from figures.extract(reading, vocabulary)
