"""What an answer is: statements with their proofs, before any wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.corpus.document import Citation
from bot.facts.fact import Fact
from bot.language import Language


class Kind(StrEnum):
    """`found`: at least one thing asked is answered. `ambiguous`: up to three labelled readings. `unknown`: nothing."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What was spoken of a moment ago: years of editions, the predicates asked, and what narrowed them."""

    years: tuple[int, ...] = ()
    predicates: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisation: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: the words, the reader's language, the calendar date where the reader is, and what went before."""

    text: str
    language: Language
    today: date
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of an answer.

    `topic` names the wording (`summit.theme`); `facts` are what it says, the shown one first, and prove it;
    `alternatives` are rival values that lost; `values` are further parts of the wording (a year, a count);
    `quotes` are sentences that are told themselves (a passage, a definition); `citations` are every proof, in order.
    """

    topic: str
    facts: tuple[Fact, ...] = ()
    alternatives: tuple[Fact, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    quotes: tuple[Citation, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The proving sentences, each once, in order."""
        return tuple(dict.fromkeys((*self.quotes, *(source for fact in self.facts for source in fact.sources))))

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """The proving sentences, then those of the values that lost."""
        rivals = (source for fact in self.alternatives for source in fact.sources)
        return tuple(dict.fromkeys((*self.citations, *rivals)))


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read: subjects and predicates (empty when not recognised), corrections as (typed, read)."""

    subjects: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    from_context: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole question this bot can answer: `topic` names its wording, `values` its parts (a year)."""

    topic: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """Statements in the order they are shown.

    `title` names the heading's wording (`summit.card`) with `values`; `missing` are predicates asked for and not
    found; `notes` are remarks by topic name (`announced_only`); `verdict` answers a yes/no question; `previous`
    and `next_year` are the neighbouring editions of a card; `context` is what a follow-up may leave unsaid.
    """

    kind: Kind
    understood: Understood = Understood()
    title: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    verdict: bool | None = None
    suggestions: tuple[Suggestion, ...] = ()
    previous: int | None = None
    next_year: int | None = None
    context: Context | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every proof once, in order of first use: number n in the text is `citations[n - 1]`."""
        return tuple(dict.fromkeys(c for statement in self.statements for c in statement.all_citations))
