"""A `Message` of ours as one Bot API call."""

from __future__ import annotations

import telegram
from telegram import (
    ChatAdministratorRights,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestChat,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.messages.message import Attachment, Button, Message, ReplyKey, Wants

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# The Bot API's words when an edit changes nothing: two people pressed the same button, or one pressed it twice.
_NOT_MODIFIED = "message is not modified"


def _rights(*, post: bool) -> ChatAdministratorRights:
    return ChatAdministratorRights(
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=False,
        can_manage_video_chats=False,
        can_restrict_members=False,
        can_promote_members=False,
        can_change_info=False,
        can_invite_users=False,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        can_post_messages=post,
    )


# For the app only: whoever picks a chat is looked at again. The bot's rights have to be among the user's
# (https://core.telegram.org/bots/api#keyboardbuttonrequestchat).
_CHANNEL = KeyboardButtonRequestChat(
    1,
    True,
    user_administrator_rights=_rights(post=True),
    bot_administrator_rights=_rights(post=True),
    request_title=True,
)
_GROUP = KeyboardButtonRequestChat(
    2, False, user_administrator_rights=_rights(post=False), bot_is_member=True, request_title=True
)


async def reply(bot: telegram.Bot, to: telegram.Message, message: Message | Attachment) -> telegram.Message:
    """Send `message` where `to` was said: in its topic, and in a group as a reply to it. What was sent."""
    in_private = to.chat.type == telegram.Chat.PRIVATE
    answered = None if in_private else ReplyParameters(to.message_id, allow_sending_without_reply=True)
    # A thread id also stands on plain replies in groups without topics, where sending it back is refused.
    topic = to.message_thread_id if to.is_topic_message else None
    if isinstance(message, Attachment):
        return await bot.send_document(
            to.chat_id,
            message.content,
            caption=message.caption,
            filename=message.name,
            parse_mode=ParseMode.HTML,
            reply_parameters=answered,
            message_thread_id=topic,
        )
    return await bot.send_message(
        to.chat_id,
        message.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=_NO_PREVIEW,
        reply_markup=markup(message),
        reply_parameters=answered,
        message_thread_id=topic,
    )


async def send_privately(bot: telegram.Bot, user: int, message: Message) -> None:
    """Send `message` to a person. Raises `Forbidden` when they never wrote to the bot, or blocked it."""
    await bot.send_message(
        user, message.html, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=markup(message)
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


async def take_buttons(bot: telegram.Bot, shown: telegram.Message) -> None:
    """Take away the buttons of `shown`, if it has any left."""
    try:
        await bot.edit_message_reply_markup(shown.chat_id, shown.message_id)
    except BadRequest as error:
        if _NOT_MODIFIED not in error.message.lower():
            raise


def markup(message: Message) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """The buttons of `message`, or the keys in the place of the reader's keyboard."""
    if message.reply_keys is None:
        return keyboard(message)
    if not message.reply_keys:
        return ReplyKeyboardRemove()
    rows = [[_reply_key(key) for key in row] for row in message.reply_keys]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons of `message`; None without any."""
    rows = [[_button(button) for button in row] for row in message.keyboard]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data)


def _reply_key(key: ReplyKey) -> KeyboardButton:
    match key.wants:
        case Wants.LOCATION:
            return KeyboardButton(key.label, request_location=True)
        case Wants.CHANNEL:
            return KeyboardButton(key.label, request_chat=_CHANNEL)
        case Wants.GROUP:
            return KeyboardButton(key.label, request_chat=_GROUP)
    return KeyboardButton(key.label)
