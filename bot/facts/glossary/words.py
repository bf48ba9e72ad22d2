"""The words around a glossary column (`words.yaml`), ready to match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of `words.yaml`, which says what each is for."""

    suffixes: re.Pattern[str]
    prefixes: re.Pattern[str]
    issues: re.Pattern[str]
    slogans: re.Pattern[str]
    strangers: re.Pattern[str]
    categories: re.Pattern[str]
    announcing: re.Pattern[str]
    explaining: re.Pattern[str]
    connectives: re.Pattern[str]
    closings: re.Pattern[str]
    invitations: re.Pattern[str]
    addressing: re.Pattern[str]
    personal: re.Pattern[str]
    labels: re.Pattern[str]


@cache
def words() -> Words:
    """The words, read once."""
    text = resources.files("bot.facts.glossary").joinpath("words.yaml").read_text("utf-8")
    data: dict[str, str | list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return Words(**{name: _any(patterns) for name, patterns in data.items()})


def _any(patterns: str | Sequence[str]) -> re.Pattern[str]:
    found = [patterns] if isinstance(patterns, str) else patterns
    return re.compile("|".join(f"(?:{pattern})" for pattern in found), re.IGNORECASE)
