"""One fact or a conflict? Which of two values of one predicate is shown first, and which are joined.

Values that agree are one fact, shown as the most specific of them. Among values that do not, the order of the design holds:
an article about that edition over one that mentions it in passing; reported over announced; stated over derived; exact over
approximate; the later article. Losers are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.corpus.date import PartialDate
from bot.corpus.document import Document
from bot.facts.fact import Approximation, Basis, Fact, Phase, Quantity
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Ranked

_CLOSE = 1.25


def ranked(predicate: str, facts: Sequence[Fact], documents: Mapping[str, Document], vocabulary: Vocabulary) -> Ranked:
    """The values of one predicate of one subject: rivals best first, and the ids of those that won or have no rival."""
    if len(facts) == 1 or not vocabulary.is_single(predicate):
        return Ranked(tuple(facts), frozenset(fact.id for fact in facts))
    ordered = sorted(_joined(facts), key=lambda fact: _rank(fact, documents), reverse=True)
    best, *others = ordered
    return Ranked(tuple(ordered), frozenset([best.id, *(fact.id for fact in others if agree(best, fact))]))


def _joined(facts: Sequence[Fact]) -> list[Fact]:
    """Agreeing values as one fact: the most specific, with the sources of all.

    A plan and a report, or a stated and a derived value, stay apart: each is shown for what it is.
    """
    joined: list[Fact] = []
    for fact in sorted(facts, key=_precision, reverse=True):
        for index, known in enumerate(joined):
            if agree(known, fact) and (known.phase, known.basis) == (fact.phase, fact.basis):
                sources = tuple(dict.fromkeys((*known.sources, *fact.sources)))
                joined[index] = replace(known, sources=sources)
                break
        else:
            joined.append(fact)
    return joined


def agree(first: Fact, second: Fact) -> bool:
    """True if two values may both be true: one contains the other, or a hedge reaches the other number."""
    a, b = first.value, second.value
    if isinstance(a, PartialDate) and isinstance(b, PartialDate):
        return a.contains(b) or b.contains(a)
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _reaches(a, b) or _reaches(b, a)
    if isinstance(a, str) and isinstance(b, str):
        return a in b or b in a
    return False


def _reaches(hedged: Quantity, number: Quantity) -> bool:
    """True if `number` lies where `hedged` points: over 400 and 412, nearly 300 and 291."""
    if hedged.value == number.value:
        return True
    if hedged.approximation is Approximation.OVER:
        return hedged.value < number.value <= hedged.value * _CLOSE
    if hedged.approximation is Approximation.NEARLY:
        return hedged.value / _CLOSE <= number.value < hedged.value
    if hedged.approximation is Approximation.ABOUT:
        return hedged.value / _CLOSE <= number.value <= hedged.value * _CLOSE
    return False


def _rank(fact: Fact, documents: Mapping[str, Document]) -> tuple[object, ...]:
    sources = [documents[source.document_id] for source in fact.sources if source.document_id in documents]
    return (
        any(_is_about(document, fact.subject) for document in sources),
        fact.phase is not Phase.ANNOUNCED,
        fact.basis is Basis.STATED,
        _precision(fact),
        max((document.date.last for document in sources), default=None) or PartialDate(1).first,
        len(sources),
    )


def _is_about(document: Document, subject: str) -> bool:
    """An article of the edition's own year, or whose title names it, is about it."""
    year = subject.partition(":")[2]
    return year in document.title or str(document.date.year) == year


def _precision(fact: Fact) -> int:
    value = fact.value
    if isinstance(value, Quantity):
        return 1 if value.approximation is Approximation.EXACT else 0
    if isinstance(value, PartialDate):
        return (value.month is not None) + (value.day is not None)
    return len(value)
