"""Health and figures over HTTP: of the program as a process, and of a bot whose parts fail."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import URL, text

from bot.app import Bot, put_together
from bot.config import load_config
from bot.playground.people import OWNER
from bot.playground.playground import Playground
from bot.telegram_bot.application import Connection
from bot.web.server import serving
from tests.knowledge_fixtures import ROOT
from tests.test_app import TOKEN, playground, started, telegram_at
from tests.test_overseeing import Clock

__all__ = ["playground"]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def configured(folder: Path, port: int) -> Path:
    """The shipped configuration with that port."""
    path = folder / "config.yaml"
    shipped = (ROOT / "config.yaml").read_text("utf-8")
    assert "  port: 0\n" in shipped
    path.write_text(shipped.replace("  port: 0\n", f"  port: {port}\n"), "utf-8")
    return path


async def ask(port: int, path: str) -> tuple[int, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.json(content_type=None)


async def until_ready(port: int) -> Any:
    async with asyncio.timeout(30):
        while (answer := await ask(port, "/readyz"))[0] != 200:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return answer[1]


async def figures(port: int) -> dict[str, float]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
        assert response.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        families = text_string_to_metric_families(await response.text())
        samples = [sample for family in families for sample in family.samples]
    return {" ".join([each.name, *each.labels.values()]): each.value for each in samples}


@pytest.fixture
async def served(tmp_path: Path, playground: Playground) -> AsyncIterator[tuple[Bot, int, str]]:
    """A bot that does not run yet, the port that tells of it, and where the Bot API is."""
    address = await playground.start()
    url = URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db"))
    bot = put_together(load_config(), frozenset(), url, Clock())
    async with serving(bot.watching, bot.metrics, "127.0.0.1", free := free_port()) as port:
        assert port == free
        yield bot, port, address
    await bot.database.close()


async def test_it_is_ready_when_all_its_parts_work_and_says_which_do_not(
    served: tuple[Bot, int, str],
    playground: Playground,
) -> None:
    bot, port, address = served
    assert await ask(port, "/healthz") == (200, {"ok": True})
    status, health = await ask(port, "/readyz")
    assert (status, health["ready"], health["reasons"]) == (503, False, ["database", "poller", "sender"])
    assert (health["poller"], health["sending"]) == ("starting", False)
    task = asyncio.create_task(bot.run(Connection(TOKEN, address)))
    health = await until_ready(port)
    assert (health["reasons"], health["database"], health["poller"]) == ([], "ok", "receiving")
    assert (health["articles"], health["generation"], health["sending"]) == (2, 0, True)
    async with bot.database.work() as work:
        await work.connection.execute(text("ALTER TABLE corpus RENAME TO elsewhere"))
    status, health = await ask(port, "/readyz")
    assert (status, health["reasons"]) == (503, ["database"])
    assert "no such table" in health["database"]
    assert (await ask(port, "/healthz"))[0] == 200
    assert "2024" in (await playground.ask(OWNER, OWNER.id, "/summit 2024", 30)).text
    async with bot.database.work() as work:
        await work.connection.execute(text("ALTER TABLE elsewhere RENAME TO corpus"))
    await until_ready(port)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_figures_tell_what_happened(
    served: tuple[Bot, int, str],
    playground: Playground,
) -> None:
    bot, port, address = served
    assert "bot_outbox_entries sent" not in await figures(port)
    task = asyncio.create_task(bot.run(Connection(TOKEN, address)))
    await until_ready(port)
    await playground.ask(OWNER, OWNER.id, "/summit 2024", 30)
    await playground.ask(OWNER, OWNER.id, "2024年的支持单位有哪些？", 30)
    told = await figures(port)
    assert (told["bot_updates_total"], told["bot_answers_total found"], told["bot_answers_total unknown"]) == (2, 1, 1)
    outbox = {name: value for name, value in told.items() if name.startswith("bot_outbox_entries")}
    states = ("pending", "leased", "sent", "failed", "uncertain", "skipped")
    assert outbox == {f"bot_outbox_entries {state}": 0 for state in states}
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_the_program_serves_where_it_is_told_and_lives_without_its_database(
    tmp_path: Path,
    playground: Playground,
) -> None:
    address, port = await playground.start(), free_port()
    environment = {
        **telegram_at(address),
        "BOT_CONFIG": str(configured(tmp_path, port)),
        "BOT_SEEDS": str(ROOT / "seeds"),
        "DATABASE_URL": "postgresql://bot:secret-password@127.0.0.1:1/bot",
    }
    async with started("run", environment=environment) as program:
        await program.says("Listening as")
        assert "2024" in (await playground.ask(OWNER, OWNER.id, "/summit 2024", 30)).text
        status, health = await ask(port, "/readyz")
        assert (status, health["reasons"]) == (503, ["database", "sender"])
        assert "refused" in health["database"]
        assert (await ask(port, "/healthz"))[0] == 200
        async with started("run", environment={**environment, "TELEGRAM_BOT_TOKEN": TOKEN[:-1] + "x"}) as second:
            assert await second.ends() == 1
            assert f"Port {port} is taken" in second.text
        assert "secret-password" not in str(health) + program.text
