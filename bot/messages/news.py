"""The post of a new article."""

from __future__ import annotations

from bot.corpus.document import Document
from bot.knowledge.snapshot import SUMMIT
from bot.messages.html import bold, escape, link, shortened
from bot.messages.message import Message
from bot.messages.post import stop_line
from bot.messages.sources import document_line
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed

TITLE_CHARACTERS = 200
# More editions than that are not named.
_EDITIONS = 5


def news_message(document: Document, voice: Voice) -> Message:
    """Its title, where it is from, what was read in it, and how to stop."""
    texts = voice.texts
    title = shortened(document.title, TITLE_CHARACTERS)
    lines = [
        bold(texts("news.heading")),
        link(texts("news.title", title=title), document.url),
        texts("post.source", sources=document_line(document, voice)),
        *([escape(read)] if (read := _read(document, voice)) else []),
        stop_line(Feed.NEWS, voice),
    ]
    return Message(fit_lines(lines))


def _read(document: Document, voice: Voice) -> str:
    """How much of it is known now, and of which editions; empty when nothing was read in it."""
    texts, snapshot = voice.texts, voice.snapshot
    facts = [fact for fact in snapshot.facts if any(source.document_id == document.id for source in fact.sources)]
    terms = snapshot.explained_in(document.id)
    parts = [
        *([texts.plural("news.facts", len(facts))] if facts else []),
        *([texts.plural("news.terms", len(terms))] if terms else []),
    ]
    if not parts:
        return ""
    years = sorted({fact.subject for fact in facts if fact.subject.startswith(SUMMIT)})
    editions = [voice.subject(subject) for subject in years[:_EDITIONS]]
    about = texts("news.about", editions=texts("list.comma").join(editions)) if editions else ""
    return texts("news.read", counts=texts("list.comma").join(parts), about=about)
