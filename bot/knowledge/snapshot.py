"""Everything known at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.corpus.document import Citation, Document
from bot.corpus.problem import Problem
from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.passages import PassageIndex, Passages
from bot.knowledge.written import written_in
from bot.language import Language

SUMMIT = "summit:"

P = ParamSpec("P")
T = TypeVar("T")

# Subject and predicate.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finds:
    """What one document says by itself, what is wrong with it, and the language it is written in, once somebody looked."""

    document: Document
    facts: tuple[Fact, ...]
    glossary: tuple[GlossaryItem, ...]
    problems: tuple[Problem, ...] = ()
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """The facts of one place over all articles, the preferred first, and the ids of those that won or had no rival."""

    facts: tuple[Fact, ...]
    preferred_ids: frozenset[str]


@dataclass(frozen=True)
class Snapshot:
    """Immutable; a reload builds another one beside it and swaps.

    `facts` are merged: equal statements are one fact with all sources, the preferred value of each (subject,
    predicate) first. `preferred_ids` are the facts that won, or had no rival.

    `finds` by document id, `places` and `sentences` are from what the next build takes over what did not change; a snapshot made
    by hand may leave them out.
    """

    documents: Mapping[str, Document]
    facts: tuple[Fact, ...]
    preferred_ids: frozenset[str]
    glossary: tuple[GlossaryItem, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    finds: Mapping[str, Finds] = field(default_factory=dict, repr=False, compare=False)
    places: Mapping[Place, Ranked] = field(default_factory=dict, repr=False, compare=False)
    sentences: PassageIndex = field(default_factory=PassageIndex, repr=False, compare=False)

    @cached_property
    def index(self) -> Mapping[Place, tuple[Fact, ...]]:
        """Every fact by its place, in the order of `facts`."""
        if self.places:
            return {place: ranks.facts for place, ranks in self.places.items()}
        index: dict[Place, list[Fact]] = {}
        for fact in self.facts:
            index.setdefault((fact.subject, fact.predicate), []).append(fact)
        return {place: tuple(facts) for place, facts in index.items()}

    def find(self, subject: str, predicate: str) -> tuple[Fact, ...]:
        """Every fact of `predicate` about `subject`: preferred first, then in the order of the articles."""
        return self.index.get((subject, predicate), ())

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[Fact, ...]]:
        """Every fact by its subject, in the order of `facts`."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.subject, []).append(fact)
        return {subject: tuple(facts) for subject, facts in found.items()}

    def articles(self, subject: str) -> tuple[str, ...]:
        """The ids of the documents that say anything of `subject`, each once, in the order of its facts."""
        return self.once(_articles, subject)

    def proofs(self, document_id: str) -> Iterator[tuple[str, Citation]]:
        """Every sentence of a document that proves a fact, with the fact's subject."""
        finds = self.finds.get(document_id)
        places = dict.fromkeys((fact.subject, fact.predicate) for fact in finds.facts) if finds else self.index
        for place in places:
            for fact in self.find(*place):
                for source in fact.sources:
                    if source.document_id == document_id:
                        yield fact.subject, source

    def explained_in(self, document_id: str) -> tuple[GlossaryItem, ...]:
        """The glossary items of a document, also those that another one gives too."""
        if finds := self.finds.get(document_id):
            return finds.glossary
        return tuple(item for item in self.glossary if item.source.document_id == document_id)

    def language_of(self, document_id: str) -> Language:
        """The language a document is written in."""
        finds = self.finds.get(document_id)
        return finds.language if finds and finds.language else written_in(self.documents[document_id])

    def once(self, make: Callable[Concatenate[Snapshot, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """`make(self, *arguments)`, made at the first call and kept with the snapshot. Arguments are hashable."""
        key = (make, arguments, *named.items())
        if key not in self._made:
            self._made[key] = make(self, *arguments, **named)
        made: T = self._made[key]
        return made

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    def is_preferred(self, fact: Fact) -> bool:
        """False for a value that lost against another value of the same single-valued predicate."""
        return fact.id in self.preferred_ids

    @cached_property
    def passages(self) -> Passages:
        """The sentences of all articles by their words. The first use indexes what is new: about 12 µs a sentence."""
        return self.sentences.passages(self.documents.values())

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Years of the editions with at least one fact, ascending."""
        subjects = {subject for subject, _ in self.index if subject.startswith(SUMMIT)}
        return tuple(sorted(int(subject.removeprefix(SUMMIT)) for subject in subjects))


def _articles(snapshot: Snapshot, subject: str) -> tuple[str, ...]:
    facts = snapshot.by_subject.get(subject, ())
    return tuple(dict.fromkeys(source.document_id for fact in facts for source in fact.sources))


def summit(year: int) -> str:
    """The subject of the edition of `year`: `summit:2024`."""
    return f"{SUMMIT}{year}"
