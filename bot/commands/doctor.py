"""`doctor`: whether `run` would work here, and what would not."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click
from sqlalchemy import URL
from telegram.error import TelegramError

from bot.app import connection_from
from bot.config import Config, admin_ids, config_path, data_directory, load_config, seeds_directory
from bot.corpus.problem import Severity
from bot.errors import BotError, DatabaseError
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.load import load_snapshot, must_be_usable
from bot.language import from_locale
from bot.logs import hide_in_logs
from bot.messages.doctor import Check, Finding, doctor_text
from bot.messages.errors import error_text
from bot.messages.locale import Texts, texts
from bot.messages.places import lacking_text
from bot.messages.voice import Voice, voice
from bot.storage.database import VARIABLE, Database, StorageError, database_url, reason
from bot.storage.version import version
from bot.subscriptions.chat import Chat
from bot.telegram_bot.application import Connection
from bot.telegram_bot.introduced import introduced
from bot.telegram_bot.rooms import TelegramRooms


@click.command("doctor")
def command() -> None:
    """Look at configuration, articles, database, token and rights. Changes nothing; exit code 1 on a problem."""
    findings = _Examination(os.environ).findings()
    click.echo(doctor_text(findings, texts(from_locale(os.environ))), nl=False)
    if not all(finding.is_ok for finding in findings):
        sys.exit(1)


class _Examination:
    """One look at everything; a problem in one place does not hide those in others."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._say: Texts = texts(from_locale(environment))
        self._found: list[Finding] = []

    def findings(self) -> tuple[Finding, ...]:
        """Everything that was looked at."""
        config = self._config()
        if config is None:
            return tuple(self._found)
        speaker = self._seeds(config)
        url = self._database_url(config)
        asyncio.run(self._servers(url, speaker))
        return tuple(self._found)

    def _tell(self, check: Check, is_ok: bool, code: str, **values: object) -> None:
        self._found.append(Finding(check, is_ok, self._say(f"doctor.{check}.{code}", **values)))

    def _fail(self, check: Check, error: BotError) -> None:
        self._found.append(Finding(check, False, error_text(error, self._say.language)))

    def _config(self) -> Config | None:
        try:
            config, admins = load_config(), admin_ids(self._environment)
        except BotError as error:
            self._fail(Check.CONFIG, error)
            return None
        self._tell(Check.CONFIG, True, "good", path=config_path(self._environment), admins=len(admins))
        return config

    def _seeds(self, config: Config) -> Voice | None:
        directory = seeds_directory(config)
        try:
            snapshot = load_snapshot(directory, config)
            must_be_usable(snapshot, directory)
        except BotError as error:
            self._fail(Check.SEEDS, error)
            return None
        errors = sum(problem.severity is Severity.ERROR for problem in snapshot.problems)
        counts = {"articles": len(snapshot.documents), "facts": len(snapshot.facts), "errors": errors}
        self._tell(Check.SEEDS, not errors, "errors" if errors else "good", **counts)
        return voice(self._say.language, snapshot, config, load_vocabulary())

    def _database_url(self, config: Config) -> URL | None:
        """Where the database is, if there is one to be opened: looking makes none."""
        try:
            url = database_url(self._environment.get(VARIABLE, ""), data_directory(config) / "bot.db")
        except BotError as error:
            self._fail(Check.DATABASE, error)
            return None
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            self._tell(Check.DATABASE, True, "new", path=url.database)
            return None
        return url

    async def _servers(self, url: URL | None, speaker: Voice | None) -> None:
        await self._telegram(await self._database(url) if url else (), speaker)

    async def _database(self, url: URL) -> tuple[Chat, ...]:
        """The groups and channels that subscribed."""
        try:
            return await self._open(url)
        except BotError as error:
            self._fail(Check.DATABASE, error)
        except StorageError as error:
            self._fail(Check.DATABASE, DatabaseError(reason=reason(error)))
        return ()

    async def _open(self, url: URL) -> tuple[Chat, ...]:
        database = Database(url)
        try:
            async with database.work() as work:
                found = await work.connection.run_sync(version)
                if not found.is_newest:
                    self._tell(Check.DATABASE, False, "old", applied=found.applied or "-", newest=found.newest)
                    return ()
                chats = await work.subscriptions.shared_chats()
        finally:
            await database.close()
        self._tell(Check.DATABASE, True, "good", name=url.get_backend_name(), version=found.newest)
        return chats

    async def _telegram(self, chats: tuple[Chat, ...], speaker: Voice | None) -> None:
        try:
            connection = connection_from(self._environment)
            hide_in_logs(connection.token)
            await self._meet(connection, chats, speaker)
        except BotError as error:
            self._fail(Check.TOKEN, error)
        except TelegramError as error:
            self._tell(Check.TOKEN, False, "unreachable", reason=error.message)

    async def _meet(self, connection: Connection, chats: tuple[Chat, ...], speaker: Voice | None) -> None:
        async with introduced(connection) as bot:
            self._tell(Check.TOKEN, True, "good", name=bot.username, root=connection.root)
            rooms, bad = TelegramRooms(bot), 0
            for chat in chats:
                room = await rooms.look(chat.id, None)
                if room is not None and not room.missing:
                    continue
                bad += 1
                missing = lacking_text(room.missing, speaker) if room and speaker else self._say("doctor.chats.unseen")
                self._tell(Check.CHATS, False, "lacking", title=chat.title or "-", id=chat.id, missing=missing)
            if not bad:
                self._found.append(Finding(Check.CHATS, True, self._say.plural("doctor.chats.good", len(chats))))
