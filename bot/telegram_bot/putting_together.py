"""Messages that put a subscription together to what is answered: picked chats, locations, forwarded posts, replies."""

from __future__ import annotations

import logging

from bot.messages.message import Message
from bot.services.rooms import Rooms
from bot.services.speaker import Speaker
from bot.services.subscribing import Subscribing
from bot.storage.database import StorageError, reason
from bot.telegram_bot.inputs import Cancelled, Forwarded, Input, Located, Migrated, Picked, Replied

log = logging.getLogger(__name__)


async def answers_to(
    put_in: Input, subscribing: Subscribing, speaker: Speaker, rooms: Rooms
) -> tuple[Message, ...] | None:
    """The answers, in order; None when it turns out to be for somebody else, such as a question."""
    try:
        match put_in:
            case Picked():
                return await subscribing.channels.picked(put_in.chat, speaker, rooms)
            case Located():
                return await subscribing.planning.located(put_in.latitude, put_in.longitude, speaker, rooms)
            case Forwarded():
                found = await subscribing.channels.forwarded(put_in.chat, speaker, rooms)
                return (found,) if found else None
            case Replied():
                found = await subscribing.planning.reply(put_in.text, put_in.data, speaker, rooms)
                return (found,) if found else None
            case Cancelled():
                return (subscribing.channels.cancelled(speaker),)
            case Migrated():
                await subscribing.life.migrated(put_in.old, put_in.new)
                return ()
    except StorageError as error:
        log.error("A subscription could not be put together: %s", reason(error))
        return (subscribing.sorry(speaker),)
