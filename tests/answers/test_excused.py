"""Words that were not understood: excused by the sentence that proves the answer, and by nothing else."""

from __future__ import annotations

import pytest

from bot.answers.answer import Answer, Kind, Question
from bot.answers.interpret.lexicon import build_lexicon
from bot.answers.question import answer
from bot.knowledge.snapshot import Snapshot
from bot.language import Language, of_text
from tests.knowledge.test_passages import article
from tests.knowledge_fixtures import TODAY, Row, config, fact, shipped, snapshot, vocabulary

LEXICON = build_lexicon(vocabulary(), config())
SENTENCE = "900名海外宾朋和邻镇嘉宾徜徉水乡，共话数字未来，主题为“桥”。"


def told() -> Snapshot:
    """One sentence that proves a figure and a theme of 2021."""
    written = article(SENTENCE)
    rows: list[Row] = [
        {"subject": "summit:2021", "predicate": "guests", "value": 900},
        {"subject": "summit:2021", "predicate": "theme", "value": "桥"},
    ]
    return snapshot([written], [fact(written, row, 1, SENTENCE) for row in rows])


KNOWN = told()


def ask(text: str, known: Snapshot = KNOWN) -> Answer:
    return answer(Question(text, of_text(text, Language.ZH), TODAY), known, LEXICON)


@pytest.mark.parametrize(
    "question",
    [
        "2021年徜徉的嘉宾有多少",  # what is done stands in the sentence
        "2021年邻镇嘉宾有多少",  # and so does the noun before the very noun that is counted
    ],
)
def test_a_word_of_the_proof_is_excused(question: str) -> None:
    assert [f.value.value for s in ask(question).statements for f in s.facts if hasattr(f.value, "value")] == [900]


@pytest.mark.parametrize(
    "question",
    [
        "2021年打盹的嘉宾有多少",  # not in the sentence
        "2021年水乡嘉宾有多少",  # in it, but before another noun
        "2021年海外嘉宾有多少",  # what narrows is never excused
        "2021年徜徉的嘉宾有多少记者",
        "2021年徜徉的嘉宾是不是最多",
        "2022年徜徉的嘉宾有多少",
    ],
)
def test_other_words_are_not(question: str) -> None:
    assert ask(question).kind is Kind.UNKNOWN


def test_a_day_is_excused_by_the_paragraph_that_says_it() -> None:
    assert ask("2022年11月9日谁主持了全体会议", shipped()).kind is Kind.FOUND
    assert ask("2022年11月2日谁主持了全体会议", shipped()).kind is Kind.UNKNOWN


def test_an_office_is_no_word_to_be_passed_over() -> None:
    assert ask("2022年会长是谁", shipped()).kind is Kind.UNKNOWN
