"""Corrections travel after the posts: what a change of the articles made wrong is changed where it stands, or called wrong."""

from __future__ import annotations

import logging
import secrets
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.clock import Clock
from bot.config import Config
from bot.corpus.identity import short_id
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.outdated import Outdated
from bot.knowledge.snapshot import Snapshot
from bot.messages.corrections import (
    Affected,
    affected_message,
    corrected_message,
    erratum_message,
    under_way_message,
    withdrawn_message,
)
from bot.messages.message import Message
from bot.messages.payload import Post, from_payload, to_payload
from bot.messages.voice import Voice
from bot.outbox.entry import Draft
from bot.services.composing import Composer
from bot.services.feeds.feed import Material, Turn
from bot.storage.database import Database, StorageError, reason
from bot.storage.outbox import Told
from bot.storage.work import Work
from bot.subscriptions.chat import ChatKind
from bot.subscriptions.feed import Feed

log = logging.getLogger(__name__)

# A bot may change what it said for 48 hours: https://core.telegram.org/bots/api#updating-messages
CORRECTABLE = timedelta(hours=48)
_TO_SEND = timedelta(days=1)
_OFFERS = 20


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A post, and the first of what it told that is not so any more."""

    told: Told
    outdated: Outdated


class Correcting:
    """Offers corrections and carries them out. Offers end with the process. `posted` is called when something waits to be sent."""

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
        self._offers: OrderedDict[str, tuple[_Wrong, ...]] = OrderedDict()

    async def offered(self, reply: Message, found: Mapping[str, Outdated], voice: Voice) -> Message:
        """`reply` with the posts that are wrong now, if there are any. A database that fails offers nothing."""
        if not found:
            return reply
        try:
            async with self._database.work() as work:
                posts = await work.outbox.told(self._clock.now() - CORRECTABLE)
        except StorageError as error:
            log.error("Posts that may be wrong now were not looked for: %s", reason(error))
            return reply
        wrong = [_Wrong(post, found[first]) for post in posts if (first := _first(post.facts, found))]
        if not wrong:
            return reply
        counts = Counter(each.outdated.before.id for each in wrong)
        affected = [Affected(found[key].before, found[key].after, count) for key, count in counts.most_common()]
        return affected_message(reply, affected, len(wrong), self._offer(wrong), voice)

    async def correct(self, offer: str, voice: Voice) -> Message | None:
        """Let the corrections of an offer go out; None for an offer that is none any more. Raises `StorageError`."""
        if (wrong := self._offers.get(offer)) is None:
            return None
        async with self._database.work() as work:
            drafts = await self._drafts(work, wrong)
            fresh = await work.outbox.first_time([(draft.key, draft.not_before) for draft in drafts])
            await work.outbox.add([draft for draft in drafts if draft.key in fresh])
        del self._offers[offer]
        self._posted()
        return under_way_message(len(wrong), voice)

    def _offer(self, wrong: Sequence[_Wrong]) -> str:
        offer = secrets.token_urlsafe(9)
        self._offers[offer] = tuple(wrong)
        while len(self._offers) > _OFFERS:
            self._offers.popitem(last=False)
        return offer

    async def _drafts(self, work: Work, wrong: Sequence[_Wrong]) -> list[Draft]:
        material = Material(self._snapshot(), self._config, self._vocabulary)
        composer = Composer(material)
        now = self._clock.now()
        drafts = []
        for each in wrong:
            told = each.told
            chat = await work.chats.get(told.place.chat)
            if chat is None:
                continue
            feed, day = _origin(told.key)
            ahead = next(
                (
                    planned.subscription.ahead
                    for planned in await work.subscriptions.of_place(told.place)
                    if planned.subscription.feed is feed
                ),
                0,
            )
            turn = Turn(day, chat.language, ahead, chat.kind is ChatKind.CHANNEL)
            post, facts = _correction(each, feed, turn, composer, material.voice(chat.language))
            payload = to_payload(post)
            # The same correction of a post goes out once, however many admins press.
            key = f"{told.key}/{short_id(payload.decode())}"
            drafts.append(Draft(key, told.place, payload, now, now + _TO_SEND, facts))
        return drafts


def _correction(
    wrong: _Wrong, feed: Feed, turn: Turn, composer: Composer, voice: Voice
) -> tuple[Post, tuple[str, ...]]:
    """What is sent for one post, and the ids of what it tells."""
    message, after = wrong.told.message, wrong.outdated.after
    if not isinstance(from_payload(wrong.told.payload).content, Message):
        erratum = erratum_message(after, feed, voice)
        return Post(erratum, silent=True, replies_to=message), (after.id,) if after else ()
    composed = composer.again(feed, after.id if after else "", turn)
    if composed is None or not isinstance(composed.content, Message):
        return Post(withdrawn_message(feed, voice), silent=True, edits=message), ()
    return Post(corrected_message(composed.content, voice), silent=True, edits=message), composed.facts


def _first(facts: Sequence[str], found: Mapping[str, Outdated]) -> str:
    return next((fact for fact in facts if fact in found), "")


def _origin(key: str) -> tuple[Feed, date]:
    """Feed and local date of `chat/topic/feed/date`, with or without a correction behind it."""
    _, _, feed, day, *_ = key.split("/")
    return Feed(feed), date.fromisoformat(day)
