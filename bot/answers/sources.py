"""What the bot has read: its articles, newest first."""

from __future__ import annotations

from bot.answers.answer import Answer, Kind, Statement
from bot.corpus.document import Document
from bot.knowledge.snapshot import Snapshot


def sources(snapshot: Snapshot) -> Answer:
    """Every article, a statement each; its `document_id` is among the statement's values."""
    documents = sorted(snapshot.documents.values(), key=_newest_first)
    statements = tuple(Statement("sources.document", values={"document_id": document.id}) for document in documents)
    return Answer(Kind.FOUND, title="sources.title", values={"count": len(statements)}, statements=statements)


def _newest_first(document: Document) -> tuple[int, str]:
    return -document.date.last.toordinal(), document.path
