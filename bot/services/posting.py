"""What is due becomes a rendered message that waits to be sent: occurrence and entry in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.messages.payload import Post, to_payload
from bot.outbox.entry import Draft
from bot.schedule.local_time import moment
from bot.schedule.occurrence import Occurrence, is_too_late, next_occurrence, occurrence_key
from bot.services.composing import Composer
from bot.services.feeds.feed import Material, Turn
from bot.services.feeds.table import FEEDS
from bot.storage.database import Database, StorageError, reason
from bot.storage.subscriptions import Due
from bot.storage.work import Work
from bot.subscriptions.chat import ChatKind
from bot.subscriptions.feed import Feed
from bot.subscriptions.zone import zone_of

log = logging.getLogger(__name__)

# In one transaction: others wait for it, so it is short.
_BATCH = 200


class Posting:
    """Looks for what is due. `posted` is called when something new waits to be sent."""

    def __init__(
        self,
        database: Database,
        snapshot: Callable[[], Snapshot],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
        posted: Callable[[], None],
    ) -> None:
        self._database = database
        self._snapshot = snapshot
        self._config = config
        self._vocabulary = vocabulary
        self._clock = clock
        self._posted = posted
        self._failing = False

    async def look(self) -> None:
        """Post what is due; a database that fails is asked again at the next tick. For the ticker."""
        try:
            await self.post_due()
        except StorageError as error:
            if not self._failing:
                log.error("What is due cannot be posted, trying again: %s", reason(error))
            self._failing = True
        else:
            self._failing = False

    async def post_due(self) -> int:
        """Post everything that is due now; how many posts there were. Raises `StorageError`."""
        composer = Composer(Material(self._snapshot(), self._config, self._vocabulary))
        count = 0
        while True:
            async with self._database.work() as work:
                due = await work.subscriptions.due(now := self._clock.now(), _BATCH)
                posts = await self._post(work, due, composer, now)
            count += posts
            if posts:
                self._posted()
            if not due:
                return count

    async def replan(self) -> None:
        """Bring stored moments up to date with the zone database of this machine. At start. Raises `StorageError`."""
        async with self._database.work() as work:
            for group in await work.subscriptions.groups():
                due = moment(group.next.day, group.times.at, zone_of(group.times.zone))
                if due is None:
                    await work.subscriptions.replan(group, next_occurrence(group.times, group.next.due))
                elif due != group.next.due:
                    await work.subscriptions.replan(group, Occurrence(group.next.day, due))

    async def forget(self) -> None:
        """Drop what was sent long ago. For the ticker."""
        before = self._clock.now() - self._config.delivery.keep
        try:
            async with self._database.work() as work:
                await work.outbox.forget(before)
                await work.polls.forget(before)
        except StorageError as error:
            log.warning("Old posts were not dropped: %s", reason(error))

    async def _post(self, work: Work, due: Sequence[Due], composer: Composer, now: datetime) -> int:
        keys = {_key(each): each for each in due if not each.paused}
        fresh = await work.outbox.first_time([(key, each.occurrence.due) for key, each in keys.items()])
        wanted = {key: each for key, each in keys.items() if key in fresh and not self._is_late(each, now)}
        drafts = [draft for feed in FEEDS for draft in await self._drafts(work, feed, wanted, composer, now)]
        await work.outbox.add(drafts)
        # After a long sleep: not one by one through all that was missed.
        earliest = now - self._config.delivery.grace
        following = [
            (each.subscription, next_occurrence(each.subscription.times, max(each.occurrence.due, earliest)))
            for each in due
        ]
        await work.subscriptions.advance(following)
        return len(drafts)

    async def _drafts(
        self, work: Work, feed: Feed, wanted: Mapping[str, Due], composer: Composer, now: datetime
    ) -> list[Draft]:
        """The posts of one feed; the decks go on in the same transaction."""
        turns = {key: each for key, each in wanted.items() if each.subscription.feed is feed}
        if not turns:
            return []
        decks = await work.decks.of_chats({each.subscription.place.chat for each in turns.values()}, feed)
        drafts, changed = [], {}
        for key, each in turns.items():
            place, silent = each.subscription.place, each.subscription.silent
            composed, deck = composer.compose(feed, decks.get(place.chat), _turn(each))
            if deck:
                decks[place.chat] = changed[place.chat] = deck
            if composed:
                payload = to_payload(Post(composed.content, silent))
                expires = each.occurrence.due + self._config.delivery.grace
                drafts.append(Draft(key, place, payload, now, expires, composed.facts))
        await work.decks.put(changed, feed)
        return drafts

    def _is_late(self, due: Due, now: datetime) -> bool:
        late = is_too_late(due.occurrence.due, now, self._config.delivery.grace)
        if late:
            log.warning("Left out, too late: %s", _key(due))
        return late


def _key(due: Due) -> str:
    return occurrence_key(due.subscription.place, due.subscription.feed, due.occurrence.day)


def _turn(due: Due) -> Turn:
    return Turn(due.occurrence.day, due.language, due.subscription.ahead, due.kind is ChatKind.CHANNEL)
