"""Broadcasts on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.language import Language
from bot.outbox.entry import State
from bot.storage.database import Database
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times

NOW = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)
TEXTS = {Language.ZH: "文".encode(), Language.EN: b"text"}


async def filled(database: Database) -> None:
    times = Times(time(9), "Asia/Shanghai", EVERY_DAY)
    async with database.work() as work:
        for chat, kind, language, topics in (
            (1, ChatKind.PRIVATE, Language.ZH, (0,)),
            (2, ChatKind.PRIVATE, Language.EN, (0,)),
            (3, ChatKind.PRIVATE, Language.ZH, ()),  # subscribed to nothing
            (-4, ChatKind.SUPERGROUP, Language.ZH, (7, 5)),
            (-5, ChatKind.CHANNEL, Language.ZH, (0,)),  # paused
        ):
            await work.chats.put(Chat(chat, kind, language))
            for topic in topics:
                await work.subscriptions.put(Subscription(Place(chat, topic), Feed.NEWS, times), None)
        await work.chats.stop({-5: Pause.RIGHTS})


async def test_it_goes_once_to_each_chat_that_subscribed_in_its_language(database: Database) -> None:
    await filled(database)
    async with database.work() as work:
        assert await work.broadcasts.recipients() == {ChatKind.PRIVATE: 2, ChatKind.SUPERGROUP: 1}
        assert await work.broadcasts.start("broadcast-a", TEXTS, NOW, NOW + DAY) == 3
        entries = {entry.key: entry for entry in await work.outbox.claim("me", NOW, 9, 60)}
    assert {key: (entry.place, entry.payload) for key, entry in entries.items()} == {
        "broadcast-a/1": (Place(1), TEXTS[Language.ZH]),
        "broadcast-a/2": (Place(2), TEXTS[Language.EN]),
        "broadcast-a/-4": (Place(-4, 5), TEXTS[Language.ZH]),
    }
    assert {entry.expires for entry in entries.values()} == {NOW + DAY}


async def test_stopping_one_leaves_others_and_what_is_on_its_way(database: Database) -> None:
    await filled(database)
    async with database.work() as work:
        for name in ("broadcast-a", "broadcast-ab"):
            await work.broadcasts.start(name, TEXTS, NOW, NOW + DAY)
        first, second, *_ = await work.outbox.claim("me", NOW, 2, 60)
        assert await work.outbox.begin([first.id], "me", 60) == {first.id}
        assert await work.broadcasts.stop("broadcast-a") == 2
        assert await work.broadcasts.progress("broadcast-a") == {State.LEASED: 1, State.SKIPPED: 2}
        assert await work.broadcasts.progress("broadcast-ab") == {State.PENDING: 3}
        assert await work.outbox.begin([second.id], "me", 60) == set()
        assert await work.broadcasts.progress("broadcast-b") == {}
