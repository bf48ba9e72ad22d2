"""What articles say, found as they are read: where there are many, files are read and understood on every core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.config import Config
from bot.corpus.document import Document
from bot.corpus.load import Read, Wanted, read_file
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.cores import on_every_core
from bot.knowledge.extraction import Extraction
from bot.knowledge.passages import PassageIndex, indexed
from bot.knowledge.snapshot import Finds, Snapshot


@dataclass(frozen=True)
class _Task:
    """Everything that is made of one file alone; `indexing` also the words of its sentences."""

    directory: Path
    config: Config
    vocabulary: Vocabulary
    indexing: bool

    def __call__(self, wanted: Wanted) -> tuple[str, Read, Finds | None, tuple[str, ...]]:
        read = read_file(self.directory, wanted)
        article = read[1] if isinstance(read, tuple) else None
        if article is None or article.document is None:
            return wanted.path, read, None, ()
        texts = tuple(indexed(article.document)) if self.indexing else ()
        return wanted.path, read, self._extraction.finds(article.document), texts

    @cached_property
    def _extraction(self) -> Extraction:
        return Extraction(self.config, self.vocabulary)


class Understanding:
    """For one load and the build from its corpus.

    `previous` is the snapshot before, whose index of passages goes on; with `indexing` articles go into it as they come,
    else when passages are asked for.
    """

    def __init__(
        self, config: Config, vocabulary: Vocabulary, previous: Snapshot | None = None, *, indexing: bool = False
    ) -> None:
        self.sentences = previous.sentences if previous else PassageIndex()
        self._config = config
        self._vocabulary = vocabulary
        self._indexing = indexing
        self._serving = previous is not None
        self._found: dict[str, Finds] = {}

    def read(self, directory: Path, wanted: Sequence[Wanted]) -> Iterator[tuple[str, Read]]:
        """For `load`: read files, and remember what they say."""
        task = _Task(directory, self._config, self._vocabulary, self._indexing)
        for path, read, finds, texts in on_every_core(task, wanted, serving=self._serving):
            if finds:
                self._found[path] = finds
                if self._indexing:
                    self.sentences.take(finds.document, texts)
            yield path, read

    def finds(self, document: Document) -> Finds:
        """What `document` says; found now if it was not read here."""
        found = self._found.pop(document.path, None)
        return found if found and found.document is document else self._extraction.finds(document)

    @cached_property
    def _extraction(self) -> Extraction:
        return Extraction(self._config, self._vocabulary)
