"""The outbox emptied: claim, write the attempt, send, write the outcome; at Telegram's pace."""

from __future__ import annotations

import asyncio
import heapq
import logging
import secrets
import time
from collections import deque
from contextlib import suppress
from datetime import timedelta

from bot.clock import Clock
from bot.config import DeliveryConfig
from bot.errors import TokenRefusedError
from bot.outbox.decision import Decision, arrived, decide, untried
from bot.outbox.entry import Entry, State
from bot.outbox.errors import DeliveryError, Flooded, Rejected, SenderRefused
from bot.outbox.pace import CHAT_SECONDS, Pace
from bot.outbox.share import Share
from bot.outbox.transport import Transport
from bot.storage.database import Database, StorageError, reason
from bot.storage.journal import GROUP_SECONDS, Journal

log = logging.getLogger(__name__)

# SQLite serves one process: what its sender holds at a start, it held in its former life.
_ONLY_SENDER = "sender"
# How often is looked for entries that nobody told of: retries, and those of other processes.
_POLL_SECONDS = 1.0
# An entry that must wait longer for its chat is given back meanwhile.
_PATIENCE_SECONDS = 5.0
# In hand at a time: enough for a second and two at any pace, and little enough that others get their part.
_MOST_IN_HAND = 1000
# What goes next is written down as begun beforehand: commits take their time, and the wire does not wait for them. So
# many times as long as one takes, and never longer than this.
_BEGUN_TIMES = 2.0
_BEGUN_SECONDS = 0.5
# How much the last commit says of the next.
_WEIGHT = 0.2
# Calls at a time: each wants a connection, and making one costs more than a call.
_MOST_ON_WIRE = 256
# Several at a time cost less than one after the other, and the pace makes up for it.
_SHORTEST_SECONDS = 0.01
# A stop waits so long for answers that are on their way.
_DRAIN_SECONDS = 3.0
# How often a sender shows that it lives: so long others do not know of it, or what it leaves.
_BEAT_SECONDS = 5.0
# A sender that was not seen for so many beats is dead.
_BEATS = 3


class Sending:
    """One sender. `run` it once at a time; `wake` it when there is something new.

    `pace` is that of the answers, which go ahead of posts; of its own without one.
    """

    def __init__(self, database: Database, config: DeliveryConfig, clock: Clock, pace: Pace | None = None) -> None:
        self._database = database
        self._config = config
        self._clock = clock
        self._name = _ONLY_SENDER if database.is_sqlite else f"{_ONLY_SENDER}-{secrets.token_hex(8)}"
        self._beat_seconds = min(_BEAT_SECONDS, config.lease_seconds / 4)
        self._pace = pace or Pace(config.messages_per_second)
        self._share = Share(self._pace.overall)
        # Leased; then written down as begun; then on their way.
        self._queue: list[tuple[float, int, Entry]] = []
        self._beginning: dict[int, asyncio.Task[None]] = {}
        self._begun: deque[Entry] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._on_wire = 0
        self._begin_seconds = GROUP_SECONDS
        self._count = 0
        self._news = asyncio.Event()
        self._ready = asyncio.Event()
        self._look_at = 0.0
        self._beat_at = 0.0
        self._stopping = False
        self._refused = False
        self._failing = False

    def wake(self) -> None:
        """Something new waits."""
        self._look_at = 0.0
        self._news.set()

    async def run(self, transport: Transport) -> None:
        """Send until cancelled, then finish what is on its way and give the rest back.

        Raises `TokenRefusedError`. A database that fails is asked again until it works.
        """
        self._stopping = False
        # A task of its own: a stop lets it come to an end and does not tear it out of a transaction.
        work = asyncio.create_task(self._work(transport))
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            self._stopping = True
            self._news.set()
            self._ready.set()
            await work
            raise
        if self._refused:
            raise TokenRefusedError

    async def _work(self, transport: Transport) -> None:
        async with Journal(self._database, self._name, self._config.lease_seconds) as journal:
            await self._take_over()
            await asyncio.gather(self._supply(journal), self._launch(transport, journal))
            await self._stop(journal)

    @property
    def _over(self) -> bool:
        return self._stopping or self._refused

    async def _take_over(self) -> None:
        """Free what this sender held when it ended the last time."""
        while not self._stopping:
            try:
                await self._recover(dead=self._name)
            except StorageError as error:
                self._tell(error)
                await self._rest(_POLL_SECONDS)
            else:
                return

    async def _supply(self, journal: Journal) -> None:
        """Take entries, and write down what goes next as begun."""
        while not self._over:
            now = time.monotonic()
            blocked = self._pace.post_wait(now) > _PATIENCE_SECONDS
            if blocked:
                await self._give_back_all(journal)
            try:
                await self._keep_house(now)
                if not blocked:
                    await self._fill(now)
            except StorageError as error:
                self._tell(error)
                await self._rest(_POLL_SECONDS)
                continue
            await self._rest(_POLL_SECONDS if blocked else await self._begin_next(journal, now))

    async def _begin_next(self, journal: Journal, now: float) -> float:
        """Let attempts begin, as many as will go soon; seconds until there may be more to do."""
        ahead = 1 + int(self._pace.overall * min(_BEGUN_TIMES * self._begin_seconds, _BEGUN_SECONDS))
        waits: list[tuple[int, timedelta]] = []
        wait = _POLL_SECONDS
        busy = {entry.place.chat for entry in self._begun} | self._beginning.keys()
        while self._queue and len(self._begun) + len(self._beginning) < min(ahead, _MOST_IN_HAND):
            if (wait := self._queue[0][0] - now) > 0:
                break
            wait = _POLL_SECONDS
            if self._queue[0][2].resent and (self._begun or self._beginning):
                break  # its last try is not written down before it can leave at once
            _, _, entry = heapq.heappop(self._queue)
            chat = entry.place.chat
            left = CHAT_SECONDS if chat in busy else self._pace.chat_wait(chat, entry.place.is_group, now)
            if left > _PATIENCE_SECONDS:
                waits.append((entry.id, timedelta(seconds=left)))
            elif left:
                self._enqueue(entry, now + left)
            else:
                busy.add(chat)
                self._beginning[chat] = asyncio.create_task(self._begin(entry, journal))
        await self._release(waits)
        return min(wait, _POLL_SECONDS)

    async def _begin(self, entry: Entry, journal: Journal) -> None:
        since = time.monotonic()
        begun = await journal.begin(entry)
        self._begin_seconds += _WEIGHT * (time.monotonic() - since - self._begin_seconds)
        del self._beginning[entry.place.chat]
        if begun:
            self._begun.append(entry)
            self._ready.set()
        else:
            log.warning("Somebody else has taken %s", entry.key)

    async def _launch(self, transport: Transport, journal: Journal) -> None:
        """Send what was begun, each at its moment."""
        while not self._over:
            if not self._begun:
                self._ready.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(_POLL_SECONDS):
                        await self._ready.wait()
                continue
            now = time.monotonic()
            wait = self._pace.post_wait(now) if self._on_wire < _MOST_ON_WIRE else _SHORTEST_SECONDS
            if wait:
                await asyncio.sleep(min(max(wait, _SHORTEST_SECONDS), _POLL_SECONDS))
                continue
            entry = self._begun.popleft()
            self._pace.posted(entry.place.chat, now)
            self._on_wire += 1
            task = asyncio.create_task(self._attempt(entry, transport, journal))
            self._tasks.add(task)
            task.add_done_callback(self._done)
            self._news.set()

    async def _attempt(self, entry: Entry, transport: Transport, journal: Journal) -> None:
        try:
            decision = await self._outcome(entry, transport)
        finally:
            self._on_wire -= 1
        await journal.finish(entry, decision)
        if decision.pause or decision.migrated_to or decision.chat_not_before:
            await self._give_back_chat(entry.place.chat, journal)

    async def _outcome(self, entry: Entry, transport: Transport) -> Decision:
        try:
            return arrived(entry, await transport.send(entry.place, entry.payload), self._clock.now())
        except DeliveryError as error:
            failure = error
        except Exception as error:  # one post that cannot be read must not stop the others
            log.exception("Sending %s broke down", entry.key)
            failure = Rejected(type(error).__name__)
        decision = decide(entry, failure, self._clock.now(), resend_uncertain=self._config.resend_uncertain)
        if isinstance(failure, Flooded):
            self._pace.flooded(entry.place.chat, failure.after.total_seconds(), time.monotonic())
        if isinstance(failure, SenderRefused):
            self._refused = True
            self._news.set()
            self._ready.set()
        level = logging.INFO if decision.state is State.PENDING else logging.WARNING
        log.log(level, "%s is %s after %s: %s", entry.key, decision.state, decision.outcome, failure)
        return decision

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._news.set()
        if not task.cancelled() and (error := task.exception()):
            log.error("An attempt broke down", exc_info=error)

    async def _fill(self, now: float) -> None:
        """Take more when little is left in hand, and there may be more."""
        most = min(2 * self._pace.overall, _MOST_IN_HAND)
        room = most - len(self._queue) - len(self._beginning) - len(self._begun) - len(self._tasks)
        if room < most // 2 or now < self._look_at:
            return
        async with self._database.work() as work:
            entries = await work.outbox.claim(
                self._name, self._clock.now(), room, self._config.lease_seconds, self._share
            )
        self._works()
        self._look_at = 0.0 if len(entries) == room else now + _POLL_SECONDS
        for entry in entries:
            self._enqueue(entry, now)

    def _enqueue(self, entry: Entry, ready: float) -> None:
        self._count += 1
        heapq.heappush(self._queue, (ready, self._count, entry))

    async def _keep_house(self, now: float) -> None:
        """Show that this sender lives, take its share, and take up what the dead left."""
        if now < self._beat_at:
            return
        await self._recover()
        self._beat_at = now + self._beat_seconds

    async def _recover(self, dead: str = "") -> None:
        async with self._database.work() as work:
            share = await work.senders.beat(self._name, _BEATS * self._beat_seconds, self._config.messages_per_second)
            found = await work.outbox.recover(
                self._clock.now(), resend_uncertain=self._config.resend_uncertain, dead=dead
            )
        self._works()
        self._share, self._pace.overall = share, share.messages
        if any((found.freed, found.resent, found.uncertain, found.skipped)):
            log.warning("Taken up: %s", found)

    async def _release(self, waits: list[tuple[int, timedelta]] | list[tuple[int, None]]) -> None:
        """Let others have what is not tried now, or us later. If the database fails the lease ends by itself."""
        if not waits:
            return
        now = self._clock.now()
        with suppress(StorageError):
            async with self._database.work() as work:
                await work.outbox.release([(entry, now + wait if wait else None) for entry, wait in waits], self._name)

    async def _unbegin(self, entries: list[Entry], journal: Journal) -> None:
        """What was written down as begun and never left."""
        now = self._clock.now()
        await asyncio.gather(*(journal.finish(entry, untried(entry, now)) for entry in entries))

    async def _give_back_all(self, journal: Journal) -> None:
        queue, self._queue = self._queue, []
        begun = list(self._begun)
        self._begun.clear()
        await self._release([(entry.id, None) for _, _, entry in queue])
        await self._unbegin(begun, journal)

    async def _give_back_chat(self, chat: int, journal: Journal) -> None:
        """What was said of the chat holds for the rest that is in hand for it, too."""
        given = [entry for _, _, entry in self._queue if entry.place.chat == chat]
        begun = [entry for entry in self._begun if entry.place.chat == chat]
        self._queue = [each for each in self._queue if each[2].place.chat != chat]
        heapq.heapify(self._queue)
        for entry in begun:
            self._begun.remove(entry)
        await self._release([(entry.id, None) for entry in given])
        await self._unbegin(begun, journal)

    async def _rest(self, seconds: float) -> None:
        if self._stopping:
            return
        self._news.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._news.wait()

    async def _stop(self, journal: Journal) -> None:
        """Wait for what is on its way, and give the rest back."""
        if self._beginning:
            await asyncio.wait(self._beginning.values(), timeout=_DRAIN_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout(_DRAIN_SECONDS):
                await self._give_back_all(journal)
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=_DRAIN_SECONDS)
            for task in late:
                task.cancel()
        with suppress(StorageError):
            async with self._database.work() as work:
                await work.senders.leave(self._name)

    def _tell(self, error: StorageError) -> None:
        if not self._failing:
            log.error("The database cannot be used, trying again: %s", reason(error))
        self._failing = True

    def _works(self) -> None:
        if self._failing:
            log.info("The database can be used again")
        self._failing = False
