"""The sentences in which some words stand, and words to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.choice import Option, choice
from bot.answers.interpret.reading import in_mainland_words, normalised
from bot.answers.known import Known
from bot.knowledge.passages import searched_words
from bot.knowledge.snapshot import Snapshot, summit

LIMIT = 100
OPTIONS = 8
# What an edition is about: names that other sentences speak of too.
_SUBJECTS = ("topic", "contest_track", "expo_section", "new_feature")
# A word that fits on a button beside another.
_LONGEST = 8


def search(text: str, known: Known) -> Answer:
    """A statement for each sentence that holds the words of `text`, best first, at most a hundred; a name that stands in
    no sentence is looked for in the other language, words of Taiwan as those of the mainland. Without words some to choose from."""
    query = normalised(text)
    if not searched_words(query):
        words = list(islice(_words(known.snapshot), OPTIONS))
        return choice("search", [Option(word, word) for word in words])
    snapshot = known.snapshot
    found = snapshot.passages.search(query, LIMIT)
    for other in (known.names.chinese(text), known.names.english(text), in_mainland_words(text)):
        if not found and other and normalised(other) != query:
            text = other
            found = snapshot.passages.search(normalised(other), LIMIT)
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
    values = {"query": text, "words": searched_words(normalised(text))}
    return Answer(Kind.FOUND, title="search.title", values=values, statements=statements)


def _words(snapshot: Snapshot) -> Iterator[str]:
    """Subjects of the newest editions of which more than one sentence speaks, each once."""
    seen: set[str] = set()
    for year in reversed(snapshot.years):
        for predicate in _SUBJECTS:
            for fact in snapshot.find(summit(year), predicate):
                word = str(fact.value)
                if word not in seen and len(word) <= _LONGEST and len(snapshot.passages.search(word, 2)) > 1:
                    yield word
                seen.add(word)
