"""Subscribing in one line: `/subscribe daily 08:30 Asia/Shanghai`, `/subscriptions`, `/unsubscribe daily`."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.message import Message
from bot.messages.subscriptions import (
    Made,
    ended_message,
    listed_message,
    made_message,
    misread_message,
    nothing_to_end_message,
    refusal_message,
    usage_message,
)
from bot.messages.voice import Voice, voice
from bot.schedule.occurrence import Occurrence, next_occurrences
from bot.services.composing import Composer, new_deck
from bot.services.feeds.feed import Material, Turn
from bot.storage.database import Database, StorageError, reason
from bot.storage.work import Work
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times
from bot.subscriptions.wish import Misread, Wish, read_wish

log = logging.getLogger(__name__)

# The commands answered here.
COMMANDS = ("subscribe", "subscriptions", "unsubscribe")
_SHOWN_DATES = 3

# Whether who speaks may change what a chat gets; asked only when something would be changed.
MayManage = Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Where something was said, in which kind of chat, by whom (None for an anonymous admin), in which language."""

    place: Place
    kind: ChatKind
    user: int | None
    language: Language


class Subscribing:
    """What a chat gets by itself, decided by who may."""

    def __init__(
        self,
        database: Database,
        snapshot: Callable[[], Snapshot],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
    ) -> None:
        self._database = database
        self._snapshot = snapshot
        self._config = config
        self._vocabulary = vocabulary
        self._clock = clock

    async def command(self, name: str, argument: str, speaker: Speaker, may_manage: MayManage) -> Message:
        """The reply to one of `COMMANDS`; nothing is changed when it is refused."""
        said = voice(speaker.language, self._snapshot(), self._config, self._vocabulary)
        try:
            if name == "subscriptions":
                return await self._list(speaker, said)
            wish = read_wish(argument)
            if isinstance(wish, Misread):
                return misread_message(wish.code, wish.found, said)
            if name == "subscribe" and wish.feed is None:
                return usage_message(said)
            if not await may_manage():
                return refusal_message("admins", said)
            if name == "subscribe":
                return await self._subscribe(wish, wish.feed or Feed.DAILY, speaker, said)
            return await self._unsubscribe(wish.feed, speaker, said)
        except StorageError as error:
            log.error("/%s could not be carried out: %s", name, reason(error))
            return refusal_message("storage", said)

    async def _subscribe(self, wish: Wish, feed: Feed, speaker: Speaker, said: Voice) -> Message:
        place = speaker.place
        async with self._database.work() as work:
            known = {planned.subscription.feed: planned for planned in await work.subscriptions.of_place(place)}
            former = known[feed].subscription if feed in known else None
            limit = self._config.delivery.subscriptions_per_chat
            if former is None and await work.subscriptions.count_of_chat(place.chat) >= limit:
                return refusal_message("limit", said, limit=limit)
            subscription = self._wanted(wish, feed, former, speaker)
            coming = next_occurrences(subscription.times, self._clock.now(), _SHOWN_DATES)
            await work.chats.put(Chat(place.chat, speaker.kind, speaker.language))
            await work.subscriptions.put(subscription, coming[0])
            items, first = await self._first(work, subscription, coming[0], speaker)
        return made_message(Made(subscription, coming, items, first, former is None), said)

    def _wanted(self, wish: Wish, feed: Feed, former: Subscription | None, speaker: Speaker) -> Subscription:
        """What was said, else as it was, else the defaults."""
        times = former.times if former else Times(self._config.delivery.default_time, self._config.time_zone, EVERY_DAY)
        silent = former.silent if former else False
        return Subscription(
            speaker.place,
            feed,
            Times(wish.at or times.at, wish.zone or times.zone, wish.weekdays or times.weekdays),
            silent if wish.silent is None else wish.silent,
            speaker.user,
        )

    async def _first(
        self, work: Work, subscription: Subscription, following: Occurrence, speaker: Speaker
    ) -> tuple[int, Message | None]:
        """How many items there are, and the one that comes first; a new chat's deck is shuffled now."""
        chat, feed = subscription.place.chat, subscription.feed
        deck = (await work.decks.of_chats([chat], feed)).get(chat)
        if deck is None:
            deck = new_deck()
            await work.decks.put({chat: deck}, feed)
        composer = Composer(Material(self._snapshot(), self._config, self._vocabulary))
        turn = Turn(following.day, speaker.language, subscription.ahead, speaker.kind is ChatKind.CHANNEL)
        first = composer.coming(feed, deck, turn)
        content = first.content if first else None
        return len(composer.items(feed, speaker.language)), content if isinstance(content, Message) else None

    async def _unsubscribe(self, feed: Feed | None, speaker: Speaker, said: Voice) -> Message:
        async with self._database.work() as work:
            there = [planned.subscription.feed for planned in await work.subscriptions.of_place(speaker.place)]
            await work.subscriptions.remove(speaker.place, feed)
        ended = [each for each in there if feed in (None, each)]
        return ended_message(ended, said) if ended else nothing_to_end_message(said)

    async def _list(self, speaker: Speaker, said: Voice) -> Message:
        async with self._database.work() as work:
            planned = await work.subscriptions.of_place(speaker.place)
        paused = any(each.paused for each in planned)
        return listed_message([(each.subscription, each.next) for each in planned], paused, said)
