"""A reference to an article, to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.choice import Option, choice
from bot.answers.lookup import look_up
from bot.answers.sources import sources
from bot.answers.suggestions import command
from bot.corpus.document import Document
from bot.knowledge.snapshot import Snapshot, summit


def cite(text: str, year: int | None, snapshot: Snapshot) -> Answer:
    """The reference to the article of an id, a title or a publisher (several: those to choose from), or to those that speak
    of the edition of `year`; without any the articles to choose from."""
    newest = [snapshot.documents[str(statement.values["document_id"])] for statement in sources(snapshot).statements]
    if named := _named(text, newest):
        if len(named) > 1:
            return choice("cite", [_option(document) for document in named], "which")
        chosen = [named[0].id]
    elif year is not None:
        chosen = list(snapshot.articles(summit(year)))
    elif text:
        near = (command("cite"),)
        return Answer(Kind.UNKNOWN, title="unknown.cite", values={"argument": text}, suggestions=near)
    else:
        return choice("cite", [_option(document) for document in newest])
    if not chosen:
        return Answer(Kind.UNKNOWN, title="unknown.edition.year", values={"year": year, "years": snapshot.years})
    return Answer(
        Kind.FOUND,
        title="cite.title",
        statements=tuple(Statement("cite.document", values={"document_id": key}) for key in chosen),
    )


def _named(text: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The articles that `text` names; a slip is no name."""
    by_id = tuple(document for document in documents if document.id == text)
    names = ((name, each) for each in documents for name in (_label(each), each.publisher, each.title) if name)
    found = look_up(text, names)
    return by_id or (() if found.read else found.items)


def _option(document: Document) -> Option:
    return Option(_label(document), document.id, is_id=True)


def _label(document: Document) -> str:
    return f"{document.publisher or document.title} {document.date}"
