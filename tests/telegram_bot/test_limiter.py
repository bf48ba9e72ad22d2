"""Answers at Telegram's pace, over HTTP."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from telegram.error import RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.outbox.pace import GROUP_MESSAGES, Pace
from bot.playground.faults import Fault, flood
from bot.playground.people import OWNER
from bot.playground.playground import Playground
from bot.subscriptions.chat import Place
from bot.telegram_bot.delivery import BotTransport
from bot.telegram_bot.failures import AnswerDropped
from bot.telegram_bot.limiter import Limiter
from bot.telegram_bot.transport import AiohttpRequest
from tests.telegram_bot.conftest import TOKEN


@pytest.fixture
def playground() -> Playground:
    return Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")


@pytest.fixture
def pace() -> Pace:
    return Pace(30)


@pytest.fixture
async def bot(playground: Playground, pace: Pace) -> AsyncIterator[ExtBot[str]]:
    address = await playground.start()
    playground.say(OWNER, OWNER.id, "/start")
    async with ExtBot(
        TOKEN,
        base_url=f"{address}/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
        rate_limiter=Limiter(pace),
    ) as bot:
        yield bot
    await playground.stop()


async def test_answers_in_one_chat_are_a_second_apart_and_in_order(playground: Playground, bot: ExtBot[str]) -> None:
    begin = time.monotonic()
    for n in range(3):
        await bot.send_message(OWNER.id, f"{n}")
    assert 1.9 <= time.monotonic() - begin < 4
    assert [message.text for message in playground.messages(OWNER.id)[-3:]] == ["0", "1", "2"]


async def test_changes_of_messages_do_not_wait_for_the_chat(bot: ExtBot[str]) -> None:
    message = await bot.send_message(OWNER.id, "one")
    begin = time.monotonic()
    for n in range(3):
        await bot.edit_message_text(f"{n}", OWNER.id, message.message_id)
    assert time.monotonic() - begin < 0.9


async def test_what_would_wait_too_long_is_dropped_at_once_and_logged(
    playground: Playground, bot: ExtBot[str], pace: Pace, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(GROUP_MESSAGES):
        pace.went(playground.group, time.monotonic())
    begin = time.monotonic()
    with pytest.raises(AnswerDropped):
        await bot.send_message(playground.group, "too much")
    assert time.monotonic() - begin < 1
    assert [record.levelname for record in caplog.records if "dropped" in record.message] == ["WARNING"]
    assert pace.answers == 0


async def test_a_limit_the_server_sets_is_kept_and_the_answer_comes_after_it(
    playground: Playground, bot: ExtBot[str], pace: Pace
) -> None:
    playground.faults.add(Fault(flood(1)))
    begin = time.monotonic()
    await bot.send_message(OWNER.id, "patient")
    assert time.monotonic() - begin >= 1
    assert [message.text for message in playground.messages(OWNER.id)[-1:]] == ["patient"]


async def test_a_long_limit_is_told_and_posts_keep_it_too(playground: Playground, bot: ExtBot[str], pace: Pace) -> None:
    playground.faults.add(Fault(flood(30)))
    with pytest.raises(RetryAfter):
        await bot.send_message(OWNER.id, "impatient")
    assert pace.chat_wait(OWNER.id, False, time.monotonic()) > 25


async def test_calls_that_send_nothing_are_never_delayed(bot: ExtBot[str], pace: Pace) -> None:
    pace.flooded(None, 60, time.monotonic())
    begin = time.monotonic()
    await bot.get_me()
    with pytest.raises(TelegramError, match=r"(?i)query"):
        await bot.answer_callback_query("nothing")
    assert time.monotonic() - begin < 1


async def test_a_post_was_counted_already_and_does_not_wait_again(bot: ExtBot[str], pace: Pace) -> None:
    transport = BotTransport(bot)
    begin = time.monotonic()
    for _ in range(3):
        assert (await transport.send(Place(OWNER.id), to_payload(Post(Message("post"))))).message
    assert time.monotonic() - begin < 0.9


async def test_an_answer_goes_ahead_of_posts_that_wait(bot: ExtBot[str], pace: Pace) -> None:
    pace.overall = 5
    for chat in range(1, 6):
        pace.went(chat, time.monotonic())
    answer = asyncio.create_task(bot.send_message(OWNER.id, "answer"))
    await asyncio.sleep(0.05)
    assert pace.answers == 1
    assert pace.post_wait(time.monotonic()) >= pace.overall_wait(time.monotonic()) > 0
    await answer
    assert pace.answers == 0
