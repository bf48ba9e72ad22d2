"""Invented articles of all years and styles against the facts that people read in them.

The floors are the present figures: raise them when they rise, never lower them to make a change pass.
"""

from __future__ import annotations

from functools import cache

from bot.corpus.load import load
from bot.facts.fact import Fact, Quantity
from tests.articles.scoring import DEVELOPMENT, Row, Score, articles, score
from tests.facts.reading_fixtures import extractor

PRECISION_FLOOR = 0.97
RECALL_FLOOR = 0.90


def _row(fact: Fact) -> Row:
    return {
        "subject": fact.subject,
        "predicate": fact.predicate,
        "value": fact.value.value if isinstance(fact.value, Quantity) else str(fact.value),
        "approximation": fact.approximation.value if fact.approximation else None,
        "title": fact.title,
        "role": fact.role,
    }


@cache
def _scores() -> dict[str, Score]:
    documents = {document.path: document for document in load(DEVELOPMENT).documents}
    return {
        path.name: score([_row(fact) for fact in extractor().facts(documents[path.name])], gold)
        for path, gold in articles(DEVELOPMENT, ".facts.json")
        if path.name in documents
    }


def test_every_article_is_read() -> None:
    assert len(_scores()) >= 48


def test_what_is_said_is_right() -> None:
    found = sum(len(one.found) for one in _scores().values())
    wrong = {name: sorted(one.wrong) for name, one in _scores().items() if one.wrong}
    assert found / (found + sum(map(len, wrong.values()))) >= PRECISION_FLOOR, wrong


def test_what_the_articles_hold_is_found() -> None:
    found = sum(len(one.found) for one in _scores().values())
    missing = {name: sorted(one.missing) for name, one in _scores().items() if one.missing}
    assert found / (found + sum(map(len, missing.values()))) >= RECALL_FLOOR, missing
