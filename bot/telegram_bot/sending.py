"""A `Message` of ours as one Bot API call."""

from __future__ import annotations

import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.messages.message import Button, Message

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# The Bot API's words when an edit changes nothing: two people pressed the same button, or one pressed it twice.
_NOT_MODIFIED = "message is not modified"


async def reply(bot: telegram.Bot, to: telegram.Message, message: Message) -> telegram.Message:
    """Send `message` where `to` was said: in its topic, and in a group as a reply to it. What was sent."""
    in_private = to.chat.type == telegram.Chat.PRIVATE
    return await bot.send_message(
        to.chat_id,
        message.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=keyboard(message),
        reply_parameters=None if in_private else ReplyParameters(to.message_id, allow_sending_without_reply=True),
        # A thread id also stands on plain replies in groups without topics, where sending it back is refused.
        message_thread_id=to.message_thread_id if to.is_topic_message else None,
    )


async def edit(bot: telegram.Bot, shown: telegram.Message, message: Message) -> None:
    """Put `message` in the place of `shown`. An edit that would change nothing is done."""
    try:
        await bot.edit_message_text(
            message.html,
            chat_id=shown.chat_id,
            message_id=shown.message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(message),
        )
    except BadRequest as error:
        if _NOT_MODIFIED not in error.message.lower():
            raise


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons of `message`; None without any."""
    rows = [[_button(button) for button in row] for row in message.keyboard]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data)
