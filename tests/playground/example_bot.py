"""A small python-telegram-bot bot on its default client: something for a person in the page to talk to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from typing import Any

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

Context = ContextTypes.DEFAULT_TYPE
KEYBOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("◀ 上一届", callback_data="year:2023"),
            InlineKeyboardButton("下一届 ▶", callback_data="year:2025"),
        ],
        [
            InlineKeyboardButton("看原句", callback_data="proof"),
            InlineKeyboardButton("来源", url="https://example.org/a"),
        ],
    ]
)


def card(year: str) -> str:
    return (
        f"<b>{year} 年读书大会</b> · 第七届\n"
        "主题　<i>一起读，慢慢想</i>\n"
        "时间　5 月 2 日—4 日　地点　<u>临湖镇</u>\n"
        "人数　<code>350</code> 人，来自 <s>10</s> 12 个城市\n"
        "<blockquote expandable>第一天开幕，第二天分组讨论。\n第三天公布书单，闭幕。\n"
        "书单共三十本。\n第四行要展开才看得到。</blockquote>\n"
        '[1] <a href="https://example.org/report?a=1&amp;b=2">大会简报</a>，2024-05-05　<tg-spoiler>谜底</tg-spoiler>'
    )


async def _summit(update: Update, context: Context) -> None:
    assert isinstance(update.effective_message, Message)
    year = context.args[0] if context.args else "2024"
    await update.effective_message.reply_html(card(escape(year)), reply_markup=KEYBOARD)


async def _echo(update: Update, context: Context) -> None:
    message = update.effective_message
    assert isinstance(message, Message)
    await message.reply_chat_action("typing")
    await message.reply_html(f"您说：<b>{escape(message.text or '')}</b>", do_quote=True)


async def _pressed(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    if query.data == "proof":
        await query.answer("原句：大会开了三天，来了三百五十人。", show_alert=True)
        return
    await query.edit_message_text(card(str(query.data).partition(":")[2]), parse_mode="HTML", reply_markup=KEYBOARD)
    await query.answer("换了一届")


@asynccontextmanager
async def example_bot(token: str, address: str) -> AsyncIterator[None]:
    """The bot, polling for as long as the block runs."""
    application: Application[Any, Any, Any, Any, Any, Any] = (
        Application.builder().token(token).base_url(f"{address}/bot").build()
    )
    application.add_handler(CommandHandler(["summit", "start"], _summit))
    application.add_handler(CallbackQueryHandler(_pressed))
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    async with application:
        await application.start()
        await application.bot.set_my_commands(
            [BotCommand("summit", "一届大会的要点"), BotCommand("start", "从头开始"), BotCommand("help", "能问什么")]
        )
        await application.bot.set_my_description("问我任何一届读书大会：主题、时间、人数、书单。")
        assert application.updater is not None
        await application.updater.start_polling(poll_interval=0, timeout=5)
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()
