"""Texts within Telegram's limit, counted in UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.html import bold, escape, plain
from bot.messages.splitting import TEXT_LIMIT, fit_lines, shown_length, split, utf16_length
from tests.messages.test_html import assert_balanced


def test_a_character_outside_the_basic_plane_counts_twice() -> None:
    assert utf16_length("a中😀") == 4
    assert shown_length("<b>a&amp;中</b>😀") == 5


def test_a_short_text_is_one_part() -> None:
    assert split("<b>短</b>") == ("<b>短</b>",)
    assert split("") == ()


def test_a_text_is_cut_at_the_end_of_a_sentence() -> None:
    assert split("第一句话。第二句话。第三句话。", 11) == ("第一句话。第二句话。", "第三句话。")


def test_tags_are_closed_at_a_cut_and_opened_again() -> None:
    assert split("<b>第一句。第二句。</b>", 5) == ("<b>第一句。</b>", "<b>第二句。</b>")
    assert split('<a href="https://a.b">甲乙丙丁</a>', 2) == (
        '<a href="https://a.b">甲乙</a>',
        '<a href="https://a.b">丙丁</a>',
    )


@given(st.lists(st.tuples(st.text(max_size=30), st.booleans()), max_size=12), st.integers(4, 40))
def test_parts_fit_are_balanced_and_lose_nothing(pieces: list[tuple[str, bool]], limit: int) -> None:
    markup = "".join(bold(text) if strong else escape(text) for text, strong in pieces)
    parts = split(markup, limit)
    for part in parts:
        assert shown_length(part) <= limit
        assert_balanced(part)
    assert _without_spaces("".join(map(plain, parts))) == _without_spaces(plain(markup))


def _without_spaces(text: str) -> str:
    return "".join(text.split())


@given(st.lists(st.text(max_size=60), min_size=1, max_size=20), st.integers(5, 200))
def test_lines_fit_whole_or_are_left_out(texts: list[str], limit: int) -> None:
    message = fit_lines([bold(text) for text in texts], limit)
    assert shown_length(message) <= limit
    assert_balanced(message)


def test_the_limit_is_that_of_the_bot_api() -> None:
    assert shown_length(fit_lines(["😀" * 3000])) <= TEXT_LIMIT == 4096
