"""Raw Markdown as a person reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.reading import read, reader, simplified


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**大会**秘书长", "大会秘书长"),
        ("*one* __two__ ~~three~~ `four` _five_", "one two three four five"),
        ("2*3=6, snake_case_name, a * b", "2*3=6, snake_case_name, a * b"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("见[**公告**](https://a.example/x_(y)?z=1)。", "见公告。"),
        ("前![图](data:image/png;base64,AAAA)后", "前后"),
        ("[![](a.png)](b.html)", ""),
        ("<p class='x'>A&amp;B&nbsp;C</p><!-- hidden -->", "A&B C"),
        ("3 < 5 & 7 > 6", "3 < 5 & 7 > 6"),
        ("阿里\u00a0公司\u3000杭州", "阿里 公司 杭州"),
        ("１１月９日ＷＩＣ，（全角）", "11月9日WIC，（全角）"),
        ("零\u200b宽\ufeff字\u00ad符", "零宽字符"),
        ("a\u2028b\u2029c\u0085d\te", "a b c d e"),
        ("網際網路大會", "网际网路大会"),
        # line breaks of one paragraph
        ("共有\n2100多名", "共有2100多名"),
        ("held in\nWuzhen", "held in Wuzhen"),
        ("man-in-\nthe-middle - a\nterm", "man-in-the-middle - a term"),
        ("在\nWuzhen\n举行", "在 Wuzhen 举行"),
        ("结束。\nThen", "结束。Then"),
        ("第一行  \r\n> 第二行", "第一行第二行"),
        ("  ", ""),
    ],
)
def test_read(raw: str, text: str) -> None:
    assert read(raw) == text


def test_a_reader_for_a_text_reads_as_the_general_one() -> None:
    for text in ("plain words", "大会开幕", "大會開幕", "**大會**"):
        assert reader(text)(text) == read(text)


@given(st.text(max_size=300))
def test_a_read_text_stands_on_one_line_without_odd_blanks(raw: str) -> None:
    text = read(raw)
    assert text == text.strip()
    assert not set(text) & set("\n\r\t\u00a0\u2028\u2029\u0085\u200b\ufeff\u3000")


@given(st.lists(st.text(st.sampled_from("a大會後國\u0000é😀 "), max_size=20), max_size=8))
def test_simplifying_keeps_lines(lines: list[str]) -> None:
    assert simplified("\n".join(lines)).count("\n") == max(len(lines) - 1, 0)


def test_the_words_of_an_article_on_security_from_taiwan_are_read_as_on_the_mainland() -> None:
    text = "駭客用隨身碟帶走金鑰，演算法卻沒有問題。"
    assert reader(text)(text) == "黑客用U盘带走密钥，算法却没有问题。"
