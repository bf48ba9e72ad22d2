"""The same thing under several names: 世界知识产权组织 and World Intellectual Property Organization, 大会数字研修院 and 数字研修院."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.facts.fact import Fact, Phase
from bot.knowledge.names import Names
from bot.language import Language, of_text

# What is left of a name without its owner must be this long to be a name.
_SHORTEST_NAME = 4


def joined(facts: Iterable[Fact], names: Names, language: Language) -> tuple[Fact, ...]:
    """Items of one list, each once, with the proofs of all that name it.

    Of several names that of the reader's language is kept, of several facts the one with what it is for; what any
    article reports is no longer only announced.
    """
    groups: list[list[Fact]] = []
    whole: dict[str, list[Fact]] = {}
    bare: dict[str, list[Fact]] = {}
    for fact in facts:
        key = names.key(str(fact.value))
        short = _without_owner(key, names)
        group = whole.get(key) or whole.get(short) or bare.get(key)
        if group is None:
            groups.append(group := [])
        group.append(fact)
        whole.setdefault(key, group)
        if short != key:
            bare.setdefault(short, group)
    return tuple(_one(group, language) for group in groups)


def _one(group: list[Fact], language: Language) -> Fact:
    if len(group) == 1:
        return group[0]
    best = max(
        group,
        key=lambda fact: (
            of_text(str(fact.value)) is language,
            fact.purpose is not None,
        ),
    )
    reported = [fact.phase for fact in group if fact.phase is not Phase.ANNOUNCED]
    return replace(
        best,
        phase=reported[0] if reported else best.phase,
        sources=tuple(dict.fromkeys(source for fact in group for source in fact.sources)),
    )


def _without_owner(key: str, names: Names) -> str:
    """世界互联网大会数字研修院 without the body whose it is."""
    owner = max((name for name in names.names if key.startswith(name)), key=len, default="")
    rest = key.removeprefix(owner)
    return rest if len(rest) >= _SHORTEST_NAME else key
