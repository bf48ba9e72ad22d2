"""The number of the articles as they should be known: every process follows it."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import corpus
from bot.storage.upsert import insert

_ONLY = 1


class Generation:
    """The generation of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def current(self) -> int:
        """The number; 0 before the first change."""
        return (await self._connection.execute(select(corpus.c.generation))).scalar_one_or_none() or 0

    async def advance(self) -> int:
        """Raise it by one; the new number."""
        first = insert(self._connection, corpus).values(id=_ONLY, generation=0)
        await self._connection.execute(first.on_conflict_do_nothing(index_elements=["id"]))
        raised = update(corpus).values(generation=corpus.c.generation + 1).returning(corpus.c.generation)
        number: int = (await self._connection.execute(raised)).scalar_one()
        return number
