"""A fact: one scalar said of one subject, with the sentences that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.corpus.date import PartialDate
from bot.corpus.document import Citation
from bot.corpus.identity import short_id


class Approximation(StrEnum):
    """How a number was hedged: 多 余 超 over, 近 nearly, 约 左右 about, none or 达 exact."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"


class Phase(StrEnum):
    """Said before the day (将于) or after it."""

    ANNOUNCED = "announced"
    REPORTED = "reported"


class Basis(StrEnum):
    """In the text, or concluded from it by a rule of the design."""

    STATED = "stated"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with its hedge. `value` ≥ 0."""

    value: int
    approximation: Approximation = Approximation.EXACT

    def __str__(self) -> str:
        return str(self.value)


Value = Quantity | PartialDate | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`subject` is `series`, `organisation`, `summit:2024`, `programme:…`, `place:…`, `person:…` or `term:…`.

    At least one source, or ValueError. `title`, `role` and `event` belong to a person, `text` (what happened)
    to a milestone, `place` to a press conference, `purpose` and `audience` to a new feature, `note` to a remark
    printed behind a list item. Derived facts name every sentence they were derived from.
    """

    subject: str
    predicate: str
    value: Value
    sources: tuple[Citation, ...]
    text: str | None = None
    title: str | None = None
    role: str | None = None
    event: str | None = None
    purpose: str | None = None
    audience: str | None = None
    place: str | None = None
    note: str | None = None
    phase: Phase | None = None
    basis: Basis = Basis.STATED

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"a fact without a source: {self.subject} {self.predicate} {self.value}")

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes two statements the same fact: subject, predicate, value, and what tells two events apart."""
        extra = (self.role, self.event, self.text)
        return (self.subject, self.predicate, str(self.value), *(part for part in extra if part))

    @property
    def id(self) -> str:
        """Ten characters that stay the same across reloads."""
        return short_id("|".join(self.identity))

    @property
    def approximation(self) -> Approximation | None:
        """The hedge of a count; None for dates and texts."""
        return self.value.approximation if isinstance(self.value, Quantity) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryItem:
    """A term explained in an article. One of `term_zh` and `term_en` may be empty, never both."""

    term_zh: str
    term_en: str
    definition: str
    source: Citation

    @property
    def id(self) -> str:
        """Ten characters that stay the same across reloads."""
        # A full stop more or less makes no other explanation.
        definition = self.definition.rstrip("。．.") + "。"
        return short_id(f"{(self.term_zh or self.term_en).casefold()}|{definition}")
