"""Subscribing for another chat: by its name, by the chat picker, by a forwarded post, and by adding the bot to it."""

from __future__ import annotations

import re

from bot.messages.message import Message
from bot.messages.places import (
    cancelled_message,
    lacking_message,
    offer_message,
    picked_message,
    picker_message,
    unknown_chat_message,
)
from bot.messages.subscriptions import refusal_message
from bot.services.lately import Lately
from bot.services.ledger import Ledger
from bot.services.planning import Planning
from bot.services.rooms import Room, Rooms
from bot.services.speaker import Speaker
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.wish import Wish

# A public name (5 to 32 characters, some bought ones have 4), a link to one, or the number of a channel or supergroup.
_NAME = r"[A-Za-z]\w{3,31}"
_TARGET = re.compile(
    rf"\s*(?:[@＠](?P<name>{_NAME})|(?:https?://)?t(?:elegram)?\.me/(?P<link>{_NAME})/?|(?P<number>-100\d{{5,13}}))(?!\S)",
    re.ASCII,
)


def read_target(argument: str) -> tuple[int | str | None, str]:
    """The chat that an argument begins with, as `@name` or a number, if any; and the rest."""
    match = _TARGET.match(argument)
    if match is None:
        return None, argument
    name = match["name"] or match["link"]
    return (f"@{name}" if name else int(match["number"])), argument[match.end() :].strip()


class Channels:
    """Who may post where is asked of Telegram every time."""

    def __init__(self, ledger: Ledger, planning: Planning) -> None:
        self.ledger = ledger
        self.planning = planning
        # Who has the keys that pick a chat before them.
        self._picking: Lately[bool] = Lately()

    def picker(self, speaker: Speaker, rooms: Rooms) -> Message:
        """Keys that pick a channel or a group."""
        self._picking.keep(speaker.place.chat, True)
        return picker_message(rooms.username, self.ledger.voice(speaker.language))

    def is_picking(self, user: int) -> bool:
        """Whether somebody is about to pick a chat: the bot is added to it by that, and nothing need be offered."""
        return user in self._picking

    def cancelled(self, speaker: Speaker) -> Message:
        """The keys are taken away."""
        self._picking.take(speaker.place.chat)
        return cancelled_message(self.ledger.voice(speaker.language))

    async def find(self, chat: int | str, speaker: Speaker, rooms: Rooms) -> Room | Message:
        """A chat that the speaker may change and the bot can post in, or why not."""
        said = self.ledger.voice(speaker.language)
        room = await rooms.look(chat, speaker.user)
        if room is None:
            return unknown_chat_message(rooms.username, said)
        if not room.manages:
            return refusal_message("channel_admins", said)
        if room.missing:
            return lacking_message(room.title, room.missing, said)
        return room

    async def picked(self, chat: int, speaker: Speaker, rooms: Rooms) -> tuple[Message, ...]:
        """A chat was picked: a word that takes the keys away, and the guided keyboard for it. Raises `StorageError`."""
        said = self.ledger.voice(speaker.language)
        self._picking.take(speaker.place.chat)
        found = await self.find(chat, speaker, rooms)
        if isinstance(found, Message):
            return Message(found.html, reply_keys=()), *([found] if found.keyboard else [])
        return picked_message(found.title, said), await self.planning.open(speaker, Wish(), found)

    async def forwarded(self, chat: int, speaker: Speaker, rooms: Rooms) -> Message | None:
        """A post of a channel was forwarded: the guided keyboard for it; None when it is not the speaker's channel.

        Raises `StorageError`.
        """
        room = await rooms.look(chat, speaker.user)
        if room is None or not room.manages:
            return None
        if room.missing:
            return lacking_message(room.title, room.missing, self.ledger.voice(speaker.language))
        return await self.planning.open(speaker, Wish(), room)

    async def offer(self, room: Room, speaker: Speaker) -> Message:
        """To post in a channel every day, at one press. Raises `StorageError`."""
        async with self.ledger.database.work() as work:
            wanted, _ = await self.ledger.wanted(work, Place(room.id), Feed.DAILY, Wish())
        return offer_message(room.title, wanted, self.ledger.voice(speaker.language))
