from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commands.migrate import command
from bot.errors import ConfigError, DatabaseError


def migrate(url: str) -> tuple[int, str, BaseException | None]:
    result = CliRunner().invoke(command, env={"DATABASE_URL": url, "LC_ALL": "C"})
    return result.exit_code, result.output, result.exception


def test_it_makes_the_database_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "bot.db"
    for _ in range(2):
        assert migrate(f"sqlite:///{path}") == (0, "The database is up to date.\n", None)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM subscriptions").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("name", ["folder", "text"])
def test_what_is_no_database_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("no database " * 100, encoding="utf-8")
    assert isinstance(migrate(f"sqlite:///{tmp_path / name}")[2], DatabaseError)


def test_another_kind_of_database_is_refused() -> None:
    assert isinstance(migrate("mysql://host/name")[2], ConfigError)
