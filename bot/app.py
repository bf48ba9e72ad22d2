"""The one place that wires the rooms together: the bot on Telegram, and the same bot in the playground."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import re
import secrets
import signal
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import click
from sqlalchemy import URL

from bot.clock import Clock, SystemClock
from bot.config import Config, admin_ids, data_directory, load_config, seeds_directory
from bot.corpus.problem import Severity
from bot.errors import ConfigError, ConfigProblem, TokenMissingError
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.load import must_be_usable
from bot.language import Language
from bot.logs import hide_in_logs
from bot.messages.locale import texts
from bot.messages.problems import problem_text
from bot.metrics import Metrics
from bot.outbox.pace import Pace
from bot.playground.movable_clock import MovableClock
from bot.playground.people import OWNER
from bot.playground.playground import Playground
from bot.services.administering import Administering
from bot.services.announcing import Announcing
from bot.services.answering import Answering
from bot.services.background import Background
from bot.services.broadcasting import Broadcasting
from bot.services.chat_life import ChatLife
from bot.services.correcting import Correcting
from bot.services.delivering import Delivering
from bot.services.following import Following
from bot.services.gaps import FILE_NAME, FileGapReports
from bot.services.health import Watching
from bot.services.leading import Leading
from bot.services.overseeing import Overseeing
from bot.services.posting import Posting
from bot.services.pulse import Pulse
from bot.services.recent import RecentQuestions
from bot.services.reloading import Reloading
from bot.services.reporting import Reporting
from bot.services.sending import Sending
from bot.services.subscribing import Subscribing
from bot.services.telling_admins import TellingAdmins
from bot.storage.alone import alone
from bot.storage.database import VARIABLE as DATABASE_VARIABLE
from bot.storage.database import Database, database_url
from bot.telegram_bot.application import TELEGRAM_ROOT, Connection, TelegramBot
from bot.telegram_bot.delivery import counted
from bot.telegram_bot.handlers import Handlers
from bot.ticker import Ticker
from bot.web.server import serving

if sys.platform == "win32":  # uvloop is not made for it
    from asyncio import new_event_loop
else:
    from uvloop import new_event_loop

log = logging.getLogger(__name__)

TOKEN_VARIABLE = "TELEGRAM_BOT_TOKEN"  # noqa: S105 - a name
TOKEN_FILE_VARIABLE = "TELEGRAM_BOT_TOKEN_FILE"  # noqa: S105 - a name
ROOT_VARIABLE = "TELEGRAM_API_BASE_URL"
# What Telegram's documentation puts behind the root: /bot<token>. Found with the token it must not be shown.
_BOT_PATH = re.compile(r"/bot(?:\d+(?::|%3A).*)?\Z", re.IGNORECASE | re.DOTALL)
_HOST = "127.0.0.1"
_DATABASE_FILE = "bot.db"
_FORGET_SECONDS = 3600
_DEMO_USERNAME = "summit_demo_bot"


@dataclass(frozen=True)
class Bot:
    """What the bot is made of, on whichever server it speaks."""

    config: Config
    handlers: Handlers
    administering: Administering
    database: Database
    posting: Posting
    delivering: Delivering
    announcing: Announcing
    following: Following
    pace: Pace
    life: ChatLife
    leading: Leading
    pulse: Pulse
    watching: Watching
    metrics: Metrics

    async def run(self, connection: Connection) -> None:
        """Answer and deliver until cancelled. Raises what `TelegramBot.run` and `Delivering.run` raise."""
        name, admins = self.config.series.name, self.administering.admins
        paid = self.config.delivery.paid_broadcast
        bot = TelegramBot(
            connection,
            self.handlers,
            name,
            admins,
            lambda transport: self.delivering.run(counted(transport, self.metrics.posted)),
            pace=self.pace,
            paid_broadcast=paid,
            lead=self.leading.run,
            answered=self.pulse.beat,
            updated=self.metrics.updated,
        )
        try:
            await self.delivering.prepare()
            async with self._ticker():
                await bot.run()
        finally:
            await self.database.close()

    def _ticker(self) -> Ticker:
        """What runs by the clock beside the bot."""
        reload = self.config.reload
        watch = {"watch": (reload.watch_seconds, self.administering.look)} if reload.watch else {}
        tick = self.config.delivery.tick_seconds
        return Ticker(
            {
                "post": (tick, self.posting.look),
                "announce": (tick, self.announcing.look),
                "follow": (tick, self.following.look),
                "tell": (tick, self.life.look),
                "forget": (_FORGET_SECONDS, self.posting.forget),
                **watch,
            }
        )


def run_bot(environment: Mapping[str, str] = os.environ) -> None:
    """Serve Telegram until SIGTERM or SIGINT.

    Raises `TokenMissingError`, `TokenRefusedError`, `PollerConflictError`, `PortInUseError`, `ConfigError`, `SeedsError`,
    `DatabaseError` and `DatabaseInUseError`.
    """
    connection = connection_from(environment)
    hide_in_logs(connection.token)
    admins, config = admin_ids(environment), load_config()
    url = database_url(environment.get(DATABASE_VARIABLE, ""), data_directory(config) / _DATABASE_FILE)
    with alone(url):
        _until_stopped(_watched(put_together(config, admins, url), connection))


def run_demo(port: int | None, open_browser: bool, language: Language) -> None:
    """Serve the playground on `port` (0: a free one; None: the configured one) until SIGTERM or SIGINT.

    Its owner is an admin of the bot. Raises `PortInUseError`, `ConfigError` and `SeedsError`.
    """
    config = load_config()
    with tempfile.TemporaryDirectory(prefix="summit-bot-", ignore_cleanup_errors=True) as folder:
        # What is subscribed in the playground ends with it, as its chats do.
        clock = MovableClock(SystemClock())
        bot = put_together(config, admin_ids() | {OWNER.id}, database_url("", Path(folder) / _DATABASE_FILE), clock)
        _until_stopped(_demo(bot, clock, config.playground.port if port is None else port, open_browser, language))


async def _watched(bot: Bot, connection: Connection) -> None:
    """Run it where a supervisor can ask how it is, from the beginning on."""
    async with serving(bot.watching, bot.metrics, bot.config.web.host, bot.config.web.port):
        await bot.run(connection)


async def _demo(bot: Bot, clock: MovableClock, port: int, open_browser: bool, language: Language) -> None:
    clock.at_each_step = bot.delivering.catch_up
    token = f"{secrets.randbelow(9 * 10**9) + 10**9}:{secrets.token_hex(18)[:35]}"
    hide_in_logs(token)
    name = bot.config.series.name.in_language(bot.config.default_language)
    playground = Playground(token, clock, bot_name=name, bot_username=_DEMO_USERNAME)
    address = await playground.start(_HOST, port)
    try:
        click.echo(texts(language)("demo.ready", address=address, variable=TOKEN_VARIABLE))
        if open_browser:
            # On its own, and not waited for: a browser of the terminal holds its caller until it is left.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        await bot.run(Connection(token, address))
    finally:
        await playground.stop()


def put_together(config: Config, admins: frozenset[int], url: URL, clock: Clock | None = None) -> Bot:
    """Read the seeds, tell the log what was found and what was wrong with them, and make the bot; it is not running yet.

    `clock` is the machine's unless another is given. Raises `SeedsError` and `ConfigError`.
    """
    clock, vocabulary, background, metrics = clock or SystemClock(), load_vocabulary(), Background(), Metrics()
    # Nobody can go back where nobody is an admin: then nothing is written into the folder.
    directory = seeds_directory(config)
    reloading = Reloading(directory, config, vocabulary, background, durable=bool(admins), measured=metrics.reloaded)
    snapshot = reloading.snapshot
    for problem in snapshot.problems:
        level = logging.INFO if problem.severity is Severity.NOTE else logging.WARNING
        log.log(level, "%s:%d: %s", problem.path, problem.line, problem_text(problem, Language.EN))
    must_be_usable(snapshot, directory)
    log.info("%d articles, %d facts, %d terms", len(snapshot.documents), len(snapshot.facts), len(snapshot.glossary))
    recent = RecentQuestions()
    answering = Answering(lambda: reloading.snapshot, config, vocabulary, clock, recent=recent, count=metrics.answered)
    reloading.prepare_with(answering.prepare)
    reports = FileGapReports(data_directory(config) / FILE_NAME)
    reporting = Reporting(reports, admins, recent, lambda: reloading.snapshot, config, vocabulary, clock)
    database = Database(url)
    pace = Pace(config.delivery.messages_per_second)
    sending = Sending(database, config.delivery, clock, pace)
    posting = Posting(database, lambda: reloading.snapshot, config, vocabulary, clock, posted=sending.wake)
    announcing = Announcing(database, lambda: reloading.snapshot, config, vocabulary, clock, posted=sending.wake)
    correcting = Correcting(database, lambda: reloading.snapshot, config, vocabulary, clock, posted=sending.wake)
    overseeing = Overseeing(database, config, clock, posted=sending.wake)
    broadcasting = Broadcasting(database, config, clock, answering.voice, posted=sending.wake)
    administering = Administering(
        reloading,
        background,
        admins,
        config,
        vocabulary,
        clock,
        announcing.changed,
        correcting,
        overseeing,
        broadcasting,
        TellingAdmins(database, admins, config, clock, answering.voice, posted=sending.wake),
    )
    subscribing = Subscribing(
        database, lambda: reloading.snapshot, config, vocabulary, clock, posted=sending.wake, forgot=answering.forget
    )
    handlers = Handlers(answering, administering, reporting, subscribing, config.default_language)
    delivering = Delivering(database, posting, sending)
    following = Following(database, reloading, announcing)
    leading, pulse = Leading(database), Pulse()
    watching = Watching(database, reloading, delivering, leading, pulse, lambda: announcing.generation)
    return Bot(
        config,
        handlers,
        administering,
        database,
        posting,
        delivering,
        announcing,
        following,
        pace,
        subscribing.life,
        leading,
        pulse,
        watching,
        metrics,
    )


def connection_from(environment: Mapping[str, str]) -> Connection:
    """The token, the server and the way to it. Raises `TokenMissingError`, or `ConfigError` for what cannot be used."""
    root = environment.get(ROOT_VARIABLE, "").strip().rstrip("/") or TELEGRAM_ROOT
    parts = urlsplit(root)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        problem = ConfigProblem(ROOT_VARIABLE, root, "server_root", {"example": TELEGRAM_ROOT})
        raise ConfigError("environment", [problem])
    if (without := _BOT_PATH.sub("", root)) != root:
        problem = ConfigProblem(ROOT_VARIABLE, f"{without}/bot…", "server_root.without_bot", {"example": without})
        raise ConfigError("environment", [problem])
    return Connection(_token_from(environment), root, _proxy_for(parts.scheme, parts.netloc))


def _token_from(environment: Mapping[str, str]) -> str:
    if token := environment.get(TOKEN_VARIABLE, "").strip():
        return token
    if not (path := environment.get(TOKEN_FILE_VARIABLE, "").strip()):
        raise TokenMissingError
    try:
        token = Path(path).read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        problem = ConfigProblem(TOKEN_FILE_VARIABLE, f"{path}: {reason}", "token_file")
        raise ConfigError("environment", [problem]) from None
    if not token:
        raise TokenMissingError
    return token


def _proxy_for(scheme: str, host: str) -> str | None:
    """The HTTP proxy for a server by `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` or the system's settings, if any."""
    if proxy_bypass(host):
        return None
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    return proxy if proxy and proxy.startswith("http") else None


def _until_stopped(work: Coroutine[object, object, None]) -> None:
    """Run `work`; SIGTERM and SIGINT cancel it, and it may finish what it began. A second signal ends it at once."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner, contextlib.suppress(KeyboardInterrupt):
        runner.run(_cancelled_by_signals(work))


async def _cancelled_by_signals(work: Coroutine[object, object, None]) -> None:
    task = asyncio.ensure_future(work)
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C arrives as KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task
