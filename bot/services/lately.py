"""A little memory for what waits for somebody's next step: the oldest is forgotten first, all of it with the process."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

LIMIT = 5_000

T = TypeVar("T")


class Lately(Generic[T]):
    """One thing a user. Not for several threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: OrderedDict[int, T] = OrderedDict()

    def keep(self, user: int, thing: T) -> None:
        """Remember it, in the place of what was there."""
        self._kept[user] = thing
        self._kept.move_to_end(user)
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)

    def take(self, user: int) -> T | None:
        """What is remembered; it is no more."""
        return self._kept.pop(user, None)

    def __contains__(self, user: int) -> bool:
        return user in self._kept
