"""What the sources cover: which editions, from how many articles, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.summit import was_only_announced
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact, Phase
from bot.knowledge.snapshot import Snapshot, summit

# What readers ask of an edition: each is one predicate, or any of several.
WANTED: tuple[tuple[str, ...], ...] = (
    ("theme",),
    ("start_date", "opening_date"),
    ("venue",),
    ("organizer",),
    ("guests",),
    ("countries",),
    ("subforums",),
    ("forum",),
    ("expo_exhibitors",),
    ("contest_projects",),
    ("leading_tech_results",),
    ("new_feature",),
)


def coverage(snapshot: Snapshot) -> Answer:
    """A statement for each edition, newest first, without facts: its values say how many articles speak of it, whether
    they were written before or after it, and which of `WANTED` is missing. `absent` are years between the first edition
    and the newest of which no article speaks."""
    by_year = {year: snapshot.by_subject[summit(year)] for year in snapshot.years}
    statements = tuple(
        Statement(
            "coverage.edition",
            values={
                "year": year,
                "articles": len(snapshot.articles(summit(year))),
                "facts": len(facts),
                "state": _state(year, facts, snapshot),
                "missing": tuple(
                    names[0] for names in WANTED if not any(snapshot.find(summit(year), n) for n in names)
                ),
            },
        )
        for year, facts in reversed(by_year.items())
    )
    return Answer(
        Kind.FOUND if statements else Kind.UNKNOWN,
        title="coverage.title" if statements else "list.empty",
        values={"articles": len(snapshot.documents), "absent": _absent(snapshot)},
        statements=statements,
    )


def _state(year: int, facts: Sequence[Fact], snapshot: Snapshot) -> str:
    """`announced` when every article is older than the edition, `reported` when no fact is only announced, or `both`."""
    if was_only_announced(year, snapshot):
        return "announced"
    return "both" if any(fact.phase is Phase.ANNOUNCED for fact in facts) else "reported"


def _absent(snapshot: Snapshot) -> tuple[int, ...]:
    """Years from the founding to the newest edition without one in the sources; none if the founding is unknown."""
    founded = [fact.value for fact in snapshot.find("series", "founded") if isinstance(fact.value, PartialDate)][:1]
    if not founded or not snapshot.years:
        return ()
    return tuple(year for year in range(founded[0].year, snapshot.years[-1] + 1) if year not in snapshot.years)
