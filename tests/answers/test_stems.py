"""English words without their endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.stems import stem


@pytest.mark.parametrize(
    "words",
    [
        ("exhibit", "exhibits", "exhibited", "exhibiting"),
        ("plan", "planned", "planning", "plans"),
        ("battery", "batteries"),
        ("case", "cases"),
        ("innovate", "innovation"),
    ],
)
def test_forms_of_one_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len(set(map(stem, words))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("guest", "guide"), ("host", "hotel"), ("track", "trade"), ("does", "dose")]
)
def test_other_words_have_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_stem_begins_its_word_and_is_never_empty(word: str) -> None:
    assert word.startswith(stem(word))
    assert bool(stem(word)) is bool(word)
