"""What is said of a question that was not answered: what is lacking, and never what is there."""

from __future__ import annotations

import pytest

from bot.language import of_text
from bot.messages.html import plain
from bot.services.answering import Answering
from tests.knowledge_fixtures import FixedClock, config, shipped, vocabulary

ANSWERING = Answering(shipped, config(), vocabulary(), FixedClock())


def said(text: str) -> str:
    return plain(ANSWERING.ask(text, of_text(text)).html)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("2024年峰会哼了什么", "2024 年峰会：没看懂问的是哪一点"),
        ("第九届哼了什么", "2022 年峰会：没看懂问的是哪一点"),
        ("what did the 2024 summit quarbl", "did not understand what you want to know about the 2024 summit"),
        ("组织哼了什么", "世界互联网大会国际组织：没看懂问的是哪一点"),
        ("what has the organisation quarbled", "did not understand what you want to know about World Internet"),
    ],
)
def test_what_is_in_the_sources_is_not_said_to_be_missing(question: str, about: str) -> None:
    first, second, *_ = said(question).split("\n")
    assert question in first
    assert about in second
    assert "2022、2024" not in said(question)


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("1999年的峰会", "没有 1999 年峰会的记载"),
        ("第十五届峰会", "没有第十五届峰会的记载"),
        ("the summit of 1999", "a summit in 1999"),
    ],
)
def test_an_edition_that_is_not_in_the_sources_is_named_as_missing(question: str, lacking: str) -> None:
    assert lacking in said(question).split("\n")[0]
