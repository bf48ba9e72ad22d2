"""Something looked up by a name that people type: exact, from its beginning, a part of it, or with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA, Levenshtein

from bot.answers.interpret.corrections import sound_alike
from bot.answers.interpret.reading import normalised

T = TypeVar("T")

# What does not tell two names apart: quotation marks, blanks, brackets, hyphens.
_MARKS = re.compile(r"[\s“”\"'‘’「」『』《》()（）·.,、，:：—–\-]+")
# A part of a name must be this long to stand for it.
_SHORTEST_PART = 2
# What makes the opposite of what follows it: 非对称加密, asymmetric encryption.
_OPPOSING = ("非", "不", "无", "未", "反", "逆", "a", "an", "un", "non", "in", "im", "de", "dis", "anti")
# All that the sources name is compared with each name that is looked up.
_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What the name may mean, each once, the likeliest first. `read` is the name it was taken for, if it had a slip.

    `doubtful`: the name may as well be that of something else, even of the opposite; to be offered, not to be answered.
    """

    items: tuple[T, ...] = ()
    read: str = ""
    doubtful: bool = False


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
    opposite = tuple(prefix + asked for prefix in _OPPOSING)
    for fits in (
        lambda name: name == asked,
        lambda name: len(asked) >= _SHORTEST_PART and name.startswith(asked),
        lambda name: len(asked) >= _SHORTEST_PART and asked in name and not name.startswith(opposite),
    ):
        if found := _once(item for name, _, item in known if fits(name)):
            return Found(found)
    with_a_slip = _with_a_slip(asked, known)
    if (with_a_slip.items and not with_a_slip.doubtful) or len(asked) < _SHORTEST_PART:
        return with_a_slip
    opposed = [(shown, item) for name, shown, item in known if name.startswith(opposite)]
    return Found(_once(item for _, item in opposed), opposed[0][0], doubtful=True) if opposed else with_a_slip


def _with_a_slip(asked: str, known: Sequence[tuple[str, str, T]]) -> Found[T]:
    allowed = slips(asked)
    near = [(OSA.distance(asked, name, score_cutoff=allowed), name, shown, item) for name, shown, item in known]
    best = min((distance for distance, *_ in near), default=allowed + 1)
    if not allowed or best > allowed:
        return Found()
    chosen = [(shown, item) for distance, _, shown, item in near if distance == best]
    sure = [(shown, item) for distance, name, shown, item in near if distance == best and not _another(asked, name)]
    return Found(_once(item for _, item in sure or chosen), (sure or chosen)[0][0], doubtful=not sure)


def _another(asked: str, name: str) -> bool:
    """True if `asked` may be the name of something else rather than `name` with a slip: 热备份 and 冷备份.

    A slip is a letter other than the first, and a Chinese character that sounds like the right one, or one that is
    missing, doubled or swapped.
    """
    if asked.isascii() or name.isascii():
        return asked[0] != name[0]
    if sorted(asked) == sorted(name):
        return False
    for slip in Levenshtein.editops(asked, name):
        typed, meant = asked[slip.src_pos : slip.src_pos + 1], name[slip.dest_pos : slip.dest_pos + 1]
        if slip.tag == "replace":
            if not (typed + meant).isascii() and not sound_alike(typed, meant):
                return True
        elif (typed if slip.tag == "delete" else meant) in _OPPOSING:
            return True
    return False


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
