"""The bot's own standing in a chat: added, thrown out, blocked, given rights or robbed of them."""

from __future__ import annotations

import logging

import telegram
from telegram import ChatMemberUpdated
from telegram.error import Forbidden, TelegramError

from bot.language import Language
from bot.services.chat_life import ChatLife, Membership
from bot.services.speaker import Speaker
from bot.storage.database import StorageError, reason
from bot.subscriptions.chat import ChatKind, Place
from bot.telegram_bot.rooms import inside, lacking
from bot.telegram_bot.sending import send_privately

log = logging.getLogger(__name__)


async def on_membership(life: ChatLife, bot: telegram.Bot, update: ChatMemberUpdated, language: Language) -> None:
    """Take note of it, and tell who did it in private where there is something to tell.

    Who never wrote to the bot cannot be told: an offer waits for their /start.
    """
    kind, user = ChatKind(update.chat.type), update.from_user.id
    before, after = update.old_chat_member, update.new_chat_member
    change = Membership(inside(after), lacking(after, kind), inside(before), lacking(before, kind))
    speaker = Speaker(Place(update.chat.id), kind, user, language, update.chat.title or "")
    try:
        told = await life.changed(change, speaker)
        if told is None:
            return
        await send_privately(bot, user, told)
        await life.offered(user, update.chat.id)
    except StorageError as error:
        log.error("A change of membership could not be kept: %s", reason(error))
    except Forbidden:
        log.info("An offer waits until user %d writes to the bot", user)
    except TelegramError as error:
        log.warning("User %d could not be told of their channel: %s", user, error)
