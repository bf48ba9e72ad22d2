"""`doctor` as a process, against the local Bot API server and real databases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from pathlib import Path

import pytest

from bot.language import Language
from bot.playground.playground import Playground
from bot.storage.database import Database, database_url
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times
from tests import test_app
from tests.commands.articles import BROKEN, REPORT, write
from tests.test_app import TOKEN, started, telegram_at

playground = test_app.playground


async def examined(environment: Mapping[str, str]) -> tuple[int, list[str]]:
    """The exit code, and what is said of each thing; never the token."""
    async with started("doctor", environment={**environment, "BOT_LOG_LEVEL": "ERROR"}) as program:
        code = await program.ends()
    assert TOKEN not in program.text
    assert TOKEN.partition(":")[2] not in program.text
    return code, program.text.splitlines()


def begin(lines: list[str]) -> list[str]:
    return [line.partition(":")[0] for line in lines]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return write(folder, report=REPORT)


async def database_with_channels(path: Path, *chats: int) -> str:
    database = Database(database_url("", path))
    await database.migrate()
    times = Times(time(9), "Asia/Shanghai", EVERY_DAY)
    async with database.work() as work:
        for chat in chats:
            await work.chats.put(Chat(chat, ChatKind.CHANNEL, Language.ZH, title=f"Channel {chat}"))
            await work.subscriptions.put(Subscription(Place(chat), Feed.NEWS, times), None)
    await database.close()
    return f"sqlite:///{path}"


async def test_all_is_well(playground: Playground, seeds: Path) -> None:
    address = await playground.start()
    code, lines = await examined({**telegram_at(address), "BOT_SEEDS": str(seeds)})
    assert begin(lines) == [
        "ok       configuration",
        "ok       seeds",
        "ok       database",
        "ok       token",
        "ok       subscribed groups and channels",
    ]
    assert code == 0
    assert lines[2].endswith("bot.db is not there yet; run makes it")
    assert lines[3].endswith(f"@wuzhen_bot at {address}")


async def test_each_problem_is_a_line_and_none_hides_another(
    playground: Playground,
    seeds: Path,
    tmp_path: Path,
) -> None:
    address = await playground.start()
    write(seeds, broken=BROKEN)
    url = await database_with_channels(tmp_path / "bot.db", playground.group, -1009999999999)
    code, lines = await examined({**telegram_at(address), "BOT_SEEDS": str(seeds), "DATABASE_URL": url})
    assert code == 1
    assert [line[:16].rstrip() for line in lines] == [
        "ok       configu",
        "problem  seeds:",
        "ok       databas",
        "ok       token:",
        "problem  subscri",
    ]
    assert "Channel -1009999999999 (-1009999999999)" in lines[-1]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"TELEGRAM_BOT_TOKEN": "", "DATABASE_URL": "postgresql://bot:secret-word@127.0.0.1:1/bot"},
            ("No bot token is set", "refused"),
        ),
        (
            {"TELEGRAM_BOT_TOKEN": TOKEN[:-1] + "x", "BOT_SEEDS": "/nowhere"},
            ("Telegram refused the token (401)", "/nowhere"),
        ),
        (
            {"TELEGRAM_API_BASE_URL": "http://127.0.0.1:1", "DATABASE_URL": "mysql://host/name"},
            ("the server could not be asked", "DATABASE_URL"),
        ),
        ({"BOT_CONFIG": "/nowhere.yaml"}, ("/nowhere.yaml",)),
        ({"BOT_ADMIN_IDS": "me"}, ("BOT_ADMIN_IDS",)),
    ],
)
async def test_what_is_wrong_is_named(
    playground: Playground,
    seeds: Path,
    changed: dict[str, str],
    said: tuple[str, ...],
) -> None:
    address = await playground.start()
    code, lines = await examined({**telegram_at(address), "BOT_SEEDS": str(seeds), **changed})
    assert code == 1
    assert len([line for line in lines if line.startswith("problem")]) == len(said)
    assert [each for each in said if each not in "\n".join(lines)] == []
    assert "secret-word" not in "\n".join(lines)


async def test_tables_of_another_version_are_named_and_left_alone(
    playground: Playground,
    seeds: Path,
    tmp_path: Path,
) -> None:
    address, path = await playground.start(), tmp_path / "empty.db"
    path.touch()
    url = f"sqlite:///{path}"
    code, lines = await examined({**telegram_at(address), "BOT_SEEDS": str(seeds), "DATABASE_URL": url})
    assert code == 1
    assert "python -m bot migrate" in lines[2]
