"""What may be said of two figures."""

from __future__ import annotations

import pytest

from bot.answers.comparison import Change, change, comparison
from bot.answers.known import Known
from bot.facts.fact import Approximation, Quantity
from bot.language import Language
from tests.knowledge_fixtures import Row, document, fact, shipped, snapshot, vocabulary

EXACT, OVER, NEARLY, ABOUT = Approximation.EXACT, Approximation.OVER, Approximation.NEARLY, Approximation.ABOUT


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((19, EXACT), (24, EXACT), Change(5, 1)),
        ((24, EXACT), (19, EXACT), Change(-5, -1)),
        ((4, EXACT), (4, EXACT), Change(0, 0)),
        ((2100, OVER), (1800, EXACT), Change(direction=-1)),
        ((1800, EXACT), (2100, OVER), Change(direction=1)),
        ((2100, OVER), (2200, EXACT), Change()),  # over 2100 may be 2200
        ((2100, OVER), (2100, EXACT), Change()),
        ((400, OVER), (300, NEARLY), Change(direction=-1)),
        ((300, NEARLY), (290, EXACT), Change()),
        ((100, ABOUT), (110, EXACT), Change()),
        ((100, ABOUT), (200, ABOUT), Change(direction=1)),
    ],
)
def test_only_exact_figures_have_a_difference(
    first: tuple[int, Approximation], second: tuple[int, Approximation], expected: Change
) -> None:
    assert change(Quantity(*first), Quantity(*second)) == expected


def test_each_figure_that_one_edition_has_is_a_row_and_no_other() -> None:
    answer = comparison((2022, 2024), Known(shipped(), vocabulary(), Language.ZH))
    rows = {str(row.values["predicate"]): row for row in answer.statements}
    assert rows["subforums"].values["change"] == Change(5, 1)
    assert rows["guests"].values["second"] is None
    assert rows["guests"].values["change"] == Change()
    assert not {"ordinal", "nth_year", "contest_projects_change"} & rows.keys()
    assert answer.values["announced"] == (2024,)


def test_values_that_disagree_stand_beside_the_preferred_one() -> None:
    source = document("a.md", "2024-12-01")
    rows: list[Row] = [{"subject": f"summit:{year}", "predicate": "subforums", "value": 20} for year in (2022, 2024)]
    loser = fact(source, {"subject": "summit:2024", "predicate": "subforums", "value": 31})
    known = snapshot([source], [fact(source, row) for row in rows], [loser])
    (row,) = comparison((2022, 2024), Known(known, vocabulary(), Language.ZH)).statements
    assert row.alternatives == (loser,)


@pytest.mark.parametrize("years", [(), (2022,), (2022, 2022)])
def test_without_two_editions_there_is_a_choice(years: tuple[int, ...]) -> None:
    answer = comparison(years, Known(shipped(), vocabulary(), Language.ZH))
    assert answer.title == "choose.compare"
