"""Message entities: what they are, and how overlapping ones are put right.

Rules from https://core.telegram.org/bots/api#messageentity and #formatting-options (which entities may nest), and
from TDLib's MessageEntity.cpp for what happens when they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
CODE = frozenset({"code", "pre"})
# Found by Telegram itself; a bot may name them in `entities`, Telegram finds them again on its own.
DETECTED = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})
MARKED = SPLITTABLE | QUOTES | CODE | {"text_link", "text_mention", "custom_emoji"}
# Of entities that begin and end together, the outer comes first.
_ORDER = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention")
# Server-side limit for entities a sender marks; more are dropped silently, continuous ones are kept first.
MAX_MARKED = 100


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked range of a text. `offset` and `length` count UTF-16 units; `length` is at least 1 in a valid text."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""
    user_id: int = 0
    custom_emoji_id: str = ""

    @property
    def end(self) -> int:
        """The first unit behind the range."""
        return self.offset + self.length


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text has: characters beyond U+FFFF count two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """By beginning, outer before inner."""
    return sorted(entities, key=lambda e: (e.offset, -e.length, _ORDER.index(e.type) if e.type in _ORDER else 9))


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """Those that do not run into one before them."""
    kept: list[Entity] = []
    for entity in in_order(entities):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _outside(entity: Entity, holes: Sequence[Entity]) -> list[Entity]:
    """The parts of an entity that lie outside of `holes` (in order, apart)."""
    parts, begin = [], entity.offset
    for hole in holes:
        if hole.end <= begin or hole.offset >= entity.end:
            continue
        if hole.offset > begin:
            parts.append(replace(entity, offset=begin, length=hole.offset - begin))
        begin = hole.end
    if begin < entity.end:
        parts.append(replace(entity, offset=begin, length=entity.end - begin))
    return parts


def fix(entities: Iterable[Entity]) -> list[Entity]:
    """Entities as Telegram keeps them, in order.

    Links, code and mentions never overlap (the first counts), quotes hold them whole or drop them, bold and its like
    are joined where they touch and cut out of code.
    """
    quotes: list[Entity] = []
    continuous: list[Entity] = []
    splittable: list[Entity] = []
    for entity in entities:
        if entity.length > 0:
            group = splittable if entity.type in SPLITTABLE else quotes if entity.type in QUOTES else continuous
            group.append(entity)
    quotes = _apart(quotes)
    continuous = [
        entity
        for entity in _apart(continuous)
        if all(q.end <= entity.offset or q.offset >= entity.end or _holds(q, entity) for q in quotes)
    ]
    code = [entity for entity in continuous if entity.type in CODE]
    joined: dict[str, list[Entity]] = {}
    for entity in in_order(splittable):
        run = joined.setdefault(entity.type, [])
        if run and entity.offset <= run[-1].end:
            run[-1] = replace(run[-1], length=max(run[-1].end, entity.end) - run[-1].offset)
        else:
            run.append(entity)
    styles = [part for run in joined.values() for entity in run for part in _outside(entity, code)]
    return in_order([*quotes, *continuous, *styles])


def _holds(outer: Entity, inner: Entity) -> bool:
    return outer.offset <= inner.offset and inner.end <= outer.end


def with_detected(entities: Sequence[Entity], detected: Iterable[Entity]) -> list[Entity]:
    """Marked entities and those Telegram found, except where a found one would run into a link, code or mention."""
    taken = [entity for entity in entities if entity.type not in SPLITTABLE and entity.type not in QUOTES]
    found = [d for d in detected if all(t.end <= d.offset or t.offset >= d.end for t in taken)]
    return in_order([*entities, *found]) if found else list(entities)


def limited(entities: Sequence[Entity]) -> list[Entity]:
    """At most `MAX_MARKED` entities; bold and its like go first."""
    if len(entities) <= MAX_MARKED:
        return list(entities)
    ranked = sorted(entities, key=lambda entity: entity.type in SPLITTABLE)
    return in_order(ranked[:MAX_MARKED])


def as_bot_api(entity: Entity) -> dict[str, Any]:
    """The MessageEntity object, without the `user` of a text mention."""
    shape: dict[str, Any] = {"offset": entity.offset, "length": entity.length, "type": entity.type}
    if entity.url:
        shape["url"] = entity.url
    if entity.language:
        shape["language"] = entity.language
    if entity.custom_emoji_id:
        shape["custom_emoji_id"] = entity.custom_emoji_id
    return shape
