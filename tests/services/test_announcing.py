"""What follows a change of the articles, with real files and databases."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL, select

from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import from_payload
from bot.services.announcing import Announcing
from bot.services.background import Background
from bot.services.following import Following
from bot.services.reloading import Done, Reloading
from bot.storage.database import Database
from bot.storage.tables import outbox
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription, Times
from tests.knowledge_fixtures import FixedClock, config, vocabulary
from tests.services.conftest import SECOND

TIMES = Times(config().delivery.default_time, "Asia/Shanghai")


@dataclass
class Process:
    """One bot on a folder and a database."""

    reloading: Reloading
    announcing: Announcing
    following: Following
    database: Database

    async def reload(self) -> None:
        outcome = await self.reloading.reload()
        assert isinstance(outcome, Done)
        await self.announcing.changed(outcome.difference)

    @property
    def paths(self) -> list[str]:
        return sorted(document.path for document in self.reloading.snapshot.documents.values())


def process(folder: Path, url: URL) -> Process:
    database = Database(url)
    reloading = Reloading(folder, config(), vocabulary(), Background())
    announcing = Announcing(
        database, lambda: reloading.snapshot, config(), vocabulary(), FixedClock(), posted=lambda: None
    )
    return Process(reloading, announcing, Following(database, reloading, announcing), database)


@pytest.fixture
def url(tmp_path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(tmp_path / "data" / "bot.db"))


@pytest.fixture
async def pair(folder: Path, url: URL) -> AsyncIterator[tuple[Process, Process]]:
    """Two processes, one database, one folder."""
    first, second = process(folder, url), process(folder, url)
    await first.database.migrate()
    for each in (first, second):
        await each.following.look()
    yield first, second
    await first.database.close()
    await second.database.close()


async def subscribe(database: Database, chat: int, topic: int = 0, pause: Pause | None = None) -> None:
    async with database.work() as work:
        await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH if chat < 10 else Language.EN, pause))
        await work.subscriptions.put(Subscription(Place(chat, topic), Feed.NEWS, TIMES), None)


async def posts(database: Database) -> dict[str, str]:
    async with database.work() as work:
        rows = (await work.connection.execute(select(outbox.c.key, outbox.c.payload))).all()
    contents = {row.key: from_payload(row.payload).content for row in rows}
    return {key: content.html for key, content in contents.items() if isinstance(content, Message)}


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    moment = datetime(2030, 1, 1, tzinfo=UTC).timestamp() + len(os.listdir(folder))
    os.utime(path, (moment, moment))


async def test_an_added_article_is_told_once_a_place_whoever_reads_it(
    pair: tuple[Process, Process], folder: Path
) -> None:
    one, other = pair
    await subscribe(one.database, 5)
    await subscribe(one.database, 5, topic=3)
    await subscribe(one.database, 15)
    await subscribe(one.database, 6, pause=Pause.GONE)
    write(folder, "second.md", SECOND)
    await one.reload()
    await other.reload()  # as when both watch the folder
    (document,) = [each for each in one.reloading.snapshot.documents.values() if each.path == "second.md"]
    told = await posts(one.database)
    assert set(told) == {f"5/0/{document.id}", f"5/3/{document.id}", f"15/0/{document.id}"}
    assert document.title in told[f"5/0/{document.id}"]
    assert "/unsubscribe news" in told[f"5/0/{document.id}"]
    assert "A new article" in told[f"15/0/{document.id}"]


async def test_an_article_that_goes_and_comes_back_is_not_told_again(
    pair: tuple[Process, Process], folder: Path
) -> None:
    one, _ = pair
    await subscribe(one.database, 5)
    for _ in range(2):
        write(folder, "second.md", SECOND)
        await one.reload()
        (folder / "second.md").unlink()
        await one.reload()
    assert len(await posts(one.database)) == 1


async def test_of_a_whole_archive_only_the_newest_are_told(pair: tuple[Process, Process], folder: Path) -> None:
    one, _ = pair
    await subscribe(one.database, 5)
    for day in range(1, 9):
        text = f"---\ntitle: 第 {day} 篇\ndate: 2023-05-0{day}\n---\n\n第 {day} 篇说的是别的事。\n"
        write(folder, f"more-{day}.md", text)
    await one.reload()
    told = await posts(one.database)
    assert sorted(day for day in range(1, 9) if any(f"第 {day} 篇" in html for html in told.values())) == [
        4,
        5,
        6,
        7,
        8,
    ]


async def test_the_other_process_follows_a_reload_and_a_rollback(pair: tuple[Process, Process], folder: Path) -> None:
    one, other = pair
    await one.following.look()
    write(folder, "second.md", SECOND)
    await one.reload()
    assert other.paths == ["first.md"]
    await other.following.look()
    assert other.paths == one.paths == ["first.md", "second.md"]
    outcome = await one.reloading.rollback()
    assert isinstance(outcome, Done)
    await one.announcing.changed(outcome.difference)
    await other.following.look()
    await one.following.look()
    assert other.paths == one.paths == ["first.md"]
    assert other.reloading.generation == one.reloading.generation
    assert one.announcing.generation == other.announcing.generation == 2


async def test_a_process_that_starts_later_is_up_to_date(pair: tuple[Process, Process], folder: Path, url: URL) -> None:
    one, _ = pair
    write(folder, "second.md", SECOND)
    await one.reload()
    late = process(folder, url)
    await late.following.look()
    assert late.paths == ["first.md", "second.md"]
    assert late.announcing.generation == 1
    await late.database.close()


async def test_nothing_is_raised_when_nothing_changed(pair: tuple[Process, Process]) -> None:
    one, _ = pair
    await one.reload()
    async with one.database.work() as work:
        assert await work.corpus.current() == 0


async def test_what_a_database_did_not_take_is_told_later(
    pair: tuple[Process, Process], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    one, _ = pair
    await subscribe(one.database, 5)
    async with one.database.work() as work:
        await work.connection.exec_driver_sql("ALTER TABLE outbox RENAME TO away")
    write(folder, "second.md", SECOND)
    await one.reload()
    await one.announcing.look()
    assert len([record for record in caplog.records if "trying again" in record.message]) == 1
    async with one.database.work() as work:
        await work.connection.exec_driver_sql("ALTER TABLE away RENAME TO outbox")
        assert await work.corpus.current() == 0
    await one.announcing.look()
    await one.announcing.look()
    assert len(await posts(one.database)) == 1
