"""The posts of a feed: what comes next for each chat, rendered once for all who get the same."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.answers.daily import Item, daily, daily_items
from bot.answers.deck import Deck, draw, preview
from bot.answers.known import Known
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.daily import daily_message
from bot.messages.message import Message
from bot.messages.voice import voice
from bot.storage.decks import StoredDeck

_SEED_BITS = 63  # a signed whole number of the database


@dataclass(eq=False)
class Composer:
    """Composes from one snapshot; made anew for every round, so that a reload is seen."""

    snapshot: Snapshot
    config: Config
    vocabulary: Vocabulary
    _items: dict[Language, Mapping[str, Item]] = field(default_factory=dict)
    _messages: dict[tuple[Language, str], Message] = field(default_factory=dict)

    def daily(self, stored: StoredDeck | None, language: Language) -> tuple[Message, StoredDeck] | None:
        """The next item for a chat and its deck afterwards; None when nothing is known that stands alone."""
        items = self.items(language)
        if (drawn := draw(_deck(stored), list(items))) is None:
            return None
        identifier, deck = drawn
        return self._message(identifier, language), StoredDeck(deck.seed, deck.seen, deck.ahead)

    def coming(self, stored: StoredDeck, language: Language) -> Message | None:
        """The item a chat with this deck gets next."""
        ids = preview(_deck(stored), list(self.items(language)), 1)
        return self._message(ids[0], language) if ids else None

    def items(self, language: Language) -> Mapping[str, Item]:
        """What can be posted to readers of a language, by id."""
        if language not in self._items:
            self._items[language] = daily_items(self._known(language))
        return self._items[language]

    def _message(self, identifier: str, language: Language) -> Message:
        if (language, identifier) not in self._messages:
            answer = daily(self.items(language)[identifier], self._known(language))
            speaker = voice(language, self.snapshot, self.config, self.vocabulary)
            self._messages[language, identifier] = daily_message(answer, speaker)
        return self._messages[language, identifier]

    def _known(self, language: Language) -> Known:
        return Known(self.snapshot, self.vocabulary, language)


def new_deck() -> StoredDeck:
    """An unseen deck, shuffled."""
    return StoredDeck(secrets.randbits(_SEED_BITS), ())


def _deck(stored: StoredDeck | None) -> Deck:
    stored = stored or new_deck()
    return Deck(stored.seed, stored.seen, stored.ahead)
