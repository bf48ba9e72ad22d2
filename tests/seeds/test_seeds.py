"""The articles that ship: everything they say is found, nothing else, and each fact in its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.config import load_config
from bot.corpus.load import load
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.build import build
from bot.knowledge.snapshot import Snapshot
from bot.messages.export import facts_data, glossary_data
from tests.articles.scoring import Row, articles, key, score

ROOT = Path(__file__).resolve().parents[2]
SEEDS = articles(ROOT / "seeds", ".facts.json", Path(__file__).parent)
IDS = [path.stem for path, _ in SEEDS]


def understood(folder: Path) -> Snapshot:
    return build(load(folder), load_config(ROOT / "config.yaml"), load_vocabulary())


@pytest.fixture(scope="module")
def together() -> Snapshot:
    """What is known from all seeds read at once, as the bot reads them."""
    return understood(ROOT / "seeds")


@pytest.mark.parametrize(("path", "gold"), SEEDS, ids=IDS)
def test_everything_an_article_says_is_found_in_it_alone_and_nothing_else(
    path: Path, gold: list[Row], tmp_path: Path
) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    result = score(facts_data(understood(tmp_path)), gold)
    assert (result.missing, result.wrong) == (frozenset(), frozenset())


def test_side_by_side_they_lose_nothing_and_do_not_contradict_each_other(together: Snapshot) -> None:
    exported = facts_data(together)
    result = score(exported, [row for _, gold in SEEDS for row in gold])
    assert (result.missing, result.wrong) == (frozenset(), frozenset())
    assert [key(row) for row in exported if not row["preferred"]] == []


@pytest.mark.parametrize(("path", "gold"), SEEDS, ids=IDS)
def test_each_fact_is_proved_at_the_line_where_it_is_said(path: Path, gold: list[Row], together: Snapshot) -> None:
    proved = {
        (key(row), source["line"])
        for row in json.loads(json.dumps(facts_data(together)))
        for source in row["sources"]
        if source["document"] == path.name
    }
    unproved = [(key(row), row["line"]) for row in gold if not row.get("optional")]
    assert [row for row in unproved if row not in proved] == []


def test_every_quote_stands_in_its_article(together: Snapshot) -> None:
    """The seeds are plain prose, so that a quote is found letter by letter at its line."""
    for fact in together.facts:
        for source in fact.sources:
            article = (ROOT / "seeds" / together.documents[source.document_id].path).read_text(encoding="utf-8")
            rest = "\n".join(article.split("\n")[source.line - 1 :])
            assert source.quote in rest.partition("\n\n")[0], (source.line, source.quote)


def test_the_term_is_found(together: Snapshot) -> None:
    (item,) = glossary_data(together)
    assert (item["term_zh"], item["term_en"]) == ("中间人攻击", "man-in-the-middle attack")
    assert item["document"] == "2022-wuzhen-summit.md"


def test_the_linter_finds_no_fault(together: Snapshot) -> None:
    assert together.problems == ()
    assert len(together.documents) == len(SEEDS) == 2
