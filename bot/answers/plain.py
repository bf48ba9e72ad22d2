"""A plain question about values: what remains when no topic of its own was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import rjieba

from bot.answers.answer import Answer, Context, Kind, Statement, Understood
from bot.answers.asked import Asked
from bot.answers.editions import EditionKind
from bot.answers.interpret.lexicon import Meaning, Sense
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.soundness import RELEASED_THERE
from bot.answers.suggestions import nearby, told_of_news
from bot.answers.summit import edition_card, listing, unknown_edition, was_only_announced
from bot.answers.value import ANYONE, DATES, People, value_statements
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact, Quantity
from bot.knowledge.snapshot import summit

READINGS = 3
# What is shown, under its own name, where what was asked is not known.
NEAR = {
    "opening_date": "start_date",
    "closing_date": "end_date",
    "start_date": "opening_date",
    "end_date": "closing_date",
}
BODIES = ("series", "organisation")
# Tags of nouns.
_NOUNS = frozenset({"n", "vn", "nz"})
# What was so when the body was founded: the year of its founding may be named.
_OF_FOUNDING = frozenset({"founder", "founder_count"})


def plain(asked: Asked) -> Answer:
    """The values asked for, the card of an edition, the list of editions; or that it is not in the sources."""
    return _Plain(asked).answer()


class _Plain:
    """Answers one question."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._question = asked.question
        self._read = asked.read
        self._editions = asked.editions
        self._snapshot = asked.known.snapshot
        self._vocabulary = asked.known.vocabulary
        self._known = asked.known
        person = asked.read.predicates == ("person",)
        self._people = People(asked.read.roles, asked.read.events) if person else ANYONE

    def answer(self) -> Answer:
        read = self._read
        if not read.is_sound:
            return self._unknown()
        if read.is_overview and read.has(Sense.FOLLOW_UP) and self._question.context is not None:
            # It refers to a question that could not be answered.
            return self._unread()
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
        card = edition_card(self._editions[0], self._known)
        years = self._asked.years
        return replace(card, context=Context(years)) if years else card

    def _values(self) -> Answer:
        """Every predicate asked, of every subject meant."""
        read = self._read
        statements: list[Statement] = []
        missing: list[str] = []
        ambiguous = False
        every = read.has(Sense.EVERY_EDITION)
        for predicates in _together(read.predicates):
            subjects = self._subjects(predicates[0])
            found = value_statements(subjects, predicates, self._known, self._people)
            if found and not (
                self._editions
                or self._vocabulary[predicates[0]].subject == "place"
                or read.names_organisation
                or read.names_series_only
                or every
            ):
                found = found[:READINGS]
                ambiguous = ambiguous or len(found) > 1
            if not found and predicates == ("person",) and read.names_organisation and read.roles:
                # 国际组织成立时谁致贺信: no other occasion of the body is known.
                found = value_statements(("organisation",), predicates, self._known, People(read.roles))
            if not found and predicates == ("person",) and self._is_founding_year():
                found = value_statements(("organisation",), predicates, self._known, self._people)
            if not found and self._editions and (near := NEAR.get(predicates[0])):
                # The day it opened is not the first day by every article: it is shown under its own name.
                statements += value_statements(subjects, (near,), self._known)
            if "where" in read.intents and predicates == ("press_conference",):
                found = tuple(s for s in found if all(fact.place for fact in s.facts))
            if predicates == RELEASED_THERE and read.events:
                found = tuple(s for s in found if self._is_said_of_occasion(s))
            statements += found
            missing += () if found else predicates
        if not statements or not self._is_so_many(statements):
            return self._unknown()
        return self._asked.found(
            statements,
            kind=Kind.AMBIGUOUS if ambiguous else Kind.FOUND,
            missing=missing,
            verdict=True if self._read.asks_existence else None,
        )

    def _is_said_of_occasion(self, statement: Statement) -> bool:
        """True if the sentences name the occasion that the question names."""
        lexicon = self._asked.lexicon
        forms = {form for event in self._read.events for form in lexicon.spellings(Meaning(Sense.EVENT, event))}
        return all(any(form in normalised(each.quote) for form in forms) for each in statement.citations)

    def _subjects(self, predicate: str) -> tuple[str, ...]:
        """The subjects that may be meant: the editions named, else the body, else every edition, newest first."""
        kind = self._vocabulary[predicate].subject
        if kind == "place":
            named = self._read.named(Sense.REGION)
            return tuple(f"place:{region}" for region in named or self._asked.lexicon.series.local_regions)
        if self._read.has(Sense.REGION):
            return ()
        years = tuple(dict.fromkeys(e.year for e in self._editions if e.year is not None))
        if kind == "summit" and years:
            return tuple(summit(year) for year in years)
        if kind in BODIES and years and self._read.names_organisation and self._is_of_year(predicate):
            return ("organisation",)
        if predicate in _OF_FOUNDING and years and self._is_of_year("founded") and not self._read.names_series:
            return ("organisation",)
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

    def _is_of_year(self, predicate: str) -> bool:
        """国际组织是2022年几号成立的: the year named is that of the event."""
        values = [fact.value for fact in self._snapshot.find("organisation", predicate)]
        return any(isinstance(value, PartialDate) and value.year in self._asked.years for value in values)

    def _is_so_many(self, statements: Sequence[Statement]) -> bool:
        """False if the question counts what it asks for (五大领域) and the sources count otherwise."""
        number = self._read.number
        if number is None:
            return True
        counts = {s.values.get("items") for s in statements}
        stated = (s.values.get("stated") for s in statements)
        counts |= {f.value.value for f in stated if isinstance(f, Fact) and isinstance(f.value, Quantity)}
        return number in counts

    def _is_founding_year(self) -> bool:
        """True if the body was founded in a year that was named: its founding ceremony is an occasion of that year."""
        founded = self._snapshot.find("organisation", "founded")
        days = {fact.value.year for fact in founded if isinstance(fact.value, PartialDate)}
        return bool(self._read.events and days & set(self._asked.years))

    def _first_year(self) -> Answer | None:
        """When the first edition was: the year the series was founded, marked as derived."""
        asks_when = self._read.intents and self._read.intents <= {"when", "which_edition", "which_year"}
        only_dates = set(self._read.predicates) <= {"start_date", "end_date"}
        is_first = [e.ref.kind is EditionKind.ORDINAL and e.ref.number == 1 and e.year is None for e in self._editions]
        founded = self._snapshot.find("series", "founded")
        if not (asks_when and only_dates and is_first == [True] and founded):
            return None
        statement = Statement("value.first_edition", founded[:1], values={"subject": "series", "predicate": "founded"})
        return self._asked.found((statement,), ("founded",))

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
        return self._asked.found(statements)

    def _unknown(self) -> Answer:
        """Nothing is said but that it is not in the sources, with what could be asked instead."""
        read = self._read
        years = tuple(dict.fromkeys(e.year for e in self._editions if e.year is not None))
        subjects = tuple(summit(year) for year in years)
        understood = Understood(subjects=subjects, predicates=read.predicates)
        lacking = [edition for edition in self._editions if edition.year not in self._snapshot.years]
        if read.is_sound and not read.predicates and len(self._editions) == 1 and lacking:
            return replace(unknown_edition(lacking[0], self._snapshot), understood=understood)
        known = [p for p in read.predicates if p in self._vocabulary.predicates]
        # Whose matter it is was read, and what is asked about it was not.
        subject = subjects[0] if len(subjects) == 1 else "organisation" if read.names_organisation else ""
        subject = subject or ("series" if read.names_series and not years else "")
        half_read = bool(subject) and not read.predicates and not lacking and not self._is_clear()
        named = read.is_sound and len(known) == 1 and known[0] != "person" and len(years) == len(self._editions) == 1
        suggestions = nearby(subjects, tuple(known), self._snapshot, self._vocabulary, unread=not read.is_sound)
        if any(edition.ref.kind is EditionKind.NEXT and edition.year is None for edition in self._editions):
            suggestions = (told_of_news(), *suggestions[:-1])
        return Answer(
            Kind.UNKNOWN,
            understood,
            title="unknown.value" if named else "unknown.question",
            values={"year": years[0], "predicate": known[0]}
            if named
            else {"question": self._question.text, **({"subject": subject} if half_read else {})},
            missing=read.predicates,
            notes=("preview",) if named and self._is_preview(years[0]) else ("half_read",) if half_read else (),
            suggestions=suggestions,
            context=Context(self._asked.years),
        )

    def _is_clear(self) -> bool:
        """2022年的预算: the one word that is none of the vocabulary is a noun, so what is asked about was understood."""
        unread = self._read.unread
        if len(unread) != 1:
            return False
        tags = [tag for _, tag in rjieba.tag(unread[0])]
        return unread[0] in self._asked.lexicon.narrowing or (len(tags) == 1 and tags[0] in _NOUNS)

    def _unread(self) -> Answer:
        """A follow-up to what was not answered."""
        return Answer(
            Kind.UNKNOWN,
            self._asked.understood(self._asked.subjects),
            title="unknown.question",
            values={"question": self._question.text},
            suggestions=nearby(self._asked.subjects, (), self._snapshot, self._vocabulary),
        )

    def _is_preview(self, year: int) -> bool:
        """True when one article is all there is of the edition, and it is older than the edition."""
        articles = self._snapshot.articles(summit(year))
        return len(articles) == 1 and was_only_announced(year, self._snapshot)


def _together(predicates: Sequence[str]) -> list[tuple[str, ...]]:
    """Each predicate by itself, but the first and the last day as one."""
    if not set(DATES) <= set(predicates):
        return [(predicate,) for predicate in predicates]
    return [DATES, *((predicate,) for predicate in predicates if predicate not in DATES)]
