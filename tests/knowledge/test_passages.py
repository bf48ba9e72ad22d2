"""Sentences by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.date import PartialDate
from bot.corpus.document import Block, BlockKind, Document, Sentence
from bot.knowledge.passages import PassageIndex, searched_words
from tests.knowledge_fixtures import shipped

SENTENCES = (
    "咖荟在水乡的桥边举行。",
    "数据治理论坛讨论数据治理。",
    "数字经济论坛在下午举行。",
    "The GSMA supports the summit.",
    "古镇里装了鱀豚识别仪。",
    "理事长庄荣文出席。",
    "庄荣文说，欢迎来到水乡。",
)


def article(*texts: str) -> Document:
    sentences = tuple(Sentence(number, text, text) for number, text in enumerate(texts, 1))
    block = Block(BlockKind.PARAGRAPH, 1, texts, sentences)
    return Document("aaaaaaaaaa", "a.md", "例", "", "", PartialDate(2021), "", (block,))


PASSAGES = PassageIndex().passages([article(*SENTENCES)])


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("咖荟", [1]),
        ("数据治理", [2]),
        ("论坛", [2, 3]),
        ("论坛 举行", [3]),
        ("gsma", [4]),
        ("庄荣文", [6, 7]),
        ("GSMA的summit", [4]),
        ("鱀豚", [5]),  # no dictionary has it
        ("豚识", [5]),  # nor is it a word
        ("数据治理 卫星", [2]),  # half of it
        ("卫星互联网", []),
        ("卫星 门票 数据", []),
        ("的 了 the", []),
        ("", []),
        ("！？", []),
    ],
)
def test_sentences_are_found_by_their_words(asked: str, lines: list[int]) -> None:
    assert sorted(found.sentence.line for found in PASSAGES.search(asked, 10)) == lines


def test_the_best_come_first_and_no_more_than_wanted() -> None:
    assert next(found.sentence.line for found in PASSAGES.search("数据治理 论坛", 10)) == 2
    assert len(PASSAGES.search("论坛", 1)) == 1


@given(st.text(max_size=60))
def test_any_text_can_be_looked_for(text: str) -> None:
    found = PASSAGES.search(text, 3)
    asked = searched_words(text)
    assert all(any(word in each.sentence.text.lower() for word in asked) for each in found)


def test_a_passage_proves_itself() -> None:
    (found,) = shipped().passages.search("人才相亲会", 5)
    assert found.citation.document_id == found.document.id
    assert "人才相亲会" in found.citation.quote


def test_without_articles_nothing_is_found() -> None:
    nothing = PassageIndex().passages([])
    assert nothing.search("论坛", 5) == ()
    assert len(nothing) == 0
