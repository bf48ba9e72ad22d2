"""What becomes of chats, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.language import Language
from bot.outbox.entry import Draft
from bot.storage.database import Database
from bot.storage.decks import StoredDeck
from bot.storage.offers import Offer
from bot.storage.tables import metadata
from bot.storage.work import Work
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription
from tests.storage.test_subscriptions import FIRST, NOW, TIMES

GROUP = Chat(-50, ChatKind.SUPERGROUP, Language.ZH, None, "研习小组")


def wanted(chat: int = -50, topic: int = 0, feed: Feed = Feed.DAILY, subscriber: int | None = 77) -> Subscription:
    return Subscription(Place(chat, topic), feed, TIMES, subscriber=subscriber)


async def subscribed(work: Work, *subscriptions: Subscription) -> None:
    for each in subscriptions:
        number = each.place.chat
        await work.chats.put(GROUP if number == GROUP.id else Chat(number, ChatKind.PRIVATE, Language.ZH))
        await work.subscriptions.put(each, FIRST)


async def pauses(work: Work, chat: int = -50) -> list[tuple[int, Pause | None]]:
    return [(each.subscription.place.topic, each.pause) for each in await work.subscriptions.of_chat(chat)]


async def test_a_title_stays_when_none_is_given(database: Database) -> None:
    async with database.work() as work:
        await work.chats.put(GROUP)
        await work.chats.put(replace(GROUP, title=""))
        assert await work.chats.get(-50) == GROUP


async def test_one_subscription_is_paused_and_goes_on_and_is_not_due_meanwhile(database: Database) -> None:
    async with database.work() as work:
        await subscribed(work, wanted(), wanted(topic=4))
        assert await work.subscriptions.hold(Place(-50, 4), Feed.DAILY, Pause.WISH)
        assert not await work.subscriptions.hold(Place(-50, 4), Feed.QUIZ, Pause.WISH)
        assert await pauses(work) == [(0, None), (4, Pause.WISH)]
        assert {each.paused for each in await work.subscriptions.due(NOW, 9)} == {True, False}
        await work.subscriptions.put(wanted(topic=4), FIRST)  # subscribing again is going on
        assert await pauses(work) == [(0, None), (4, None)]
        await work.chats.stop({-50: Pause.GONE})
        assert {pause for _, pause in await pauses(work)} == {Pause.GONE}
        await work.chats.resume(-50)
        assert {pause for _, pause in await pauses(work)} == {None}


async def test_lost_rights_are_told_once_each_time(database: Database) -> None:
    async with database.work() as work:
        await subscribed(work, wanted())
        await work.chats.stop({-50: Pause.RIGHTS})
        assert await work.chats.take_untold() == (replace(GROUP, pause=Pause.RIGHTS),)
        assert await work.chats.take_untold() == ()
        await work.chats.stop({-50: Pause.GONE})
        assert await work.chats.take_untold() == ()
        await work.chats.stop({-50: Pause.RIGHTS})
        assert len(await work.chats.take_untold()) == 1


@pytest.mark.parametrize("leave", [False, True])
async def test_closed_topics_wait_are_told_once_and_opened_or_left(database: Database, leave: bool) -> None:
    async with database.work() as work:
        await subscribed(
            work,
            wanted(topic=0, feed=Feed.QUIZ),
            wanted(topic=4),
            wanted(topic=5, subscriber=78),
            wanted(topic=5, feed=Feed.QUIZ),
            wanted(topic=6),
        )
        for topic in (4, 5):
            await work.subscriptions.close_topic(Place(-50, topic))
        assert await work.subscriptions.take_untold() == {-50: {77, 78}}
        assert await work.subscriptions.take_untold() == {}
        await work.subscriptions.open_topics(-50, leave=leave)
        there = [
            (each.subscription.place.topic, each.subscription.feed) for each in await work.subscriptions.of_chat(-50)
        ]
        assert {pause for _, pause in await pauses(work)} == {None}
        if leave:
            assert there == [(0, Feed.DAILY), (0, Feed.QUIZ), (6, Feed.DAILY)]
        else:
            assert [topic for topic, _ in there] == [0, 4, 5, 5, 6]


async def test_the_chats_somebody_subscribed_for_are_known_by_their_titles(database: Database) -> None:
    async with database.work() as work:
        await subscribed(work, wanted(), wanted(chat=77), wanted(chat=5, subscriber=5))
        assert await work.subscriptions.chats_of(77) == (GROUP,)
        await work.subscriptions.forget(77)
        assert await work.subscriptions.chats_of(77) == ()
        assert len(await work.subscriptions.of_chat(-50)) == 1


async def test_an_offer_waits_is_taken_once_and_ends_with_its_channel(database: Database) -> None:
    async with database.work() as work:
        for offer in (Offer(7, -1, "a"), Offer(7, -1, "b"), Offer(7, -2, "c"), Offer(8, -1, "d"), Offer(8, -3, "e")):
            await work.offers.put(offer)
        await work.offers.forget_chat(-2)
        assert await work.offers.take(7) == (Offer(7, -1, "b"),)
        assert await work.offers.take(7) == ()
        await work.offers.remove(8, -1)
        assert await work.offers.take(8) == (Offer(8, -3, "e"),)


async def test_what_is_left_out_is_known_by_its_key(database: Database) -> None:
    async with database.work() as work:
        for topic, day in ((0, 1), (0, 2), (4, 1)):
            due = NOW + timedelta(days=day)
            await work.occurrences.leave_out(f"-50/{topic}/daily/2025-03-0{day}", due)
            await work.occurrences.leave_out(f"-50/{topic}/daily/2025-03-0{day}", due)
        assert await work.occurrences.done(Place(-50), Feed.DAILY, NOW + timedelta(days=1)) == {
            "-50/0/daily/2025-03-02"
        }


async def test_a_forgotten_chat_leaves_no_row(database: Database) -> None:
    async with database.work() as work:
        await subscribed(work, wanted(), wanted(chat=5))
        for chat in (-50, 5):
            await work.decks.put({chat: StoredDeck(1, ("a",), ("b",))}, Feed.DAILY)
            await work.occurrences.leave_out(f"{chat}/0/daily/2025-03-01", NOW)
            await work.outbox.add([Draft(f"{chat}/0/daily/2025-03-01", Place(chat), b"{}", NOW, NOW)])
        await work.chats.forget(-50)
        for table in metadata.sorted_tables:
            assert "-50" not in str((await work.connection.execute(select(table))).all()), table.name
        assert len(await work.subscriptions.of_chat(5)) == 1
        assert await work.decks.of_chats([5], Feed.DAILY) == {5: StoredDeck(1, ("a",), ("b",))}
