"""Who may change what a chat gets."""

from __future__ import annotations

import logging

import telegram
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

log = logging.getLogger(__name__)

_MANAGERS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def may_manage(bot: telegram.Bot, message: telegram.Message) -> bool:
    """In private everybody; in a group its administrators, who may also be anonymous (they speak as the group itself).

    Whoever cannot be found out about may not.
    """
    if message.chat.type == telegram.Chat.PRIVATE:
        return True
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat_id
    if message.from_user is None:
        return False
    try:
        member = await bot.get_chat_member(message.chat_id, message.from_user.id)
    except TelegramError as error:
        log.warning("Nobody can tell whether somebody is an administrator: %s", error)
        return False
    return member.status in _MANAGERS
