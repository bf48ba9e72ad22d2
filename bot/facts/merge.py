"""Equal statements become one fact with all their sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.facts.fact import Approximation, Basis, Fact, Phase, Quantity

# Of 1700 and 近1700 the figure is 1700, whichever article comes first.
_EXACT_FIRST = (Approximation.EXACT, Approximation.OVER, Approximation.NEARLY, Approximation.ABOUT)


def merge(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of the same identity joined: sources in order, stated over derived, reported over announced."""
    same: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        same.setdefault(fact.identity, []).append(fact)
    return tuple(group[0] if len(group) == 1 else _joined(group) for group in same.values())


def _joined(facts: Sequence[Fact]) -> Fact:
    """One fact of equal ones. All at once: thousands of articles may say the same."""
    # A derived reading adds no proof to a stated one.
    facts = [fact for fact in facts if fact.basis is Basis.STATED] or facts
    first = facts[0]
    if isinstance(first.value, Quantity):
        hedges = [fact.value.approximation for fact in facts if isinstance(fact.value, Quantity)]
        first = replace(first, value=replace(first.value, approximation=min(hedges, key=_EXACT_FIRST.index)))
    reported = any(fact.phase is Phase.REPORTED for fact in facts)
    return replace(
        first,
        sources=tuple(dict.fromkeys(source for fact in facts for source in fact.sources)),
        # What one leaves open, the next may say.
        title=_first(fact.title for fact in facts),
        purpose=_first(fact.purpose for fact in facts),
        audience=_first(fact.audience for fact in facts),
        place=_first(fact.place for fact in facts),
        note=_first(fact.note for fact in facts),
        phase=Phase.REPORTED if reported else first.phase,
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)
