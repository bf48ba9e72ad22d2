"""From a folder of seeds to a snapshot in one call."""

from __future__ import annotations

from pathlib import Path

from bot.config import Config
from bot.corpus.load import load
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.build import build
from bot.knowledge.snapshot import Snapshot


def load_snapshot(directory: Path, config: Config) -> Snapshot:
    """Read `directory` and build. Raises `SeedsError` for a missing or empty folder."""
    return build(load(directory), config, load_vocabulary())
