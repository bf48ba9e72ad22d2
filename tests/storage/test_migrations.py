from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection, inspect

from bot.errors import ConfigError
from bot.storage.database import Database, database_url
from bot.storage.tables import metadata


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": False})
    return list(compare_metadata(context, metadata))


async def test_the_migrations_make_the_tables_as_they_are_declared(database: Database) -> None:
    async with database.work() as work:
        assert await work.connection.run_sync(differences) == []


async def test_migrating_again_and_from_another_process_changes_nothing(database: Database, url: URL) -> None:
    await database.migrate()
    other = Database(url)
    await other.migrate()
    async with other.work() as work:
        names = await work.connection.run_sync(lambda connection: inspect(connection).get_table_names())
    await other.close()
    assert set(metadata.tables) | {"alembic_version"} == set(names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "sqlite+aiosqlite:////var/data/bot.db"),
        ("postgres://me:secret@host/bot", "postgresql+psycopg://me:secret@host/bot"),
        ("postgresql://host:5433/bot?sslmode=require", "postgresql+psycopg://host:5433/bot?sslmode=require"),
        ("sqlite:////tmp/x.db", "sqlite+aiosqlite:////tmp/x.db"),
    ],
)
def test_the_database_is_a_file_unless_named(text: str, expected: str) -> None:
    assert database_url(text, Path("/var/data/bot.db")).render_as_string(hide_password=False) == expected


@pytest.mark.parametrize("text", ["mysql://me:secret@host/bot", "secret", "sqlite://", "postgresql://host:x/secret"])
def test_another_address_is_refused_without_its_password(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        database_url(text, Path("bot.db"))
    assert caught.value.problems[0].key == "DATABASE_URL"
    assert "secret" not in str(caught.value.problems[0])
