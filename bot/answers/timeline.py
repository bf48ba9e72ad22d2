"""Everything with a date, in order: foundings, milestones, editions, press conferences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.known import Known
from bot.answers.value import DATES
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact
from bot.knowledge.anniversaries import BODIES
from bot.knowledge.milestones import milestones
from bot.knowledge.snapshot import summit


def timeline(known: Known) -> Answer:
    """A statement for each thing, the oldest first; a month or a year stands before its days."""
    statements = tuple(sorted(_entries(known), key=_when))
    return Answer(
        Kind.FOUND if statements else Kind.UNKNOWN,
        title="timeline.title" if statements else "list.empty",
        values={"command": "timeline", "argument": ""},
        statements=statements,
    )


def event_statement(fact: Fact, *others: Fact) -> Statement:
    """One thing with a date, as an entry of the timeline."""
    values = {"subject": fact.subject, "predicate": fact.predicate}
    return Statement("timeline.entry", (fact, *others), values=values)


def _entries(known: Known) -> Iterator[Statement]:
    snapshot = known.snapshot
    for subject in BODIES:
        for fact in (*known.shown(subject, ("founded",)), *milestones(subject, snapshot)):
            yield event_statement(fact)
    for year in snapshot.years:
        subject = summit(year)
        if held := known.shown(subject, DATES) or known.shown(subject, ("opening_date",)):
            yield event_statement(*held)
        for fact in snapshot.find(subject, "press_conference"):
            yield event_statement(fact)


def _when(statement: Statement) -> tuple[date, bool, str]:
    fact = statement.facts[0]
    day = fact.value if isinstance(fact.value, PartialDate) else PartialDate(date.max.year)
    return day.first, day.is_full, fact.id
