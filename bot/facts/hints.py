"""A cheap look before a dear pattern: most sentences of an article hold none of the words that a pattern needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = re.compile(r"[\u4e00-\u9fff]")


def is_chinese(text: str) -> bool:
    """True if a Chinese character stands in `text`."""
    return not text.isascii() and _HAN.search(text) is not None


def has_any(text: str, words: Iterable[str]) -> bool:
    """True if one of `words` stands in `text`."""
    for word in words:  # noqa: SIM110  (a generator would cost more than the look-ups)
        if word in text:
            return True
    return False
