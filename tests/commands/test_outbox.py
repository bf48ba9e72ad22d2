"""`outbox` on the command line, on real databases."""

from __future__ import annotations

import asyncio
import json

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import URL

from bot.commands.outbox import command
from bot.errors import DatabaseError, UsageError
from bot.storage.database import Database
from tests.storage import conftest
from tests.storage.test_posts import filled

server, url = conftest.server, conftest.url


def run(place: URL, *arguments: str) -> Result:
    plain = place.set(drivername=place.drivername.partition("+")[0]).render_as_string(hide_password=False)
    return CliRunner().invoke(command, arguments, env={"DATABASE_URL": plain, "LC_ALL": "C"})


@pytest.fixture
def kept(url: URL) -> URL:
    async def fill() -> None:
        database = Database(url)
        await database.migrate()
        await filled(database)
        await database.close()

    asyncio.run(fill())
    return url


def test_entries_are_listed_as_lines_and_as_data(kept: URL) -> None:
    lines = run(kept, "list").stdout.splitlines()
    assert [line.split()[1] for line in lines] == ["pending", "uncertain", "failed", "sent", "failed"]
    assert lines[2].endswith("2025-03-01T00:30:00Z  -2/0/daily/2025-03-01  message is too long")
    found = json.loads(run(kept, "list", "--state", "failed", "--state", "sent", "--limit", "2", "--json").stdout)
    assert [(each["chat"], each["state"], each["outcome"], each["message"]) for each in found] == [
        (-2, "failed", "rejected", None),
        (-1, "sent", "sent", 7),
    ]
    assert found[0]["expires"] == "2025-03-01T01:30:00+00:00"


def test_entries_are_tried_again_by_number_or_by_kind(kept: URL) -> None:
    failed, sent = (
        json.loads(run(kept, "list", "--state", state, "--json").stdout)[0]["id"] for state in ("failed", "sent")
    )
    done = run(kept, "retry", str(failed), str(sent))
    assert (done.exit_code, done.stdout) == (1, "1 entry waits to be sent again.\n")
    assert done.stderr.startswith(f"{sent}: cannot be tried again.")
    done = run(kept, "retry", "--failed", "--uncertain")
    assert (done.exit_code, done.stdout) == (0, "2 entries wait to be sent again.\n")
    states = [line.split()[1] for line in run(kept, "list").stdout.splitlines()]
    assert states == ["pending", "pending", "pending", "sent", "pending"]


@pytest.mark.parametrize("arguments", [(), ("1", "--failed")])
def test_what_to_try_again_must_be_said_once(tmp_path: object, arguments: tuple[str, ...]) -> None:
    done = run(URL.create("sqlite", database=f"{tmp_path}/bot.db"), "retry", *arguments)
    assert isinstance(done.exception, UsageError)


def test_an_empty_outbox_says_so_and_no_database_is_named(tmp_path: object) -> None:
    assert run(URL.create("sqlite", database=f"{tmp_path}/bot.db"), "list").stdout == "No entries.\n"
    nowhere = URL.create("postgresql", "bot", "secret", "127.0.0.1", 1, "bot")
    done = run(nowhere, "list")
    assert isinstance(done.exception, DatabaseError)
    assert "secret" not in str(done.exception)
