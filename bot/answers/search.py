"""The sentences in which some words stand."""

from __future__ import annotations

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.interpret.reading import normalised
from bot.knowledge.passages import searched_words
from bot.knowledge.snapshot import Snapshot

LIMIT = 100


def search(text: str, snapshot: Snapshot) -> Answer:
    """A statement for each sentence that holds the words of `text`, best first, at most a hundred."""
    query = normalised(text)
    if not searched_words(query):
        return Answer(Kind.UNKNOWN, title="unknown.search.empty")
    found = snapshot.passages.search(query, LIMIT)
    if not found:
        return Answer(Kind.UNKNOWN, title="unknown.search", values={"question": text})
    statements = tuple(
        Statement(
            "passage.hit",
            quotes=(passage.citation,),
            values={"document_id": passage.document.id, "line": passage.sentence.line, "text": passage.sentence.text},
        )
        for passage in found
    )
    values = {"query": text, "words": searched_words(query)}
    return Answer(Kind.FOUND, title="search.title", values=values, statements=statements)
