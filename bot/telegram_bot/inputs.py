"""Messages that put subscriptions together otherwise than by a command: pure, before any answer is made."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Chat, InlineKeyboardMarkup, Message, MessageOriginChannel, User

from bot.language import Language
from bot.messages.commands import looks_like_command
from bot.messages.locale import texts


@dataclass(frozen=True, slots=True)
class Picked:
    """A chat was picked in private."""

    chat: int


@dataclass(frozen=True, slots=True)
class Located:
    """A location was sent in private, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A post of a channel was forwarded in private."""

    chat: int


@dataclass(frozen=True, slots=True)
class Replied:
    """Somebody replied to a message of ours with buttons, whose data these are."""

    text: str
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The key that takes the other keys away was pressed."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup."""

    old: int
    new: int


Input = Picked | Located | Forwarded | Replied | Cancelled | Migrated


def read_input(message: Message, bot: User) -> Input | None:
    """What `message` says for subscriptions; None for another message."""
    if message.migrate_to_chat_id:
        return Migrated(message.chat_id, message.migrate_to_chat_id)
    if message.chat.type == Chat.PRIVATE:
        if message.chat_shared:
            return Picked(message.chat_shared.chat_id)
        if message.location:
            return Located(message.location.latitude, message.location.longitude)
        if isinstance(message.forward_origin, MessageOriginChannel):
            return Forwarded(message.forward_origin.chat.id)
        if message.text in {texts(language)("planner.location.cancel") for language in Language}:
            return Cancelled()
    return _reply(message, bot)


def _reply(message: Message, bot: User) -> Replied | None:
    replied, text = message.reply_to_message, message.text or ""
    if replied is None or replied.from_user is None or replied.from_user.id != bot.id or looks_like_command(text):
        return None
    markup = replied.reply_markup
    if not isinstance(markup, InlineKeyboardMarkup) or not text.strip():
        return None
    keys = (key for row in markup.inline_keyboard for key in row)
    return Replied(text, tuple(key.callback_data for key in keys if isinstance(key.callback_data, str)))
