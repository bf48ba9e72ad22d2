"""One statement: the values of a predicate of one subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.answer import Answer, Kind, Statement, Understood
from bot.answers.counted import NUMBERS
from bot.answers.known import Known
from bot.facts.fact import Fact
from bot.facts.vocabulary import ValueKind
from bot.knowledge.names import Names

# What people may have done, told apart by their first two letters.
ROLES = ("chaired", "keynote", "spoke", "read_letter", "sent_letter", "attended", "briefed")


@dataclass(frozen=True, slots=True)
class People:
    """Narrows a question about people: what they did, and on which occasion. Empty means any."""

    roles: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()

    @property
    def token(self) -> str:
        """The predicate with what narrows it, short enough for a button: `person.ch.ke@全体会议`."""
        roles = "".join(f".{role[:2]}" for role in ROLES if role in self.roles)
        return "person" + roles + (f"@{self.events[0]}" if self.events else "")

    @classmethod
    def of_token(cls, token: str) -> People:
        """The reverse of `token`."""
        codes, _, event = token.partition("@")
        wanted = codes.split(".")[1:]
        return cls(frozenset(role for role in ROLES if role[:2] in wanted), (event,) if event else ())

    def admits(self, fact: Fact, names: Names) -> bool:
        """True for a person who did one of these things on one of these occasions, printed in either language."""
        if self.roles and fact.role not in self.roles:
            return False
        printed = f"{fact.event or ''} {names.chinese(fact.event or '') or ''}"
        return not self.events or any(event in printed for event in self.events)


ANYONE = People()
DATES = ("start_date", "end_date")


def value_statement(subject: str, predicate: str, known: Known, people: People = ANYONE) -> Statement | None:
    """What the sources say of `predicate` of `subject`; None when they say nothing.

    A list carries the stated number of its items, where there is one, before its items.
    """
    if predicate.startswith(("person.", "person@")):
        predicate, people = "person", People.of_token(predicate)
    facts = known.shown(subject, (predicate,))
    values: dict[str, object] = {"subject": subject, "predicate": predicate}
    if predicate == "person":
        facts = tuple(fact for fact in facts if people.admits(fact, known.names))
        topic = "value.people"
        values["token"] = people.token
    elif (
        predicate in known.vocabulary.predicates
        and known.vocabulary[predicate].kind is ValueKind.TEXT
        and known.vocabulary[predicate].many
    ):
        topic = "value.list"
        values["items"] = len(facts)
        if facts and (stated := known.snapshot.find(subject, NUMBERS.get(predicate, ""))[:1]):
            values["stated"] = stated[0]
            facts = (*stated, *facts)
    else:
        topic = "value.single"
    if not facts:
        return None
    return Statement(topic, facts, known.rivals(subject, (predicate,)), values)


def value_statements(
    subjects: Sequence[str],
    predicates: Sequence[str],
    known: Known,
    people: People = ANYONE,
) -> tuple[Statement, ...]:
    """What the sources say of each predicate of each subject; first and last day of an edition are one statement."""
    statements = []
    as_range = set(DATES) <= set(predicates)
    for predicate in predicates:
        for subject in subjects:
            if as_range and predicate in DATES:
                statement = _dates_statement(subject, known) if predicate == DATES[0] else None
            else:
                statement = value_statement(subject, predicate, known, people)
            if statement:
                statements.append(statement)
    return tuple(statements)


def _dates_statement(subject: str, known: Known) -> Statement | None:
    """When an edition was: first and last day, or the day it opened when no more is known."""
    if facts := known.shown(subject, DATES):
        values = {"subject": subject, "predicate": DATES[0]}
        return Statement("value.dates", facts, known.rivals(subject, DATES), values)
    return value_statement(subject, "opening_date", known)


def values_answer(subjects: tuple[str, ...], predicates: tuple[str, ...], known: Known) -> Answer | None:
    """What a button that names subjects and predicates shows; None when nothing of it is known."""
    statements = value_statements(subjects, predicates, known)
    if not statements:
        return None
    return Answer(
        Kind.FOUND,
        Understood(subjects=subjects, predicates=predicates),
        title="values.title",
        values={"subjects": tuple(dict.fromkeys(str(s.values["subject"]) for s in statements))},
        statements=statements,
    )
