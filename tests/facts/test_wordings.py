"""Named items, new features, documents, modes and places in the wordings of `wordings.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.facts.reading_fixtures import facts

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_text(encoding="utf-8"))
PREDICATES = frozenset(
    [
        "forum",
        "topic",
        "contest_track",
        "expo_section",
        "expo_mode",
        "cases_field",
        "special_activity",
        "activity",
        "new_feature",
        "outcome_document",
        "leading_tech_winner",
        "mode",
        "venue",
        "permanent_site",
        "forum_units_kind",
    ]
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:24])
def test_a_wording_gives_exactly_its_facts(row: dict[str, Any]) -> None:
    year = row.get("year", 2023)
    title = row.get("title", f"{year}年世界互联网大会乌镇峰会")
    found: dict[str, list[str]] = {}
    for fact in facts(row["text"], day=f"{year}-11-08", title=title):
        if fact.predicate in PREDICATES:
            found.setdefault(fact.predicate, []).append(str(fact.value))
    assert found == row["found"]
