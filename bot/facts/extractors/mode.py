"""How an edition met (online, in person, both), and how the expo was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_HYBRID = re.compile(
    r"线上(?:和|与|、|及|\+|＋)?线下|线下(?:和|与|、|及|\+|＋)?线上|线上线下|线下线上|both online and (?:offline|in[- ]person)|online and offline|hybrid|(?:in[- ]person|offline|on[- ]site) and online|线上与线下|线下与线上",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"(?:全程|以|通过)线上(?:形式|方式)(?:举行|举办|召开)|held (?:entirely |fully )?online\b", re.IGNORECASE)
_IN_PERSON = re.compile(r"(?:恢复|全面|以|采取|采用)(?:全)?线下(?:形式|方式|举办|举行)|held (?:fully |entirely )?in person\b|offline for the first time", re.IGNORECASE)


def extract(reading: Reading) -> Iterator[Fact]:
    """`mode` of an edition, `expo_mode` of its expo."""
    for read in reading.reads:
        for value, pattern in (("hybrid", _HYBRID), ("online", _ONLINE), ("in_person", _IN_PERSON)):
            match = pattern.search(read.text)
            if not match:
                continue
            year = read.edition_at(match.start())
            owner = read.owner_at(match.start())
            predicate = {Owner.SUMMIT: "mode", Owner.EXPO: "expo_mode"}.get(owner)
            if year and predicate and _is_of_meeting(read, match):
                yield Fact(
                    subject=summit(year),
                    predicate=predicate,
                    value=value,
                    phase=reading.phase(read, match.start(), year),
                    sources=(reading.cite(read),),
                )
            break


def _is_of_meeting(read: Read, match: re.Match[str]) -> bool:
    """Said of the meeting or of those who came, not of some product or service."""
    near = read.text[max(0, match.start() - 30) : match.end() + 30]
    return bool(
        re.search(
            r"举行|举办|召开|参会|与会|出席|参展|参加|方式|形式|办会|held|attend|participat|format|exhibit|joined|gather|event",
            near,
            re.IGNORECASE,
        )
    )
