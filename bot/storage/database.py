"""The connection to the database: SQLite by default, PostgreSQL by `DATABASE_URL`."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, nullcontext
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.errors import ConfigError, ConfigProblem, DatabaseError
from bot.storage.leader import Leader, leader
from bot.storage.migrate import migrate
from bot.storage.work import Work

VARIABLE = "DATABASE_URL"
# What goes wrong with a database that may be well again soon: locked, full, unreachable, busy.
StorageError = SQLAlchemyError
_EXAMPLE = "postgresql://user:password@host/name"
_INSTALL = 'pip install "summit-bot[postgres]"'
_BUSY_SECONDS = 10.0
_CONNECT_SECONDS = 5
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={int(_BUSY_SECONDS * 1000)}",
)
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg", "sqlite": "sqlite+aiosqlite"}

logging.getLogger("alembic").setLevel(logging.WARNING)


def database_url(text: str, default: Path) -> URL:
    """The URL of `DATABASE_URL`, or of the SQLite file `default` when it is empty.

    `postgres://…` and `postgresql://…` mean psycopg 3, `sqlite:///file.db` a file. Raises `ConfigError`; the URL, which
    may hold a password, is not repeated.
    """
    if not text:
        return URL.create("sqlite+aiosqlite", database=str(default))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in _DRIVERS or not url.database:
        shown = url.render_as_string(hide_password=True) if url else "?"
        raise ConfigError("environment", [ConfigProblem(VARIABLE, shown, "database_url", {"example": _EXAMPLE})])
    return url.set(drivername=_DRIVERS[url.drivername])


def reason(error: StorageError) -> str:
    """The driver's own words on one line, without the statement and its values, for the log."""
    return " ".join(str(error.orig).split()) if isinstance(error, DBAPIError) else type(error).__name__


class Database:
    """A pool of connections. Raises `ConfigError` when the driver of `url` is not installed."""

    def __init__(self, url: URL) -> None:
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._file = Path(url.database) if self.is_sqlite and url.database else None
        self._turn = asyncio.Lock()
        try:
            # Neither a dead server nor a connection that died meanwhile holds anybody up for long.
            options = {} if self.is_sqlite else {"connect_timeout": _CONNECT_SECONDS}
            self._engine = create_async_engine(url, pool_pre_ping=not self.is_sqlite, connect_args=options)
        except (ImportError, NoSuchModuleError):
            shown = url.render_as_string(hide_password=True)
            raise ConfigError(
                "environment", [ConfigProblem(VARIABLE, shown, "postgres_extra", {"command": _INSTALL})]
            ) from None
        if self.is_sqlite:
            event.listen(self._engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self._engine.sync_engine, "begin", _begin_at_once)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One transaction: committed when the block ends, undone when it raises. Raises `StorageError`.

        A file takes one at a time: who waits here is served in turn, where SQLite itself would sleep and look again.
        """
        async with self._turn if self.is_sqlite else nullcontext(), self._engine.begin() as connection:
            yield Work(connection)

    def leader(self) -> AbstractAsyncContextManager[Leader]:
        """A candidate for what one process alone may do. Raises `StorageError`."""
        return leader(self._engine)

    async def migrate(self) -> None:
        """Make the database if need be, and bring the tables up to date.

        Raises `StorageError`, and `DatabaseError` for what waiting does not mend: a file that is no database or cannot be
        opened, tables of a version that this one does not know.
        """
        if self._file:
            _check_file(self._file)
        try:
            async with self._engine.begin() as connection:
                await connection.run_sync(migrate)
        except CommandError as error:
            raise DatabaseError(reason=str(error)) from None

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def _check_file(path: Path) -> None:
    """Make the folder of an SQLite file, and see whether it can be read. Raises `DatabaseError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA schema_version")
    except OSError as error:
        raise DatabaseError(reason=str(error)) from None
    except sqlite3.Error as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB):
            raise DatabaseError(reason=f"{path}: {error}") from None


def _prepare_sqlite(connection: Any, record: object) -> None:
    """https://www.sqlite.org/pragma.html; FULL: what was committed survives a power cut."""
    # The driver must not begin transactions by itself: `_begin_at_once` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_at_once(connection: Connection) -> None:
    """Take the lock for writing first: a transaction that reads and then writes could not wait for it later."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
