"""What an incoming message asks of the bot, if it asks anything: pure, before any answer is made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Chat, Message, User

from bot.telegram_bot.commands import Command, looks_like_command, read_command


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in plain words."""

    text: str


Request = Command | Ask

_HELP = Command("help", "")


def read_message(message: Message, bot: User) -> Request | None:
    """What `message` asks of `bot`; None for what is not meant for it.

    In a private chat everything is meant for it: a text is a question, and what cannot be read (a sticker, an unknown
    command) is met with help. Elsewhere: commands that name no other bot, texts that mention it, replies to it.
    """
    if not _from_a_person(message):
        return None
    text = message.text or message.caption or ""
    private = message.chat.type == Chat.PRIVATE
    if command := read_command(text):
        return command if _same_name(command.addressee, bot) or not command.addressee else None
    if looks_like_command(text):
        return _HELP if private else None
    if private:
        return Ask(text) if text.strip() else _HELP if message.effective_attachment else None
    return _in_group(message, text, bot)


def _in_group(message: Message, text: str, bot: User) -> Request | None:
    mention = re.compile(rf"@{re.escape(bot.username or '')}(?!\w)", re.IGNORECASE) if bot.username else None
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
    # In a forum every message without a reply "replies" to the service message that opened its topic.
    to_us = to_us and not (replied is not None and replied.forum_topic_created)
    if mention and mention.search(text):
        rest = mention.sub(" ", text).strip()
        # "@bot /summit 2024": the mention comes first, the command is meant all the same.
        return (read_command(rest) or Ask(rest)) if rest else _HELP
    return Ask(text) if to_us and text.strip() else None


def _from_a_person(message: Message) -> bool:
    """False for other bots and for channel posts copied into a linked group; an anonymous admin is a person.

    An anonymous admin comes as the chat itself (`sender_chat`), with a stand-in bot as the sender.
    """
    if message.is_automatic_forward:
        return False
    return message.sender_chat is not None or (message.from_user is not None and not message.from_user.is_bot)


def _same_name(addressee: str, bot: User) -> bool:
    return addressee.lower() == (bot.username or "").lower()
