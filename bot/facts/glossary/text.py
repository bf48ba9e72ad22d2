"""Broken lines as one text, without the page's ornaments."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z0-9]")
_ORNAMENTS = r"[\u2190-\u21ff\u2500-\u27bf\ufe40-\ufe4f\ufe0f\U0001f000-\U0001faff\s]*"
_AROUND = re.compile(_ORNAMENTS)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")


def join(parts: Iterable[str]) -> str:
    """Lines as one text: no space between Chinese characters, one between Chinese and Latin or two words."""
    text = ""
    for part in parts:
        if part:
            text += (" " if text and _needs_space(text[-1], part[0]) else "") + part
    return text


def _needs_space(left: str, right: str) -> bool:
    if _WORD.match(left):
        return bool(_WORD.match(right) or _HAN.match(right))
    if _HAN.match(left):
        return bool(_WORD.match(right))
    return left in ".,;:!?)" and bool(_WORD.match(right))


def unadorned(text: str) -> str:
    """`text` without arrows, boxes, stars and emoji around it."""
    start, behind = (match.end() if (match := _AROUND.match(side)) else 0 for side in (text, text[::-1]))
    return text[start : len(text) - behind] if start < len(text) else ""
