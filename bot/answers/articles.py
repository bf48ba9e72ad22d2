"""The articles themselves: who wrote one, and where it comes from."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.corpus.document import Citation, Document

_MOST = 5


def authorship(asked: Asked) -> Answer | None:
    """The byline, or the publisher and the origin it credits, of the articles of the years named; of all without a year."""
    read = asked.read
    wanted = read.intents & {"author", "publisher"}
    if not wanted or not asked.is_resolved or read.predicates not in ((), ("person",)):
        return None
    if not asked.accounts_for((), {"author", "publisher", "who", "list", "where"}):
        return None
    years = asked.years
    about = [each for each in asked.known.snapshot.documents.values() if not years or each.date.year in years]
    by_author = "author" in wanted
    told = [document for document in about if (document.author if by_author else document.publisher)]
    statements = [_statement(document, by_author=by_author) for document in told[:_MOST]]
    return asked.found(statements, ("author" if by_author else "credited_to",)) if statements else None


def _statement(document: Document, *, by_author: bool) -> Statement:
    line = document.author_line if by_author else document.credited_line or document.title_line
    name = document.author if by_author else document.publisher
    quote = next((text for text in _lines_at(document, line)), name)
    values = {"subject": "", "predicate": "author", "name": name, "document_id": document.id, "by_author": by_author}
    return Statement("value.article", quotes=(Citation(document.id, line or 1, quote),), values=values)


def _lines_at(document: Document, line: int) -> tuple[str, ...]:
    """The text of a line of the body, empty for one of the front matter."""
    return tuple(
        text
        for block in document.blocks
        for number, text in enumerate(block.lines, block.line)
        if number == line and text.strip()
    )
