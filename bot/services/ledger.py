"""Subscriptions as they are kept: what one would be, what comes of it, and keeping it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from bot.answers.deck import Deck
from bot.clock import Clock
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.coming import Outlook
from bot.messages.voice import Voice, voice
from bot.schedule.occurrence import next_occurrence
from bot.services.composing import Composer
from bot.services.feeds.feed import Material
from bot.services.outlook import first_deck, goes_round, outlook
from bot.storage.database import Database
from bot.storage.decks import StoredDeck
from bot.storage.work import Work
from bot.subscriptions.chat import Chat, ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times
from bot.subscriptions.wish import Wish

SHOWN_DATES = 3
# A preview shows the posts of a week.
SHOWN_POSTS = 7


class Kept(StrEnum):
    """What came of keeping a subscription."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LIMIT = "limit"


class Ledger:
    """The use cases of one subscription. Raises `StorageError`."""

    def __init__(
        self,
        database: Database,
        snapshot: Callable[[], Snapshot],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
    ) -> None:
        self.database = database
        self.snapshot = snapshot
        self.config = config
        self.vocabulary = vocabulary
        self.clock = clock
        self._composer: Composer | None = None

    def voice(self, language: Language) -> Voice:
        """The wording of a language."""
        return voice(language, self.snapshot(), self.config, self.vocabulary)

    @property
    def composer(self) -> Composer:
        """What makes posts: one a snapshot, since looking through all that is known for every press would take long."""
        self.let_go()
        if self._composer is None:
            self._composer = Composer(Material(self.snapshot(), self.config, self.vocabulary))
        return self._composer

    def let_go(self) -> None:
        """Hold nothing of a snapshot that was replaced by a reload."""
        if self._composer and self._composer.material.snapshot is not self.snapshot():
            self._composer = None

    async def wanted(self, work: Work, place: Place, feed: Feed, wish: Wish) -> tuple[Subscription, bool]:
        """What was said, else as it was, else as others of the chat, else the defaults; and whether it was there."""
        there = await work.subscriptions.of_place(place)
        former = next((each.subscription for each in there if each.subscription.feed is feed), None)
        model = former or next((each.subscription for each in there), None)
        times = model.times if model else Times(self.config.delivery.default_time, self.config.time_zone, EVERY_DAY)
        silent, ahead = (former.silent, former.ahead) if former else (False, 0)
        subscription = Subscription(
            place,
            feed,
            Times(wish.at or times.at, wish.zone or times.zone, wish.weekdays or times.weekdays),
            silent if wish.silent is None else wish.silent,
            None,
            ahead if wish.ahead is None else wish.ahead,
        )
        return subscription, former is not None

    async def keep(self, work: Work, wanted: Subscription, chat: Chat) -> Kept:
        """Add or change a subscription, unless the chat has too many or it is there already; then nothing changes.

        A chat that was paused because nothing could be sent there goes on.
        """
        place = wanted.place
        there = {each.subscription.feed: each for each in await work.subscriptions.of_place(place)}
        former = there.get(wanted.feed)
        if (
            former
            and not former.paused
            and replace(former.subscription, subscriber=None) == replace(wanted, subscriber=None)
        ):
            return Kept.SAME
        if former is None and await work.subscriptions.count_of_chat(place.chat) >= self.limit:
            return Kept.LIMIT
        following = next_occurrence(wanted.times, self.clock.now()) if wanted.feed.is_scheduled else None
        await work.chats.put(chat)
        await work.subscriptions.put(wanted, following)
        if goes_round(wanted.feed) and not await self._deck(work, place.chat, wanted.feed):
            await work.decks.put({place.chat: first_deck(place.chat, wanted.feed)}, wanted.feed)
        return Kept.CHANGED if former else Kept.NEW

    @property
    def limit(self) -> int:
        """How many subscriptions a chat may have."""
        return self.config.delivery.subscriptions_per_chat

    async def outlook(
        self, work: Work, wanted: Subscription, kind: ChatKind, language: Language, count: int = SHOWN_DATES
    ) -> Outlook:
        """The next posts of a subscription, kept or not."""
        deck = await self._deck(work, wanted.place.chat, wanted.feed) if goes_round(wanted.feed) else None
        done = await work.occurrences.done(wanted.place, wanted.feed, self.clock.now())
        return outlook(wanted, kind, language, deck, done, self.composer, self.clock.now(), count)

    async def change_deck(
        self,
        work: Work,
        chat: int,
        feed: Feed,
        language: Language,
        change: Callable[[Deck, list[str]], Deck | None],
    ) -> bool:
        """Change what comes next of a feed that goes round; False when `change` gives nothing."""
        stored = await self._deck(work, chat, feed) or first_deck(chat, feed)
        changed = change(Deck(stored.seed, stored.seen, stored.ahead), list(self.composer.items(feed, language)))
        if changed:
            await work.decks.put({chat: StoredDeck(changed.seed, changed.seen, changed.ahead)}, feed)
        return changed is not None

    async def _deck(self, work: Work, chat: int, feed: Feed) -> StoredDeck | None:
        return (await work.decks.of_chats([chat], feed)).get(chat)
