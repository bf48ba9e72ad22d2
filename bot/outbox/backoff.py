"""When to try again."""

from __future__ import annotations

from datetime import timedelta

FIRST = timedelta(seconds=2)
LONGEST = timedelta(minutes=5)


def pause(failures: int) -> timedelta:
    """After so many failures (from 1): 2, 4, 8 … seconds, at most five minutes."""
    doublings = min(max(failures, 1) - 1, 16)
    return min(FIRST * (1 << doublings), LONGEST)
