from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.config import DeliveryConfig, load_config
from bot.facts.vocabulary import load_vocabulary
from bot.language import Language
from bot.messages.html import plain
from bot.services.speaker import Speaker
from bot.services.subscribing import Subscribing
from bot.storage.database import Database
from bot.subscriptions.chat import ChatKind, Place
from tests.services.fake_rooms import FakeRooms
from tests.services.test_posting import TERMS, Clock, snapshot

PRIVATE = Speaker(Place(5), ChatKind.PRIVATE, 5, Language.ZH)


class Desk:
    """Subscribing on a real database; says whether it was asked for rights."""

    def __init__(self, database: Database) -> None:
        self.allowed = True
        config = load_config().model_copy(update={"delivery": DeliveryConfig(subscriptions_per_chat=2)})
        self.subscribing = Subscribing(database, lambda: snapshot(*TERMS), config, load_vocabulary(), Clock())

    async def may_manage(self) -> bool:
        return self.allowed

    async def says(self, text: str, speaker: Speaker = PRIVATE) -> str:
        name, _, argument = text.partition(" ")
        answer = await self.subscribing.command(name, argument, speaker, self.may_manage, FakeRooms())
        return plain(answer.html)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    yield database
    await database.close()


@pytest.fixture
async def desk(database: Database) -> Desk:
    await database.migrate()
    return Desk(database)


async def test_what_is_not_said_has_its_default_and_few_items_are_owned_up_to(desk: Desk) -> None:
    said = await desk.says("subscribe 每日")
    assert "每日涨知识 · 每天 09:00 · Asia/Shanghai" in said
    assert "3 月 1 日（周六）09:00，3 月 2 日（周日）09:00" in said
    assert "只有 3 条" in said


async def test_the_first_item_is_shown_and_stays_the_same_when_asked_again(desk: Desk) -> None:
    first = (await desk.says("subscribe 每日")).partition("第一条会是")[2]
    assert first == (await desk.says("subscribe 每日 10:00")).partition("第一条会是")[2] != ""


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("subscribe", "新的订阅"),
        ("subscribe 08:30", "每天 08:30"),
        ("subscribe 每日 25:00", "25:00"),
        ("subscribe 每日 火星", "火星"),
        ("subscribe 每日 08:30 UTC+20", "utc+20"),
        ("subscribe " + "每" * 5000, "没看懂"),
        ("subscribe <b>&amp;", "<b>"),
        ("unsubscribe 天气", "天气"),
    ],
)
async def test_what_cannot_be_read_or_is_not_said_changes_nothing(desk: Desk, line: str, part: str) -> None:
    assert part in await desk.says(line)
    assert "还没有订阅" in await desk.says("subscriptions")


async def test_who_may_not_changes_nothing_and_may_look(desk: Desk) -> None:
    await desk.says("subscribe 每日")
    desk.allowed = False
    assert "管理员" in await desk.says("subscribe 每日 10:00")
    assert "管理员" in await desk.says("unsubscribe")
    assert "09:00" in await desk.says("subscriptions")


async def test_the_same_again_is_no_change_and_topics_count_together(desk: Desk) -> None:
    topics = [Speaker(Place(-7, topic), ChatKind.SUPERGROUP, None, Language.EN) for topic in (0, 3, 4)]
    assert "Subscribed" in await desk.says("subscribe daily", topics[0])
    assert "nothing changed" in await desk.says("subscribe daily", topics[0])
    assert "Subscription changed" in await desk.says("subscribe daily 10:00", topics[0])
    assert "Subscribed" in await desk.says("subscribe daily", topics[1])
    assert "2 subscriptions at most" in await desk.says("subscribe daily", topics[2])
    assert "Ended" in await desk.says("unsubscribe", topics[0])
    assert "no such" in await desk.says("unsubscribe daily", topics[0])
    assert "Subscribed" in await desk.says("subscribe daily", topics[2])


async def test_without_its_database_it_says_so(database: Database) -> None:
    desk = Desk(database)  # the tables were never made
    assert "存不下来" in await desk.says("subscribe 每日")
    assert "存不下来" in await desk.says("subscriptions")
