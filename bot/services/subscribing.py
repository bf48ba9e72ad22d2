"""The commands of subscriptions: guided, or in one line: `/subscribe daily 08:30 Asia/Shanghai`, also for `@channel`."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.clock import Clock
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.messages.message import Message
from bot.messages.planner_data import Page, decode_step
from bot.messages.subscriptions import made_message, misread_message, refusal_message
from bot.messages.voice import Voice
from bot.services.channels import Channels, read_target
from bot.services.chat_life import ChatLife
from bot.services.ledger import Kept, Ledger
from bot.services.managing import Managing
from bot.services.planning import Planning
from bot.services.pressed import Pressed
from bot.services.privacy import Privacy
from bot.services.rooms import Room, Rooms
from bot.services.speaker import Speaker
from bot.storage.database import Database, StorageError, reason
from bot.subscriptions.chat import Chat, Place
from bot.subscriptions.wish import Misread, Wish, read_wish

log = logging.getLogger(__name__)

# The commands answered here.
COMMANDS = ("subscribe", "subscriptions", "unsubscribe", "privacy", "forgetme")

# Whether who speaks may change what their chat gets; asked only when something would be changed.
MayManage = Callable[[], Awaitable[bool]]


class Subscribing:
    """What chats get by themselves, decided by who may.

    `posted` is called when something new waits to be sent, `forgot` with the number of a chat of which nothing is to be kept.
    """

    def __init__(
        self,
        database: Database,
        snapshot: Callable[[], Snapshot],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
        posted: Callable[[], None] = lambda: None,
        forgot: Callable[[int], None] = lambda chat: None,
    ) -> None:
        self._ledger = Ledger(database, snapshot, config, vocabulary, clock)
        self.planning = Planning(self._ledger)
        self.managing = Managing(self._ledger, self.planning, posted)
        self.channels = Channels(self._ledger, self.planning)
        self.life = ChatLife(self._ledger, self.channels, posted)
        self.privacy = Privacy(self._ledger, forgot)

    async def command(self, name: str, argument: str, speaker: Speaker, may_manage: MayManage, rooms: Rooms) -> Message:
        """The reply to one of `COMMANDS`; nothing is changed when it is refused."""
        if name == "privacy":
            return self.privacy.told(speaker)
        if name == "forgetme":
            return self.privacy.ask(speaker, allowed=await may_manage())
        try:
            target, rest = read_target(argument)
            room = None
            if target is not None:
                found = await self.channels.find(target, speaker, rooms)
                if isinstance(found, Message):
                    return found
                room = found
            return await self._carry_out(name, rest, speaker, room, may_manage)
        except StorageError as error:
            log.error("/%s could not be carried out: %s", name, reason(error))
            return refusal_message("storage", self._ledger.voice(speaker.language))

    def owns(self, data: str) -> bool:
        """Whether a button belongs here, so that `press` answers it."""
        return self.planning.owns(data) or self.managing.owns(data) or self.privacy.owns(data)

    async def press(self, data: str, speaker: Speaker, rooms: Rooms) -> Pressed:
        """What a button gives. What is altered, stale, or pressed by who may not changes nothing."""
        if self.managing.owns(data):
            return await self.managing.press(data, speaker, rooms)
        if self.privacy.owns(data):
            return await self.privacy.press(data, speaker, rooms)
        step = decode_step(data, speaker.place)
        if step and step.page is Page.ELSEWHERE and speaker.in_private:
            return Pressed("", beside=self.channels.picker(speaker, rooms))
        return await self.planning.press(data, speaker, rooms)

    def sorry(self, speaker: Speaker) -> Message:
        """The database did not work; nothing is changed."""
        return refusal_message("storage", self._ledger.voice(speaker.language))

    async def _carry_out(
        self, name: str, argument: str, speaker: Speaker, room: Room | None, may_manage: MayManage
    ) -> Message:
        said = self._ledger.voice(speaker.language)
        if name == "subscriptions":
            return await self.managing.list(speaker, room)
        wish = read_wish(argument)
        if isinstance(wish, Misread):
            return misread_message(wish.code, wish.found, said)
        if room is None and not await may_manage():
            return refusal_message("admins", said)
        if name == "unsubscribe":
            return await self.managing.end(wish.feed, speaker, room)
        if wish.feed is None:
            return await self.planning.open(speaker, wish, room)
        return await self._subscribe(wish, speaker, room, said)

    async def _subscribe(self, wish: Wish, speaker: Speaker, room: Room | None, said: Voice) -> Message:
        if wish.feed is None:
            raise ValueError("no feed")
        place = Place(room.id) if room else speaker.place
        kind, title = (room.kind, room.title) if room else (speaker.kind, speaker.title)
        async with self._ledger.database.work() as work:
            wanted, _ = await self._ledger.wanted(work, place, wish.feed, wish)
            wanted = replace(wanted, subscriber=speaker.user)
            kept = await self._ledger.keep(work, wanted, Chat(place.chat, kind, speaker.language, title=title))
            if kept is Kept.LIMIT:
                return refusal_message("limit", said, limit=self._ledger.limit)
            outlook = await self._ledger.outlook(work, wanted, kind, speaker.language)
        return made_message(wanted, outlook, kept, said, title=(title or str(place.chat)) if room else "")
