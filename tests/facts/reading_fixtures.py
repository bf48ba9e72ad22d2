"""A sentence or an article of the test's own, read with the scope of the shipped configuration."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.corpus.load import load
from bot.facts.extract import Extractor
from bot.facts.fact import Fact
from bot.facts.names import Names
from bot.facts.reading import Reading
from bot.facts.scope import Scope
from tests.knowledge_fixtures import config, vocabulary


@cache
def names() -> Names:
    return Names(config().series)


@cache
def extractor() -> Extractor:
    return Extractor(config().series, vocabulary())


def read(body: str, *, day: str = "2023-11-08", title: str = "2023年世界互联网大会乌镇峰会") -> Reading:
    """`body` as an article of `day`, read through the corpus room."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.md").write_text(f'---\ntitle: "{title}"\ndate: {day}\n---\n\n{body}\n', encoding="utf-8")
        (document,) = load(Path(folder)).documents
    return Scope(names()).read(document)


def facts(body: str, *, day: str = "2023-11-08", title: str = "2023年世界互联网大会乌镇峰会") -> tuple[Fact, ...]:
    """Every fact of `body`."""
    return extractor().facts(read(body, day=day, title=title).document)


def values(found: tuple[Fact, ...], *predicates: str) -> set[tuple[str, str, str]]:
    """`(subject without summit:, predicate, value with its hedge)` of the predicates asked for."""
    marks = {"exact": "", "over": "+", "nearly": "-", "about": "~"}
    return {
        (
            fact.subject.removeprefix("summit:"),
            fact.predicate,
            f"{fact.value}{marks[fact.approximation.value] if fact.approximation else ''}",
        )
        for fact in found
        if fact.predicate in predicates
    }
