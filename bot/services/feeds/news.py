"""An article was added: not due by the clock, so it does not stand in the table."""

from __future__ import annotations

from collections.abc import Iterable

from bot.corpus.document import Document
from bot.language import Language
from bot.messages.news import news_message
from bot.services.feeds.feed import Composed, Material
from bot.subscriptions.chat import Place

# A whole archive may be added at once: only the newest articles of it are told.
AT_ONCE = 5


def told(added: Iterable[Document]) -> tuple[Document, ...]:
    """The articles that are posted, the oldest first."""
    newest = sorted(added, key=lambda document: (document.date.first, document.path))
    return tuple(newest[-AT_ONCE:])


def news_post(document: Document, language: Language, material: Material) -> Composed:
    """The post of one article."""
    return Composed(news_message(document, material.voice(language)))


def news_key(place: Place, document: Document) -> str:
    """`chat/topic/document id`: an article is told once, however often it comes and goes."""
    return f"{place.chat}/{place.topic}/{document.id}"
