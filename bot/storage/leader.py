"""One of several processes on one PostgreSQL, for what only one may do: an advisory lock on a connection of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

# The number only has to be ours.
_LOCK = 7_240_190_513


class Leader:
    """The lock is held as long as this connection lives: the server frees it when the process or the network dies."""

    def __init__(self, connection: AsyncConnection | None) -> None:
        self._connection = connection

    async def take(self) -> bool:
        """Whether this process leads from now on. Raises `StorageError`."""
        if self._connection is None:
            return True
        taken = await self._connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK})
        return bool(taken.scalar_one())

    async def check(self) -> None:
        """Raises `StorageError` when the connection, and with it the lock, was lost."""
        if self._connection is not None:
            await self._connection.execute(text("SELECT 1"))


@asynccontextmanager
async def leader(engine: AsyncEngine) -> AsyncIterator[Leader]:
    """A candidate; an SQLite file has one process, which leads. Raises `StorageError`."""
    if engine.dialect.name != "postgresql":
        yield Leader(None)
        return
    # Without a transaction, which would stay open for as long as the process leads.
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        try:
            yield Leader(connection)
        finally:
            # Not back into the pool: the lock goes with the connection.
            await connection.invalidate()
