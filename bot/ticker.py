"""The clock that wakes services. It only wakes: no schedule is kept in it, what is due is decided by whom it wakes."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from types import TracebackType

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

# APScheduler tells of every run; only what goes wrong is worth a line.
logging.getLogger("apscheduler").setLevel(logging.WARNING)

Wake = Callable[[], Awaitable[None]]


class Ticker:
    """Wakes each of `wakes` every so many seconds while it is entered: `async with Ticker({"watch": (30, look)}):`.

    One that still works when its time comes is not woken beside itself, and a time that was missed (a sleeping machine)
    is made up for by a single call, however late.
    """

    def __init__(self, wakes: dict[str, tuple[float, Wake]]) -> None:
        self._wakes = wakes
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    async def __aenter__(self) -> Ticker:
        for name, (seconds, wake) in self._wakes.items():
            self._scheduler.add_job(
                wake,
                IntervalTrigger(seconds=seconds, timezone="UTC"),
                id=name,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        if self._wakes:
            self._scheduler.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
