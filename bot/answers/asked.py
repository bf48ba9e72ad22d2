"""One question with all that is needed to answer it: what the topics are given."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.answer import Answer, Context, Kind, Question, Statement, Understood
from bot.answers.editions import Edition, EditionKind
from bot.answers.interpret.interpretation import Interpretation
from bot.answers.interpret.lexicon import Lexicon, Sense
from bot.answers.interpret.named import Named
from bot.answers.interpret.segments import Word
from bot.answers.known import Known
from bot.knowledge.snapshot import SUMMIT, summit

# Words that change nothing about what is asked, whatever the topic.
PLAIN = frozenset({Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP})

# Characters of little words within a name.
_LITTLE = 4


@dataclass(frozen=True, eq=False)
class Asked:
    """The question, how it was read, the editions it names, and what is known."""

    question: Question
    read: Interpretation
    editions: tuple[Edition, ...]
    known: Known
    named: Named
    lexicon: Lexicon
    from_context: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the editions named, in the order of the words."""
        return tuple(dict.fromkeys(edition.year for edition in self.editions if edition.year is not None))

    @property
    def is_resolved(self) -> bool:
        """False when an edition was named that the sources cannot place."""
        return all(edition.year is not None for edition in self.editions)

    def accounts_for(self, senses: Container[Sense], intents: Container[str] = ()) -> bool:
        """True if every word of the question has one of these senses or changes nothing."""
        return not self.read.rest({*PLAIN, *_as_set(senses)}, intents)

    def phrase(self, rest: Sequence[Word]) -> str:
        """What words that are no part of the question's own say together; empty if they do not stand together."""
        if not rest or all(word.number for word in rest) or any(word.day for word in rest):
            return ""
        text = self.read.text
        start = text.find(rest[0].text)
        end = text.find(rest[-1].text, start) + len(rest[-1].text)
        # Names may hold little words that the question uses as its own (数据和隐私, 智能).
        between = text[start:end]
        length = sum(len(word.text) for word in rest) + len(rest) - 1
        return between if 0 <= start < end and len(between) <= length + _LITTLE else ""

    def understood(self, subjects: Sequence[str], predicates: Sequence[str] = ()) -> Understood:
        """How the question was read, for an answer about `subjects`."""
        return Understood(
            tuple(dict.fromkeys(subjects)),
            tuple(predicates) or self.read.predicates,
            self.read.corrected,
            self.from_context,
        )

    def heading(self, statements: Sequence[Statement]) -> dict[str, object]:
        """The subjects said, and the edition that the notes speak of."""
        values: dict[str, object] = {"subjects": _subjects(statements)}
        for edition in self.editions:
            values |= {"year": edition.year, "number": edition.ref.number}
        return values

    def notes(self) -> tuple[str, ...]:
        """How an edition was found that was not named by its year."""
        notes = ["by_nth_year" for edition in self.editions if edition.inferred]
        by_time = (EditionKind.LATEST, EditionKind.PREVIOUS)
        if any(edition.ref.kind in by_time and edition.is_newest for edition in self.editions):
            notes.append("latest_in_sources")
        return tuple(dict.fromkeys(notes))

    def found(
        self,
        statements: Sequence[Statement],
        predicates: Sequence[str] = (),
        *,
        kind: Kind = Kind.FOUND,
        missing: Sequence[str] = (),
        notes: Sequence[str] = (),
        verdict: bool | None = None,
        values: Mapping[str, object] | None = None,
    ) -> Answer:
        """An answer of these statements."""
        subjects = _subjects(statements)
        return Answer(
            kind,
            self.understood(subjects, predicates),
            title="values.title",
            values={**self.heading(statements), **(values or {})},
            statements=tuple(statements),
            missing=tuple(missing),
            notes=(*self.notes(), *notes),
            verdict=verdict,
            context=self.context(subjects, predicates),
        )

    def context(self, subjects: Sequence[str], predicates: Sequence[str] = ()) -> Context:
        """What a follow-up to this question may leave unsaid."""
        years = tuple(int(subject.removeprefix(SUMMIT)) for subject in subjects if subject.startswith(SUMMIT))
        return Context(
            self.years or (years if len(years) == 1 else ()),
            tuple(predicates) or self.read.predicates,
            self.read.roles,
            self.read.events,
            self.read.named(Sense.PERSON),
            self.read.names_organisation,
        )

    @property
    def subjects(self) -> tuple[str, ...]:
        """The editions named, as subjects."""
        return tuple(summit(year) for year in self.years)


def _as_set(senses: Container[Sense]) -> frozenset[Sense]:
    return frozenset(sense for sense in Sense if sense in senses)


def _subjects(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(s.values["subject"]) for s in statements if s.values.get("subject")))
