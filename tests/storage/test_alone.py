from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

from bot.errors import DatabaseError, DatabaseInUseError
from bot.storage.alone import alone

PROGRAM = """
import sys
from sqlalchemy import URL
from bot.storage.alone import alone
with alone(URL.create("sqlite", database=sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def at(path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(path))


def test_one_process_holds_the_file_until_it_ends_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "data" / "bot.db"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DatabaseInUseError), alone(at(path)):
            pass
        other.kill()
    with alone(at(path)):
        pass


def test_other_databases_take_several() -> None:
    url = make_url("postgresql+psycopg://host/name")
    with alone(url), alone(url):
        pass


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DatabaseError), alone(at(tmp_path / "file" / "bot.db")):
        pass
