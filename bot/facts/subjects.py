"""Which subject a fact is said of."""

from __future__ import annotations

from bot.facts.vocabulary import Predicate

SERIES = "series"
ORGANISATION = "organisation"


def summit(year: int) -> str:
    """The edition of `year`: `summit:2024`."""
    return f"summit:{year}"


def subject_of(predicate: Predicate, year: int | None) -> str | None:
    """The subject of a fact of `predicate` found where the text speaks of the edition of `year`; None if it has none."""
    if predicate.subject == "summit":
        return summit(year) if year else None
    return predicate.subject
