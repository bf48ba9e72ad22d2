"""The predicates as data: names, question words, and the nouns that own a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any

import yaml

from bot.language import Language


class ValueKind(StrEnum):
    """What the value of a predicate is."""

    COUNT = "count"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate of the vocabulary.

    `many` is false when two values of one subject are rivals; `names` and `ask` are by language; `figure` is the
    raw entry that the figure extractor reads (see vocabulary.yaml), empty for others.
    """

    id: str
    subject: str
    kind: ValueKind
    many: bool
    names: Mapping[Language, str]
    ask: Mapping[Language, tuple[str, ...]]
    figure: Mapping[str, Any]


@dataclass(frozen=True)
class Vocabulary:
    """Every predicate by id, in the order of the file."""

    predicates: Mapping[str, Predicate]

    def __getitem__(self, predicate: str) -> Predicate:
        return self.predicates[predicate]

    def is_single(self, predicate: str) -> bool:
        """True when two values of one subject are rivals; extras that are not in the vocabulary stand side by side."""
        entry = self.predicates.get(predicate)
        return entry is not None and not entry.many


def load_vocabulary() -> Vocabulary:
    """Read `vocabulary.yaml` beside this file."""
    text = resources.files("bot.facts").joinpath("vocabulary.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)  # noqa: S506  (the C twin of SafeLoader)
    predicates = {}
    for name, entry in data["predicates"].items():
        predicates[name] = Predicate(
            id=name,
            subject=entry["subject"],
            kind=ValueKind(entry["kind"]),
            many=entry["many"],
            names={Language(code): text for code, text in entry["names"].items()},
            ask={Language(code): tuple(words) for code, words in entry["ask"].items()},
            figure=entry.get("figure", {}),
        )
    return Vocabulary(predicates)
