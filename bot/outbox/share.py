"""How several senders divide what one token may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """One sender's part: `messages` a second (at least 1), and every chat whose number leaves `rank` when divided by
    `senders`, so that the limits of a chat are kept by one process alone."""

    messages: int
    rank: int = 0
    senders: int = 1


def share_of(name: str, shares: Mapping[str, int], overall: int) -> Share:
    """The part of `name` among the live senders with what they take now, its own included.

    Each may take its equal part; who comes takes no more than the others have left yet, so that the token's limit holds
    while they learn of it.
    """
    names = sorted({name, *shares})
    others = sum(taken for other, taken in shares.items() if other != name)
    return Share(max(1, min(overall // len(names), overall - others)), names.index(name), len(names))
