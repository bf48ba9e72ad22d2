"""Wrong figures beside a right one."""

from __future__ import annotations

import hashlib
from fractions import Fraction

from bot.facts.fact import Approximation, Quantity

COUNT = 3
# Nearer to the right one than this, a wrong figure would be a quibble.
LEAST_DIFFERENCE = Fraction(1, 5)
_LOWEST, _HIGHEST = Fraction(1, 3), Fraction(2)
# Enough to choose from; a large number that is not round has thousands of neighbours.
_CANDIDATES = 60
# A figure is as round as its neighbours when so many steps lead up to it.
_STEPS = 5


def wrong_figures(right: Quantity, seed: str) -> tuple[Quantity, ...]:
    """Three figures as round as `right`, ascending, the same for the same `seed`; none where there are not three.

    Each differs by a fifth or more, and none satisfies "over N".
    """
    number, step = right.value, _roundness(right.value)
    lowest = max(step, -int(-number * _LOWEST // step) * step)
    highest = number if right.approximation is Approximation.OVER else int(number * _HIGHEST)
    near = range(lowest, highest + 1, step)
    near = near[:: max(1, len(near) // _CANDIDATES)]
    apart = [each for each in near if abs(each - number) >= number * LEAST_DIFFERENCE]
    if len(apart) < COUNT:
        return ()
    drawn = sorted(apart, key=lambda each: hashlib.sha256(f"{seed}|{each}".encode()).digest())[:COUNT]
    return tuple(Quantity(each, right.approximation) for each in sorted(drawn))


def _roundness(number: int) -> int:
    """The largest of 1, 5, 10, 50, 100 … that `number` is a multiple of, at least five times."""
    step = best = 1
    while step * _STEPS <= number:
        for each in (step, 5 * step):
            if number % each == 0 and number >= _STEPS * each:
                best = max(best, each)
        step *= 10
    return best
