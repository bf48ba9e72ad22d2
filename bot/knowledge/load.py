"""From a folder of seeds to a snapshot in one call: for commands, which do nothing else meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.config import Config
from bot.corpus.load import load
from bot.errors import SeedsError
from bot.facts.vocabulary import Vocabulary, load_vocabulary
from bot.knowledge.build import build
from bot.knowledge.extraction import Progress
from bot.knowledge.snapshot import Snapshot


def load_snapshot(
    directory: Path, config: Config, vocabulary: Vocabulary | None = None, progress: Progress | None = None
) -> Snapshot:
    """Read `directory` and build. Raises `SeedsError` for a missing or empty folder.

    `progress` is told twice how many of how many articles are done: as they are read, and as facts are found.
    """
    with _collector_paused():
        return build(load(directory, progress=progress), config, vocabulary or load_vocabulary(), progress=progress)


def must_be_usable(snapshot: Snapshot, directory: Path) -> None:
    """Raises `SeedsError` (`rejected`) when of all files in `directory` not one is an article that can be used."""
    if not snapshot.documents:
        raise SeedsError(path=str(directory), reason="rejected")


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without the search for circles of garbage, which looks at millions of new objects again and again: none is any."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
