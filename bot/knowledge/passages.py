"""Sentences of the articles by the words in them: a full-text index in memory.

One index belongs to one snapshot and never changes. It is built when it is first asked for, so that a program that
answers one question from facts does not wait for it; a program that stays builds it with the snapshot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rjieba
import tantivy

from bot.corpus.document import Citation, Document, Sentence

# The smallest heap tantivy takes; more threads or more room make nothing quicker at this size.
_HEAP_BYTES = 15_000_000
_FIELD = "words"
_POSITION = "position"
_WORD = re.compile(r"[a-z0-9]+|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
# How many of the best are looked at for one that holds every word.
_LOOKED_AT = 200
# In nearly every sentence: they find nothing, and nobody looks for them.
_EMPTY = frozenset("的 了 和 与 及 是 在 有 为 也 将 等 the a an of and in to for is was were at on".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article."""

    document: Document
    sentence: Sentence

    @property
    def citation(self) -> Citation:
        """The sentence as a proof."""
        return Citation(self.document.id, self.sentence.line, self.sentence.quote)


class Passages:
    """Every sentence of `documents`, to be found by its words."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._passages = [Passage(document, sentence) for document in documents for sentence in document.sentences()]
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(_FIELD, stored=False, tokenizer_name="whitespace", index_option="freq")
        builder.add_unsigned_field(_POSITION, stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        for position, passage in enumerate(self._passages):
            document = tantivy.Document()
            document.add_text(_FIELD, " ".join(words(passage.sentence.text)))
            document.add_unsigned(_POSITION, position)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def __len__(self) -> int:
        return len(self._passages)

    def search(self, text: str, limit: int) -> tuple[Passage, ...]:
        """At most `limit` sentences that hold the words of `text`, best first.

        Those that hold every word; without any, those that hold at least half of them. `text` is Simplified.
        """
        asked = searched_words(text)
        if not asked:
            return ()
        found = self._ranked(asked)
        whole = [passage for passage in found if all(word in passage.sentence.text.lower() for word in asked)]
        if not whole and len(asked) == 1:
            # The words of a name that no dictionary has depend on what stands around it.
            whole = [passage for passage in self._passages if asked[0] in passage.sentence.text.lower()]
        return tuple((whole or [passage for passage in found if 2 * held(passage, asked) >= len(asked)])[:limit])

    def _ranked(self, asked: Sequence[str]) -> list[Passage]:
        terms = {part for word in asked for part in words(word)}
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, _FIELD, term)) for term in sorted(terms)]
        )
        hits = self._searcher.search(query, _LOOKED_AT).hits
        return [self._passages[self._searcher.doc(address)[_POSITION][0]] for _, address in hits]


def held(passage: Passage, asked: Sequence[str]) -> int:
    """How many of the words stand in the sentence."""
    text = passage.sentence.text.lower()
    return sum(word in text for word in asked)


def words(text: str) -> list[str]:
    """The words of a text as they are indexed: lower case, long ones also by their parts."""
    return [word for run in _WORD.findall(text.lower()) for word in ([run] if run.isascii() else _cut(run))]


def searched_words(text: str) -> tuple[str, ...]:
    """The words of what somebody looks for, each once, without those that stand in every sentence.

    What is written without a blank and is short is one word: a name that no dictionary has is not cut in two.
    """
    found: dict[str, None] = {}
    for run in _WORD.findall(text.lower()):
        pieces = [run] if run.isascii() or len(run) <= 4 else rjieba.cut(run)
        found |= dict.fromkeys(piece for piece in pieces if piece not in _EMPTY)
    return tuple(found)


def _cut(run: str) -> list[str]:
    return rjieba.cut_for_search(run)
