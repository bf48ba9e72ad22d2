"""The values that disagree with the one that is shown."""

from __future__ import annotations

from bot.answers.answer import Statement
from bot.language import Language
from bot.messages.rivals import MOST_RIVALS, rivals_text
from bot.messages.voice import voice
from tests.knowledge_fixtures import config, document, fact, snapshot, vocabulary


def said(count: int) -> str:
    """What is said of so many rivals."""
    article = document("a.md", "2024")
    winner, *losers = (
        fact(article, {"subject": "summit:2024", "predicate": "guests", "value": value})
        for value in range(1001, 1002 + count)
    )
    speaker = voice(Language.EN, snapshot([article], [winner, *losers], losers), config(), vocabulary())
    return rivals_text(Statement("summit.guests", (winner,), tuple(losers)), speaker, None)


def test_of_very_many_rivals_the_first_are_told() -> None:
    assert "1,009" in said(MOST_RIVALS)
    assert "…" not in said(MOST_RIVALS)
    assert "1,009" in said(MOST_RIVALS + 1)
    assert "1,010" not in said(MOST_RIVALS + 1)
    assert "…" in said(MOST_RIVALS + 1)


def test_rivals_that_lose_for_different_reasons_share_one_bracket() -> None:
    early, late = document("early.md", "2024-11-01"), document("late.md", "2024-12-01")
    guests = {"subject": "summit:2024", "predicate": "guests"}
    winner = fact(late, {**guests, "value": 1001})
    losers = [
        fact(early, {**guests, "value": 20, "phase": "announced"}),
        fact(early, {**guests, "value": 30}),
    ]
    speaker = voice(Language.ZH, snapshot([early, late], [winner, *losers], losers), config(), vocabulary())
    said = rivals_text(Statement("summit.guests", (winner,), tuple(losers)), speaker, None)
    assert said.count("（") == said.count("）") == 1
    assert said.startswith("（另有来源说是 20 ")
    assert "；又有来源说是 30 " in said


def test_without_rivals_nothing_is_said() -> None:
    assert said(0) == ""
