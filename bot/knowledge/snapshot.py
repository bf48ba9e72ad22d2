"""Everything known at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.corpus.document import Document
from bot.corpus.problem import Problem
from bot.facts.fact import Fact, GlossaryItem

SUMMIT = "summit:"


@dataclass(frozen=True)
class Snapshot:
    """Immutable; a reload builds another one beside it and swaps.

    `facts` are merged: equal statements are one fact with all sources, the preferred value of each (subject,
    predicate) first. `preferred_ids` are the facts that won, or had no rival.
    """

    documents: Mapping[str, Document]
    facts: tuple[Fact, ...]
    preferred_ids: frozenset[str]
    glossary: tuple[GlossaryItem, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        index: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.facts:
            index.setdefault((fact.subject, fact.predicate), []).append(fact)
        return {key: tuple(facts) for key, facts in index.items()}

    def find(self, subject: str, predicate: str) -> tuple[Fact, ...]:
        """Every fact of `predicate` about `subject`: preferred first, then in the order of the articles."""
        return self._index.get((subject, predicate), ())

    def is_preferred(self, fact: Fact) -> bool:
        """False for a value that lost against another value of the same single-valued predicate."""
        return fact.id in self.preferred_ids

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Years of the editions with at least one fact, ascending."""
        subjects = {fact.subject for fact in self.facts if fact.subject.startswith(SUMMIT)}
        return tuple(sorted(int(subject.removeprefix(SUMMIT)) for subject in subjects))


def summit(year: int) -> str:
    """The subject of the edition of `year`: `summit:2024`."""
    return f"{SUMMIT}{year}"
