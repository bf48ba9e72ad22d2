"""What one process alone may do, of several on one database: receive updates. Another one takes over when it dies."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine

from bot.errors import PollerConflictError
from bot.storage.database import Database, StorageError, reason
from bot.storage.leader import Leader

log = logging.getLogger(__name__)

Work = Callable[[], Coroutine[object, object, None]]

# How often those who wait ask, and the one who leads looks whether it still does.
_LOOK_SECONDS = 2.0
# The former one may still hold a poll open, which the server lets run for half a minute.
_HANDOVER_SECONDS = 40.0


class Leading:
    """Runs work in one process at a time.

    While the database cannot be reached nobody can be chosen: who works goes on, and who has not seen another one begins;
    of two that meet (`PollerConflictError`) one waits for the database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._task: asyncio.Task[None] | None = None
        self._other = False
        self._patient_until = 0.0
        self._failing = False

    @property
    def is_standby(self) -> bool:
        """Whether another process works, and this one waits to take over."""
        return self._other

    async def run(self, work: Work) -> None:
        """Do `work` whenever this process leads, until cancelled. Raises what `work` raises."""
        try:
            while True:
                try:
                    async with self._database.leader() as leader:
                        await self._wait(leader)
                        await self._lead(leader, work)
                except StorageError as error:
                    await self._go_on(work, error)
        finally:
            await self._stop()

    async def _wait(self, leader: Leader) -> None:
        """Until this process leads."""
        while not await leader.take():
            if not self._other:
                log.info("Another process receives updates; this one sends, and takes over when it ends")
            self._other = True
            await self._stop()
            await asyncio.sleep(_LOOK_SECONDS)
        if self._other:
            # The former one may not know yet.
            self._patient_until = time.monotonic() + _HANDOVER_SECONDS
            log.info("This process receives updates now")
        self._other = self._failing = False

    async def _lead(self, leader: Leader, work: Work) -> None:
        """Ends by what `work` raises, or by the `StorageError` of a lock that was lost."""
        while True:
            try:
                await self._work(work)
            except PollerConflictError:
                if time.monotonic() > self._patient_until:
                    raise
                await asyncio.sleep(_LOOK_SECONDS)
            await leader.check()

    async def _go_on(self, work: Work, error: StorageError) -> None:
        """Without a database to choose."""
        if not self._failing:
            log.error("The database cannot say who receives updates, trying again: %s", reason(error))
        self._failing = True
        if self._other:
            await asyncio.sleep(_LOOK_SECONDS)
            return
        try:
            await self._work(work)
        except PollerConflictError:
            self._other = True

    async def _work(self, work: Work) -> None:
        """A while of `work`."""
        if self._task is None:
            self._task = asyncio.create_task(work())
        await asyncio.wait([self._task], timeout=_LOOK_SECONDS)
        if self._task.done():
            done, self._task = self._task, None
            done.result()

    async def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
