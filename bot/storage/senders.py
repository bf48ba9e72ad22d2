"""The processes that send: each shows that it lives, and takes its share of what may be sent."""

from __future__ import annotations

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.columns import database_seconds
from bot.storage.tables import senders
from bot.storage.upsert import insert


class Senders:
    """The senders of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def beat(self, name: str, lifetime_seconds: float) -> int:
        """This sender lives; how many do, those included that were seen within the lifetime."""
        statement = insert(self._connection, senders).values(name=name, seen=database_seconds())
        await self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"seen": database_seconds()})
        )
        await self._connection.execute(delete(senders).where(senders.c.seen < database_seconds() - lifetime_seconds))
        return (await self._connection.execute(select(func.count()).select_from(senders))).scalar_one()

    async def leave(self, name: str) -> None:
        """This sender stops."""
        await self._connection.execute(delete(senders).where(senders.c.name == name))
