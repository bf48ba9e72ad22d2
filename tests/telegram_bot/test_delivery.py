"""The way out over real HTTP: what each failure of the server means for a post."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import error as telegram_error
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.messages.message import Button, Message
from bot.messages.payload import Post, to_payload
from bot.messages.poll import Poll
from bot.outbox.errors import (
    ChatGone,
    ChatMigrated,
    DeliveryError,
    Flooded,
    NotSent,
    Rejected,
    RightsLost,
    SenderRefused,
    TopicClosed,
    Uncertain,
)
from bot.outbox.transport import SentPoll
from bot.playground.faults import Cut, Fault, blocked, flood, server_error
from bot.playground.people import OWNER
from bot.playground.playground import Playground
from bot.playground.refusal import RefusalError
from bot.subscriptions.chat import Place
from bot.telegram_bot.delivery import BotTransport, delivery_error
from bot.telegram_bot.transport import AiohttpRequest
from tests.telegram_bot.conftest import TOKEN

POST = to_payload(Post(Message("<b>post</b>", ((Button("key", "data"), Button("site", url="https://example.org/")),))))
HERE = Place(OWNER.id)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    yield playground
    await playground.stop()


@pytest.fixture
async def transport(playground: Playground) -> AsyncIterator[BotTransport]:
    address = await playground.start()
    playground.say(OWNER, OWNER.id, "/start")
    bot = ExtBot(TOKEN, base_url=f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    async with bot:
        yield BotTransport(bot)


async def test_a_post_stands_in_the_chat_with_its_keys(playground: Playground, transport: BotTransport) -> None:
    number = (await transport.send(HERE, POST)).message
    message = playground.messages(OWNER.id)[-1]
    assert (message.id, message.text) == (number, "post")
    assert message.content.entities[0].type == "bold"
    assert [key.get("callback_data") or key["url"] for key in message.keyboard[0]] == ["data", "https://example.org/"]


async def test_a_quiz_stands_in_the_chat_as_a_native_poll(playground: Playground, transport: BotTransport) -> None:
    quiz = Poll("几场？", ("12", "19", "24"), 1, "原句\n某报，2022-11-12", "/unsubscribe quiz")
    sent = await transport.send(HERE, to_payload(Post(quiz)))
    poll = playground.messages(OWNER.id)[-1].more["poll"]
    assert sent.poll == SentPoll(poll["id"], 1)
    assert (poll["type"], poll["is_anonymous"], poll["correct_option_ids"]) == ("quiz", False, [1])
    assert (poll["explanation"], poll["description"]) == (quiz.explanation, quiz.description)


async def test_a_post_is_changed_where_it_stands_and_an_erratum_answers_it(
    playground: Playground, transport: BotTransport
) -> None:
    number = (await transport.send(HERE, POST)).message
    changed = to_payload(Post(Message("new"), edits=number))
    assert (await transport.send(HERE, changed)).message == number
    assert (await transport.send(HERE, changed)).message == number  # the same once more is no failure
    assert playground.world.chats[OWNER.id].messages[number].text == "new"
    await transport.send(HERE, to_payload(Post(Message("erratum"), replies_to=number)))
    answer = playground.messages(OWNER.id)[-1]
    assert answer.reply_to is not None
    assert answer.reply_to.id == number
    with pytest.raises(Rejected):
        await transport.send(HERE, to_payload(Post(Message("new"), edits=number + 99)))


@pytest.mark.parametrize(
    ("fault", "expected", "delivered"),
    [
        (Fault(flood(7)), Flooded, 0),
        (Fault(blocked()), ChatGone, 0),
        (Fault(RefusalError(400, "Bad Request: chat not found")), ChatGone, 0),
        (Fault(RefusalError(403, "Forbidden: bot was kicked from the supergroup chat")), ChatGone, 0),
        (Fault(RefusalError(403, "Forbidden: user is deactivated")), ChatGone, 0),
        (Fault(RefusalError(400, "Bad Request: not enough rights to send text messages to the chat")), RightsLost, 0),
        (Fault(RefusalError(400, "Bad Request: TOPIC_CLOSED")), TopicClosed, 0),
        (Fault(RefusalError(400, "Bad Request: message thread not found")), TopicClosed, 0),
        (Fault(RefusalError(400, "Bad Request: can't parse entities")), Rejected, 0),
        (Fault(server_error(500)), NotSent, 0),
        (Fault(server_error(503)), NotSent, 0),
        (Fault(server_error(502)), Uncertain, 0),
        (Fault(server_error(504)), Uncertain, 0),
        (Fault(cut=Cut.BEFORE), Uncertain, 0),
        (Fault(cut=Cut.AFTER), Uncertain, 1),
        (Fault(RefusalError(401, "Unauthorized")), SenderRefused, 0),
    ],
)
async def test_every_failure_has_its_outcome(
    playground: Playground, transport: BotTransport, fault: Fault, expected: type[DeliveryError], delivered: int
) -> None:
    playground.faults.add(fault)
    before = len(playground.messages(OWNER.id))
    with pytest.raises(DeliveryError) as caught:
        await transport.send(HERE, POST)
    assert type(caught.value) is expected
    assert TOKEN.partition(":")[2] not in str(caught.value)
    assert len(playground.messages(OWNER.id)) == before + delivered
    if isinstance(caught.value, Flooded):
        assert caught.value.after == timedelta(seconds=7)


async def test_a_migrated_group_tells_its_new_number(playground: Playground, transport: BotTransport) -> None:
    new = playground.group - 1
    playground.faults.migrate(playground.world.chats, playground.group, new)
    with pytest.raises(ChatMigrated) as caught:
        await transport.send(Place(playground.group), POST)
    assert caught.value.chat == new
    assert await transport.send(Place(new), POST)


async def test_a_server_that_is_not_there_got_nothing(playground: Playground, transport: BotTransport) -> None:
    await playground.stop()
    with pytest.raises(Uncertain):
        await transport.send(HERE, POST)  # on a connection that was open
    with pytest.raises(NotSent):
        await transport.send(HERE, POST)


def test_an_unknown_error_is_tried_again() -> None:
    assert type(delivery_error(telegram_error.TelegramError("?"))) is NotSent
    assert type(delivery_error(telegram_error.RetryAfter(timedelta(seconds=3)))) is Flooded
