"""Compares exported facts with the gold of an article: what was found, what is missing, what is wrong."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, object]
Key = tuple[str, ...]

DEVELOPMENT = Path(__file__).parent / "dev"
GLOSSARY = Path(__file__).parent / "glossary"

# Predicates whose absence or presence counts; the values say how a value is written.
COUNTS = frozenset(
    {
        "ordinal",
        "nth_year",
        "duration_days",
        "guests",
        "countries",
        "subforums",
        "topics",
        "coffee_talks",
        "forum_units",
        "expo_exhibitors",
        "expo_countries",
        "contest_projects",
        "contest_countries",
        "contest_tracks",
        "contest_projects_change",
        "contest_countries_change",
        "cases_submitted",
        "cases_selected",
        "cases_countries",
        "leading_tech_results",
        "special_activities",
        "founder_count",
        "members",
    }
)
DATES = frozenset(
    {"start_date", "end_date", "opening_date", "closing_date", "press_conference", "founded", "milestone"}
)
TEXTS = frozenset(
    {
        "theme",
        "focus",
        "venue",
        "organizer",
        "host",
        "co_organizer",
        "supporter",
        "forum",
        "topic",
        "forum_units_kind",
        "expo_section",
        "expo_mode",
        "contest_track",
        "cases_field",
        "leading_tech_winner",
        "special_activity",
        "activity",
        "new_feature",
        "person",
        "mode",
        "outcome_document",
        "permanent_site",
        "founder",
        "headquarters",
        "mission",
    }
)
# Said of places by the gold where it is certain; extra ones that an extractor finds are no error.
EXTRAS = frozenset({"programme", "service_fields", "plan"})
ROLES = frozenset({"chaired", "keynote", "spoke", "read_letter", "sent_letter", "attended", "briefed"})


@dataclass(frozen=True, slots=True)
class Score:
    """Keys of one article: `found` and `missing` of the required gold, `wrong` ones that no gold allows."""

    found: frozenset[Key]
    missing: frozenset[Key]
    wrong: frozenset[Key]


def plain(text: str) -> str:
    """A text without remarks in brackets, punctuation, blanks and case; the whole if nothing else is in it.

    一一 goes too: it is a dash that someone typed with the wrong key.
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("一一", "")
    bare = re.sub(r"\([^()]*\)", "", text)
    return re.sub(r"[\W_]+", "", bare) or re.sub(r"[\W_]+", "", text)


def key(row: Row) -> Key:
    """What makes two rows the same statement: a hedge for counts, title and role for people."""
    predicate = str(row["predicate"])
    parts = [str(row["subject"]), predicate]
    if predicate in COUNTS:
        return (*parts, str(row["value"]), str(row.get("approximation") or "exact"))
    if predicate in DATES:
        return (*parts, str(row["value"]))
    parts.append(plain(str(row["value"])))
    if predicate == "person":
        parts += [str(row.get("role")), plain(str(row.get("title") or ""))]
    return tuple(parts)


def score(exported: Iterable[Row], gold: Sequence[Row]) -> Score:
    """Compares the facts exported from one article alone with its gold."""
    required = {key(row) for row in gold if not row.get("optional")}
    allowed = required | {key(row) for row in gold}
    counted = COUNTS | DATES | TEXTS
    got = {key(row) for row in exported}
    wrong = {row for row in got - allowed if row[1] in counted}
    return Score(frozenset(required & got), frozenset(required - got), frozenset(wrong))


def articles(folder: Path, suffix: str, gold: Path | None = None) -> list[tuple[Path, list[dict[str, object]]]]:
    """Every article of a folder with its gold, in order; the gold may lie in a folder of its own."""
    return [
        (path, json.loads(((gold or folder) / (path.stem + suffix)).read_text(encoding="utf-8")))
        for path in sorted(folder.glob("[0-9]*.md"))
    ]
