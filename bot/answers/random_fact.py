"""A random item: a term, or a fact that can stand alone."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.known import Known
from bot.answers.term import term_statement
from bot.answers.timeline import event_statement
from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.milestones import milestones
from bot.knowledge.snapshot import SUMMIT

# Given a number n ≥ 1, one of 0 … n - 1.
Pick = Callable[[int], int]
# Before an id: any other item than this one.
OTHER = "-"
# Lists of which one item says something by itself.
_TELLING = ("new_feature", "special_activity", "supporter", "leading_tech_winner")
# What needs another fact beside it to be understood.
_DULL = ("expo_mode", "mode", "end_date", "contest_projects_change", "contest_countries_change")


def random_fact(argument: str, known: Known, pick: Pick) -> Answer:
    """A random item; with the id of one that item; with `-id` another one than that."""
    items = {item.id: item for item in items_of(known)}
    if argument in items:
        chosen = argument
    else:
        others = [each for each in items if each != argument.removeprefix(OTHER)] or list(items)
        if not others:
            return Answer(Kind.UNKNOWN, title="list.empty")
        chosen = others[pick(len(others))]
    return Answer(
        Kind.FOUND,
        title="fact.title",
        values={"command": "fact", "argument": chosen, "count": len(items)},
        statements=(item_statement(items[chosen], known),),
    )


def items_of(known: Known) -> list[GlossaryItem | Fact]:
    """Terms, and facts that won and say something alone."""
    snapshot, vocabulary = known.snapshot, known.vocabulary
    found: list[GlossaryItem | Fact] = list(snapshot.glossary)
    for subject, predicate in snapshot.index:
        if not (subject.startswith(SUMMIT) or subject in ("series", "organisation")) or predicate in _DULL:
            continue
        if predicate == "milestone":
            found += milestones(subject, snapshot)
        elif predicate in _TELLING or vocabulary.is_single(predicate):
            found += known.shown(subject, (predicate,))
    return found


def item_statement(item: GlossaryItem | Fact, known: Known) -> Statement:
    """What an item says, with its proof."""
    if isinstance(item, GlossaryItem):
        return term_statement(item)
    if item.predicate == "milestone":
        return event_statement(item)
    values: dict[str, object] = {"subject": item.subject, "predicate": item.predicate}
    return Statement("value.single", (item,), known.rivals(item.subject, (item.predicate,)), values)
