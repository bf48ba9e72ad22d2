"""Every process on one database knows the same articles: when one of them changed what it knows, the others follow."""

from __future__ import annotations

import logging

from bot.services.announcing import Announcing
from bot.services.reloading import Refused, Reloading
from bot.storage.database import Database, StorageError

log = logging.getLogger(__name__)


class Following:
    """Looks at the generation that the database names, and reads the articles anew when another process raised it."""

    def __init__(self, database: Database, reloading: Reloading, announcing: Announcing) -> None:
        self._database = database
        self._reloading = reloading
        self._announcing = announcing

    async def look(self) -> None:
        """Follow if need be; a database that fails is asked again at the next tick. For the ticker."""
        try:
            async with self._database.work() as work:
                wanted = await work.corpus.current()
        except StorageError:
            return  # whoever sends tells of it
        known = self._announcing.generation
        if known is None and not wanted:
            self._announcing.generation = wanted
        elif known is None or known < wanted:
            outcome = await self._reloading.follow()
            if isinstance(outcome, Refused):
                log.warning("Generation %d of the articles cannot be followed yet: %s", wanted, outcome.refusal)
                return
            self._announcing.generation = wanted
            log.info("Generation %d of the articles is known here, too", wanted)
