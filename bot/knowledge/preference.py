"""One fact or a conflict? Which of two values of one predicate is shown first, why, and which are joined.

Values that agree are one fact, shown as the most specific of them. Among values that do not, the order of the design holds:
an article about that edition over one that mentions it in passing; reported over announced; stated over derived; exact over
approximate; the later article. Losers are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from bot.corpus.date import PartialDate
from bot.corpus.document import Document
from bot.facts.fact import Approximation, Basis, Fact, Phase, Quantity
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.names import load_names
from bot.knowledge.snapshot import Ranked
from bot.language import of_text

Documents = Mapping[str, Document]

# How far a hedge reaches: not past the last digit that is told (1600余: below 1700), and of large numbers a tenth at most.
_TENTH = 0.1
_SMALL = 100
# What does not tell two texts apart: 浙江·乌镇, 浙江 乌镇; a dash as —— or 一一.
_MARKS = re.compile(r"[\s·•・“”\"'‘’「」『』—―–─-]+|一一")


class Reason(StrEnum):
    """Why one value is preferred to another that disagrees, the strongest first."""

    ABOUT = "about"  # an article about that edition over one that mentions it in passing
    REPORTED = "reported"  # over announced
    STATED = "stated"  # over derived
    EXACT = "exact"  # over approximate
    LATER = "later"  # the later article
    SOURCES = "sources"  # more articles that do not credit the same origin
    FULLER = "fuller"  # the longer text, when nothing else tells them apart


def ranked(predicate: str, facts: Sequence[Fact], documents: Documents, vocabulary: Vocabulary) -> Ranked:
    """The values of one predicate of one subject: rivals best first, and the ids of those that won or have no rival.

    A text competes with those in its own language.
    """
    if len(facts) == 1 or not vocabulary.is_single(predicate):
        return Ranked(tuple(facts), frozenset(fact.id for fact in facts))
    ordered = sorted(_joined(facts, documents), key=lambda fact: _rank(fact, documents), reverse=True)
    won = (fact for fact in ordered if not disagree(next(each for each in ordered if comparable(each, fact)), fact))
    return Ranked(tuple(ordered), frozenset(fact.id for fact in won))


def _joined(facts: Sequence[Fact], documents: Documents) -> list[Fact]:
    """Agreeing values as one fact: the most specific, with the sources of all.

    A planned and a reported figure, or a stated and a derived value, stay apart: each is shown for what it is. A text is
    the same text before and after: what was told of it in full stays, and is reported once a report has some of it.
    """
    joined: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: _specific(fact, documents), reverse=True):
        for index, known in enumerate(joined):
            same_phase = known.phase is fact.phase or isinstance(fact.value, str)
            if agree(known, fact) and same_phase and known.basis is fact.basis:
                sources = tuple(dict.fromkeys((*known.sources, *fact.sources)))
                phase = Phase.REPORTED if Phase.REPORTED in (known.phase, fact.phase) else known.phase
                joined[index] = replace(known, sources=sources, phase=phase)
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
        return _same_text(_MARKS.sub("", a), _MARKS.sub("", b))
    return False


def comparable(first: Fact, second: Fact) -> bool:
    """False for two texts in different languages: whether they say the same cannot be told."""
    a, b = first.value, second.value
    return not (isinstance(a, str) and isinstance(b, str)) or of_text(a) is of_text(b)


def disagree(first: Fact, second: Fact) -> bool:
    """True if not both values can be true."""
    return comparable(first, second) and not agree(first, second)


def _same_text(first: str, second: str) -> bool:
    """True if one text contains the other, or both end in the same name: 浙江乌镇 and 桐乡乌镇 are one place."""
    names = load_names()
    shorter = min(len(first), len(second))
    ends = (first[-size:] for size in range(2, shorter) if first[-size:] == second[-size:])
    return first in second or second in first or any(names.english(end) for end in ends)


def _reaches(hedged: Quantity, number: Quantity) -> bool:
    """True if `number` lies where `hedged` points: over 400 and 412, nearly 300 and 291."""
    if hedged.value == number.value:
        return True
    near = abs(number.value - hedged.value) < _reach(hedged.value)
    if hedged.approximation is Approximation.OVER:
        return near and number.value > hedged.value
    if hedged.approximation is Approximation.NEARLY:
        return near and number.value < hedged.value
    return near and hedged.approximation is Approximation.ABOUT


def _reach(value: int) -> float:
    step = 10 ** (len(str(value)) - len(str(value).rstrip("0"))) if value else 1
    return step if value < _SMALL else min(step, value * _TENTH + 1)


def reason(winner: Fact, loser: Fact, documents: Documents) -> Reason | None:
    """The first rule that tells them apart, if it prefers `winner`; None otherwise."""
    for why, rank in _RULES:
        better, worse = rank(winner, documents), rank(loser, documents)
        if better != worse:
            if why is Reason.LATER and not _is_surely_later(winner, loser, documents):
                return None
            return why if better > worse else None
    return None


def _rank(fact: Fact, documents: Documents) -> tuple[int, ...]:
    return tuple(rank(fact, documents) for _, rank in _RULES)


def _sources(fact: Fact, documents: Documents) -> Iterator[Document]:
    return (documents[source.document_id] for source in fact.sources if source.document_id in documents)


def _is_about(fact: Fact, documents: Documents) -> bool:
    """An article of the edition's own year, or whose title names it, is about it."""
    year = fact.subject.partition(":")[2]
    return any(year in each.title or str(each.date.year) == year for each in _sources(fact, documents))


def _is_reported(fact: Fact, documents: Documents) -> bool:
    return fact.phase is not Phase.ANNOUNCED


def _is_stated(fact: Fact, documents: Documents) -> bool:
    return fact.basis is Basis.STATED


def _exactness(fact: Fact, documents: Documents) -> int:
    return 0 if isinstance(fact.value, str) else _precision(fact)


def _written(fact: Fact, documents: Documents) -> int:
    return max((each.date.first.toordinal() for each in _sources(fact, documents)), default=0)


def _is_surely_later(winner: Fact, loser: Fact, documents: Documents) -> bool:
    """False where an article gives only its year or month, and the other one may be the later."""
    latest = max((each.date for each in _sources(winner, documents)), key=lambda day: day.first, default=None)
    others = [each.date.last for each in _sources(loser, documents)]
    return latest is not None and all(day < latest.first for day in others)


def _witnesses(fact: Fact, documents: Documents) -> int:
    """Articles that credit the same origin are one."""
    return len({each.credited_to or each.id for each in _sources(fact, documents)})


def _length(fact: Fact, documents: Documents) -> int:
    return _precision(fact)


# In the order of the design; a higher number is preferred.
_RULES: tuple[tuple[Reason, Callable[[Fact, Documents], int]], ...] = (
    (Reason.ABOUT, _is_about),
    (Reason.REPORTED, _is_reported),
    (Reason.STATED, _is_stated),
    (Reason.EXACT, _exactness),
    (Reason.LATER, _written),
    (Reason.SOURCES, _witnesses),
    (Reason.FULLER, _length),
)


def _specific(fact: Fact, documents: Documents) -> tuple[int, ...]:
    """Exact before hedged, 2100余 before 2000余, then the later article."""
    digits = len(str(fact.value.value).rstrip("0")) if isinstance(fact.value, Quantity) else 0
    return (_precision(fact), digits, _written(fact, documents))


def _precision(fact: Fact) -> int:
    value = fact.value
    if isinstance(value, Quantity):
        return 1 if value.approximation is Approximation.EXACT else 0
    if isinstance(value, PartialDate):
        return (value.month is not None) + (value.day is not None)
    return len(value)
