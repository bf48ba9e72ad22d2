"""A reference to an article, to be copied."""

from __future__ import annotations

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.choice import Option, choice
from bot.answers.sources import sources
from bot.corpus.document import Document
from bot.knowledge.snapshot import Snapshot, summit


def cite(document_id: str, year: int | None, snapshot: Snapshot) -> Answer:
    """The reference to one article, or to those that speak of the edition of `year`; without either the articles to
    choose from."""
    if document_id in snapshot.documents:
        chosen = [document_id]
    elif year is not None:
        facts = (fact for fact in snapshot.facts if fact.subject == summit(year))
        chosen = list(dict.fromkeys(source.document_id for fact in facts for source in fact.sources))
    else:
        newest = (str(statement.values["document_id"]) for statement in sources(snapshot).statements)
        return choice("cite", [Option(_label(snapshot.documents[key]), key) for key in newest])
    if not chosen:
        return Answer(Kind.UNKNOWN, title="unknown.edition.year", values={"year": year, "years": snapshot.years})
    return Answer(
        Kind.FOUND,
        title="cite.title",
        statements=tuple(Statement("cite.document", values={"document_id": key}) for key in chosen),
    )


def _label(document: Document) -> str:
    return f"{document.publisher or document.title} {document.date}"
