"""Equal statements become one fact with all their sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.facts.fact import Basis, Fact, Phase


def merge(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of the same identity joined: sources in order, stated over derived, reported over announced."""
    merged: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        known = merged.get(fact.identity)
        merged[fact.identity] = _join(known, fact) if known else fact
    return tuple(merged.values())


def _join(first: Fact, second: Fact) -> Fact:
    # A derived reading adds no proof to a stated one.
    if first.basis is Basis.STATED and second.basis is Basis.DERIVED:
        return first
    if first.basis is Basis.DERIVED and second.basis is Basis.STATED:
        return second
    reported = Phase.REPORTED in (first.phase, second.phase)
    return replace(
        first,
        sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
        title=first.title or second.title,
        purpose=first.purpose or second.purpose,
        audience=first.audience or second.audience,
        place=first.place or second.place,
        note=first.note or second.note,
        event=first.event or second.event,
        phase=Phase.REPORTED if reported else first.phase,
    )
