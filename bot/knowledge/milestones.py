"""What happened to a body, each event once, however many articles tell it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.facts.fact import Fact
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text

# Words by which an article says that a body came into being.
_FOUNDING = re.compile(r"成立|创立|创办|设立|揭牌|\b(?:found|establish|inaugurat|launch|creat|set up)", re.IGNORECASE)
_MARKS = re.compile(r"[\W_]+")
# How much of the shorter of two texts the longer must hold to tell the same: of its characters, in English of its words.
_SHARED = 0.75


def milestones(subject: str, snapshot: Snapshot) -> tuple[Fact, ...]:
    """The milestones of a body in the order of the articles: of several that tell the same event on the same date the
    one that says most, with the proofs of all. What only says that it was founded is left to that fact."""
    told: list[Fact] = []
    for fact in snapshot.find(subject, "milestone"):
        if _is_founding(fact, snapshot):
            continue
        known = next((index for index, other in enumerate(told) if _same(other, fact)), None)
        if known is None:
            told.append(fact)
        else:
            told[known] = _joined(told[known], fact)
    return tuple(told)


def _is_founding(fact: Fact, snapshot: Snapshot) -> bool:
    """True for a milestone on the very day of the founding that tells of it."""
    founded = [each.value for each in snapshot.find(fact.subject, "founded")[:1]]
    return founded == [fact.value] and _FOUNDING.search(fact.text or "") is not None


def _same(first: Fact, second: Fact) -> bool:
    if first.value != second.value:
        return False
    shorter, longer = sorted((_bare(first), _bare(second)), key=len)
    if of_text(shorter) is not of_text(longer):
        return False
    if shorter.isascii():
        words = set((first.text or "").lower().split()), set((second.text or "").lower().split())
        few = min(words, key=len)
        return len(words[0] & words[1]) >= _SHARED * len(few)
    return sum(character in longer for character in shorter) >= _SHARED * len(shorter)


def _bare(fact: Fact) -> str:
    return _MARKS.sub("", fact.text or "").lower()


def _joined(first: Fact, second: Fact) -> Fact:
    best = max(first, second, key=lambda fact: len(fact.text or ""))
    return replace(best, sources=tuple(dict.fromkeys((*first.sources, *second.sources))))
