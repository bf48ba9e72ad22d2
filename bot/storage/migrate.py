"""The database brought to the state this version needs."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

# One process changes the database at a time; the number only has to be ours.
_LOCK = 7_240_190_511


def migrate(connection: Connection) -> None:
    """Apply what is missing, inside the connection's transaction; others wait meanwhile. Run by `Database.migrate`."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
