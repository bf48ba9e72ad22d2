"""A shuffled deck without a list of its order: it survives reloads, since what comes next depends on ids only."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deck:
    """What one chat has seen. `seed` (0 to 2⁶³ - 1) shuffles; `seen` are the ids of this round, the latest last."""

    seed: int
    seen: tuple[str, ...] = ()


def draw(deck: Deck, ids: Collection[str]) -> tuple[str, Deck] | None:
    """The next id and the deck after it; None without any ids.

    None comes twice before all have come; a new round has another order and does not begin with the last one.
    """
    if not ids:
        return None
    seen = set(deck.seen)
    if not (left := [each for each in ids if each not in seen]):
        last = deck.seen[-1]
        deck = Deck(_next_seed(deck.seed))
        left = [each for each in ids if each != last] or list(ids)
    drawn = min(left, key=lambda each: _rank(deck.seed, each))
    return drawn, Deck(deck.seed, (*deck.seen, drawn))


def preview(deck: Deck, ids: Collection[str], count: int) -> tuple[str, ...]:
    """The next `count` ids; fewer only without any ids."""
    coming: list[str] = []
    while len(coming) < count and (step := draw(deck, ids)):
        drawn, deck = step
        coming.append(drawn)
    return tuple(coming)


def _rank(seed: int, identifier: str) -> bytes:
    return hashlib.sha256(f"{seed}|{identifier}".encode()).digest()


def _next_seed(seed: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}".encode()).digest()[:8]) >> 1
