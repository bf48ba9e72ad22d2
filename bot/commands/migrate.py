"""`migrate`: the database brought up to date, for those who want to see it happen before `run`."""

from __future__ import annotations

import asyncio
import os

import click
from sqlalchemy import URL

from bot.config import data_directory, load_config
from bot.errors import DatabaseError
from bot.language import from_locale
from bot.messages.locale import texts
from bot.storage.database import VARIABLE, Database, StorageError, database_url, reason


@click.command("migrate")
def command() -> None:
    """Bring the database up to date. Raises DatabaseError."""
    url = database_url(os.environ.get(VARIABLE, ""), data_directory(load_config()) / "bot.db")
    asyncio.run(_migrate(url))
    click.echo(texts(from_locale(os.environ))("migrate.done"))


async def _migrate(url: URL) -> None:
    database = Database(url)
    try:
        await database.migrate()
    except StorageError as error:
        raise DatabaseError(reason=reason(error)) from None
    finally:
        await database.close()
