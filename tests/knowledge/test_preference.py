"""One fact or a conflict, and which value is shown."""

from __future__ import annotations

import pytest

from bot.facts.fact import Approximation, Fact, Phase
from bot.facts.merge import merge
from bot.knowledge.preference import Reason, agree, ranked, reason
from tests.knowledge_fixtures import document, fact, vocabulary

ABOUT = document("about.md", "2023-11-12", title="2023年峰会闭幕")
LATER = document("later.md", "2023-12-01", title="2023年峰会盘点")
PASSING = document("passing.md", "2025-01-10", title="两会召开")
PREVIEW = document("preview.md", "2023-10-20", title="2023年峰会将举行")
DOCUMENTS = {one.id: one for one in (ABOUT, LATER, PASSING, PREVIEW)}


def _guests(source: object, value: int, approximation: str = "exact", **more: str) -> Fact:
    row = {"subject": "summit:2023", "predicate": "guests", "value": value, "approximation": approximation, **more}
    return fact(source, row)  # type: ignore[arg-type]


def _order(*facts: Fact) -> list[int]:
    return [int(str(one.value)) for one in ranked("guests", facts, DOCUMENTS, vocabulary()).facts]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ((2100, "over"), (2145, "exact"), True),
        ((2100, "over"), (3000, "exact"), False),
        ((2100, "over"), (2300, "exact"), False),
        ((1600, "over"), (1699, "exact"), True),
        ((1600, "over"), (1750, "exact"), False),
        ((1600, "over"), (2000, "exact"), False),
        ((2000, "over"), (2100, "over"), True),
        ((2000, "over"), (2900, "exact"), False),
        ((20, "over"), (26, "exact"), True),
        ((1700, "nearly"), (1500, "exact"), False),
        ((1600, "about"), (1900, "exact"), False),
        ((300, "nearly"), (291, "exact"), True),
        ((300, "nearly"), (312, "exact"), False),
        ((1500, "about"), (1520, "exact"), True),
        ((1500, "exact"), (1500, "over"), True),
        ((1500, "exact"), (1600, "exact"), False),
    ],
)
def test_hedged_counts(first: tuple[int, str], second: tuple[int, str], same: bool) -> None:
    one, other = _guests(ABOUT, *first), _guests(ABOUT, *second)
    assert agree(one, other) is agree(other, one) is same


def test_agreeing_values_are_one_fact_with_all_sources() -> None:
    result = ranked("guests", [_guests(ABOUT, 2100, "over"), _guests(LATER, 2145)], DOCUMENTS, vocabulary())
    (only,) = result.facts
    assert str(only.value) == "2145"
    assert {source.document_id for source in only.sources} == {ABOUT.id, LATER.id}


@pytest.mark.parametrize("turn", [1, -1])
def test_the_most_specific_of_agreeing_values_is_shown_whatever_comes_first(turn: int) -> None:
    over = [_guests(ABOUT, 2000, "over"), _guests(LATER, 2100, "over")][::turn]
    (only,) = ranked("guests", over, DOCUMENTS, vocabulary()).facts
    assert str(only.value) == "2100"
    (same,) = merge([_guests(ABOUT, 1700, "nearly"), _guests(LATER, 1700)][::turn])
    assert same.approximation is Approximation.EXACT


@pytest.mark.parametrize("turn", [1, -1])
def test_half_a_theme_in_a_report_does_not_hide_the_whole_that_was_announced(turn: int) -> None:
    row = {"subject": "summit:2023", "predicate": "theme"}
    whole = fact(PREVIEW, {**row, "value": "互联互通 共享共治——携手前行", "phase": "announced"})
    half = fact(LATER, {**row, "value": "互联互通 共享共治", "phase": "reported"})
    (only,) = ranked("theme", [whole, half][::turn], DOCUMENTS, vocabulary()).facts
    assert only.value == whole.value
    assert only.phase is Phase.REPORTED


def test_an_article_with_a_year_alone_is_not_called_the_later_one() -> None:
    undated = document("undated.md", "2023", title="2023年峰会")
    documents = {**DOCUMENTS, undated.id: undated}
    exact, other = _guests(ABOUT, 1800), _guests(undated, 1200)
    result = ranked("guests", [other, exact], documents, vocabulary())
    assert result.facts == (exact, other)
    assert reason(exact, other, documents) is None


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        (_guests(ABOUT, 1800), _guests(PASSING, 2500), Reason.ABOUT),
        (_guests(ABOUT, 1800, phase="reported"), _guests(PREVIEW, 1200, phase="announced"), Reason.REPORTED),
        (_guests(ABOUT, 1800), _guests(ABOUT, 1200, basis="derived"), Reason.STATED),
        (_guests(ABOUT, 1800), _guests(ABOUT, 1200, "over"), Reason.EXACT),
        (_guests(LATER, 1800), _guests(ABOUT, 1200), Reason.LATER),
    ],
)
def test_the_preferred_of_two_rivals_and_why(better: Fact, worse: Fact, why: Reason) -> None:
    result = ranked("guests", [worse, better], DOCUMENTS, vocabulary())
    assert result.facts == (better, worse)
    assert result.preferred_ids == {better.id}
    assert reason(better, worse, DOCUMENTS) is why
    assert reason(worse, better, DOCUMENTS) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("浙江乌镇", "浙江·乌镇", True),
        ("浙江乌镇", "乌镇", True),
        ("浙江乌镇", "桐乡乌镇", True),
        ("杭州国际博览中心", "上海国际博览中心", False),
        ("互联互通 共享共治——携手前行", "互联互通共享共治一一携手前行", True),
    ],
)
def test_texts_that_say_the_same(first: str, second: str, same: bool) -> None:
    one, other = (
        fact(ABOUT, {"subject": "summit:2023", "predicate": "venue", "value": text}) for text in (first, second)
    )
    assert agree(one, other) is agree(other, one) is same


def test_a_text_competes_with_those_in_its_language() -> None:
    themes = ("互联互通", "Interconnected", "共享共治")
    sources = (LATER, ABOUT, ABOUT)
    rows = [
        fact(source, {"subject": "summit:2023", "predicate": "theme", "value": text})
        for source, text in zip(sources, themes, strict=True)
    ]
    assert ranked("theme", rows, DOCUMENTS, vocabulary()).preferred_ids == {rows[0].id, rows[1].id}


def test_values_of_a_list_stand_side_by_side() -> None:
    rows = [
        fact(ABOUT, {"subject": "summit:2023", "predicate": "forum", "value": name}) for name in ("甲论坛", "乙论坛")
    ]
    assert ranked("forum", rows, DOCUMENTS, vocabulary()).preferred_ids == {row.id for row in rows}
