"""What becomes of chats: the bot is added, thrown out, blocked, given rights or robbed of them; groups grow; /start."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.messages.places import Right, closed_topic_message, lacking_message, lost_message
from bot.messages.voice import Voice
from bot.outbox.entry import Draft
from bot.services.channels import Channels
from bot.services.ledger import Ledger
from bot.services.rooms import Room, Rooms
from bot.services.speaker import Speaker
from bot.storage.database import StorageError, reason
from bot.storage.offers import Offer
from bot.storage.work import Work
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot's standing in a chat changed: `inside` and what it lacks to post there, before and after."""

    inside: bool
    missing: tuple[Right, ...]
    was_inside: bool
    was_missing: tuple[Right, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ChatLife:
    """Pauses and resumes chats, and tells people. `posted` is called when something new waits to be sent."""

    ledger: Ledger
    channels: Channels
    posted: Callable[[], None]

    async def changed(self, change: Membership, speaker: Speaker) -> Message | None:
        """Take note of a change that the speaker made in the chat where they stand; what to tell them in private, if anything.

        An offer is kept until `offered` is called, or they write /start. Raises `StorageError`.
        """
        chat = speaker.place.chat
        # Asked first: what they pick is being handled at the same time.
        picking = speaker.user is not None and self.channels.is_picking(speaker.user)
        async with self.ledger.database.work() as work:
            if not change.inside:
                await work.chats.stop({chat: Pause.GONE})
                await work.offers.forget_chat(chat)
                return None
            if change.missing:
                await work.chats.stop({chat: Pause.RIGHTS})
            else:
                await work.chats.resume(chat)
            known = await work.subscriptions.count_of_chat(chat) > 0
            if speaker.kind is not ChatKind.CHANNEL or known or speaker.user is None:
                return None
            became_able = not change.missing and (change.was_missing or not change.was_inside)
            if became_able and not picking:
                await work.offers.put(Offer(speaker.user, chat, speaker.title))
        if became_able and not picking:
            return await self.channels.offer(Room(chat, speaker.kind, speaker.title, manages=True), speaker)
        if change.missing and not change.was_inside:
            return lacking_message(speaker.title, change.missing, self.ledger.voice(speaker.language))
        return None

    async def offered(self, user: int, chat: int) -> None:
        """The offer reached them. Raises `StorageError`."""
        async with self.ledger.database.work() as work:
            await work.offers.remove(user, chat)

    async def waiting(self, speaker: Speaker, rooms: Rooms) -> tuple[Message, ...]:
        """Somebody wrote /start: what was paused goes on; the offers that waited for it, as far as they still hold."""
        if speaker.user is None or not speaker.in_private:
            return ()
        try:
            async with self.ledger.database.work() as work:
                await work.chats.resume(speaker.place.chat)
                offers = await work.offers.take(speaker.user)
            rooms_offered = [await rooms.look(each.chat, speaker.user) for each in offers]
            return tuple(
                [
                    await self.channels.offer(room, speaker)
                    for room in rooms_offered
                    if room and room.manages and not room.missing
                ]
            )
        except StorageError as error:
            log.error("Offers that wait could not be read: %s", reason(error))
            return ()

    async def migrated(self, old: int, new: int) -> None:
        """A group became a supergroup. Raises `StorageError`."""
        async with self.ledger.database.work() as work:
            await work.chats.migrate(old, new)

    async def look(self) -> None:
        """Tell those who subscribed that nothing can be posted in their chat any more. For the ticker."""
        self.ledger.let_go()
        try:
            async with self.ledger.database.work() as work:
                drafts = [draft for chat in await work.chats.take_untold() for draft in await self._lost(work, chat)]
                for chat_id, people in (await work.subscriptions.take_untold()).items():
                    if chat := await work.chats.get(chat_id):
                        drafts += await self._notices(work, chat, people, closed_topic_message)
                await work.outbox.add(drafts)
        except StorageError as error:
            log.error("Who subscribed could not be told of a pause: %s", reason(error))
        else:
            if drafts:
                self.posted()

    async def _lost(self, work: Work, chat: Chat) -> list[Draft]:
        planned = await work.subscriptions.of_chat(chat.id)
        people = {user for each in planned if (user := each.subscription.subscriber)}
        return await self._notices(work, chat, people, lost_message)

    async def _notices(
        self, work: Work, chat: Chat, people: Collection[int], notice: Callable[[str, int, Voice], Message]
    ) -> list[Draft]:
        now = self.ledger.clock.now()
        drafts = []
        for user in sorted(people):
            known = await work.chats.get(user)
            if known is None:
                known = Chat(user, ChatKind.PRIVATE, chat.language)
                await work.chats.put(known)
            if user == chat.id or known.pause:
                continue
            payload = to_payload(Post(notice(chat.title, chat.id, self.ledger.voice(known.language))))
            key = f"told/{chat.id}/{secrets.token_hex(8)}"
            drafts.append(Draft(key, Place(user), payload, now, now + self.ledger.config.delivery.grace))
        return drafts
