"""An edition in three sentences, to be forwarded."""

from __future__ import annotations

from bot.answers.answer import Answer, Kind, Statement, Understood
from bot.answers.choice import Option, choice
from bot.answers.known import Known
from bot.answers.summit import unknown_year, was_only_announced
from bot.knowledge.snapshot import summit

# The sentences: when, where and on what; who came and what there was to hear; what was to see. Each part is said only
# if it is known, and a sentence without parts is left out.
SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("brief.held", ("start_date", "end_date", "opening_date", "venue", "theme")),
    ("brief.programme", ("guests", "countries", "subforums", "coffee_talks")),
    ("brief.shown", ("expo_exhibitors", "contest_projects", "leading_tech_results", "cases_selected")),
    ("brief.new", ("new_feature",)),
)
MOST = 3


def brief(year: int | None, known: Known) -> Answer:
    """Up to three sentences on the edition of `year`; without one the editions to choose from."""
    snapshot = known.snapshot
    if year is None:
        return choice("brief", [Option(str(each), str(each)) for each in reversed(snapshot.years)])
    if year not in snapshot.years:
        return unknown_year(year, snapshot)
    subject = summit(year)
    announced = was_only_announced(year, snapshot)
    # The opening is told only where the first day is not known.
    untold = "opening_date" if snapshot.find(subject, "start_date") else ""
    sentences = ((topic, [each for each in predicates if each != untold]) for topic, predicates in SENTENCES)
    values = {"year": year, "subject": subject, "announced": announced}
    statements = [
        Statement(topic, facts, known.rivals(subject, predicates), values)
        for topic, predicates in sentences
        if (facts := known.shown(subject, predicates))
    ]
    return Answer(
        Kind.FOUND if statements else Kind.UNKNOWN,
        Understood(subjects=(subject,)),
        title="brief.title" if statements else "unknown.edition.year",
        values={
            "year": year,
            "announced": announced,
            "command": "brief",
            "argument": str(year),
        },
        statements=tuple(statements[:MOST]),
    )
