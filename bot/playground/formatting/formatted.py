"""The text Telegram keeps: control characters replaced, blanks trimmed, entities put right.

After TDLib's fix_formatted_text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.playground.formatting.detect import detect
from bot.playground.formatting.entities import DETECTED, Entity, fix, limited, utf16_length, with_detected
from bot.playground.refusal import bad_request

# https://core.telegram.org/bots/api#sendmessage; counted in UTF-16 units once parsed.
MAX_TEXT = 4096
# https://core.telegram.org/bots/api#senddocument
MAX_CAPTION = 1024
_CONTROL = {code: " " for code in range(32) if code not in (10, 13)}
# Carriage returns, line and direction controls, and marks that draw over the next line.
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\ufffc]*\\Z"
)
_BLANK_UNITS = (b" \0", b"\n\0")


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text and its entities, in order, all within the text."""

    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def length(self) -> int:
        """UTF-16 units."""
        return utf16_length(self.text)


def formatted(text: str, entities: Sequence[Entity] = ()) -> FormattedText:
    """What Telegram makes of a text and the entities its sender marked.

    Raises `RefusalError` for entities outside of the text or inside a surrogate pair, and for a text of blanks.
    The length is not checked here.
    """
    _check_bounds(text, entities)
    marked = fix(entity for entity in entities if entity.type not in DETECTED)
    text = text.translate(_CONTROL)
    if _REMOVED.search(text):
        text, marked = _without_removed(text, marked)
    text, marked = _trimmed(text, marked)
    if _INVISIBLE.match(text):
        raise bad_request("text must be non-empty")
    return FormattedText(text, tuple(with_detected(limited(fix(marked)), detect(text))))


def _check_bounds(text: str, entities: Sequence[Entity]) -> None:
    if not entities:
        return
    units = text.encode("utf-16-le", "surrogatepass")
    total = len(units) // 2
    for entity in entities:
        if entity.offset < 0 or entity.offset > 1_000_000:
            raise bad_request(f"receive an entity with incorrect offset {entity.offset}")
        if entity.length < 0 or entity.length > 1_000_000:
            raise bad_request(f"receive an entity with incorrect length {entity.length}")
        if entity.offset > total:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {entity.offset}")
        if entity.end > total:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset "
                f"{entity.end}"
            )
        if _splits_pair(units, entity.offset):
            raise bad_request(
                f"entity begins in a middle of a UTF-16 symbol at byte offset {_byte_offset(units, entity.offset)}"
            )
        if _splits_pair(units, entity.end):
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity.offset} ends in a middle of a UTF-16 symbol at byte offset "
                f"{_byte_offset(units, entity.end)}"
            )


def _splits_pair(units: bytes, offset: int) -> bool:
    low = units[2 * offset + 1 : 2 * offset + 2]
    high = units[2 * offset - 1 : 2 * offset] if offset else b""
    return bool(low and high) and 0xDC <= low[0] <= 0xDF and 0xD8 <= high[0] <= 0xDB


def _byte_offset(units: bytes, offset: int) -> int:
    """Where the symbol behind the split one begins in UTF-8."""
    return len(units[: 2 * (offset + 1)].decode("utf-16-le", "surrogatepass").encode("utf-8", "surrogatepass"))


def _without_removed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    gone = [utf16_length(text[: match.start()]) for match in _REMOVED.finditer(text)]

    def moved(offset: int) -> int:
        return offset - sum(1 for position in gone if position < offset)

    shifted = [replace(e, offset=moved(e.offset), length=moved(e.end) - moved(e.offset)) for e in entities]
    return _REMOVED.sub("", text), shifted


def _trimmed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    text = text.rstrip(" \n")
    if not entities:
        return text.lstrip(" \n"), []
    units = text.encode("utf-16-le", "surrogatepass")
    total = len(units) // 2
    body = text.lstrip(" \n")
    shift = len(text) - len(body)
    kept = []
    for entity in entities:
        begin, end = entity.offset, min(entity.end, total)
        while begin < end and units[2 * begin : 2 * begin + 2] in _BLANK_UNITS:
            begin += 1
        if begin < end:
            kept.append(replace(entity, offset=begin - shift, length=end - begin))
    return body, kept
