"""Glossary blocks in every form that pages print them in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.config import load_config
from bot.corpus.load import load
from bot.facts.glossary import glossary
from tests.articles.scoring import GLOSSARY, Row, articles

CONFIG = load_config(Path(__file__).parents[2] / "config.yaml")


def items(folder: Path) -> list[Row]:
    """Every item of the articles in `folder`, as rows of the gold."""
    return [
        {"line": item.source.line, "term_zh": item.term_zh, "term_en": item.term_en, "definition": item.definition}
        for document in load(folder).documents
        for item in glossary(document, CONFIG.glossary_headings)
    ]


@pytest.mark.parametrize(
    ("path", "gold"), articles(GLOSSARY, ".gold.json"), ids=lambda value: getattr(value, "stem", "")
)
def test_an_article_gives_exactly_its_items(path: Path, gold: list[Row], tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    assert items(tmp_path) == gold
