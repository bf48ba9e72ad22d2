"""What comes next of a subscription, as it stands now: dates, items, and what they look like."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from itertools import islice

from bot.answers.deck import Deck, preview
from bot.language import Language
from bot.messages.coming import Coming, Outlook
from bot.schedule.occurrence import Occurrence, next_occurrence, next_occurrences, occurrence_key
from bot.services.composing import Composer
from bot.services.feeds.feed import DayFeed, DeckFeed, Turn
from bot.services.feeds.table import FEEDS
from bot.storage.decks import StoredDeck
from bot.subscriptions.chat import ChatKind
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription

# Fewer items than two weeks: it is said when they come again.
FEW = 14
# Anniversaries come round within a year.
_FARTHEST = timedelta(days=370)


def first_deck(chat: int, feed: Feed) -> StoredDeck:
    """The deck of a chat that has none yet: always the same, so that what is shown before is what comes."""
    return StoredDeck(int.from_bytes(hashlib.sha256(f"{chat}/{feed}".encode()).digest()[:8]) >> 1, ())


def goes_round(feed: Feed) -> bool:
    """Whether a feed takes its posts from a deck."""
    return isinstance(FEEDS.get(feed), DeckFeed)


def outlook(
    wanted: Subscription,
    kind: ChatKind,
    language: Language,
    deck: StoredDeck | None,
    done: Collection[str],
    composer: Composer,
    now: datetime,
    count: int,
) -> Outlook:
    """The next `count` posts to a chat with this deck; occurrences whose keys are `done` are passed over."""
    if not wanted.feed.is_scheduled:
        return Outlook()
    stored = deck or first_deck(wanted.place.chat, wanted.feed)
    turns = (
        (each, Turn(each.day, language, wanted.ahead, kind is ChatKind.CHANNEL))
        for each in _occurrences(wanted, done, now)
    )
    if isinstance(made := FEEDS[wanted.feed], DayFeed):
        days = made.days(Turn(now.date(), language, wanted.ahead), composer.material)
        posts = (
            Coming(each, each.day.isoformat(), composed.content)
            for each, turn in turns
            if each.day in days and (composed := composer.coming(wanted.feed, stored, turn))
        )
        return Outlook(tuple(islice(posts, count)))
    items = composer.items(wanted.feed, language)
    ids = preview(Deck(stored.seed, stored.seen, stored.ahead), list(items), count)
    coming = tuple(
        Coming(each, item, composed.content)
        for item, (each, turn) in zip(ids, turns, strict=False)
        if (composed := composer.item(wanted.feed, item, turn))
    )
    return Outlook(coming, len(items), _repeat_days(wanted, len(items), now))


def _occurrences(wanted: Subscription, done: Collection[str], now: datetime) -> Iterator[Occurrence]:
    """Those to come within a year or so."""
    moment = now
    while moment - now < _FARTHEST:
        following = next_occurrence(wanted.times, moment)
        moment = following.due
        if occurrence_key(wanted.place, wanted.feed, following.day) not in done:
            yield following


def _repeat_days(wanted: Subscription, items: int, now: datetime) -> int:
    """After how many days the first item comes again; 0 when there are items for two weeks, or none."""
    if not 0 < items < FEW:
        return 0
    coming = next_occurrences(wanted.times, now, items + 1)
    return (coming[-1].day - coming[0].day).days
