"""Markup: nothing a reader types or an article holds can break it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.html import escape, link, neutral, plain, shortened, shown_quote


class Balance(HTMLParser):
    """Counts open tags; Telegram refuses what it does not know, what is not closed, and what crosses."""

    ALLOWED = frozenset({"b", "i", "a", "code", "blockquote"})

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in self.ALLOWED
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def assert_balanced(markup: str) -> None:
    assert not Balance(markup).open


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a<b>&\"'", "a<b>&\"'"),
        ("甲\u202e乙\u2066丙", "甲乙丙"),
        ("a\x00b\x1bc", "a b c"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("a\ud800b", "a b"),
    ],
)
def test_a_text_is_shown_as_it_is_but_for_characters_that_hide_or_reorder(text: str, shown: str) -> None:
    assert plain(escape(text)) == shown


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    markup = escape(text)
    assert_balanced(f"<b>{markup}</b>")
    assert plain(markup) == neutral(text)


@given(st.text(), st.text())
def test_no_address_breaks_a_link(text: str, url: str) -> None:
    for markup in (link(text, url), link(text, f"https://{url}")):
        assert_balanced(markup)
        assert plain(markup) == neutral(text)


def test_only_web_addresses_are_linked() -> None:
    assert link("甲", "javascript:alert(1)") == "甲"
    assert link("甲", "https://a.b/?x=1&y=2") == '<a href="https://a.b/?x=1&amp;y=2">甲</a>'


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("**任贤良**介绍，今年峰会", "任贤良介绍，今年峰会"),
        ("> 第一行\n> 第二行", "第一行第二行"),
        ("- “一带一路”论坛", "“一带一路”论坛"),
        ("共有2100\n多名嘉宾", "共有2100多名嘉宾"),
        ("held in\nWuzhen", "held in Wuzhen"),
        ("见[全文](https://a.b/c)。", "见全文。"),
        ("![图](https://a.b/c.png)正文", "正文"),
        ("## 标题", "标题"),
        ("**设立“杰出贡献奖”**；", "设立“杰出贡献奖”；"),
        ("互联网+", "互联网+"),
        ("3 * 4 * 5", "3 * 4 * 5"),
    ],
)
def test_a_quote_is_shown_without_its_markup(quote: str, shown: str) -> None:
    assert shown_quote(quote) == shown


@given(st.text(max_size=300))
def test_no_quote_breaks_its_display(quote: str) -> None:
    shown = shown_quote(quote)
    assert "\n" not in shown
    assert_balanced(f"<blockquote>{escape(shown)}</blockquote>")


def test_a_long_text_is_shortened_on_one_line() -> None:
    assert shortened("一\n二  三", 10) == "一 二 三"
    assert shortened("x" * 100, 10) == "x" * 9 + "…"
