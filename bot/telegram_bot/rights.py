"""Who may change what a chat gets, as they say so."""

from __future__ import annotations

import telegram

from bot.telegram_bot.rooms import TelegramRooms


async def may_manage(bot: telegram.Bot, message: telegram.Message) -> bool:
    """In private everybody; in a group its administrators, who may also be anonymous (they speak as the group itself).

    A post of a channel speaks as the channel. Whoever cannot be found out about may not.
    """
    if message.chat.type == telegram.Chat.PRIVATE:
        return True
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat_id
    return message.from_user is not None and await TelegramRooms(bot).manages(message.chat_id, message.from_user.id)
