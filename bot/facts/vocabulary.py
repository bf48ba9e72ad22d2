"""The predicates as data: names, question words, and the nouns that own a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
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

    `many` is false when two values of one subject are rivals; `names` and `ask` are by language, `one` is the name of
    a single value where it differs.
    """

    id: str
    subject: str
    kind: ValueKind
    many: bool
    names: Mapping[Language, str]
    ask: Mapping[Language, tuple[str, ...]]
    one: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NounClass:
    """A class of nouns that a figure can count, as one pattern for each language.

    `hints` are lower-case words of both languages, one of which a text must have for a pattern to match.
    """

    id: str
    zh: re.Pattern[str]
    en: re.Pattern[str]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRule:
    """From a noun class to a predicate: whose figure it may be, and what its clause or sentence must or must not say."""

    noun: str
    predicate: str
    owners: frozenset[str]
    when: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    sentence: re.Pattern[str] | None


@dataclass(frozen=True)
class Vocabulary:
    """Every predicate by id, in the order of the file; the noun classes and rules of figures."""

    predicates: Mapping[str, Predicate]
    nouns: tuple[NounClass, ...]
    figures: tuple[FigureRule, ...]

    def __getitem__(self, predicate: str) -> Predicate:
        return self.predicates[predicate]

    @cached_property
    def noun_hint(self) -> re.Pattern[str]:
        """What a lower-case text must have to name what a rule counts, or countries: a word of theirs."""
        counted = {"country", *(rule.noun for rule in self.figures)}
        hints = dict.fromkeys(hint for noun in self.nouns if noun.id in counted for hint in noun.hints)
        fewest = (hint for hint in hints if not any(other in hint and other != hint for other in hints))
        return re.compile("|".join(map(re.escape, fewest)))

    def is_single(self, predicate: str) -> bool:
        """True when two values of one subject are rivals; extras that are not in the vocabulary stand side by side."""
        entry = self.predicates.get(predicate)
        return entry is not None and not entry.many


def load_vocabulary() -> Vocabulary:
    """Read `vocabulary.yaml` beside this file."""
    text = resources.files("bot.facts").joinpath("vocabulary.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    predicates = {}
    for name, entry in data["predicates"].items():
        predicates[name] = Predicate(
            id=name,
            subject=entry["subject"],
            kind=ValueKind(entry["kind"]),
            many=entry["many"],
            names={Language(code): text for code, text in entry["names"].items()},
            ask={Language(code): tuple(words) for code, words in entry["ask"].items()},
            one={Language(code): text for code, text in entry.get("one", {}).items()},
        )
    nouns = tuple(
        NounClass(
            name,
            _alternatives(entry["zh"]),
            _alternatives([rf"\b{word}\b" for word in entry["en"]]),
            tuple(filter(None, map(_literal, (*entry["zh"], *entry["en"])))),
        )
        for name, entry in data["nouns"].items()
    )
    return Vocabulary(predicates, nouns, tuple(_figure_rule(entry) for entry in data["figures"]))


def _figure_rule(entry: Mapping[str, Any]) -> FigureRule:
    when, unless, sentence = (
        re.compile(entry[key], re.IGNORECASE) if key in entry else None for key in ("when", "unless", "sentence")
    )
    return FigureRule(entry["noun"], entry["predicate"], frozenset(entry["owners"]), when, unless, sentence)


def _literal(pattern: str) -> str:
    """The words that `pattern` begins with, what stands around it left out; "" for one that never matches."""
    core = re.sub(r"\((?:\?:)?\?<?[=!].*?\)", "", pattern) if pattern.startswith("(?<") else pattern
    plain = re.match(r"[^\\(\[.?*+|]*", core)
    literal = plain[0] if plain else ""
    if core[len(literal) : len(literal) + 1] in ("?", "*"):
        literal = literal[:-1]
    return literal.lower()


def _alternatives(words: list[str]) -> re.Pattern[str]:
    """One pattern, the longest word first."""
    return re.compile("|".join(sorted(words, key=len, reverse=True)), re.IGNORECASE)
