"""Sentences of the articles by the words in them: a full-text index in memory.

It is built when it is first asked for, so that a program that answers one question from facts does not wait for it; a
program that stays builds it with the snapshot, and only changed articles are indexed again for the next one.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import rjieba
import tantivy

from bot.corpus.document import Citation, Document, Sentence

# Whatever fits in is written as one piece, and one piece is searched twice as fast as the nine of tantivy's smallest
# heap (15 MB) at 600,000 sentences; more threads or still more room make nothing quicker. It is taken as it fills.
_HEAP_BYTES = 50_000_000
_FIELD = "words"
_POSITION = "position"
_ARTICLE = "article"
# A position is the number of the article and, in so many bits, that of the sentence in it.
_BITS = 32
_OFFSET = (1 << _BITS) - 1
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
        self._writer: tantivy.IndexWriter | None = None
        self._numbers: dict[str, int] = {}
        self._documents: dict[int, Document] = {}
        self._next = 0
        self._turn = threading.Lock()

    def take(self, document: Document, texts: Iterable[str]) -> None:
        """Index `document` ahead of `passages`; `texts` are what `indexed` gives for it."""
        with self._turn:
            if document.id in self._numbers:
                self._drop(document.id)
            self._add(document, texts)

    def passages(self, documents: Iterable[Document]) -> Passages:
        """Every sentence of `documents`. What is indexed already is not indexed again."""
        with self._turn:
            wanted = {document.id: document for document in documents}
            known = self._numbers.items()
            for key in [key for key, number in known if wanted.get(key) is not self._documents[number]]:
                self._drop(key)
            for document in wanted.values():
                if document.id not in self._numbers:
                    self._add(document, indexed(document))
            return Passages(self._schema, self._committed().searcher(), dict(self._documents))

    def _drop(self, key: str) -> None:
        number = self._numbers.pop(key)
        del self._documents[number]
        self._writing().delete_documents_by_term(_ARTICLE, str(number))

    def _add(self, document: Document, texts: Iterable[str]) -> None:
        writer, article = self._writing(), str(self._next)
        self._numbers[document.id] = self._next
        self._documents[self._next] = document
        for position, text in enumerate(texts, self._next << _BITS):
            entry = tantivy.Document()
            entry.add_text(_FIELD, text)
            entry.add_unsigned(_POSITION, position)
            entry.add_text(_ARTICLE, article)
            writer.add_document(entry)
        self._next += 1

    def _whole(self) -> tantivy.Index:
        if self._index is None:
            self._index = tantivy.Index(self._schema)
        return self._index

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._whole().writer(heap_size=_HEAP_BYTES, num_threads=1)
        return self._writer

    def _committed(self) -> tantivy.Index:
        """The index with everything that was written."""
        index = self._whole()
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
            index.reload()
        return index


class Passages:
    """Sentences to be found by their words. Immutable; made by a `PassageIndex`."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher, documents: Mapping[int, Document]) -> None:
        self._schema = schema
        self._searcher = searcher
        self._documents = documents

    def __len__(self) -> int:
        return sum(len(block.sentences) for document in self._documents.values() for block in document.blocks)

    def search(self, text: str, limit: int) -> tuple[Passage, ...]:
        """At most `limit` sentences that hold the words of `text`, best first.

        Those that hold every word; without any, those that hold at least half of them. `text` is Simplified.
        """
        asked = searched_words(text)
        if not asked:
            return ()
        found = self._ranked(asked)
        whole = [passage for passage in found if all(word in passage.sentence.text.lower() for word in asked)]
        if len(asked) == 1 and len(whole) < limit:
            # A name that no dictionary has is cut otherwise where another word follows: 庄荣文说.
            places = {(passage.document.id, passage.sentence.line, passage.sentence.quote) for passage in whole}
            whole += [
                passage
                for passage in self._across(asked[0])
                if (passage.document.id, passage.sentence.line, passage.sentence.quote) not in places
            ]
        return tuple((whole or [passage for passage in found if 2 * held(passage, asked) >= len(asked)])[:limit])

    def near(self, asked: Sequence[str], limit: int) -> tuple[Passage, ...]:
        """At most `limit` sentences that hold some of the words of `asked`, best first."""
        return tuple(self._ranked(asked)[:limit]) if asked else ()

    def _ranked(self, asked: Sequence[str]) -> list[Passage]:
        terms = {part for word in asked for part in words(word)}
        return self._found(
            [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, _FIELD, term)) for term in sorted(terms)]
        )

    def _across(self, word: str) -> list[Passage]:
        """The sentences that hold `word` in or across their own words, as the articles come.

        The words of a name that no dictionary has depend on what stands around it. Looked at are only sentences with a
        word for each of its characters, and not more than of any other search: a question takes no longer for it.
        """
        pieces = [word] if word.isascii() else sorted(set(word))
        found = self._found(
            [(tantivy.Occur.Must, tantivy.Query.regex_query(self._schema, _FIELD, f".*{piece}.*")) for piece in pieces]
        )
        return [passage for passage in found if word in passage.sentence.text.lower()]

    def _found(self, clauses: Sequence[tuple[tantivy.Occur, tantivy.Query]]) -> list[Passage]:
        hits = self._searcher.search(tantivy.Query.boolean_query(clauses), _LOOKED_AT).hits
        return [self._passage(self._searcher.doc(address)[_POSITION][0]) for _, address in hits]

    def _passage(self, position: int) -> Passage:
        document, offset = self._documents[position >> _BITS], position & _OFFSET
        for block in document.blocks:
            if offset < len(block.sentences):
                return Passage(document, block.sentences[offset])
            offset -= len(block.sentences)
        raise IndexError(position)


def indexed(document: Document) -> Iterator[str]:
    """Each sentence as it is indexed: its words, with a blank between them."""
    return (" ".join(words(sentence.text)) for sentence in document.sentences())


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
