"""The figures of two editions side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bot.answers.answer import Answer, Kind, Statement, Understood
from bot.answers.choice import Option, choice
from bot.answers.known import Known
from bot.answers.summit import unknown_year, was_only_announced
from bot.facts.fact import Approximation, Fact, Quantity
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import Snapshot, summit

# Numbers that name an edition or are themselves a change.
_NO_FIGURES = frozenset({"ordinal", "nth_year", "contest_projects_change", "contest_countries_change"})
# How far "over" and "nearly" may reach: beyond it an article would have taken the next round number.
_REACH = 1.25
PAIRS = 6


@dataclass(frozen=True, slots=True)
class Change:
    """From the first figure to the second: `difference` between exact numbers, else only the `direction` (-1, 0, 1), and
    None where the two may be equal."""

    difference: int | None = None
    direction: int | None = None


def change(first: Quantity, second: Quantity) -> Change:
    """What may be said of two figures: nothing if what their hedges allow overlaps."""
    if first.approximation is second.approximation is Approximation.EXACT:
        difference = second.value - first.value
        return Change(difference, (difference > 0) - (difference < 0))
    (low, high), (other_low, other_high) = _range(first), _range(second)
    if high < other_low:
        return Change(direction=1)
    return Change(direction=-1) if other_high < low else Change()


def _range(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that a hedged figure may stand for."""
    value = float(quantity.value)
    match quantity.approximation:
        case Approximation.EXACT:
            return value, value
        case Approximation.OVER:
            return value, value * _REACH
        case Approximation.NEARLY:
            return value / _REACH, value
    return value / _REACH, value * _REACH


def comparison(years: tuple[int, ...], known: Known) -> Answer:
    """A statement for each figure that one of two editions has; with fewer years named, pairs to choose from."""
    snapshot = known.snapshot
    absent = [year for year in years if year not in snapshot.years]
    if absent:
        return unknown_year(absent[0], snapshot)
    if len(set(years)) != 2:
        return choice("compare", _pairs(snapshot, years[0] if years else None))
    first, second = years
    statements = [_row(predicate, first, second, known) for predicate in _figures(known)]
    rows = tuple(statement for statement in statements if statement)
    announced = tuple(year for year in years if was_only_announced(year, snapshot))
    return Answer(
        Kind.FOUND if rows else Kind.UNKNOWN,
        Understood(subjects=(summit(first), summit(second))),
        title="compare.title" if rows else "unknown.compare",
        values={"first": first, "second": second, "announced": announced, **_itself(first, second)},
        statements=rows,
    )


def _itself(first: int, second: int) -> dict[str, object]:
    return {"command": "compare", "argument": f"{first} {second}"}


def _figures(known: Known) -> list[str]:
    return [
        predicate.id
        for predicate in known.vocabulary.predicates.values()
        if predicate.subject == "summit" and predicate.kind is ValueKind.COUNT and predicate.id not in _NO_FIGURES
    ]


def _row(predicate: str, first: int, second: int, known: Known) -> Statement | None:
    facts = [_shown(year, predicate, known) for year in (first, second)]
    there = tuple(fact for fact in facts if fact)
    if not there:
        return None
    numbers = [fact.value for fact in there if isinstance(fact.value, Quantity)]
    rivals = tuple(rival for year in (first, second) for rival in known.rivals(summit(year), (predicate,)))
    values = {
        "subject": summit(first),
        "predicate": predicate,
        "first": facts[0],
        "second": facts[1],
        "change": change(*numbers) if len(numbers) == 2 else Change(),
    }
    return Statement("compare.row", there, rivals, values)


def _shown(year: int, predicate: str, known: Known) -> Fact | None:
    return next(iter(known.shown(summit(year), (predicate,))), None)


def _pairs(snapshot: Snapshot, year: int | None) -> list[Option]:
    """Neighbouring editions, the newest first; with a year that one beside each other."""
    years = snapshot.years
    if year is None:
        pairs = list(pairwise(years))[::-1][:PAIRS]
    else:
        others = sorted((other for other in years if other != year), key=lambda other: (abs(other - year), -other))
        pairs = [(min(year, other), max(year, other)) for other in others[:PAIRS]]
    return [Option(f"{first} — {second}", f"{first} {second}") for first, second in pairs]
