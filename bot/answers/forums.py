"""The sub-forums of an edition."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Kind
from bot.answers.choice import Option, choice
from bot.answers.known import Known
from bot.answers.suggestions import nearby
from bot.answers.value import values_answer
from bot.knowledge.snapshot import summit


def forums(year: int | None, known: Known) -> Answer:
    """Their names where an article gives them, else their number; without a year the editions to choose from."""
    snapshot = known.snapshot
    if year is None:
        years = [
            y for y in snapshot.years if snapshot.find(summit(y), "forum") or snapshot.find(summit(y), "subforums")
        ]
        return choice("forums", [Option(str(y), str(y)) for y in reversed(years)])
    subject = summit(year)
    if named := values_answer((subject,), ("forum",), known):
        return named
    if counted := values_answer((subject,), ("subforums",), known):
        return replace(counted, missing=("forum",))
    return Answer(
        Kind.UNKNOWN,
        title="unknown.value",
        values={"year": year, "predicate": "forum"},
        missing=("forum",),
        suggestions=nearby((subject,), ("forum",), snapshot, known.vocabulary),
    )
