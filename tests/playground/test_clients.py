"""Two client libraries must be satisfied: aiogram and python-telegram-bot, each with its own HTTP client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import telegram
import telegram.error
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.filters import Command, CommandObject
from aiogram.methods import GetUpdates, SendDice
from aiogram.types import BotCommand, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.types import BotCommandScopeAllPrivateChats as PrivateChats

from bot.playground.playground import Playground
from tests.playground.conftest import TOKEN
from tests.playground.example_bot import example_bot

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="再来", callback_data="again")]])


@pytest.fixture
async def aiogram(address: str) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
    yield bot
    await bot.session.close()


async def test_aiogram_sends_edits_and_deletes(aiogram: Bot, playground: Playground, chat: int) -> None:
    assert (await aiogram.get_me()).username == "knowledge_demo_bot"
    sent = await aiogram.send_message(chat, "<b>年份</b> 2024", parse_mode="HTML", reply_markup=KEYS)
    assert sent.html_text == "<b>年份</b> 2024"
    assert sent.reply_markup is not None
    assert sent.reply_markup.model_dump(exclude_none=True) == KEYS.model_dump(exclude_none=True)
    edited = await aiogram.edit_message_text("<i>新</i>", chat_id=chat, message_id=sent.message_id, parse_mode="HTML")
    assert isinstance(edited, Message)
    assert edited.html_text == "<i>新</i>"
    assert await aiogram.delete_message(chat, sent.message_id) is True
    assert await aiogram.set_my_commands([BotCommand(command="x", description="y")], PrivateChats(), "zh")
    assert (await aiogram.get_my_commands(PrivateChats(), "zh"))[0].command == "x"
    assert (await aiogram.get_chat(playground.group)).title == playground.world.chats[playground.group].title
    assert [one.status for one in await aiogram.get_chat_administrators(playground.group)] == [
        "creator",
        "administrator",
    ]
    assert (await aiogram.get_webhook_info()).pending_update_count == 0


async def test_aiogram_knows_the_errors(aiogram: Bot, playground: Playground, address: str, chat: int) -> None:
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await aiogram.send_message(chat, "")
    with pytest.raises(TelegramBadRequest, match='Unsupported start tag "x" at byte offset 0'):
        await aiogram.send_message(chat, "<x>", parse_mode="HTML")
    with pytest.raises(TelegramForbiddenError):
        await aiogram.send_message(playground.people[2].id, "x")
    with pytest.raises(TelegramNotFound):
        await aiogram(SendDice(chat_id=chat))
    polling = asyncio.create_task(aiogram(GetUpdates(timeout=20)))
    await asyncio.sleep(0.1)
    await aiogram(GetUpdates())
    with pytest.raises(TelegramConflictError):
        await polling
    stranger = Bot("1:stranger", session=aiogram.session)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()


async def test_an_aiogram_dispatcher_polls_answers_and_reacts_to_buttons(aiogram: Bot, playground: Playground) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(Command("summit"))
    async def summit(message: Message, command: CommandObject) -> None:
        await message.answer(f"<b>{command.args}</b>", parse_mode="HTML", reply_markup=KEYS)

    @dispatcher.callback_query(F.data == "again")
    async def again(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("再来一次")
        await query.answer("好")

    polling = asyncio.create_task(dispatcher.start_polling(aiogram, handle_signals=False, close_bot_session=False))
    owner = playground.people[0]
    reply = await playground.ask(owner, owner.id, "/summit 2024")
    assert (reply.text, reply.content.entities[0].type) == ("2024", "bold")
    answer = await playground.press(owner, owner.id, reply.id, "again")
    assert answer is not None
    assert answer.text == "好"
    assert playground.messages(owner.id)[-1].text == "再来一次"
    await dispatcher.stop_polling()
    await polling


async def test_python_telegram_bot_on_its_default_client(playground: Playground, address: str) -> None:
    member, group = playground.people[2], playground.group
    async with example_bot(TOKEN, address):
        reply = await playground.ask(member, group, "/summit 2021")
        assert reply.text.startswith("2021 年读书大会")
        assert reply.reply_to is not None
        answer = await playground.press(member, group, reply.id, "year:2023")
        assert answer is not None
        assert answer.text == "换了一届"
        assert playground.messages(group)[-1].text.startswith("2023 年读书大会")
    async with telegram.Bot(TOKEN, base_url=f"{address}/bot") as bot:
        with pytest.raises(telegram.error.Forbidden):
            await bot.send_message(playground.people[0].id, "x")
        with pytest.raises(telegram.error.BadRequest, match="Chat not found"):
            await bot.send_message(5, "x")
        assert (await bot.get_chat_member(group, member.id)).status == "member"
        assert (await bot.get_my_description()).description.startswith("问我")
    stranger = telegram.Bot("1:stranger", base_url=f"{address}/bot")
    with pytest.raises(telegram.error.InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
