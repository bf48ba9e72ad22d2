"""Delivery from start to stop: the database made ready, then the outbox emptied."""

from __future__ import annotations

import asyncio
import logging

from bot.outbox.transport import Transport
from bot.services.posting import Posting
from bot.services.sending import Sending
from bot.storage.database import Database, StorageError, reason

log = logging.getLogger(__name__)

_PAUSE_SECONDS = 5.0


class Delivering:
    """What runs beside the bot. Answers to people do not wait for it."""

    def __init__(self, database: Database, posting: Posting, sending: Sending) -> None:
        self._database = database
        self._posting = posting
        self._sending = sending

    async def run(self, transport: Transport) -> None:
        """Make the database ready, however long it takes, then send until cancelled.

        Raises `TokenRefusedError`, and `DatabaseError` for a database that a newer version has changed.
        """
        failed = False
        while True:
            try:
                await self._database.migrate()
                await self._posting.replan()
            except StorageError as error:
                if not failed:
                    log.error("Nothing can be delivered, trying again: %s", reason(error))
                failed = True
                await asyncio.sleep(_PAUSE_SECONDS)
            else:
                break
        await self._sending.run(transport)
