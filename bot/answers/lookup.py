"""Something looked up by a name that people type: exact, from its beginning, a part of it, or with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from bot.answers.interpret.reading import normalised

T = TypeVar("T")

# What does not tell two names apart: quotation marks, blanks, brackets, hyphens.
_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》()（）·.,、，:：—–\-]+")
# A part of a name must be this long to stand for it.
_SHORTEST_PART = 2
# All that the sources name is compared with each name that is looked up.
_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What the name may mean, each once, the likeliest first. `read` is the name it was taken for, if it had a slip."""

    items: tuple[T, ...] = ()
    read: str = ""


@lru_cache(maxsize=_KEPT)
def key(name: str) -> str:
    """A name in the form in which names are compared."""
    return _MARKS.sub("", normalised(name))


def look_up(text: str, names: Iterable[tuple[str, T]]) -> Found[T]:
    """What `text` names among `names`: the equal ones; else those that begin with it; else those that hold it, and
    those that it holds; else those that differ by a slip or two."""
    asked = key(text)
    if not asked:
        return Found()
    known = [(key(name), name, item) for name, item in names if key(name)]
    for fits in (
        lambda name: name == asked,
        lambda name: len(asked) >= _SHORTEST_PART and name.startswith(asked),
        lambda name: len(asked) >= _SHORTEST_PART and asked in name,
    ):
        if found := _once(item for name, _, item in known if fits(name)):
            return Found(found)
    return _with_a_slip(asked, known)


def _with_a_slip(asked: str, known: Sequence[tuple[str, str, T]]) -> Found[T]:
    allowed = slips(asked)
    near = [(OSA.distance(asked, name, score_cutoff=allowed), shown, item) for name, shown, item in known]
    best = min((distance for distance, *_ in near), default=allowed + 1)
    if not allowed or best > allowed:
        return Found()
    chosen = [(shown, item) for distance, shown, item in near if distance == best]
    return Found(_once(item for _, item in chosen), chosen[0][0])


def slips(name: str) -> int:
    """How many characters may be wrong, missing, doubled or swapped: Chinese ones say more than Latin ones."""
    size = len(name)
    if name.isascii():
        return 0 if size < 5 else 1 if size < 9 else 2
    return 0 if size < 3 else 1 if size < 7 else 2


def _once(items: Iterable[T]) -> tuple[T, ...]:
    found: list[T] = []
    for item in items:
        if item not in found:
            found.append(item)
    return tuple(found)
