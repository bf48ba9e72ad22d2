"""Attempts and outcomes, written down in groups: a commit costs as much for a hundred rows as for one."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from bot.outbox.decision import Decision
from bot.outbox.entry import Entry
from bot.storage.database import Database, StorageError, reason

log = logging.getLogger(__name__)

# A group waits so long for others to join it, and the answers of so long may be lost with the machine.
GROUP_SECONDS = 0.015
_PAUSE_SECONDS = 0.5


class Journal:
    """The written word of one sender. Enter it before use; leaving it writes what is left, `closing_seconds` at most.

    A database that fails is tried again until it works: what was sent must be written down.
    """

    def __init__(self, database: Database, owner: str, lease_seconds: float, closing_seconds: float = 2.0) -> None:
        self._database = database
        self._owner = owner
        self._lease_seconds = lease_seconds
        self._closing_seconds = closing_seconds
        self._beginning: dict[int, asyncio.Future[bool]] = {}
        self._finished: list[tuple[Entry, Decision, asyncio.Future[None]]] = []
        self._wanted = asyncio.Event()
        self._closed = False
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Journal:
        self._task = asyncio.create_task(self._write_groups())
        return self

    async def __aexit__(self, *error: object) -> None:
        self._closed = True
        self._wanted.set()
        if self._task:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._task, self._closing_seconds)

    async def begin(self, entry: Entry) -> bool:
        """Write down that an attempt begins; True when it is written and the entry still ours: only then send."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._beginning[entry.id] = future
        self._wanted.set()
        return await future

    async def finish(self, entry: Entry, decision: Decision) -> None:
        """Write down what came of it; returns when it is written."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._finished.append((entry, decision, future))
        self._wanted.set()
        await future

    async def _write_groups(self) -> None:
        while not self._closed or self._beginning or self._finished:
            await self._wanted.wait()
            if not self._closed:
                await asyncio.sleep(GROUP_SECONDS)
                self._wanted.clear()
            beginning, finished = dict(self._beginning), list(self._finished)
            if not beginning and not finished:
                continue
            ours = await self._written(set(beginning), [(entry, decision) for entry, decision, _ in finished])
            for entry_id, begun in beginning.items():
                del self._beginning[entry_id]
                if not begun.done():
                    begun.set_result(entry_id in ours)
            del self._finished[: len(finished)]
            for _, _, done in finished:
                if not done.done():
                    done.set_result(None)

    async def _written(self, beginning: set[int], finished: list[tuple[Entry, Decision]]) -> set[int]:
        failed = False
        while True:
            try:
                async with self._database.work() as work:
                    await work.outbox.finish(finished, self._owner)
                    ours = await work.outbox.begin(beginning, self._owner, self._lease_seconds) if beginning else set()
            except StorageError as error:
                if not failed:
                    log.error("The database cannot be written, trying again: %s", reason(error))
                failed = True
                await asyncio.sleep(_PAUSE_SECONDS)
            else:
                if failed:
                    log.info("The database can be written again")
                return ours
