"""What happened, or was left out, each once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import occurrences
from bot.storage.upsert import insert
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed


class Occurrences:
    """The occurrences of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def done(self, place: Place, feed: Feed, after: datetime) -> frozenset[str]:
        """The keys of what is due later than that moment and will not happen any more: it did, or was left out."""
        statement = select(occurrences.c.key).where(
            occurrences.c.key.startswith(f"{place.chat}/{place.topic}/{feed}/"), occurrences.c.due_at > after
        )
        return frozenset((await self._connection.execute(statement)).scalars())

    async def leave_out(self, key: str, due: datetime) -> None:
        """Let it not happen."""
        statement = insert(self._connection, occurrences).values(key=key, due_at=due)
        await self._connection.execute(statement.on_conflict_do_nothing(index_elements=["key"]))
