"""The program as a process, over real HTTP, against the local Bot API server."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.app import connection_from
from bot.clock import SystemClock
from bot.errors import ConfigError, TokenMissingError
from bot.language import Language
from bot.messages.errors import error_text
from bot.playground.people import MEMBER, OWNER
from bot.playground.playground import Playground

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "123456789:AAH-an_invented-token_of_35_letters"
STOP_SECONDS = 8.0


@dataclass
class Program:
    """A running `python -m bot …` and all it has written."""

    process: asyncio.subprocess.Process
    output: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.output)

    async def says(self, pattern: str, timeout_seconds: float = 20.0) -> re.Match[str]:
        """Wait until it has written something that fits `pattern`."""
        async with asyncio.timeout(timeout_seconds):
            while not (match := re.search(pattern, self.text)):
                assert self.process.returncode is None, self.text
                await asyncio.sleep(0.02)
            return match

    async def ends(self, timeout_seconds: float = 20.0) -> int:
        """Wait for its end; the exit code."""
        async with asyncio.timeout(timeout_seconds):
            return await self.process.wait()


@asynccontextmanager
async def started(*arguments: str, environment: Mapping[str, str] | None = None) -> AsyncIterator[Program]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "BOT_", "LC_"))}
    folder = tempfile.mkdtemp(prefix="summit-bot-test-")
    clean["DATABASE_URL"] = f"sqlite:///{folder}/bot.db"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-X", "dev", "-m", "bot", *arguments),
        cwd=ROOT,
        env={**clean, "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1", **(environment or {})},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    program = Program(process)

    async def read() -> None:
        assert process.stdout is not None
        while chunk := await process.stdout.read(65536):
            program.output.append(chunk.decode())

    reading = asyncio.create_task(read())
    try:
        yield program
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    yield playground
    await playground.stop()


def telegram_at(address: str, token: str = TOKEN) -> dict[str, str]:
    return {"TELEGRAM_BOT_TOKEN": token, "TELEGRAM_API_BASE_URL": address, "BOT_LOG_LEVEL": "DEBUG"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_over_http_and_stops_cleanly_in_the_middle_of_a_poll(
    playground: Playground, number: signal.Signals
) -> None:
    address = await playground.start()
    async with started("run", environment=telegram_at(f"{address}/")) as program:
        await program.says("Listening as @wuzhen_bot")
        answer = await playground.ask(OWNER, OWNER.id, "/summit 2024", timeout_seconds=10)
        assert "2024" in answer.content.text
        assert answer.keyboard
        in_english = await playground.ask(MEMBER, MEMBER.id, "/峰会 2022", timeout_seconds=10)
        assert "2022" in in_english.content.text
        assert "sub-forums" in in_english.content.text
        await asyncio.sleep(0.3)  # the next poll waits now
        program.process.send_signal(number)
        assert await program.ends(STOP_SECONDS) == 0
    assert TOKEN.partition(":")[2] not in program.text
    assert not re.search(r"Traceback|Warning|never (awaited|retrieved)|Unclosed", program.text), program.text


async def test_a_stop_while_it_is_still_loading_is_clean(playground: Playground, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "token")  # who reads it waits: the program is as early as it can be stopped
    environment = {
        "TELEGRAM_API_BASE_URL": await playground.start(),
        "TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token"),
    }
    async with started("run", environment=environment) as program:
        with await asyncio.to_thread(open, tmp_path / "token", "wb"):
            program.process.terminate()
            assert await program.ends(STOP_SECONDS) == 0
    assert program.text == ""


async def test_a_wrong_token_is_one_clear_line(playground: Playground) -> None:
    address = await playground.start()
    environment = {**telegram_at(address, "123456789:AAH-another_invented-token_35_letter"), "BOT_LOG_LEVEL": "INFO"}
    async with started("run", environment=environment) as program:
        assert await program.ends() == 1
    lines = [line for line in program.text.splitlines() if "INFO" not in line]
    assert len(lines) == 1
    assert "401" in lines[0]
    assert "AAH-" not in program.text


async def test_two_pollers_are_one_clear_line(playground: Playground) -> None:
    address = await playground.start()
    environment = {**telegram_at(address), "BOT_LOG_LEVEL": "INFO"}
    async with started("run", environment=environment) as first:
        await first.says("Listening")
        await playground.ask(OWNER, OWNER.id, "/help", timeout_seconds=10)
        async with started("run", environment=environment) as second:
            await second.says("Listening")
            ended = {asyncio.create_task(program.ends()): program for program in (first, second)}
            done, waiting = await asyncio.wait(ended, return_when=asyncio.FIRST_COMPLETED)
            for task in waiting:
                task.cancel()
            (loser,) = done
            assert loser.result() == 1
            assert "409" in ended[loser].text.splitlines()[-1]
            assert "Traceback" not in ended[loser].text


async def test_an_unreachable_server_is_waited_for(playground: Playground) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]
    async with started("run", environment=telegram_at(f"http://127.0.0.1:{port}")) as program:
        await program.says("cannot be reached")
        await playground.start(port=port)
        await program.says("Listening as @wuzhen_bot")
        program.process.terminate()
        assert await program.ends(STOP_SECONDS) == 0
    assert TOKEN.partition(":")[2] not in program.text


async def test_a_stop_while_the_server_is_unreachable_or_silent_is_clean() -> None:
    async def silent(request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        raise AssertionError

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", silent)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        address = "http://127.0.0.1:{1}".format(*runner.addresses[0])
        async with started("run", environment=telegram_at(address)) as program:
            await program.says("articles")
            await asyncio.sleep(0.5)
            program.process.terminate()
            assert await program.ends(STOP_SECONDS) == 0
    finally:
        await runner.cleanup()
    assert "Traceback" not in program.text


async def test_the_demo_serves_its_page_answers_there_and_stops_cleanly() -> None:
    async with started("demo", "--no-browser", "--port", "0") as program:
        address = (await program.says(r"http://127\.0\.0\.1:[1-9]\d*"))[0]
        await program.says("TELEGRAM_BOT_TOKEN")
        await program.says("Listening")
        async with aiohttp.ClientSession() as browser, browser.get(address) as page:
            assert page.status == 200
            assert "<html" in (await page.text()).lower()
        program.process.terminate()
        assert await program.ends(STOP_SECONDS) == 0
    assert not re.search(r"Traceback|Warning|Unclosed", program.text), program.text


async def test_a_taken_port_is_named_with_the_way_to_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        async with started("demo", "--no-browser", "--port", port) as program:
            assert await program.ends() == 1
    (line,) = [line for line in program.text.splitlines() if "INFO" not in line]
    assert port in line
    assert "--port" in line


async def test_a_broken_seed_is_reported_and_the_others_answer(playground: Playground, tmp_path: Path) -> None:
    for seed in (ROOT / "seeds").glob("*.md"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "broken.md").write_bytes(b"---\ntitle: [\n---\n\xff\xfe\xfa broken")
    address = await playground.start()
    async with started("run", environment={**telegram_at(address), "BOT_SEEDS": str(tmp_path)}) as program:
        await program.says(r"broken\.md:\d+: ")
        await program.says("Listening")
        answer = await playground.ask(OWNER, OWNER.id, "/summit 2024", timeout_seconds=10)
        assert "2024" in answer.content.text


@pytest.mark.parametrize(
    ("environment", "root"),
    [
        ({}, "https://api.telegram.org"),
        ({"TELEGRAM_API_BASE_URL": ""}, "https://api.telegram.org"),
        ({"TELEGRAM_API_BASE_URL": "http://127.0.0.1:8081/"}, "http://127.0.0.1:8081"),
        ({"TELEGRAM_API_BASE_URL": "http://bots/botanic"}, "http://bots/botanic"),
        ({"TELEGRAM_API_BASE_URL": " http://gateway/telegram// "}, "http://gateway/telegram"),
    ],
)
def test_the_server_is_telegram_unless_named(environment: dict[str, str], root: str) -> None:
    assert connection_from({"TELEGRAM_BOT_TOKEN": TOKEN, **environment}).root == root


@pytest.mark.parametrize(
    "root",
    ["http://host/bot", "https://host:8081/Bot/", "http://host/x/bot", f"https://host/bot{TOKEN}", "http://h/bot7:x/y"],
)
def test_an_address_with_bot_behind_the_root_is_refused_and_no_token_in_it_is_shown(root: str) -> None:
    with pytest.raises(ConfigError) as caught:
        connection_from({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": root})
    (problem,) = caught.value.problems
    assert problem.found.endswith("/bot…")
    assert "without /bot" in error_text(caught.value, Language.EN)
    assert TOKEN not in error_text(caught.value, Language.EN)


@pytest.mark.parametrize("root", ["api.telegram.org", "ftp://x", "http://", "https:///bot", "//x"])
def test_an_address_that_is_none_is_refused(root: str) -> None:
    with pytest.raises(ConfigError) as caught:
        connection_from({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": root})
    assert caught.value.problems[0].key == "TELEGRAM_API_BASE_URL"


def test_the_token_comes_from_the_environment_or_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    from_file = {"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token")}
    assert connection_from({"TELEGRAM_BOT_TOKEN": f" {TOKEN} "}).token == TOKEN
    assert connection_from(from_file).token == TOKEN
    assert connection_from({"TELEGRAM_BOT_TOKEN": "7:first", **from_file}).token == "7:first"
    assert TOKEN not in repr(connection_from(from_file))
    for environment in ({}, {"TELEGRAM_BOT_TOKEN": " "}, {"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "empty")}):
        with pytest.raises(TokenMissingError):
            connection_from(environment)
    with pytest.raises(ConfigError):
        connection_from({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "missing")})


@pytest.mark.parametrize(
    ("environment", "root", "proxy"),
    [
        ({"https_proxy": "http://proxy:3128"}, "https://api.telegram.org", "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128"}, "http://127.0.0.1:8081", None),
        ({"http_proxy": "http://proxy:3128", "no_proxy": "127.0.0.1"}, "http://127.0.0.1:8081", None),
        ({"all_proxy": "socks5://proxy:1080"}, "https://api.telegram.org", None),
        ({}, "https://api.telegram.org", None),
    ],
)
def test_the_proxy_is_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], root: str, proxy: str | None
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert connection_from({"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": root}).proxy == proxy


async def test_admins_that_are_no_users_are_one_clear_error(playground: Playground) -> None:
    environment = {**telegram_at(await playground.start()), "BOT_ADMIN_IDS": "@owner,7", "BOT_LOG_LEVEL": "INFO"}
    async with started("run", environment=environment) as program:
        assert await program.ends() == 1
    assert "BOT_ADMIN_IDS" in program.text
    assert "@owner" in program.text
    assert "Traceback" not in program.text


async def test_a_watched_folder_is_read_again_and_an_admin_can_take_it_back_after_a_restart(
    playground: Playground, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for seed in (ROOT / "seeds").glob("*.md"):
        (seeds / seed.name).write_bytes(seed.read_bytes())
    configuration = (ROOT / "config.yaml").read_text(encoding="utf-8")
    watching = configuration.replace("watch: false", "watch: true").replace("watch_seconds: 30", "watch_seconds: 1")
    (tmp_path / "config.yaml").write_text(watching, encoding="utf-8")
    environment = {
        **telegram_at(await playground.start()),
        "BOT_CONFIG": str(tmp_path / "config.yaml"),
        "BOT_ADMIN_IDS": str(OWNER.id),
    }
    async with started("run", environment=environment) as program:
        await program.says("Listening")
        (seeds / "2022-wuzhen-summit.md").unlink()
        await program.says(r"seeds folder has changed: generation 2, articles \+0 ~0 -1")
        program.process.terminate()
        assert await program.ends(STOP_SECONDS) == 0
    async with started("run", environment=environment) as program:
        await program.says("Listening")
        answer = await playground.ask(OWNER, OWNER.id, "/rollback", timeout_seconds=10)
        assert "2022-wuzhen-summit.md" in answer.text
        assert "/reload" in answer.text
        program.process.terminate()
        assert await program.ends(STOP_SECONDS) == 0
    assert not re.search(r"Traceback|Warning|Unclosed", program.text), program.text
