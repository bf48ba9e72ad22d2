"""Sentences of the articles by the words in them: a full-text index in memory.

It is built when it is first asked for, so that a program that answers one question from facts does not wait for it; a
program that stays builds it with the snapshot, and only changed articles are indexed again for the next one.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import rjieba
import tantivy

from bot.corpus.document import Citation, Document, Sentence

# The smallest heap tantivy takes; more threads or more room make nothing quicker at this size.
_HEAP_BYTES = 15_000_000
_FIELD = "words"
_POSITION = "position"
_ARTICLE = "article"
# A position is the number of the article and, in so many bits, that of the sentence in it.
_BITS = 32
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


class PassageIndex:
    """The index behind the passages of one snapshot after the other, changed article by article.

    What was taken from it stays as it was: a searcher of tantivy does not see later commits. Safe in several threads.
    """

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(_FIELD, stored=False, tokenizer_name="whitespace", index_option="freq")
        builder.add_unsigned_field(_POSITION, stored=True)
        builder.add_text_field(_ARTICLE, stored=False, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()
        self._index: tantivy.Index | None = None
        self._numbers: dict[str, tuple[int, Document]] = {}
        self._passages: dict[int, Passage] = {}
        self._next = 0
        self._turn = threading.Lock()

    def passages(self, documents: Iterable[Document]) -> Passages:
        """Every sentence of `documents`. What the last call indexed already is not indexed again."""
        with self._turn:
            if self._index is None:
                self._index = tantivy.Index(self._schema)
            wanted = {document.id: document for document in documents}
            gone = [key for key, (_, known) in self._numbers.items() if wanted.get(key) is not known]
            fresh = [document for key, document in wanted.items() if key in gone or key not in self._numbers]
            if gone or fresh:
                self._change(self._index, gone, fresh)
            return Passages(self._schema, self._index.searcher(), dict(self._passages))

    def _change(self, index: tantivy.Index, gone: Sequence[str], fresh: Sequence[Document]) -> None:
        writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        numbers = {self._numbers.pop(key)[0] for key in gone}
        for number in numbers:
            writer.delete_documents_by_term(_ARTICLE, str(number))
        if numbers:
            self._passages = {key: one for key, one in self._passages.items() if key >> _BITS not in numbers}
        for document in fresh:
            self._numbers[document.id] = (self._next, document)
            for offset, sentence in enumerate(document.sentences()):
                position = (self._next << _BITS) + offset
                self._passages[position] = Passage(document, sentence)
                entry = tantivy.Document()
                entry.add_text(_FIELD, " ".join(words(sentence.text)))
                entry.add_unsigned(_POSITION, position)
                entry.add_text(_ARTICLE, str(self._next))
                writer.add_document(entry)
            self._next += 1
        writer.commit()
        writer.wait_merging_threads()
        index.reload()


class Passages:
    """Sentences to be found by their words. Immutable; made by a `PassageIndex`."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher, passages: Mapping[int, Passage]) -> None:
        self._schema = schema
        self._searcher = searcher
        self._passages = passages

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
            whole = [passage for passage in self._passages.values() if asked[0] in passage.sentence.text.lower()]
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
