"""Terms of the glossary and persons by names that are nearly those of others."""

from __future__ import annotations

import pytest

from bot.answers.answer import Kind
from bot.answers.known import Known
from bot.answers.term import term
from bot.answers.who import who
from bot.corpus.document import Citation
from bot.facts.fact import GlossaryItem
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from tests.knowledge_fixtures import document, fact, vocabulary

ARTICLE = document("a.md", "2022")


def known() -> Known:
    items = tuple(
        GlossaryItem(term_zh=name, term_en="", definition=f"第 {number} 个解释。", source=Citation(ARTICLE.id, 3, name))
        for number, name in enumerate(("冷备份", "非对称加密", "数字鸿沟"))
    )
    person = fact(ARTICLE, {"subject": "summit:2021", "predicate": "person", "value": "任贤良", "role": "spoke"})
    snapshot = Snapshot({ARTICLE.id: ARTICLE}, (person,), frozenset({person.id}), items)
    return Known(snapshot, vocabulary(), Language.ZH)


@pytest.mark.parametrize(("typed", "meant"), [("热备份", "冷备份"), ("对称加密", "非对称加密")])
def test_a_term_that_may_be_another_one_is_offered_and_not_answered(typed: str, meant: str) -> None:
    answer = term(typed, known())
    assert (answer.kind, answer.statements) == (Kind.UNKNOWN, ())
    assert dict(answer.suggestions[0].values) == {"command": "term", "argument": meant}


def test_a_term_with_a_slip_is_answered_and_named() -> None:
    answer = term("数字鸿钩", known())
    assert answer.kind is Kind.FOUND
    assert answer.understood.corrected == (("数字鸿钩", "数字鸿沟"),)


def test_another_person_is_offered_and_not_answered() -> None:
    answer = who("任贤齐", known())
    assert answer.kind is Kind.UNKNOWN
    assert dict(answer.suggestions[0].values) == {"command": "who", "argument": "任贤良"}
    assert who("任贤亮", known()).kind is Kind.FOUND
