"""Order within a chat, concurrency over chats, and a bound on what is held."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User

from bot.telegram_bot.concurrency import BackPressureQueue, PerChatProcessor

LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


def from_chat(number: int, chat: int) -> Update:
    return Update(number, message=Message(number, LONG_AGO, Chat(chat, "private")))


async def test_a_chat_is_served_in_order_while_others_go_on() -> None:
    processor = PerChatProcessor(10)
    done: list[int] = []
    first_may_end = asyncio.Event()

    async def handle(number: int) -> None:
        if number == 1:
            await first_may_end.wait()
        done.append(number)

    def start(number: int, chat: int) -> asyncio.Task[None]:
        return asyncio.create_task(processor.process_update(from_chat(number, chat), handle(number)))

    tasks = [start(1, 7), start(2, 7), start(3, 8), start(4, 7), start(5, 8)]
    await asyncio.wait(tasks[2:3])
    await asyncio.sleep(0)
    assert done == [3, 5]
    first_may_end.set()
    await asyncio.gather(*tasks)
    assert done == [3, 5, 1, 2, 4]


async def test_an_error_lets_the_next_update_of_the_chat_through_and_nothing_is_kept() -> None:
    processor = PerChatProcessor(10)

    async def fail() -> None:
        await asyncio.sleep(0)
        raise ValueError

    async def succeed() -> str:
        return "done"

    failing = asyncio.create_task(processor.process_update(from_chat(1, 7), fail()))
    following = asyncio.create_task(processor.process_update(from_chat(2, 7), succeed()))
    results = await asyncio.gather(failing, following, return_exceptions=True)
    assert isinstance(results[0], ValueError)
    assert results[1] is None
    assert not processor._busy
    assert not processor._users


async def test_updates_without_a_chat_wait_for_their_user_only() -> None:
    processor = PerChatProcessor(10)
    user = User(3, "林", is_bot=False)
    running = 0
    most = 0

    async def handle() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1

    of_one_user = [Update(n, inline_query=InlineQuery(str(n), user, "", "")) for n in range(3)]
    await asyncio.gather(*(processor.process_update(update, handle()) for update in of_one_user))
    assert most == 1

    presses = [Update(n, callback_query=CallbackQuery(str(n), User(n, "x", is_bot=False), "c")) for n in range(4, 7)]
    await asyncio.gather(*(processor.process_update(update, handle()) for update in (*presses, "no update", None)))
    assert most == 5


async def test_the_poller_waits_while_too_many_updates_are_unanswered() -> None:
    queue = BackPressureQueue(2)
    await queue.put("one")
    await queue.put("two")
    third = asyncio.create_task(queue.put("three"))
    await queue.get()
    await queue.get()
    await asyncio.sleep(0.01)
    assert not third.done()  # taken out, but not yet handled
    queue.task_done()
    await third
    assert queue.qsize() == 1
