from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.clock import SystemClock
from bot.config import DeliveryConfig, load_config
from bot.errors import DatabaseError
from bot.facts.vocabulary import load_vocabulary
from bot.language import Language
from bot.outbox.entry import Draft
from bot.outbox.transport import Sent
from bot.services import delivering
from bot.services.delivering import Delivering
from bot.services.posting import Posting
from bot.services.sending import Sending
from bot.storage.database import Database
from bot.subscriptions.chat import Chat, ChatKind, Place
from tests.services.test_posting import TERMS, snapshot


class Box:
    """A way out that keeps what it is given."""

    def __init__(self) -> None:
        self.arrived: list[int] = []

    async def send(self, place: Place, payload: bytes) -> Sent:
        self.arrived.append(place.chat)
        return Sent(len(self.arrived))


def delivery(database: Database) -> Delivering:
    sending = Sending(database, DeliveryConfig(), SystemClock())
    known, config = snapshot(*TERMS), load_config()
    posting = Posting(database, lambda: known, config, load_vocabulary(), SystemClock(), posted=sending.wake)
    return Delivering(database, posting, sending)


async def test_a_database_that_cannot_be_reached_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(delivering, "_PAUSE_SECONDS", 0.05)
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    await database.migrate()
    async with database.work() as work:
        await work.chats.put(Chat(5, ChatKind.PRIVATE, Language.ZH))
        now = datetime.now(UTC)
        await work.outbox.add([Draft("a", Place(5), b"{}", now, now + timedelta(hours=1))])
        await work.connection.exec_driver_sql("ALTER TABLE subscriptions RENAME TO away")
    work_of_delivery, box = delivery(database), Box()
    assert not await work_of_delivery.prepare()
    task = asyncio.create_task(work_of_delivery.run(box))
    await asyncio.sleep(0.3)
    assert box.arrived == []
    async with database.work() as work:
        await work.connection.exec_driver_sql("ALTER TABLE away RENAME TO subscriptions")
    async with asyncio.timeout(5):
        while not box.arrived:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await database.close()
    assert len([record for record in caplog.records if "trying again" in record.message]) == 1


async def test_a_database_of_a_newer_version_is_one_named_error(tmp_path: Path) -> None:
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    await database.migrate()
    async with database.work() as work:
        await work.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseError):
        await delivery(database).prepare()
    await database.close()
