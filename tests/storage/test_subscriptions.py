from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.language import Language
from bot.schedule.occurrence import Occurrence
from bot.storage.database import Database
from bot.storage.decks import StoredDeck
from bot.storage.subscriptions import Planned
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription, Times

NOW = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)
TIMES = Times(time(8, 30), "Asia/Shanghai", frozenset({1, 6}))
FIRST = Occurrence(date(2025, 3, 1), NOW)
SECOND = Occurrence(date(2025, 3, 3), NOW + timedelta(days=2))


def chat(number: int = 5, pause: Pause | None = None) -> Chat:
    return Chat(number, ChatKind.PRIVATE if number > 0 else ChatKind.GROUP, Language.EN, pause)


def subscription(number: int = 5, topic: int = 0, *, silent: bool = False) -> Subscription:
    return Subscription(Place(number, topic), Feed.DAILY, TIMES, silent, 77)


async def test_a_subscription_comes_back_as_it_went_in(database: Database) -> None:
    async with database.work() as work:
        await work.chats.put(chat())
        await work.subscriptions.put(subscription(), FIRST)
    async with database.work() as work:
        assert await work.chats.get(5) == chat()
        assert await work.chats.get(6) is None
        (planned,) = await work.subscriptions.of_place(Place(5))
        assert planned == Planned(subscription(), FIRST, Language.EN, pause=None)
        assert planned.next is not None
        assert planned.next.due.utcoffset() == timedelta(0)


async def test_a_place_holds_one_subscription_a_feed(database: Database) -> None:
    async with database.work() as work:
        await work.chats.put(chat())
        await work.subscriptions.put(subscription(), FIRST)
        await work.subscriptions.put(subscription(silent=True), SECOND)
        await work.subscriptions.put(subscription(topic=9), FIRST)
        (planned,) = await work.subscriptions.of_place(Place(5))
        assert (planned.subscription.silent, planned.next) == (True, SECOND)
        assert await work.subscriptions.count_of_chat(5) == 2
        assert await work.subscriptions.remove(Place(5), Feed.DAILY) == 1
        assert await work.subscriptions.remove(Place(5), None) == 0
        assert len(await work.subscriptions.of_place(Place(5, 9))) == 1


async def test_what_is_due_is_given_the_longest_due_first_and_advanced(database: Database) -> None:
    async with database.work() as work:
        for number, late in ((5, 0), (6, 60), (7, -1)):
            await work.chats.put(chat(number, Pause.GONE if number == 6 else None))
            await work.subscriptions.put(subscription(number), Occurrence(FIRST.day, NOW - timedelta(seconds=late)))
        due = await work.subscriptions.due(NOW, 10)
        assert [(one.subscription.place.chat, one.paused) for one in due] == [(6, True), (5, False)]
        assert len(await work.subscriptions.due(NOW, 1)) == 1
        await work.subscriptions.advance([(one.subscription, SECOND) for one in due])
        assert await work.subscriptions.due(NOW, 10) == ()


async def test_subscriptions_that_say_the_same_are_replanned_together(database: Database) -> None:
    async with database.work() as work:
        for number in (5, 6, 7):
            await work.chats.put(chat(number))
            await work.subscriptions.put(subscription(number), SECOND if number == 7 else FIRST)
        (group,) = [group for group in await work.subscriptions.groups() if group.next == FIRST]
        assert group.times == TIMES
        await work.subscriptions.replan(group, SECOND)
        assert [group.next for group in await work.subscriptions.groups()] == [SECOND]


async def test_decks_are_kept(database: Database) -> None:
    async with database.work() as work:
        await work.chats.put(chat())
        await work.decks.put({5: StoredDeck(2**62, ())}, Feed.DAILY)
        await work.decks.put({5: StoredDeck(2**62, ("abc", "def"))}, Feed.DAILY)
        assert await work.decks.of_chats([5, 6], Feed.DAILY) == {5: StoredDeck(2**62, ("abc", "def"))}


async def test_a_group_that_became_a_supergroup_moves_with_all_it_has(database: Database) -> None:
    async with database.work() as work:
        await work.chats.put(chat(-5))
        await work.subscriptions.put(subscription(-5), FIRST)
        await work.decks.put({-5: StoredDeck(1, ("abc",))}, Feed.DAILY)
        await work.chats.migrate(-5, -1005)
        await work.chats.migrate(-5, -1005)
        assert await work.chats.get(-5) is None
        moved = await work.chats.get(-1005)
        assert moved is not None
        assert moved.kind is ChatKind.SUPERGROUP
        assert len(await work.subscriptions.of_place(Place(-1005))) == 1
        assert await work.decks.of_chats([-1005], Feed.DAILY) == {-1005: StoredDeck(1, ("abc",))}


async def test_what_the_supergroup_has_already_stays(database: Database) -> None:
    async with database.work() as work:
        for number, following in ((-5, FIRST), (-1005, SECOND)):
            await work.chats.put(chat(number))
            await work.subscriptions.put(subscription(number), following)
        await work.chats.migrate(-5, -1005)
        (kept,) = await work.subscriptions.of_place(Place(-1005))
        assert kept.next == SECOND


async def test_a_time_without_a_zone_is_not_stored(database: Database) -> None:
    async def store() -> None:
        async with database.work() as work:
            await work.chats.put(chat())
            await work.subscriptions.put(subscription(), Occurrence(FIRST.day, NOW.replace(tzinfo=None)))

    with pytest.raises(Exception, match="without its zone"):
        await store()
    async with database.work() as work:
        assert await work.chats.get(5) is None  # undone as a whole
