"""`/delivery`: the posts of today for bot admins, and another try for those that went wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, time

from bot.clock import Clock, today
from bot.config import Config
from bot.messages.delivery import Count, Overview, Trouble, Wanted, delivery_message, read_wanted, retried_text
from bot.messages.message import Message
from bot.messages.voice import Voice
from bot.outbox.entry import State
from bot.services.pressed import Pressed
from bot.storage.database import Database, StorageError, reason
from bot.storage.work import Work

log = logging.getLogger(__name__)

COMMAND = "delivery"
_TOLD = 10
# What an admin is told of each state.
STATES = {
    State.SENT: Count.SENT,
    State.PENDING: Count.WAITING,
    State.LEASED: Count.WAITING,
    State.FAILED: Count.FAILED,
    State.UNCERTAIN: Count.UNCERTAIN,
    State.SKIPPED: Count.SKIPPED,
}


class Overseeing:
    """Who may ask is the caller's business. Today is that of the configured zone; `posted` is called when something waits to be sent."""

    def __init__(self, database: Database, config: Config, clock: Clock, posted: Callable[[], None]) -> None:
        self._database = database
        self._config = config
        self._clock = clock
        self._posted = posted

    async def overview(self, voice: Voice) -> Message:
        """The posts of today; that the database cannot be asked, when it cannot."""
        try:
            async with self._database.work() as work:
                return delivery_message(await self._overview(work), voice)
        except StorageError as error:
            return storage_failed(error, voice)

    def owns(self, data: str) -> bool:
        """Whether a button stands below an overview."""
        return read_wanted(data) is not None

    async def press(self, data: str, voice: Voice) -> Pressed:
        """Look again, or try again what went wrong today; the overview as it is then."""
        wanted = read_wanted(data)
        if wanted is None:
            return Pressed(voice.texts("button.stale"))
        count = 0
        try:
            async with self._database.work() as work:
                if wanted is not Wanted.LOOK:
                    count = await self._retry(work, State(wanted))
                overview = await self._overview(work)
        except StorageError as error:
            return Pressed("", storage_failed(error, voice))
        if count:
            self._posted()
        return Pressed("" if wanted is Wanted.LOOK else retried_text(count, voice), delivery_message(overview, voice))

    async def _retry(self, work: Work, state: State) -> int:
        ids = await work.posts.retry(
            self._clock.now(), self._config.delivery.grace, states=(state,), since=self._midnight
        )
        log.info("Tried again, because an admin wants it: %d %s", len(ids), state)
        return len(ids)

    async def _overview(self, work: Work) -> Overview:
        posts = work.posts
        counts = dict.fromkeys(Count, 0)
        for state, count in (await posts.counts(self._midnight)).items():
            counts[STATES[state]] += count
        listed = await posts.listed((State.FAILED, State.UNCERTAIN), _TOLD, self._midnight)
        troubles = [
            Trouble(each.id, STATES[each.state], each.place.chat, each.title, each.key, each.detail or each.outcome)
            for each in listed
        ]
        return Overview(today(self._clock, self._config.zone), self._config.time_zone, counts, troubles)

    @property
    def _midnight(self) -> datetime:
        zone = self._config.zone
        return datetime.combine(today(self._clock, zone), time(), zone)


def storage_failed(error: StorageError, voice: Voice) -> Message:
    """The reply to an admin while the database cannot be used."""
    log.error("The database cannot be used for an admin: %s", reason(error))
    return Message(voice.texts("subscribe.refused.storage"))
