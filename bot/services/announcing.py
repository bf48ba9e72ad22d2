"""What follows when the articles changed: other processes are told, and chats of what was added."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from bot.config import Config
from bot.corpus.document import Document
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.difference import Difference
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.payload import Post, to_payload
from bot.outbox.entry import Draft
from bot.services.feeds.feed import Material
from bot.services.feeds.news import news_key, news_post, told
from bot.storage.database import Database, StorageError, reason
from bot.storage.work import Work
from bot.subscriptions.feed import Feed

log = logging.getLogger(__name__)

# News have no minute of their own: a bot that stood still tells them when it is back, up to this.
_TELLABLE = timedelta(days=1)


class Announcing:
    """Tells of changes, each once. `posted` is called when something new waits to be sent."""

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
        self._waiting: deque[Difference] = deque()
        self._failing = False
        # The generation that this process made or followed last; None until the database was asked.
        self.generation: int | None = None

    async def changed(self, difference: Difference) -> None:
        """The articles of this process changed. What the database does not take now it takes at a later `look`."""
        if not difference.is_empty:
            self._waiting.append(difference)
            await self.look()

    async def look(self) -> None:
        """Tell what was not told yet. For the ticker."""
        try:
            while self._waiting:
                await self._tell(self._waiting[0])
                self._waiting.popleft()
        except StorageError as error:
            if not self._failing:
                log.error("What changed cannot be told, trying again: %s", reason(error))
            self._failing = True
        else:
            self._failing = False

    async def _tell(self, difference: Difference) -> None:
        """All of it in one transaction: a process that ends in between has told nothing."""
        async with self._database.work() as work:
            generation = await work.corpus.advance()
            drafts = await self._news(work, told(difference.added))
            await work.outbox.add(drafts)
        self.generation = generation
        if len(difference.added) > len(told(difference.added)):
            log.info("Of %d new articles only the newest are posted", len(difference.added))
        if drafts:
            self._posted()

    async def _news(self, work: Work, documents: tuple[Document, ...]) -> list[Draft]:
        if not documents:
            return []
        now = self._clock.now()
        material = Material(self._snapshot(), self._config, self._vocabulary)
        posts: dict[tuple[str, Language], Post] = {}
        drafts = {}
        for planned in await work.subscriptions.of_feed(Feed.NEWS):
            if planned.paused:
                continue
            place, silent = planned.subscription.place, planned.subscription.silent
            for document in documents:
                if (document.id, planned.language) not in posts:
                    composed = news_post(document, planned.language, material)
                    posts[document.id, planned.language] = Post(composed.content)
                payload = to_payload(Post(posts[document.id, planned.language].content, silent))
                key = news_key(place, document)
                drafts[key] = Draft(key, place, payload, now, now + _TELLABLE)
        fresh = await work.outbox.first_time([(key, now) for key in drafts])
        return [draft for key, draft in drafts.items() if key in fresh]
