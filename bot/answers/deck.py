"""A shuffled deck without a list of its order: it survives reloads, since what comes next depends on ids only."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deck:
    """What one chat has seen. `seed` (0 to 2⁶³ - 1) shuffles; `seen` are the ids of this round, the latest last.

    `ahead` are ids that come before the others, in this order, as soon as their round allows.
    """

    seed: int
    seen: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()


def draw(deck: Deck, ids: Collection[str]) -> tuple[str, Deck] | None:
    """The next id and the deck after it; None without any ids.

    None comes twice before all have come; a new round has another order and does not begin with the last one.
    """
    if not ids:
        return None
    seen = set(deck.seen)
    if not (left := [each for each in ids if each not in seen]):
        last = deck.seen[-1]
        deck = Deck(_next_seed(deck.seed), (), deck.ahead)
        left = [each for each in ids if each != last] or list(ids)
    ready = set(left)
    first = next((each for each in deck.ahead if each in ready), None)
    drawn = first or min(left, key=lambda each: _rank(deck.seed, each))
    ahead = list(deck.ahead)
    if first:
        ahead.remove(first)
    return drawn, Deck(deck.seed, (*deck.seen, drawn), tuple(ahead))


def preview(deck: Deck, ids: Collection[str], count: int) -> tuple[str, ...]:
    """The next `count` ids; fewer only without any ids."""
    coming: list[str] = []
    while len(coming) < count and (step := draw(deck, ids)):
        drawn, deck = step
        coming.append(drawn)
    return tuple(coming)


def without(deck: Deck, ids: Collection[str], identifier: str) -> Deck | None:
    """The deck when an id is passed over for this round; None when its turn was already, or it is the last one left."""
    left = set(ids) - set(deck.seen)
    if identifier not in left or len(left) == 1:
        return None
    # First of the seen: the last one seen stays the last one.
    ahead = tuple(each for each in deck.ahead if each != identifier)
    return Deck(deck.seed, (identifier, *deck.seen), ahead)


def exchanged(deck: Deck, ids: Collection[str], identifier: str, shown: int) -> Deck | None:
    """The deck when another id comes in the place of one among the next `shown`, which then comes later.

    The other is one that was not shown yet, else a neighbour of the same round; None when there is no such.
    """
    coming = preview(deck, ids, 2 * shown)
    if identifier not in coming[:shown]:
        return None
    place = coming.index(identifier)
    others = [*range(shown, len(coming)), *range(place + 1, min(shown, len(coming))), *range(place - 1, -1, -1)]
    for other in others:
        order = list(coming)
        order[place], order[other] = order[other], order[place]
        wanted = tuple(order[: max(shown, other + 1)])
        changed = Deck(deck.seed, deck.seen, wanted)
        # Rounds are kept: what would break one does not come out as it was wanted.
        if wanted[place] != identifier and preview(changed, ids, len(wanted)) == wanted:
            return changed
    return None


def _rank(seed: int, identifier: str) -> bytes:
    return hashlib.sha256(f"{seed}|{identifier}".encode()).digest()


def _next_seed(seed: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}".encode()).digest()[:8]) >> 1
