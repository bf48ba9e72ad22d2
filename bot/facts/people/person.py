"""The types of this folder, and its words as data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_SPECIAL = re.compile(r"[\\[\](){}.*+?|^$]")
ROLES = ("chaired", "keynote", "spoke", "read_letter", "sent_letter", "attended", "briefed")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named at `start:end` of a sentence, the title included; `title` is None where none is printed.

    `full` is false for a title behind the name (习近平主席), which says less than one before it.
    """

    name: str
    title: str | None
    start: int
    end: int
    full: bool = True


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did. `start` is where the words of it begin and `at` the end of its clause: the scope there is its scope.

    `event` is the gathering that the sentence names, None if it names none. `founding` is true at the founding of the body.
    """

    person: Person
    role: str
    start: int
    at: int
    event: str | None = None
    founding: bool = False


@cache
def words() -> Any:
    """The content of `people.yaml`."""
    text = resources.files("bot.facts.people").joinpath("people.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def either(patterns: Iterable[str]) -> str:
    """One pattern for all, the longest first; words that begin alike share their beginning, which is tried once."""
    listed = sorted(set(patterns), key=len, reverse=True)
    plain = [pattern for pattern in listed if not _SPECIAL.search(pattern)]
    return "|".join([*(pattern for pattern in listed if _SPECIAL.search(pattern)), *_branches(plain)])


def _branches(found: Iterable[str]) -> list[str]:
    """Alternatives by first character; a word that is the beginning of another comes after it."""
    tails: dict[str, list[str]] = {}
    for word in found:
        tails.setdefault(word[0], []).append(word[1:])
    return [re.escape(first) + _tail(rest) for first, rest in tails.items()]


def _tail(rest: list[str]) -> str:
    longer = _branches(word for word in rest if word)
    if not longer:
        return ""
    together = longer[0] if len(longer) == 1 and "" not in rest else f"(?:{'|'.join(longer)})"
    return together + ("?" if "" in rest else "")


def free(start: int, end: int, people: Iterable[Person]) -> bool:
    """True if no person stands in `start:end`."""
    return not any(person.start < end and start < person.end for person in people)


def in_mainland_words(title: str) -> str:
    """A title in Taiwan wording (网际网路资讯办公室) in the words of the mainland."""
    return _TAIWAN.sub(lambda match: words()["taiwan"][match[0]], title)


_TAIWAN = re.compile(either(words()["taiwan"]))
