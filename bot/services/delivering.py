"""Delivery from start to stop: the database made ready, then the outbox emptied."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from bot.outbox.entry import State
from bot.outbox.transport import Transport
from bot.services.posting import Posting
from bot.services.sending import Sending
from bot.storage.database import Database, StorageError, reason

log = logging.getLogger(__name__)

_PAUSE_SECONDS = 5.0
# A group gets 20 messages a minute.
_CATCH_UP_SECONDS = 65.0
_LOOK_SECONDS = 0.05


class Delivering:
    """What runs beside the bot. Answers to people do not wait for it."""

    def __init__(self, database: Database, posting: Posting, sending: Sending) -> None:
        self._database = database
        self._posting = posting
        self._sending = sending
        self._ready = False
        self._failed = False
        self._is_sending = False

    @property
    def is_sending(self) -> bool:
        """Whether the database is ready and the outbox is being emptied."""
        return self._is_sending

    async def prepare(self) -> bool:
        """Make the database ready; False if that cannot be done now. Before anybody is answered.

        Raises `DatabaseError` for what waiting does not mend.
        """
        try:
            await self._database.migrate()
            await self._posting.replan()
        except StorageError as error:
            if not self._failed:
                log.error("Nothing can be delivered, trying again: %s", reason(error))
            self._failed = True
        else:
            self._ready = True
        return self._ready

    async def catch_up(self) -> None:
        """Post what is due now and wait until it was sent, a minute at most: for a clock that is moved by hand."""
        with suppress(StorageError, TimeoutError):
            if await self._posting.post_due():
                async with asyncio.timeout(_CATCH_UP_SECONDS):
                    while await self._waits():  # noqa: ASYNC110 - nobody tells when it was sent
                        await asyncio.sleep(_LOOK_SECONDS)

    async def _waits(self) -> bool:
        async with self._database.work() as work:
            counts = await work.outbox.counts()
        return any(counts.get(state) for state in (State.PENDING, State.LEASED))

    async def run(self, transport: Transport) -> None:
        """Send until cancelled; first, if the database is not ready yet, wait until it is.

        Raises `TokenRefusedError` and `DatabaseError`.
        """
        while not self._ready and not await self.prepare():  # noqa: ASYNC110 - nobody tells when it is
            await asyncio.sleep(_PAUSE_SECONDS)
        self._is_sending = True
        try:
            await self._sending.run(transport)
        finally:
            self._is_sending = False
