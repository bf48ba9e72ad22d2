"""A typed text made ready to be read: one form for every spelling."""

from __future__ import annotations

import re
import unicodedata

from bot.corpus.reading import simplified

# Zero-width characters and bidi controls, which hide or reorder text.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\s]+")


def normalised(text: str) -> str:
    """Half-width, Simplified, lower case, blanks single, nothing invisible."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _CONTROL.sub(" ", text).strip().lower()
    text = text.replace("’", "'").replace("‘", "'")
    return text if text.isascii() else simplified(text)


def as_typed(piece: str, text: str) -> str:
    """A piece of the normalised text as the asker spelt it (5G); as it is where that cannot be told."""
    found = re.search(re.escape(piece), text, re.IGNORECASE) if piece else None
    return found[0] if found else piece


def in_mainland_words(text: str) -> str:
    """As `normalised`, the words of Taiwan too (軟體 as 软件); the same where no character is Traditional."""
    plain = normalised(text)
    is_traditional = not plain.isascii() and simplified(text) != text
    return normalised(simplified(text, "tw2sp")) if is_traditional else plain
