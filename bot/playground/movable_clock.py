"""A clock that is moved by hand, so that tomorrow can be seen today."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.clock import Clock

# It moves in steps, and what is due at each has time to be done: a bot that sleeps over its minute leaves a post out.
STEP = timedelta(minutes=10)
LONGEST = timedelta(days=31)


async def _nothing() -> None:
    pass


class MovableClock:
    """Another clock, and as much ahead of it as it was moved. `at_each_step` is awaited whenever it moved a little."""

    def __init__(self, clock: Clock) -> None:
        self.at_each_step: Callable[[], Awaitable[None]] = _nothing
        self._clock = clock
        self._ahead = timedelta()
        self._moving = asyncio.Lock()

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        return self._clock.now() + self._ahead

    async def move(self, by: timedelta) -> None:
        """Go ahead, at most a month at a time; ValueError for more, or back. Returns when it is there."""
        if not timedelta() < by <= LONGEST:
            raise ValueError(f"the clock cannot be moved by {by}")
        async with self._moving:
            while by > timedelta():
                step = min(by, STEP)
                self._ahead += step
                by -= step
                await self.at_each_step()
