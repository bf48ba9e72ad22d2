"""What is not so any more after a change of the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.difference import Difference
from bot.knowledge.snapshot import Snapshot

Item = Fact | GlossaryItem


@dataclass(frozen=True, slots=True)
class Outdated:
    """`before` was known; `after` has taken its place, None when nothing has."""

    before: Item
    after: Item | None


def outdated(before: Snapshot, after: Snapshot, difference: Difference) -> Mapping[str, Outdated]:
    """The facts and terms that changed or went, by their ids from before. Another source changes nothing."""
    found = {change.before.id: Outdated(change.before, change.after) for change in difference.facts_changed}
    for lost in difference.facts_lost:
        found.setdefault(lost.id, Outdated(lost, None))
    there = {item.id for item in after.glossary}
    for item in before.glossary:
        if item.id not in there:
            found[item.id] = Outdated(item, _same_term(item, after))
    return found


def _same_term(item: GlossaryItem, snapshot: Snapshot) -> GlossaryItem | None:
    """The term by its other definition."""
    names = {item.term_zh, item.term_en} - {""}
    return next((other for other in snapshot.glossary if names & {other.term_zh, other.term_en}), None)
