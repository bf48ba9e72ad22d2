"""A question in words to an answer: found, ambiguous, or honestly unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Kind, Question, Statement, Understood
from bot.answers.editions import Edition, EditionKind, resolve
from bot.answers.interpret.interpret import Interpretation, interpret
from bot.answers.interpret.lexicon import Lexicon
from bot.answers.known import Known
from bot.answers.suggestions import nearby
from bot.answers.summit import edition_card, listing, unknown_edition, was_only_announced
from bot.answers.value import DATES, People, value_statements
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot, summit

READINGS = 3
BODIES = ("series", "organisation")


def answer(question: Question, snapshot: Snapshot, lexicon: Lexicon) -> Answer:
    """The answer to a question in words. Pure: the same question, snapshot and date give the same answer."""
    read = interpret(question.text, question.today, lexicon)
    editions = tuple(resolve(ref, snapshot, question.today) for ref in read.editions)
    return _Answering(question, read, editions, snapshot, lexicon.vocabulary).answer()


def unread(question: Question, snapshot: Snapshot, vocabulary: Vocabulary) -> Answer:
    """The answer to a text that was not read: unknown, with what could be asked instead."""
    return Answer(
        Kind.UNKNOWN,
        title="unknown.question" if any(map(str.isalnum, question.text)) else "unknown.empty",
        values={"question": question.text},
        suggestions=nearby((), (), snapshot, vocabulary),
    )


class _Answering:
    """One question with all that is needed to answer it."""

    def __init__(
        self,
        question: Question,
        read: Interpretation,
        editions: Sequence[Edition],
        snapshot: Snapshot,
        vocabulary: Vocabulary,
    ) -> None:
        self._question = question
        self._read = read
        self._editions = editions
        self._snapshot = snapshot
        self._vocabulary = vocabulary
        self._known = Known(snapshot, vocabulary, question.language)
        self._people = People(read.roles, read.events)

    def answer(self) -> Answer:
        read = self._read
        if not read.is_sound:
            return self._unknown()
        first = self._first_year()
        if first:
            return first
        if any(edition.year is None for edition in self._editions):
            return self._unknown()
        if read.intents & {"which_edition", "which_year"} and not read.predicates:
            return self._which_year()
        if read.is_overview:
            return self._overview()
        if not read.predicates:
            return self._unknown()
        return self._values()

    def _overview(self) -> Answer:
        if self._read.names_series and not self._editions and self._snapshot.years:
            return listing(self._known)
        if len(self._editions) != 1 or self._read.names_organisation:
            return self._unknown()
        return edition_card(self._editions[0], self._known)

    def _values(self) -> Answer:
        """Every predicate asked, of every subject meant."""
        read = self._read
        statements: list[Statement] = []
        missing: list[str] = []
        ambiguous = False
        for predicates in _together(read.predicates):
            subjects = self._subjects(predicates[0])
            found = value_statements(subjects, predicates, self._known, self._people)
            if found and not (self._editions or read.names_organisation or read.names_series_only):
                found = found[:READINGS]
                ambiguous = ambiguous or len(found) > 1 or found[0].values["subject"] not in BODIES
            statements += found
            missing += () if found else predicates
        if not statements:
            return self._unknown()
        return Answer(
            Kind.AMBIGUOUS if ambiguous else Kind.FOUND,
            self._understood(tuple(dict.fromkeys(str(s.values["subject"]) for s in statements))),
            title="values.title",
            values=self._heading(statements),
            statements=tuple(statements),
            missing=tuple(missing),
            notes=self._notes(),
            verdict=True if self._read.asks_existence else None,
        )

    def _subjects(self, predicate: str) -> tuple[str, ...]:
        """The subjects that may be meant: the editions named, else the body, else every edition, newest first."""
        kind = self._vocabulary[predicate].subject
        years = tuple(dict.fromkeys(e.year for e in self._editions if e.year is not None))
        if kind == "summit" and years:
            return tuple(summit(year) for year in years)
        if kind in BODIES and not years:
            if self._read.names_organisation:
                return ("organisation",)
            return ("series",) if self._read.names_series_only else BODIES
        if predicate == "person" and self._read.names_organisation:
            return ("organisation",)
        if kind == "summit" and not years and not self._read.names_organisation:
            editions = tuple(summit(year) for year in reversed(self._snapshot.years))
            return (*editions, "organisation") if predicate == "person" and self._read.roles else editions
        return ()

    def _first_year(self) -> Answer | None:
        """When the first edition was: the year the series was founded, marked as derived."""
        asks_when = self._read.intents and self._read.intents <= {"when", "which_edition", "which_year"}
        only_dates = set(self._read.predicates) <= {"start_date", "end_date"}
        is_first = [e.ref.kind is EditionKind.ORDINAL and e.ref.number == 1 and e.year is None for e in self._editions]
        founded = self._snapshot.find("series", "founded")
        if not (asks_when and only_dates and is_first == [True] and founded):
            return None
        statement = Statement("value.first_edition", founded[:1], values={"subject": "series", "predicate": "founded"})
        return Answer(
            Kind.FOUND,
            self._understood(("series",), ("founded",)),
            title="values.title",
            values=self._heading((statement,)),
            statements=(statement,),
        )

    def _which_year(self) -> Answer:
        """哪一年是第九届: the year that an ordinal led to, proven by it."""
        statements = [
            Statement(
                "value.year_of",
                (edition.proof,),
                values={"subject": edition.proof.subject, "predicate": edition.proof.predicate, "year": edition.year},
            )
            for edition in self._editions
            if edition.proof is not None
        ]
        if not statements:
            return self._unknown()
        return Answer(
            Kind.FOUND,
            self._understood(tuple(str(s.values["subject"]) for s in statements)),
            title="values.title",
            values=self._heading(statements),
            statements=tuple(statements),
            notes=self._notes(),
        )

    def _heading(self, statements: Sequence[Statement]) -> dict[str, object]:
        """The subjects said, and the edition that the notes speak of."""
        values: dict[str, object] = {"subjects": tuple(dict.fromkeys(str(s.values["subject"]) for s in statements))}
        for edition in self._editions:
            values |= {"year": edition.year, "number": edition.ref.number}
        return values

    def _notes(self) -> tuple[str, ...]:
        notes = ("by_nth_year" if e.inferred else "" for e in self._editions)
        latest = any(edition.ref.kind is EditionKind.LATEST for edition in self._editions)
        return tuple(dict.fromkeys((*filter(None, notes), *(("latest_in_sources",) if latest else ()))))

    def _understood(self, subjects: tuple[str, ...], predicates: tuple[str, ...] = ()) -> Understood:
        return Understood(subjects=subjects, predicates=predicates or self._read.predicates)

    def _unknown(self) -> Answer:
        """Nothing is said but that it is not in the sources, with what could be asked instead."""
        read = self._read
        years = tuple(dict.fromkeys(e.year for e in self._editions if e.year is not None))
        subjects = tuple(summit(year) for year in years)
        understood = Understood(subjects=subjects, predicates=read.predicates)
        if read.is_sound and not read.predicates and len(self._editions) == 1 and self._editions[0].proof is None:
            return replace(unknown_edition(self._editions[0], self._snapshot), understood=understood)
        known = [p for p in read.predicates if p in self._vocabulary.predicates]
        named = read.is_sound and len(known) == 1 and known[0] != "person" and len(years) == len(self._editions) == 1
        return Answer(
            Kind.UNKNOWN,
            understood,
            title="unknown.value" if named else "unknown.question",
            values={"year": years[0], "predicate": known[0]} if named else {"question": self._question.text},
            missing=read.predicates,
            notes=("preview",) if named and self._is_preview(years[0]) else (),
            suggestions=nearby(subjects, tuple(known), self._snapshot, self._vocabulary, unread=not read.is_sound),
        )

    def _is_preview(self, year: int) -> bool:
        """True when one article is all there is of the edition, and it is older than the edition."""
        facts = (fact for fact in self._snapshot.facts if fact.subject == summit(year))
        documents = {source.document_id for fact in facts for source in fact.sources}
        return len(documents) == 1 and was_only_announced(year, self._snapshot)


def _together(predicates: Sequence[str]) -> list[tuple[str, ...]]:
    """Each predicate by itself, but the first and the last day as one."""
    if not set(DATES) <= set(predicates):
        return [(predicate,) for predicate in predicates]
    return [DATES, *((predicate,) for predicate in predicates if predicate not in DATES)]
