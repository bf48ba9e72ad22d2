"""An article made of a few sentences, and what one extractor finds in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from bot.config import Config, load_config
from bot.corpus.document import Document
from bot.corpus.load import load
from bot.facts.fact import Fact
from bot.facts.names import Names
from bot.facts.reading import Reading
from bot.facts.scope import Scope

ROOT = Path(__file__).resolve().parents[3]
TITLE = "2023年世界互联网大会乌镇峰会消息"
TITLE_EN = "2023 World Internet Conference Wuzhen Summit in brief"


@cache
def shipped_config() -> Config:
    """The configuration of the series that ships."""
    return load_config(ROOT / "config.yaml")


@cache
def names() -> Names:
    """Its names as patterns."""
    return Names(shipped_config().series)


def document(body: str, title: str = TITLE, date: str = "2023-11-09") -> Document:
    """The article `title` of `date` with `body` (Markdown)."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.md").write_text(f"---\ntitle: {title}\ndate: {date}\n---\n\n{body}\n", encoding="utf-8")
        return load(Path(folder)).documents[0]


def reading(body: str, title: str = TITLE, date: str = "2023-11-09") -> Reading:
    """The article read with scope."""
    return Scope(names()).read(document(body, title, date))


def values(
    extract: Callable[[Reading], Iterable[Fact]],
    predicate: str,
    body: str,
    title: str = TITLE,
    date: str = "2023-11-09",
) -> list[str]:
    """Values of `predicate` that `extract` finds in the article, in order, each once."""
    found = (str(fact.value) for fact in extract(reading(body, title, date)) if fact.predicate == predicate)
    return list(dict.fromkeys(found))
