"""One process for one SQLite file: what its sender holds at a start, nobody else can be sending."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL

from bot.errors import DatabaseError, DatabaseInUseError


@contextmanager
def alone(url: URL) -> Iterator[None]:
    """Hold an SQLite database for this process; the system lets go when it ends, however it ends.

    Other kinds of database take several processes. Raises `DatabaseInUseError`, and `DatabaseError`
    for a place that cannot be written.
    """
    if url.get_backend_name() != "sqlite" or not url.database:
        yield
        return
    # A file beside it: a lock on the database itself would keep ourselves out, too.
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        guard = sqlite3.connect(f"{url.database}.lock", timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(reason=str(error)) from None
    try:
        _take(guard, url.database)
        yield
    finally:
        guard.close()


def _take(guard: sqlite3.Connection, path: str) -> None:
    try:
        guard.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise DatabaseInUseError(path=path, other="PostgreSQL") from None
        raise DatabaseError(reason=str(error)) from None
