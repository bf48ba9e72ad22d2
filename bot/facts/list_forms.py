"""The kinds of lists that articles hold, as data: what the items are called and what they look like."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from bot.facts.hints import has_any
from bot.facts.names import Owner


@dataclass(frozen=True, slots=True)
class ListForm:
    """One kind of list, as described in `list_forms.yaml`.

    `noun` is what the items are called; in English it is the whole pattern, with a group `items`. `words`: one of them
    stands in every text that `noun` matches (none: any text).
    """

    predicate: str
    noun: re.Pattern[str]
    words: tuple[str, ...]
    owners: frozenset[Owner]
    sentence: re.Pattern[str] | None
    item: re.Pattern[str] | None
    none: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    after: re.Pattern[str] | None
    direct: re.Pattern[str] | None
    plain: bool
    suffix: bool
    below: bool
    programme: bool
    party: bool
    bare: bool

    def may_stand_in(self, text: str, owners: Collection[Owner], section: str = "") -> bool:
        """False if `text`, which speaks of `owners` below the heading `section`, cannot hold such a list."""
        if self.owners.isdisjoint(owners) or (self.words and not has_any(text, self.words)):
            return False
        # The summit's own sentence must have the form's words; for others the owner is enough.
        only_summit = Owner.SUMMIT in owners and (self.owners - {Owner.SUMMIT}).isdisjoint(owners)
        return not only_summit or self.told_in(text, section)

    def told_in(self, *texts: str) -> bool:
        """True if one of `texts` has the words that the summit's own sentence must have."""
        return self.sentence is None or any(map(self.sentence.search, texts))


@dataclass(frozen=True, slots=True)
class ListForms:
    """All forms; `kinds` finds a list of kinds of bodies (国际组织、企业和高校)."""

    chinese: tuple[ListForm, ...]
    english: tuple[ListForm, ...]
    kinds: re.Pattern[str]


@cache
def list_forms() -> ListForms:
    """Read `list_forms.yaml` beside this file."""
    text = resources.files("bot.facts").joinpath("list_forms.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    kind = rf"(?:[\u4e00-\u9fff]{{0,6}}?(?:{data['kinds_of_bodies']}))"
    return ListForms(
        tuple(_form(entry, "noun") for entry in data["lists"]),
        tuple(_form(entry, "pattern") for entry in data["english"]),
        re.compile(rf"{kind}(?:(?:、|和|及|以及|与){kind})+"),
    )


def _form(entry: Mapping[str, Any], pattern: str) -> ListForm:
    def compiled(name: str) -> re.Pattern[str] | None:
        return re.compile(entry[name]) if name in entry else None

    return ListForm(
        predicate=entry["predicate"],
        noun=re.compile(entry[pattern]),
        words=tuple(entry.get("words", ())),
        owners=frozenset(Owner(name) for name in entry["owners"]),
        sentence=compiled("sentence"),
        item=compiled("item"),
        none=compiled("not"),
        unless=compiled("unless"),
        after=compiled("after"),
        direct=compiled("direct"),
        plain=entry.get("plain", False),
        suffix=entry.get("suffix", False),
        below=entry.get("below", False),
        programme=entry.get("programme", False),
        party=entry.get("party", False),
        bare=entry.get("bare", False),
    )
