"""What makes the posts of a feed: either a deck of items, or the day itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answers.known import Known
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.message import Message
from bot.messages.poll import Poll
from bot.messages.voice import Voice, voice


@dataclass(frozen=True, eq=False, slots=True)
class Material:
    """What posts are made of."""

    snapshot: Snapshot
    config: Config
    vocabulary: Vocabulary

    def known(self, language: Language) -> Known:
        """What is known, as readers of a language are told it."""
        return Known(self.snapshot, self.vocabulary, language)

    def voice(self, language: Language) -> Voice:
        """The wording of a language."""
        return voice(language, self.snapshot, self.config, self.vocabulary)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: the local date there, the readers' language, days ahead, and whether it is a channel."""

    day: date
    language: Language
    ahead: int = 0
    in_channel: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """One post, and the ids of the facts and terms that it tells."""

    content: Message | Poll
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckFeed:
    """Each chat sees `items` (by id) one after the other, shuffled; `post` makes one of them. The day does not matter."""

    items: Callable[[Material, Language], Mapping[str, Any]]
    post: Callable[[Any, Turn, Material], Composed]


@dataclass(frozen=True, slots=True)
class DayFeed:
    """`post` makes the post of a day; None on days without one. `days` are those within two years from the turn's on that may
    have one, so that nobody has to try every day."""

    post: Callable[[Turn, Material], Composed | None]
    days: Callable[[Turn, Material], Collection[date]]
