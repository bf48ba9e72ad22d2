"""The posts of every feed: what comes next for each chat, rendered once for all who get the same."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.answers.deck import Deck, draw, preview
from bot.language import Language
from bot.services.feeds.feed import Composed, DayFeed, DeckFeed, Material, Turn
from bot.services.feeds.table import FEEDS
from bot.storage.decks import StoredDeck
from bot.subscriptions.feed import Feed

_SEED_BITS = 63  # a signed whole number of the database


@dataclass(eq=False)
class Composer:
    """Composes from what is known at one moment; made anew for every round, so that a reload is seen."""

    material: Material
    _items: dict[tuple[Feed, Language], Mapping[str, Any]] = field(default_factory=dict)
    _posts: dict[tuple[Feed, str, Turn], Composed | None] = field(default_factory=dict)

    def compose(self, feed: Feed, stored: StoredDeck | None, turn: Turn) -> tuple[Composed | None, StoredDeck | None]:
        """The post whose turn it is, and the deck afterwards.

        No post when there is nothing to tell; no deck for a feed without one, or when the deck stays as it is.
        """
        made = FEEDS[feed]
        if isinstance(made, DayFeed):
            return self._day(feed, made, turn), None
        if (drawn := draw(_deck(stored), list(self.items(feed, turn.language)))) is None:
            return None, None
        identifier, deck = drawn
        return self.item(feed, identifier, turn), StoredDeck(deck.seed, deck.seen, deck.ahead)

    def coming(self, feed: Feed, stored: StoredDeck, turn: Turn) -> Composed | None:
        """The post of a turn that is still to come; of a feed that goes round a deck its next item."""
        made = FEEDS[feed]
        if isinstance(made, DayFeed):
            return self._day(feed, made, turn)
        ids = preview(_deck(stored), list(self.items(feed, turn.language)), 1)
        return self.item(feed, ids[0], turn) if ids else None

    def again(self, feed: Feed, identifier: str, turn: Turn) -> Composed | None:
        """A post of a turn that is over, made of what is known now: one of `items`, or what the day gives."""
        made = FEEDS.get(feed)
        return self._day(feed, made, turn) if isinstance(made, DayFeed) else self.item(feed, identifier, turn)

    def items(self, feed: Feed, language: Language) -> Mapping[str, object]:
        """What can be posted to readers of a language, by id; empty for a feed without a deck."""
        made = FEEDS.get(feed)
        if not isinstance(made, DeckFeed):
            return {}
        if (feed, language) not in self._items:
            self._items[feed, language] = made.items(self.material, language)
        return self._items[feed, language]

    def item(self, feed: Feed, identifier: str, turn: Turn) -> Composed | None:
        """One of `items` as it is posted; None for another id."""
        made, items = FEEDS.get(feed), self.items(feed, turn.language)
        if not isinstance(made, DeckFeed) or identifier not in items:
            return None
        key = (feed, identifier, replace(turn, day=date.min, ahead=0))
        if key not in self._posts:
            self._posts[key] = made.post(items[identifier], turn, self.material)
        return self._posts[key]

    def _day(self, feed: Feed, made: DayFeed, turn: Turn) -> Composed | None:
        if (feed, "", turn) not in self._posts:
            self._posts[feed, "", turn] = made.post(turn, self.material)
        return self._posts[feed, "", turn]


def new_deck() -> StoredDeck:
    """An unseen deck, shuffled."""
    return StoredDeck(secrets.randbits(_SEED_BITS), ())


def _deck(stored: StoredDeck | None) -> Deck:
    stored = stored or new_deck()
    return Deck(stored.seed, stored.seen, stored.ahead)
