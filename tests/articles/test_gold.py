"""The gold itself is sound: every row has a known form and points at a line of its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.date import PartialDate
from bot.facts.fact import Approximation, Basis, Phase
from tests.articles.scoring import COUNTS, DATES, DEVELOPMENT, EXTRAS, GLOSSARY, ROLES, TEXTS, articles, plain, score

SEEDS = Path(__file__).parents[2] / "seeds"
SEED_GOLD = Path(__file__).parents[1] / "seeds"
ARTICLES = [*articles(DEVELOPMENT, ".facts.json"), *articles(SEEDS, ".facts.json", SEED_GOLD)]
ITEMS = articles(GLOSSARY, ".gold.json")


@pytest.mark.parametrize(("path", "gold"), ARTICLES, ids=lambda value: getattr(value, "stem", ""))
def test_each_row_has_a_known_form(path: Path, gold: list[dict[str, object]]) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for row in gold:
        predicate, value = row["predicate"], row["value"]
        assert predicate in COUNTS | DATES | TEXTS | EXTRAS
        if predicate in COUNTS:
            assert isinstance(value, int)
            assert Approximation(str(row["approximation"]))
        elif predicate in DATES:
            assert str(PartialDate.parse(str(value))) == value
        else:
            assert isinstance(value, str)
            assert value == value.strip() != ""
        assert Basis(str(row["basis"]))
        assert "phase" not in row or Phase(str(row["phase"]))
        assert (predicate == "person") == (row.get("role") in ROLES)
        assert isinstance(row["line"], int)
        assert lines[row["line"] - 1].strip()


@pytest.mark.parametrize(("path", "gold"), ARTICLES, ids=lambda value: getattr(value, "stem", ""))
def test_no_row_is_said_twice(path: Path, gold: list[dict[str, object]]) -> None:
    assert score(gold, gold).missing == frozenset()
    seen = [tuple(sorted((name, str(part)) for name, part in row.items() if name != "line")) for row in gold]
    assert len(seen) == len(set(seen)), path.name


@pytest.mark.parametrize(("path", "gold"), ITEMS, ids=lambda value: getattr(value, "stem", ""))
def test_each_item_begins_on_its_line(path: Path, gold: list[dict[str, object]]) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for item in gold:
        line = lines[int(str(item["line"])) - 1].replace("\u00a0", " ")
        assert item["term_zh"] or item["term_en"]
        assert item["definition"]
        # A Traditional term is listed as Simplified: its English name marks the line.
        assert any(str(item[name]) and str(item[name]) in line for name in ("term_zh", "term_en"))


def test_a_missing_and_a_wrong_figure_are_told_apart() -> None:
    gold = [{"subject": "summit:2030", "predicate": "guests", "value": 900, "approximation": "over"}]
    exact = [{"subject": "summit:2030", "predicate": "guests", "value": 900, "approximation": "exact"}]
    result = score(exact, gold)
    assert result.found == frozenset()
    assert result.missing == {("summit:2030", "guests", "900", "over")}
    assert result.wrong == {("summit:2030", "guests", "900", "exact")}


def test_an_optional_fact_counts_neither_way() -> None:
    gold = [{"subject": "summit:2030", "predicate": "mode", "value": "hybrid", "optional": True}]
    assert score([], gold).missing == frozenset()
    assert score(gold, gold).wrong == frozenset()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("创新驱动 造福人类——携手共建", "创新驱动，造福人类一一携手共建"),
        ("全球移动通信系统协会（GSMA）", "全球移动通信系统协会"),
        ("Wuzhen, Zhejiang", "wuzhen zhejiang"),
        ("（视频）", "视频"),
    ],
)
def test_texts_are_compared_without_punctuation(left: str, right: str) -> None:
    assert plain(left) == plain(right)


def test_every_seed_has_its_gold() -> None:
    assert {path.stem for path in SEEDS.glob("*.md")} == {
        path.name.removesuffix(".facts.json") for path in SEED_GOLD.glob("*.facts.json")
    }
