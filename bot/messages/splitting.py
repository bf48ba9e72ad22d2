"""Keeping to Telegram's limit on the length of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.messages.html import plain

# Bot API, sendMessage: "Text of the message to be sent, 1-4096 characters after entities parsing", counted as
# UTF-16 code units (core.telegram.org/api/entities#entity-length).
TEXT_LIMIT = 4096

_TOKEN = re.compile(r"<(/?)([a-z]+)[^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|[^<&]", re.DOTALL)
_SENTENCE_END = "。！？!?…\n"


def utf16_length(text: str) -> int:
    """How long Telegram thinks `text` is: UTF-16 code units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def shown_length(markup: str) -> int:
    """UTF-16 units of `markup` once parsed."""
    return utf16_length(plain(markup))


def split(markup: str, limit: int = TEXT_LIMIT) -> tuple[str, ...]:
    """Telegram HTML in parts of at most `limit` units each, cut at line or sentence ends where there are any.

    Tags open at a cut are closed there and opened again in the next part. An empty text gives no part.
    """
    parts = []
    rest = markup.strip()
    while rest and shown_length(rest) > limit:
        head, rest = _cut(rest, limit)
        if plain(head).strip():
            parts.append(head)
    if rest and plain(rest).strip():
        parts.append(rest)
    return tuple(parts)


def _cut(markup: str, limit: int) -> tuple[str, str]:
    """The longest good head of `markup` within `limit`, its tags closed, and the rest, its tags opened again."""
    used = 0
    open_tags: list[tuple[str, str]] = []
    best: tuple[int, tuple[tuple[str, str], ...]] = (0, ())
    last: tuple[int, tuple[tuple[str, str], ...]] = (0, ())
    for token in _TOKEN.finditer(markup):
        text = token.group()
        if token.group(2):
            if token.group(1):
                open_tags.pop()
            else:
                open_tags.append((token.group(2), text))
            continue
        used += shown_length(text)
        if used > limit:
            break
        last = (token.end(), tuple(open_tags))
        if text in _SENTENCE_END or (text == "." and markup[token.end() : token.end() + 1] in {" ", "\n"}):
            best = last
    # A cut at a sentence end is worth up to half the room.
    end, tags = best if best[0] * 2 > last[0] else last
    head = markup[:end].rstrip() + "".join(f"</{name}>" for name, _ in reversed(tags))
    return head, "".join(opening for _, opening in tags) + markup[end:].lstrip("\n ")


def fit_lines(lines: Sequence[str], limit: int = TEXT_LIMIT) -> str:
    """As many whole lines of HTML as fit, one below the other; each line is balanced by itself.

    When some are left out, the last line is an ellipsis; a first line that is too long is cut.
    """
    text = "\n".join(lines)
    if shown_length(text) <= limit:
        return text
    kept: list[str] = []
    used = 2
    for line in lines:
        used += shown_length(line) + 1
        if used > limit:
            break
        kept.append(line)
    if not kept:
        # Of a blank line nothing is left.
        return next(iter(split(lines[0], limit)), "…")
    return "\n".join([*kept, "…"])
