"""From a folder of seeds to a snapshot in one call: for commands, which do nothing else meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.config import Config
from bot.corpus.load import load
from bot.errors import SeedsError
from bot.facts.vocabulary import Vocabulary, load_vocabulary
from bot.knowledge.build import build
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.understanding import Understanding


def load_snapshot(
    directory: Path,
    config: Config,
    vocabulary: Vocabulary | None = None,
    progress: Callable[[int, int], None] | None = None,
    *,
    indexing: bool = False,
) -> Snapshot:
    """Read `directory` and build. Raises `SeedsError` for a missing or empty folder.

    `progress` is told how many of how many articles are read and understood. `indexing`: the passages will be asked for.
    """
    vocabulary = vocabulary or load_vocabulary()
    understanding = Understanding(config, vocabulary, indexing=indexing)
    with collector_paused():
        corpus = load(directory, progress=progress, read=understanding.read)
        return build(corpus, config, vocabulary, understanding=understanding)


def must_be_usable(snapshot: Snapshot, directory: Path) -> None:
    """Raises `SeedsError` (`rejected`) when of all files in `directory` not one is an article that can be used."""
    if not snapshot.documents:
        raise SeedsError(path=str(directory), reason="rejected")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without the search for circles of garbage, which looks at millions of new objects again and again: none is any."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
