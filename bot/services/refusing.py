"""Why somebody may not change what a chat gets, as exactly as Telegram tells."""

from __future__ import annotations

from bot.messages.places import lacking_text
from bot.messages.subscriptions import refusal_text
from bot.messages.voice import Voice
from bot.services.rooms import Rooms
from bot.subscriptions.chat import Place


async def refused(place: Place, elsewhere: bool, user: int | None, rooms: Rooms, said: Voice) -> str | None:
    """None when they may. `elsewhere`: it is about another chat than the one they press in."""
    if await rooms.manages(place.chat, user):
        return None
    if not elsewhere:
        return refusal_text("admins", said)
    # Where the bot was thrown out nobody can be found out about: that is what has to be mended.
    room = await rooms.look(place.chat, user)
    if room is None:
        return refusal_text("unknown_chat", said)
    return lacking_text(room.missing, said) if room.missing and room.manages else refusal_text("channel_admins", said)
