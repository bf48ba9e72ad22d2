"""Sentences as they are shown, and references to articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import Language
from bot.messages.cite import reference
from bot.messages.coverage import year_ranges
from bot.messages.html import plain
from bot.messages.passages import TEXT_CHARACTERS, excerpt, highlighted
from bot.messages.voice import voice
from tests.knowledge_fixtures import config, document, shipped, vocabulary
from tests.messages.test_html import assert_balanced


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("数据治理论坛", ("数据",), "<b>数据</b>治理论坛"),
        ("数据治理论坛", ("数据", "治理"), "<b>数据治理</b>论坛"),
        ("The GSMA and gsma", ("gsma",), "The <b>GSMA</b> and <b>gsma</b>"),
        ("a < b & c", ("b",), "a &lt; <b>b</b> &amp; c"),
        ("无关", ("数据",), "无关"),
        ("无关", (), "无关"),
        ("1+1=2 (二)", ("+", "("), "1<b>+</b>1=2 <b>(</b>二)"),
    ],
)
def test_words_stand_in_bold(text: str, words: tuple[str, ...], shown: str) -> None:
    assert highlighted(text, words) == shown


@given(st.text(), st.lists(st.text(min_size=1, max_size=4), max_size=4).map(tuple))
def test_bold_changes_nothing_else(text: str, words: tuple[str, ...]) -> None:
    shown = highlighted(excerpt(text, words), words)
    assert_balanced(shown)
    assert plain(shown) == plain(highlighted(excerpt(text, words), ()))


def test_a_long_sentence_is_cut_around_the_first_word() -> None:
    long = "前" * 500 + "咖荟" + "后" * 500
    shown = excerpt(long, ("咖荟",))
    assert "咖荟" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) == TEXT_CHARACTERS + 2
    assert excerpt("短句", ("咖荟",)) == "短句"


@pytest.mark.parametrize(
    ("years", "shown"),
    [((2014, 2015, 2016, 2023), "2014–2016、2023"), ((2020,), "2020"), ((2019, 2021), "2019、2021")],
)
def test_neighbouring_years_are_a_range(years: tuple[int, ...], shown: str) -> None:
    assert year_ranges(years, voice(Language.ZH, shipped(), config(), vocabulary())) == shown


def test_a_reference_names_what_is_known_and_no_more() -> None:
    bare = document("a.md", "2019-10", publisher="", title="标题")
    assert reference(bare, Language.ZH) == "标题[EB/OL]. (2019-10)."
    assert reference(bare, Language.EN) == "(2019-10). 标题."
    known = document("a.md", "2019-10-20", publisher="某报", title="标题", url="https://example.org/a")
    assert reference(known, Language.ZH) == "某报. 标题[EB/OL]. (2019-10-20). https://example.org/a"
    assert reference(known, Language.EN) == "某报 (2019-10-20). 标题. https://example.org/a"
