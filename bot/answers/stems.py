"""English words without their endings, so that exhibiting and exhibited are one."""

from __future__ import annotations

_ENDINGS = (
    "ations",
    "ation",
    "ating",
    "ated",
    "ates",
    "ate",
    "ings",
    "ing",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "s",
    "e",
    "y",
)
_SHORTEST = 3


def stem(word: str) -> str:
    """The lower-case word without one ending, and without the doubled letter before it; words of four letters stay.

    Rough on purpose: it is compared with other stems only, never shown.
    """
    for ending in _ENDINGS:
        if len(word) - len(ending) >= _SHORTEST and word.endswith(ending):
            short = word[: -len(ending)]
            return short[:-1] if len(short) > _SHORTEST and short[-1] == short[-2] else short
    return word
