"""The processes that send: each shows that it lives, and takes its share of what may be sent."""

from __future__ import annotations

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.share import Share, share_of
from bot.storage.columns import database_seconds
from bot.storage.tables import senders
from bot.storage.upsert import insert

# Shares are agreed on one by one; the number only has to be ours.
_LOCK = 7_240_190_512


class Senders:
    """The senders of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def beat(self, name: str, lifetime_seconds: float, overall: int) -> Share:
        """This sender lives, and takes its share of `overall` among those that were seen within the lifetime."""
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        await self._connection.execute(delete(senders).where(senders.c.seen < database_seconds() - lifetime_seconds))
        rows = await self._connection.execute(select(senders.c.name, senders.c.share))
        share = share_of(name, {row.name: row.share for row in rows}, overall)
        statement = insert(self._connection, senders).values(name=name, seen=database_seconds(), share=share.messages)
        values = {"seen": database_seconds(), "share": share.messages}
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))
        return share

    async def leave(self, name: str) -> None:
        """This sender stops."""
        await self._connection.execute(delete(senders).where(senders.c.name == name))
