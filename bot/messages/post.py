"""What every post has below its text: where it is from, and how to stop."""

from __future__ import annotations

from collections.abc import Sequence

from bot.corpus.document import Citation
from bot.messages.html import escape
from bot.messages.sources import document_line
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed


def source_line(citations: Sequence[Citation], voice: Voice) -> str:
    """`出处：看雪学院，2022-11-12`, each article once, linked: HTML."""
    documents = dict.fromkeys(citation.document_id for citation in citations)
    shown = (document_line(voice.snapshot.documents[each], voice) for each in documents)
    return voice.texts("post.source", sources=voice.texts("list.comma").join(shown))


def stop_line(feed: Feed, voice: Voice) -> str:
    """`不想再收到？/unsubscribe daily`, HTML."""
    return escape(voice.texts("daily.stop", command=f"/unsubscribe {feed}"))


def footer(citations: Sequence[Citation], feed: Feed, voice: Voice) -> list[str]:
    """Both lines, that on how to stop last."""
    return [source_line(citations, voice), stop_line(feed, voice)]
