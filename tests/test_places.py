"""Channels, groups and topics; what becomes of chats; forgetting: in the playground, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.language import Language
from bot.playground.chat import Message as Shown
from bot.playground.faults import Fault, blocked
from bot.playground.formatting.formatted import formatted
from bot.playground.people import ADMIN, MEMBER, OWNER, Person
from bot.playground.playground import Playground
from bot.playground.refusal import RefusalError, bad_request, forbidden
from bot.schedule.occurrence import Occurrence
from bot.storage.tables import metadata
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription, Times
from tests.test_app import TOKEN
from tests.test_delivery import Clock, Town, running
from tests.test_guided import data_of, labels, press, shown

POSTING = {"can_manage_chat", "can_post_messages"}


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    clock = Clock()
    playground = Playground(TOKEN, clock, "Bot", "wuzhen_bot")
    address = await playground.start()
    async with running(playground, address, clock, tmp_path / "bot.db") as town:
        yield town
    await playground.stop()


async def told(town: Town, chat: int, deed: Callable[[], object]) -> Shown:
    """Do something; the bot's next message in that chat."""
    return await town.playground.answer_to(chat, deed, 10)


async def pause_of(town: Town, chat: int, wanted: str | None) -> None:
    """Wait until a chat is paused so."""
    async with asyncio.timeout(10):
        while True:
            async with town.bot.database.work() as work:
                known = await work.chats.get(chat)
            if known is not None and known.pause == wanted:
                return
            await asyncio.sleep(0.02)


async def test_who_adds_the_bot_to_a_channel_gets_one_button_and_the_channel_its_post(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    await town.says(OWNER, "/help")
    offer = await told(town, OWNER.id, lambda: deeds.add_bot(OWNER, channel, POSTING))
    assert "每日一读" in offer.text
    toast, made = await press(town, OWNER, offer, "每天 09:00 在此发布")
    assert toast == "订阅好了"
    assert "（每日一读 · Daily reading）" in made.text
    post = await town.post(channel, "2025-03-01T01:00")
    assert post.text.startswith("每日涨知识")
    assert post.as_bot_api(town.playground.world.people)["sender_chat"]["id"] == channel
    listed = await town.playground.ask(OWNER, OWNER.id, "/subscriptions", 10)
    _, there = await press(town, OWNER, listed, "每日一读")
    assert "09:00" in there.text
    _, one = await press(town, OWNER, there, "管理")
    _, paused = await press(town, OWNER, one, "暂停")
    await town.no_post(channel, "2025-03-02T01:00")
    assert "恢复" in str(labels(paused))


async def test_in_the_channel_itself_commands_on_subscriptions_are_heard_and_nothing_else(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    deeds.add_bot(OWNER, channel, POSTING)
    deeds.post(OWNER, channel, "2024年峰会的主题是什么")
    deeds.post(OWNER, channel, "/summit 2024")
    deeds.post(OWNER, channel, "/subscribe@another_bot 每日")
    answer = await told(town, channel, lambda: deeds.post(OWNER, channel, "/subscribe 每日 08:30"))
    assert "订阅好了" in answer.text
    assert sum(each.sender.is_bot for each in town.playground.messages(channel)) == 1
    assert (await town.post(channel, "2025-03-01T00:30")).text.startswith("每日涨知识")
    toast, _ = await press(town, MEMBER, answer, "试发", changes=False)
    assert "administrators" in toast
    ended = await told(town, channel, lambda: deeds.post(OWNER, channel, "/unsubscribe daily"))
    assert "已退订" in ended.text


async def test_an_offer_waits_for_who_never_wrote(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.private_channel
    deeds.add_bot(OWNER, channel, POSTING)
    await town.says(ADMIN, "/help")  # what came before is handled
    async with asyncio.timeout(10):
        while not await rows(town, "offers"):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    await town.says(OWNER, "/start")
    offer = await shown(town, OWNER.id, "编辑部")
    assert await rows(town, "offers") == 0
    toast, _ = await press(town, OWNER, offer, "在此发布")
    assert toast == "订阅好了"


async def rows(town: Town, table: str) -> int:
    async with town.bot.database.work() as work:
        return len((await work.connection.execute(select(metadata.tables[table]))).all())


async def test_an_administrator_without_the_right_to_post_is_told_which_is_missing(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    await town.says(OWNER, "/help")
    lacking = await told(town, OWNER.id, lambda: deeds.add_bot(OWNER, channel, {"can_manage_chat"}))
    assert "发布消息" in lacking.text
    assert "发布消息" in await town.says(OWNER, "/subscribe @daily_reading_demo 每日")
    assert await rows(town, "subscriptions") == 0


@pytest.mark.parametrize(
    ("person", "line", "part"),
    [
        (OWNER, "/subscribe @daily_reading_demo 每日 08:30", "不是频道管理员"),
        (OWNER, "/subscribe @nobody_has_this 每日", "找不到"),
        (OWNER, "/subscribe -1009999999999 每日", "找不到"),
        (OWNER, "/subscribe @daily_reading_demo 每日 25:00", "不是频道管理员"),
    ],
)
async def test_what_cannot_be_posted_to_is_said_and_nothing_is_kept(
    town: Town, person: Person, line: str, part: str
) -> None:
    assert part in await town.says(person, line)
    assert await rows(town, "subscriptions") == 0


async def test_a_channel_is_subscribed_by_name_by_who_may_post_in_it(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    deeds.add_bot(OWNER, channel, POSTING)
    assert "administrators there" in await town.says(MEMBER, "/subscribe @daily_reading_demo daily 08:30")
    assert "25:00" in await town.says(ADMIN, "/subscribe @daily_reading_demo 每日 25:00")
    assert "订阅好了" in await town.says(ADMIN, "/subscribe https://t.me/daily_reading_demo 每日 08:30")
    assert (await town.post(channel, "2025-03-01T00:30")).text.startswith("每日涨知识")
    assert "administrators there" in await town.says(MEMBER, "/unsubscribe @daily_reading_demo")
    assert "已退订" in await town.says(ADMIN, "/unsubscribe @daily_reading_demo daily")


async def test_a_stranger_cannot_press_what_is_for_a_channel(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    await town.says(OWNER, "/help")
    await told(town, OWNER.id, lambda: deeds.add_bot(OWNER, channel, POSTING))
    page = await town.playground.ask(OWNER, OWNER.id, "/subscribe @daily_reading_demo", 10)
    data = data_of(page, "订阅")
    own = await town.playground.ask(MEMBER, MEMBER.id, "/subscribe", 10)
    forged = town.playground.world.change_message(own, keyboard=(({"text": "x", "callback_data": data},),))
    toast, _ = await press(town, MEMBER, forged, "x", changes=False)
    assert "administrators there" in toast
    assert await rows(town, "subscriptions") == 0


async def test_a_picked_channel_is_looked_at_again(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.private_channel
    page = await town.playground.ask(OWNER, OWNER.id, "/subscribe", 10)
    keys = await told(town, OWNER.id, lambda: town.playground.world.press(OWNER, page, data_of(page, "发到频道或群")))
    assert "startchannel&admin=post_messages" in str(keys.content.entities)
    deeds.pick(OWNER, channel, "选频道")
    page = await shown(town, OWNER.id, "新的订阅")
    assert "编辑部" in page.text
    # Who picks a channel is about to choose: nothing is offered beside it.
    assert not any("要我每天" in each.text for each in town.playground.messages(OWNER.id))
    assert town.playground.world.chats[OWNER.id].keys == ()
    deeds.remove_bot(OWNER, channel)
    for label in ("时间", "订阅"):
        toast, _ = await press(town, OWNER, page, label, changes=False)
        assert "管理员" in toast
    assert await rows(town, "subscriptions") == 0


async def test_a_forwarded_post_opens_its_channel_and_of_a_foreign_one_is_a_question(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    await town.says(OWNER, "/help")
    await told(town, OWNER.id, lambda: deeds.add_bot(OWNER, channel, POSTING))
    post = deeds.post(OWNER, channel, "2024年峰会的主题是什么")
    page = await told(town, OWNER.id, lambda: deeds.forward(OWNER, channel, post.id))
    assert "新的订阅（每日一读 · Daily reading）" in page.text
    await town.says(MEMBER, "/help")
    answer = await told(town, MEMBER.id, lambda: deeds.forward(MEMBER, channel, post.id))
    assert "主题" in answer.text


async def test_who_blocks_the_bot_gets_nothing_until_they_are_back(town: Town) -> None:
    await town.says(OWNER, "/subscribe 每日 08:30")
    town.playground.deeds.remove_bot(OWNER, OWNER.id)
    await pause_of(town, OWNER.id, "gone")
    await town.no_post(OWNER.id, "2025-03-01T00:30")
    town.playground.deeds.unblock(OWNER)
    await pause_of(town, OWNER.id, None)
    assert (await town.post(OWNER.id, "2025-03-02T00:30")).text.startswith("每日涨知识")


async def test_who_starts_again_after_a_block_that_only_sending_told_of_gets_posts_again(town: Town) -> None:
    await town.says(OWNER, "/subscribe 每日 08:30")
    town.playground.faults.add(Fault(blocked(), chat=OWNER.id))
    town.clock.to("2025-03-01T00:30")
    await town.bot.posting.look()
    await pause_of(town, OWNER.id, "gone")
    await town.says(OWNER, "/start")
    await pause_of(town, OWNER.id, None)
    assert (await town.post(OWNER.id, "2025-03-02T00:30")).text.startswith("每日涨知识")


async def test_a_group_that_throws_the_bot_out_and_takes_it_back(town: Town) -> None:
    group, deeds = town.playground.group, town.playground.deeds
    await town.says(ADMIN, "/subscribe 每日 08:30", group)
    deeds.remove_bot(OWNER, group)
    await pause_of(town, group, "gone")
    await town.no_post(group, "2025-03-01T00:30")
    deeds.add_bot(OWNER, group, ())
    await pause_of(town, group, None)
    assert (await town.post(group, "2025-03-02T00:30")).text.startswith("每日涨知识")


async def test_when_a_right_is_lost_who_subscribed_is_told_and_can_mend_it(town: Town) -> None:
    group, deeds = town.playground.group, town.playground.deeds
    await town.says(OWNER, "/help")
    await town.says(OWNER, "/subscribe 每日 08:30", group)
    deeds.mute(OWNER, group, True)
    town.clock.to("2025-03-01T00:30")
    await town.bot.posting.look()
    await pause_of(town, group, "rights")
    notice = await told(town, OWNER.id, lambda: asyncio.ensure_future(town.bot.life.look()))
    assert "研习小组" in notice.text
    await town.bot.life.look()  # once is enough
    toast, notice = await press(town, OWNER, notice, "再试一次")
    assert "不能发消息" in toast
    deeds.mute(OWNER, group, False)
    toast, _ = await press(town, OWNER, notice, "再试一次")
    assert toast == "已恢复"
    assert (await town.post(group, "2025-03-02T00:30")).text.startswith("每日涨知识")
    assert sum("发不出去" in each.text for each in town.playground.messages(OWNER.id)) == 0  # it was changed in place


@pytest.mark.parametrize(
    ("refusal", "pause"),
    [
        (forbidden("user is deactivated"), "gone"),
        (bad_request("chat not found"), "gone"),
        (bad_request("not enough rights to send text messages to the chat"), "rights"),
    ],
)
async def test_what_sending_tells_of_a_chat_pauses_it(town: Town, refusal: RefusalError, pause: str) -> None:
    await town.says(ADMIN, "/subscribe 每日 08:30", town.playground.group)
    town.playground.faults.add(Fault(refusal, chat=town.playground.group))
    town.clock.to("2025-03-01T00:30")
    await town.bot.posting.look()
    await pause_of(town, town.playground.group, pause)


async def test_a_group_that_became_a_supergroup_keeps_its_subscriptions(town: Town) -> None:
    group, new = town.playground.group, -1_002_100_000_999
    await town.says(ADMIN, "/subscribe 每日 08:30", group)
    world = town.playground.world
    world.updates.add(
        "message",
        {
            "message_id": 999,
            "date": world.seconds(),
            "chat": world.chats[group].as_bot_api(),
            "from": OWNER.as_user(),
            "migrate_to_chat_id": new,
        },
    )
    town.playground.faults.migrate(world.chats, group, new)
    await pause_of(town, new, None)
    assert (await town.post(new, "2025-03-01T00:30")).text.startswith("每日涨知识")


async def test_a_topic_has_subscriptions_of_its_own(town: Town) -> None:
    group, world = town.playground.group, town.playground.world
    world.chats[group].topics |= {5: True, 6: True}
    said = await told(
        town,
        group,
        lambda: town.playground.world.add_message(
            world.chats[group], ADMIN, formatted("/subscribe 每日 08:30"), topic=5
        ),
    )
    assert said.topic == 5
    post = await town.post(group, "2025-03-01T00:30")
    assert post.topic == 5
    assert "Nothing is subscribed" in await town.says(MEMBER, "/subscriptions", group)


async def test_forgetting_leaves_nothing_of_a_person(town: Town) -> None:
    deeds, channel = town.playground.deeds, town.playground.channel
    await town.says(OWNER, "/subscribe 每日 08:30")
    await town.says(OWNER, "/subscribe 测验 08:30")
    await town.post(OWNER.id, "2025-03-01T00:30")
    await told(town, OWNER.id, lambda: deeds.add_bot(OWNER, channel, POSTING))
    await town.says(OWNER, "/subscribe @daily_reading_demo 每日 08:30")
    assert "/forgetme" in await town.says(OWNER, "/privacy")
    question = await town.playground.ask(OWNER, OWNER.id, "/forgetme", 10)
    _, kept = await press(town, OWNER, question, "不删")
    assert "没有删" in kept.text
    assert await rows(town, "subscriptions") == 3
    question = await town.playground.ask(OWNER, OWNER.id, "/forgetme", 10)
    _, gone = await press(town, OWNER, question, "全部删掉")
    assert "不再记得你" in gone.text
    assert await rows(town, "subscriptions") == 1  # the channel's
    async with town.bot.database.work() as work:
        for table in metadata.sorted_tables:
            found = (await work.connection.execute(select(table))).all()
            assert str(OWNER.id) not in str(found), table.name


async def test_a_group_is_forgotten_by_its_administrators_only(town: Town) -> None:
    group = town.playground.group
    await town.says(ADMIN, "/subscribe 每日 08:30", group)
    assert "administrators" in await town.says(MEMBER, "/forgetme", group)
    question = await town.playground.ask(ADMIN, group, "/forgetme", 10)
    toast, _ = await press(town, MEMBER, question, "全部删掉", changes=False)
    assert "administrators" in toast
    assert await rows(town, "subscriptions") == 1
    _, gone = await press(town, ADMIN, question, "全部删掉")
    assert "这个群" in gone.text
    assert await rows(town, "subscriptions") == 0


async def test_a_closed_topic_stops_only_itself_and_can_be_left(town: Town) -> None:
    group, world = town.playground.group, town.playground.world
    room = world.chats[group]
    room.topics |= {5: True, 6: True}
    await town.says(ADMIN, "/help")
    for topic in (5, 6):
        await told(
            town, group, partial(world.add_message, room, ADMIN, formatted("/subscribe 每日 08:30"), topic=topic)
        )
    room.topics[5] = False
    town.clock.to("2025-03-01T00:30")
    await town.bot.posting.look()
    async with asyncio.timeout(10):
        while not await closed(town):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert await closed(town) == [5]
    notice = await told(town, ADMIN.id, lambda: asyncio.ensure_future(town.bot.life.look()))
    assert "话题" in notice.text
    toast, _ = await press(town, ADMIN, notice, "改发到群里")
    assert toast == "已恢复"
    town.clock.to("2025-03-02T00:30")
    await town.bot.posting.look()
    async with asyncio.timeout(10):
        while {each.topic for each in town.playground.messages(group)[-2:]} != {0, 6}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def closed(town: Town) -> list[int]:
    """The topics whose subscriptions wait for them to be opened."""
    async with town.bot.database.work() as work:
        planned = await work.subscriptions.of_chat(town.playground.group)
    return [each.subscription.place.topic for each in planned if each.pause == "topic"]


ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


async def test_an_anonymous_administrator_says_and_presses(town: Town) -> None:
    group, world = town.playground.group, town.playground.world
    here = world.chats[group].as_bot_api()
    said = {"message_id": 900, "date": world.seconds(), "chat": here, "from": ANONYMOUS, "sender_chat": here}
    page = await told(town, group, lambda: world.updates.add("message", {**said, "text": "/subscribe"}))
    # Whoever presses is never anonymous.
    toast, _ = await press(town, ADMIN, page, page_label(page))
    assert toast in ("订阅好了", "Subscribed")
    elsewhere = {**here, "id": -1_009_999_999_999, "type": "channel"}
    foreign = {**said, "sender_chat": elsewhere, "text": "/unsubscribe"}
    refused = await told(town, group, lambda: world.updates.add("message", foreign))
    assert "管理员" in refused.text or "administrators" in refused.text
    assert await rows(town, "subscriptions") == 1


def page_label(page: Shown) -> str:
    """That of the button which keeps what is put together."""
    return next(label for label in labels(page) if label in ("订阅", "Subscribe"))


async def test_one_who_is_no_administrator_any_more_presses_in_vain(town: Town) -> None:
    group = town.playground.group
    page = await town.playground.ask(ADMIN, group, "/subscribe", 10)
    town.playground.world.chats[group].members[ADMIN.id] = "member"
    toast, _ = await press(town, ADMIN, page, "订阅", changes=False)
    assert "管理员" in toast
    assert await rows(town, "subscriptions") == 0


async def test_too_many_subscriptions_are_refused_by_the_keyboard_too(town: Town) -> None:
    group, world = town.playground.group, town.playground.world
    world.chats[group].topics |= dict.fromkeys(range(1, 6), True)
    async with town.bot.database.work() as work:
        await work.chats.put(Chat(group, ChatKind.SUPERGROUP, Language.ZH))
        for topic in range(1, 6):
            for feed in Feed:
                due = Occurrence(date(2025, 3, 1), datetime(2025, 3, 1, 1, tzinfo=UTC))
                times = Times(time(9), "Asia/Shanghai")
                await work.subscriptions.put(Subscription(Place(group, topic), feed, times), due)
    page = await town.playground.ask(ADMIN, group, "/subscribe", 10)
    toast, _ = await press(town, ADMIN, page, "订阅", changes=False)
    assert "最多 20 个" in toast
    assert await rows(town, "subscriptions") == 20
