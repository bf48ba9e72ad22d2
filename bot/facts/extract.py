"""All facts of one article: scope first, then every extractor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.config import Series
from bot.corpus.document import Document
from bot.facts.extractors import (
    bodies,
    calendar,
    documents,
    edition,
    features,
    figures,
    label_lines,
    listed_below,
    mode,
    named_lists,
    organisation,
    people,
    places,
    press,
    table,
    theme,
    venue,
    winners,
)
from bot.facts.fact import Fact
from bot.facts.labels import Labels
from bot.facts.merge import merge
from bot.facts.names import Names
from bot.facts.reading import Reading
from bot.facts.scope import Scope
from bot.facts.vocabulary import Vocabulary

_EXTRACTORS: tuple[Callable[[Reading], Iterable[Fact]], ...] = (
    edition.extract,
    calendar.extract,
    theme.extract,
    venue.extract,
    bodies.extract,
    named_lists.extract,
    listed_below.extract,
    winners.extract,
    features.extract,
    press.extract,
    people.extract,
    mode.extract,
    documents.extract,
    organisation.extract,
    places.extract,
)


class Extractor:
    """Finds the facts of articles on one series. Build once; `facts` is pure."""

    def __init__(self, series: Series, vocabulary: Vocabulary) -> None:
        self._scope = Scope(Names(series))
        self._vocabulary = vocabulary
        self._labels = Labels(vocabulary)

    def facts(self, document: Document) -> tuple[Fact, ...]:
        """Every fact of `document`, equal ones joined, in the order in which they are first proved."""
        return merge(self._all(self._scope.read(document)))

    def _all(self, reading: Reading) -> Iterator[Fact]:
        for extract in _EXTRACTORS:
            yield from extract(reading)
        yield from table.extract(reading, self._labels)
        yield from label_lines.extract(reading, self._labels)
        yield from figures.extract(reading, self._vocabulary)
