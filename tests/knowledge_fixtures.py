"""Snapshots without the facts engine: the shipped articles with the facts that people wrote down for them.

The glossary, which no other room finds, is read by the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bot.config import Config, load_config
from bot.corpus.date import PartialDate
from bot.corpus.document import Citation, Document
from bot.corpus.identity import short_id
from bot.corpus.load import load
from bot.facts.fact import Approximation, Basis, Fact, Phase, Quantity, Value
from bot.facts.glossary.items import glossary
from bot.facts.vocabulary import ValueKind, Vocabulary, load_vocabulary
from bot.knowledge.snapshot import Snapshot

ROOT = Path(__file__).resolve().parent.parent
_COUNTRIES = ("countries", "countries_change")
TODAY = date(2025, 3, 1)

Row = Mapping[str, str | int]


class FixedClock:
    """A clock that stands still."""

    def __init__(self, day: date = TODAY) -> None:
        self._now = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now


@cache
def config() -> Config:
    return load_config(ROOT / "config.yaml")


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def document(path: str, day: str, publisher: str = "某报", url: str = "", title: str = "峰会消息") -> Document:
    """An article without text, for facts made by hand."""
    return Document(short_id(url or path), path, title, url, publisher, PartialDate.parse(day), "", ())


def fact(source: Document, row: Row, line: int = 10, quote: str = "") -> Fact:
    """A fact from a row such as the gold files hold, proven by a line of `source`."""
    predicate = str(row["predicate"])
    return Fact(
        subject=str(row["subject"]),
        predicate=predicate,
        value=_value(predicate, row),
        sources=(Citation(source.id, line, quote or f"第 {line} 行的原句。"),),
        phase=Phase(str(row["phase"])) if "phase" in row else None,
        basis=Basis(str(row.get("basis", "stated"))),
        **{
            name: str(row[name])
            for name in ("text", "title", "role", "event", "purpose", "audience", "place", "note")
            if name in row
        },
    )


def snapshot(documents: Iterable[Document], facts: Iterable[Fact], losers: Iterable[Fact] = ()) -> Snapshot:
    """A snapshot of facts that all won, and of some that lost."""
    facts, losers = tuple(facts), tuple(losers)
    return Snapshot(
        documents={each.id: each for each in documents},
        facts=(*facts, *losers),
        preferred_ids=frozenset(each.id for each in facts),
    )


@cache
def shipped() -> Snapshot:
    """The shipped articles with their gold facts."""
    documents = load(ROOT / "seeds").documents
    facts: dict[str, Fact] = {}
    for each in documents:
        sentences = list(each.sentences())
        rows = json.loads((ROOT / "tests/seeds" / each.path.replace(".md", ".facts.json")).read_text("utf-8"))
        for row in rows:
            if row.get("optional"):
                continue
            at_line = [sentence for sentence in sentences if sentence.line == row["line"]]
            # A number stands in words as often as in digits; a text is found as it is.
            is_text = isinstance(row["value"], str)
            naming = [sentence for sentence in at_line if is_text and row["value"] in sentence.text]
            if str(row["predicate"]).endswith(_COUNTRIES):
                # What the sentence says of regions is shown.
                naming = [
                    sentence for sentence in at_line if str(row["value"]) in sentence.text and "国" in sentence.text
                ]
            found = fact(each, row, row["line"], (naming or at_line)[0].quote if at_line else "")
            facts.setdefault(found.id, found)
    items = [item for each in documents for item in glossary(each, config().glossary_headings).items]
    return replace(snapshot(documents, facts.values()), glossary=tuple(items))


def _value(predicate: str, row: Row) -> Value:
    kind = vocabulary()[predicate].kind if predicate in vocabulary().predicates else ValueKind.TEXT
    if isinstance(row["value"], int):
        return Quantity(row["value"], Approximation(str(row.get("approximation", "exact"))))
    return PartialDate.parse(row["value"]) if kind is ValueKind.DATE else row["value"]
