"""Whether the tables are those of this version, without changing them."""

from __future__ import annotations

from dataclasses import dataclass

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Version:
    """The last change that was applied (None: not one), and the last one that this version knows."""

    applied: str | None
    newest: str

    @property
    def is_newest(self) -> bool:
        """Whether nothing is left to apply."""
        return self.applied == self.newest


def version(connection: Connection) -> Version:
    """Run by `AsyncConnection.run_sync`."""
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    newest = ScriptDirectory.from_config(config).get_current_head() or ""
    return Version(MigrationContext.configure(connection).get_current_revision(), newest)
