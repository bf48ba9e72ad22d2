"""What a bot in privacy mode gets to see of a group: https://core.telegram.org/bots/features#privacy-mode."""

from __future__ import annotations

from bot.playground.chat import Message
from bot.playground.people import Person


def reaches_bot(message: Message, bot: Person) -> bool:
    """Whether a message a person wrote is delivered: in private always, in a group commands for this bot (a bare one
    too, there being no other bot that wrote later), replies to it, and mentions of it."""
    if message.chat.is_private or message.chat.type == "channel":
        return message.chat.is_private or message.chat.leads(bot.id)
    if message.reply_to and message.reply_to.sender.id == bot.id:
        return True
    units = message.text.encode("utf-16-le")
    for entity in message.content.entities:
        words = units[2 * entity.offset : 2 * entity.end].decode("utf-16-le")
        name = words.partition("@")[2].lower()
        if entity.type in ("mention", "bot_command") and name == bot.username.lower():
            return True
        if entity.type == "bot_command" and entity.offset == 0 and name:
            return False  # for another bot
        if entity.user_id == bot.id:
            return True
    return message.text.startswith("/")
