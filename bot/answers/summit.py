"""The card of one edition, and the list of the editions known."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Kind, Statement, Suggestion, Understood
from bot.answers.editions import Edition, EditionKind, EditionRef, first_day
from bot.answers.known import Known
from bot.knowledge.snapshot import Snapshot, summit

# The statements of a card in the order they are shown: topic, then the predicates it says in one breath.
CARD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("card.ordinal", ("ordinal",)),
    ("card.nth_year", ("nth_year",)),
    ("card.theme", ("theme",)),
    ("card.dates", ("start_date", "end_date", "duration_days")),
    ("card.opening", ("opening_date",)),
    ("card.venue", ("venue",)),
    ("card.guests", ("guests", "countries")),
    ("card.mode", ("mode",)),
    ("card.focus", ("focus",)),
    ("card.subforums", ("subforums",)),
    ("card.coffee_talks", ("coffee_talks",)),
    ("card.expo", ("expo_exhibitors", "expo_countries")),
    ("card.contest", ("contest_projects", "contest_countries")),
    ("card.cases", ("cases_submitted", "cases_selected")),
    ("card.leading_tech", ("leading_tech_results",)),
    ("card.new_feature", ("new_feature",)),
    ("card.organizer", ("organizer",)),
    ("card.host", ("host",)),
    ("card.co_organizer", ("co_organizer",)),
    ("card.supporter", ("supporter",)),
)
LINE = ("ordinal", "nth_year", "start_date", "end_date", "theme")
ATTENDANCE = ("guests", "expo_exhibitors")
SUGGESTED_YEARS = 3


def card(year: int, known: Known) -> Answer:
    """What the sources say of the edition of `year`, on one card; `unknown` when they say nothing of it."""
    snapshot = known.snapshot
    if year not in snapshot.years:
        return unknown_year(year, snapshot)
    subject = summit(year)
    statements = []
    for topic, predicates in CARD:
        if topic == "card.opening" and snapshot.find(subject, "start_date"):
            continue
        if topic == "card.nth_year" and snapshot.find(subject, "ordinal"):
            continue
        if facts := known.shown(subject, predicates):
            losers = known.rivals(subject, predicates)
            statements.append(Statement(topic, facts, losers, {"year": year}))
    position = snapshot.years.index(year)
    return Answer(
        Kind.FOUND,
        Understood(subjects=(subject,)),
        title="card.title",
        values={"year": year},
        statements=tuple(statements),
        notes=_notes(year, snapshot),
        previous=snapshot.years[position - 1] if position else None,
        next_year=snapshot.years[position + 1] if position + 1 < len(snapshot.years) else None,
    )


def edition_card(edition: Edition, known: Known) -> Answer:
    """The card of the edition a reader named, saying so where its number was inferred or it is only the newest here."""
    if edition.year is None or edition.year not in known.snapshot.years:
        return unknown_edition(edition, known.snapshot)
    answer = card(edition.year, known)
    note = ""
    if edition.inferred:
        note = "by_nth_year"
    elif edition.ref.kind is EditionKind.LATEST:
        note = "latest_in_sources"
    if not note:
        return answer
    return replace(answer, values={**answer.values, "number": edition.ref.number}, notes=(note, *answer.notes))


def unknown_year(year: int, snapshot: Snapshot) -> Answer:
    """As `unknown_edition`, for an edition that was named by its year."""
    return unknown_edition(Edition(EditionRef(EditionKind.YEAR, year), year), snapshot)


def unknown_edition(edition: Edition, snapshot: Snapshot) -> Answer:
    """The edition is not in the sources: which years are, and the nearest of them to press."""
    asked = edition.year if edition.year is not None else edition.ref.number
    near = sorted(snapshot.years, key=lambda year: (abs(year - asked), -year))[:SUGGESTED_YEARS]
    return Answer(
        Kind.UNKNOWN,
        Understood(subjects=(summit(edition.year),) if edition.year is not None else ()),
        title=f"unknown.edition.{EditionKind.YEAR if edition.year is not None else edition.ref.kind}",
        values={"year": edition.year, "number": edition.ref.number, "years": snapshot.years},
        suggestions=tuple(Suggestion("suggest.card", {"year": year}) for year in near),
    )


def bad_argument(argument: str, snapshot: Snapshot) -> Answer:
    """What stood behind the command is no edition: how to say one, and which years there are."""
    newest = snapshot.years[-SUGGESTED_YEARS:][::-1]
    return Answer(
        Kind.UNKNOWN,
        title="unknown.argument",
        values={"argument": argument, "years": snapshot.years},
        suggestions=tuple(Suggestion("suggest.card", {"year": year}) for year in newest),
    )


def listing(known: Known) -> Answer:
    """All editions of the sources, newest first, a line each."""
    statements = tuple(
        Statement("list.edition", known.shown(summit(year), LINE), values={"year": year})
        for year in reversed(known.snapshot.years)
    )
    return Answer(
        Kind.FOUND if statements else Kind.UNKNOWN,
        title="list.title" if statements else "list.empty",
        values={"count": len(statements), "years": known.snapshot.years},
        statements=statements,
    )


def was_only_announced(year: int, snapshot: Snapshot) -> bool:
    """True when every article about the edition is older than its first day; False when that day is not known."""
    begins = first_day(snapshot, year)
    articles = snapshot.articles(summit(year))
    return begins is not None and all(snapshot.documents[key].date.last < begins.first for key in articles)


def _notes(year: int, snapshot: Snapshot) -> tuple[str, ...]:
    """That all of it was only announced, and that figures of those who came are lacking then."""
    if not was_only_announced(year, snapshot):
        return ()
    lacking = not any(snapshot.find(summit(year), predicate) for predicate in ATTENDANCE)
    return ("announced_only", "no_attendance") if lacking else ("announced_only",)
