"""What is due becomes a rendered message that waits to be sent: occurrence and entry in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
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
from bot.storage.database import Database, StorageError, reason
from bot.storage.subscriptions import Planned
from bot.storage.work import Work
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
        composer = Composer(self._snapshot(), self._config, self._vocabulary)
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
        except StorageError as error:
            log.warning("Old posts were not dropped: %s", reason(error))

    async def _post(self, work: Work, due: Sequence[Planned], composer: Composer, now: datetime) -> int:
        keys = {_key(planned): planned for planned in due if not planned.paused}
        fresh = await work.outbox.first_time([(key, planned.next.due) for key, planned in keys.items()])
        wanted = {key: planned for key, planned in keys.items() if key in fresh and not self._is_late(planned, now)}
        chats = {planned.subscription.place.chat for planned in wanted.values()}
        decks = await work.decks.of_chats(chats, Feed.DAILY)
        drafts, changed = [], {}
        for key, planned in wanted.items():
            place = planned.subscription.place
            composed = composer.daily(decks.get(place.chat), planned.language)
            if composed is None:
                continue
            message, decks[place.chat] = composed
            changed[place.chat] = decks[place.chat]
            payload = to_payload(Post(message, planned.subscription.silent))
            drafts.append(Draft(key, place, payload, now, planned.next.due + self._config.delivery.grace))
        await work.outbox.add(drafts)
        await work.decks.put(changed, Feed.DAILY)
        # After a long sleep: not one by one through all that was missed.
        earliest = now - self._config.delivery.grace
        await work.subscriptions.advance(
            [
                (
                    planned.subscription,
                    next_occurrence(planned.subscription.times, max(planned.next.due, earliest)),
                )
                for planned in due
            ]
        )
        return len(drafts)

    def _is_late(self, planned: Planned, now: datetime) -> bool:
        late = is_too_late(planned.next.due, now, self._config.delivery.grace)
        if late:
            log.warning("Left out, too late: %s", _key(planned))
        return late


def _key(planned: Planned) -> str:
    subscription = planned.subscription
    return occurrence_key(subscription.place, subscription.feed, planned.next.day)
