"""Which edition is meant: a reference as people say it, resolved to a year of the sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.corpus.date import PartialDate
from bot.facts.fact import Fact, Quantity
from bot.knowledge.snapshot import Snapshot, summit


class EditionKind(StrEnum):
    """How an edition was named: by its year, as 第N届, as 第N个年头, by a bare number up to 99, or by its place in time.

    `latest` is the newest held; `previous` the one before the edition spoken of, else the newest held; `next` the first
    that has not begun.
    """

    YEAR = "year"
    ORDINAL = "ordinal"
    NTH_YEAR = "nth_year"
    LATEST = "latest"
    PREVIOUS = "previous"
    NEXT = "next"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class EditionRef:
    """An edition as it was said. `number` is the year, the ordinal or the bare number; 0 for the newest."""

    kind: EditionKind
    number: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What a reference came to: the year, or None when the sources do not say; and by what fact.

    `proof` is the fact that led from an ordinal to the year, None for a year that was said. `inferred` is True
    when 第N届 was read as the Nth year because no article gives that ordinal; `is_newest` is
    True when it is the newest held, as far as the sources know.
    """

    ref: EditionRef
    year: int | None
    proof: Fact | None = None
    inferred: bool = False
    is_newest: bool = False


def resolve(ref: EditionRef, snapshot: Snapshot, today: date, spoken_of: int | None = None) -> Edition:
    """The year meant by `ref`. A year that was said is returned as it is, known to the sources or not.

    `spoken_of` is the year of the edition that 上一届 and 下一届 count from.
    """
    match ref.kind:
        case EditionKind.PREVIOUS if spoken_of is not None:
            return Edition(ref, spoken_of - 1)
        case EditionKind.NEXT if spoken_of is not None:
            return Edition(ref, spoken_of + 1)
        case EditionKind.NEXT:
            return Edition(ref, next_held(snapshot, today))
        case EditionKind.YEAR:
            return Edition(ref, ref.number)
        case EditionKind.LATEST | EditionKind.PREVIOUS:
            return Edition(ref, latest_held(snapshot, today), is_newest=True)
        case EditionKind.NTH_YEAR:
            found = _by_count("nth_year", ref.number, snapshot)
            return found or Edition(ref, None)
        case EditionKind.ORDINAL:
            return _by_ordinal(ref, snapshot)
        case EditionKind.NUMBER:
            found_ordinal = _by_ordinal(ref, snapshot)
            if found_ordinal.year is None and 2000 + ref.number in snapshot.years:
                return Edition(ref, 2000 + ref.number)
            return found_ordinal


def latest_held(snapshot: Snapshot, today: date) -> int | None:
    """The newest edition of the sources that had begun by `today`."""
    for year in reversed(snapshot.years):
        begins = first_day(snapshot, year)
        if (begins.first if begins else date(year, 12, 31)) <= today:
            return year
    return None


def next_held(snapshot: Snapshot, today: date) -> int | None:
    """The first edition of the sources whose first day is known and still ahead."""
    for year in snapshot.years:
        begins = first_day(snapshot, year)
        if begins and begins.first > today:
            return year
    return None


def first_day(snapshot: Snapshot, year: int) -> PartialDate | None:
    """The day the edition of `year` begins, as exact as the sources have it."""
    for predicate in ("start_date", "opening_date"):
        for fact in snapshot.find(summit(year), predicate):
            if isinstance(fact.value, PartialDate):
                return fact.value
    return None


def _by_ordinal(ref: EditionRef, snapshot: Snapshot) -> Edition:
    if found := _by_count("ordinal", ref.number, snapshot):
        return Edition(ref, found.year, found.proof)
    if found := _by_count("nth_year", ref.number, snapshot):
        return Edition(ref, found.year, found.proof, inferred=True)
    return Edition(ref, None)


def _by_count(predicate: str, number: int, snapshot: Snapshot) -> Edition | None:
    """The edition whose preferred `predicate` is `number`."""
    for year in snapshot.years:
        for fact in snapshot.find(summit(year), predicate)[:1]:
            if isinstance(fact.value, Quantity) and fact.value.value == number:
                return Edition(EditionRef(EditionKind(predicate), number), year, fact)
    return None
