"""Changing what is known while answering: how long answers take meanwhile, and how fast one changed article is in."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvloop

from bench.articles import write_articles
from bench.table import Row
from bot.clock import SystemClock
from bot.config import Config, load_config
from bot.facts.vocabulary import load_vocabulary
from bot.language import Language
from bot.outbox.pace import Pace
from bot.playground.people import MEMBER
from bot.playground.playground import Playground
from bot.services.administering import Administering
from bot.services.answering import Answering
from bot.services.background import Background
from bot.services.gaps import FILE_NAME, FileGapReports
from bot.services.recent import RecentQuestions
from bot.services.reloading import Done, Outcome, Reloading
from bot.services.reporting import Reporting
from bot.services.subscribing import Subscribing
from bot.storage.database import Database, database_url
from bot.telegram_bot.application import Connection, TelegramBot
from bot.telegram_bot.handlers import Handlers

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "10000"))
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CHANGES = 5
# What the design asks for.
RELOAD_SECONDS = 0.5
ANSWER_SECONDS = 0.050
_TOKEN = "123456789:AAH-an_invented-token_of_35_letters"
_PAUSE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class _Bot:
    playground: Playground
    reloading: Reloading


class _Unhurried(Pace):
    """One asks for all: without the wait between two messages to one chat, which is Telegram's and not the bot's."""

    def overall_wait(self, now: float) -> float:
        return 0.0

    def chat_wait(self, chat: int, is_group: bool, now: float) -> float:
        return 0.0


def rows() -> list[Row]:
    """From the shipped seeds to `ARTICLES` more in one reload, then one changed article after the other."""
    config = load_config()
    with tempfile.TemporaryDirectory() as folder:
        return uvloop.run(_measured(Path(folder), config))


async def _measured(folder: Path, config: Config) -> list[Row]:
    for seed in SEEDS.glob("*.md"):
        shutil.copy(seed, folder)
    async with _running(folder, config) as bot:
        write_articles(folder, ARTICLES, config.series)
        filling, during = await _answers_during(bot)
        changing: list[float] = []
        for number in range(CHANGES):
            path = folder / f"{number:05}.md"
            path.write_text(path.read_text(encoding="utf-8") + f"\n\n{number}\n", encoding="utf-8")
            begin = time.perf_counter()
            _done(await bot.reloading.reload())
            changing.append(time.perf_counter() - begin)
        scan = _seconds(lambda: [entry.stat() for entry in os.scandir(folder)])
    p99 = statistics.quantiles(during, n=100)[98]
    one = statistics.median(changing)
    print(
        f"{ARTICLES} new articles in {filling:.1f} s; {len(during)} answers meanwhile: median "
        f"{statistics.median(during) * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, longest {max(during) * 1000:.1f} ms; "
        f"one changed article {one * 1000:.0f} ms"
    )
    return [
        Row("p99 of answers during a reload", "answers", 1 / p99, "one of 50 ms", 1 / ANSWER_SECONDS, aim=1),
        Row(f"one changed article of {ARTICLES}", "reloads", 1 / one, "one of 0.5 s", 1 / RELOAD_SECONDS, aim=1),
        Row(f"one changed article of {ARTICLES}", "reloads", 1 / one, "a scan of the folder", 1 / scan),
    ]


async def _answers_during(bot: _Bot) -> tuple[float, list[float]]:
    """How long a reload takes, and each answer over HTTP meanwhile, in seconds."""
    await bot.playground.ask(MEMBER, MEMBER.id, "/summit 2024", 30)
    begin = time.perf_counter()
    reload = asyncio.create_task(bot.reloading.reload())
    answers: list[float] = []
    while not reload.done():
        asked = time.perf_counter()
        await bot.playground.ask(MEMBER, MEMBER.id, "/summit 2024", 30)
        answers.append(time.perf_counter() - asked)
        await asyncio.sleep(_PAUSE_SECONDS)
    _done(await reload)
    return time.perf_counter() - begin, answers


@asynccontextmanager
async def _running(folder: Path, config: Config) -> AsyncIterator[_Bot]:
    """The bot as it runs, against the playground in the same process: what its server costs counts too."""
    clock, vocabulary, background = SystemClock(), load_vocabulary(), Background()
    reloading = Reloading(folder, config, vocabulary, background)
    answering = Answering(lambda: reloading.snapshot, config, vocabulary, clock)
    reloading.prepare_with(answering.prepare)
    administering = Administering(reloading, background, frozenset(), config, vocabulary, clock)
    playground = Playground(_TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    reports = FileGapReports(folder / ".data" / FILE_NAME)
    reporting = Reporting(
        reports, frozenset(), RecentQuestions(), lambda: reloading.snapshot, config, vocabulary, clock
    )
    database = Database(database_url("", folder / ".data" / "bot.db"))  # nobody subscribes: it is never opened
    subscribing = Subscribing(database, lambda: reloading.snapshot, config, vocabulary, clock)
    handlers = Handlers(answering, administering, reporting, subscribing, Language.EN)
    bot = TelegramBot(Connection(_TOKEN, address), handlers, config.series.name, pace=_Unhurried(1))
    running = asyncio.create_task(bot.run())
    try:
        yield _Bot(playground, reloading)
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        await playground.stop()


def _done(outcome: Outcome) -> None:
    assert isinstance(outcome, Done), outcome


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
