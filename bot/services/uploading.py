"""An article that somebody sent: whether it can be taken, and what would be understood of it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.config import Config
from bot.corpus.article import read_article
from bot.corpus.duplicates import without_duplicates
from bot.corpus.filename import name_problem, same_name
from bot.corpus.load import Corpus
from bot.corpus.problem import Problem
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.build import build
from bot.knowledge.snapshot import Snapshot

BYTES_OF_KILOBYTE = 1024
# Offers that wait for a press; the oldest gives way.
MOST_OFFERS = 32


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Why an article is refused: `reason` and `values` name and fill its wording, `problems` stand in the text."""

    reason: str
    values: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def unseen(name: str, size: int | None, config: Config) -> NotTaken | None:
    """What can be refused before the file is fetched: its name, and its size in bytes if that is known."""
    if reason := name_problem(name):
        return NotTaken(reason)
    if size is not None and size > config.reload.upload_kilobytes * BYTES_OF_KILOBYTE:
        return NotTaken("large", {"limit": config.reload.upload_kilobytes})
    return None


def examined(name: str, content: bytes, corpus: Corpus, config: Config, vocabulary: Vocabulary) -> Snapshot | NotTaken:
    """What the article alone would give, or why it is refused beside the articles of `corpus`."""
    if refused := unseen(name, len(content), config):
        return refused
    if not content.strip():
        return NotTaken("empty")
    if path := next((path for path in corpus.files if same_name(path, name)), None):
        return NotTaken("exists", {"path": path})
    article = read_article(name, content)
    if any(problem.code == "not_utf8" for problem in article.problems):
        return NotTaken("not_utf8")
    if article.document is None:
        return NotTaken("rejected", problems=article.problems)
    _, copies = without_duplicates([*(known for _, known in corpus.files.values()), article])
    for copy in copies:
        # Whichever of the two would count: it is the same article.
        if name in (copy.path, copy.params["other"]):
            other = copy.params["other"] if copy.path == name else copy.path
            return NotTaken("duplicate", {"path": other, "same": copy.params["same"]})
    return build(Corpus((article.document,), article.problems), config, vocabulary)


@dataclass(frozen=True, slots=True)
class Offer:
    """A previewed article that waits for a press by the person who sent it."""

    user_id: int
    name: str
    content: bytes
    until: datetime


class Offers:
    """Offers by short ids, which cannot be guessed. They end with their time, with the process, or with a press."""

    def __init__(self, clock: Clock, lifetime: timedelta) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._offers: OrderedDict[str, Offer] = OrderedDict()

    def make(self, user_id: int, name: str, content: bytes) -> str:
        """A new offer; its id."""
        while len(self._offers) >= MOST_OFFERS:
            self._offers.popitem(last=False)
        offer = secrets.token_urlsafe(9)
        self._offers[offer] = Offer(user_id, name, content, self._clock.now() + self._lifetime)
        return offer

    def find(self, offer: str, user_id: int) -> Offer | None:
        """The offer, if it is there, this person's, and not over."""
        found = self._offers.get(offer)
        if found and self._clock.now() > found.until:
            del self._offers[offer]
            return None
        return found if found and found.user_id == user_id else None

    def is_over(self, offer: str) -> bool:
        """Whether nobody can take the offer any more."""
        found = self._offers.get(offer)
        return found is None or self._clock.now() > found.until

    def end(self, offer: str) -> None:
        """The offer was taken or declined."""
        self._offers.pop(offer, None)
