"""Lines to blocks."""

from __future__ import annotations

import pytest

from bot.corpus.document import BlockKind
from tests.corpus.build import blocks, document, only

P, H, I, Q, R, S = (  # noqa: E741
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.ITEM,
    BlockKind.QUOTE,
    BlockKind.ROW,
    BlockKind.SEPARATOR,
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一段。\n\n二段。", [(P, 1, "一段。"), (P, 3, "二段。")]),
        ("断开\n的一段。\n\n二段。", [(P, 1, "断开的一段。"), (P, 4, "二段。")]),
        ("一句没完\n。\n\n后文。", [(P, 1, "一句没完。"), (P, 4, "后文。")]),
        (
            "# 题一\n正文。\n## 题二\n##题三\n#话题#不是标题。",
            [(H, 1, "题一"), (P, 2, "正文。"), (H, 3, "题二"), (H, 4, "题三"), (P, 5, "#话题#不是标题。")],
        ),
        (
            "清单：\n- 甲\n* 乙\n• 丙\n1. 丁\n2、戊\n（3）己",
            [(P, 1, "清单："), (I, 2, "甲"), (I, 3, "乙"), (I, 4, "丙"), (I, 5, "丁"), (I, 6, "戊"), (I, 7, "己")],
        ),
        ("- 断开\n  的一项\n- 下一项", [(I, 1, "断开的一项"), (I, 3, "下一项")]),
        ("始于\n2014. 年，共\n1.5万人。", [(P, 1, "始于2014. 年，共1.5万人。")]),
        ("术语\n（\nterm\n）", [(P, 1, "术语（term）")]),
        ("术语\n\n（\n\nterm\n\n）", [(P, 1, "术语"), (P, 3, "（"), (P, 5, "term"), (P, 7, "）")]),
        (
            "| 届 | 人数 |\n|---|---|\n| 九 | 2100 |\n| 十 | 1800 |\n后文。",
            [(R, 1, "| 届 | 人数 |"), (S, 2, ""), (R, 3, "| 九 | 2100 |"), (R, 4, "| 十 | 1800 |"), (P, 5, "后文。")],
        ),
        ("共有来宾\n20. 人", [(P, 1, "共有来宾20. 人")]),
        ("> 引文\n> 两行。\n>\n> 第二段。\n正文。", [(Q, 1, "引文两行。"), (Q, 4, "第二段。"), (P, 5, "正文。")]),
        ("> - 引文里的一项\n> # 引文里的题", [(I, 1, "引文里的一项"), (H, 2, "引文里的题")]),
        ("上。\n\n---\n\n***\n\n﹀\n\n下。", [(P, 1, "上。"), (S, 3, ""), (P, 9, "下。")]),
        ("上。\n![](a.png)\n下。", [(P, 1, "上。"), (S, 2, ""), (P, 3, "下。")]),
        (
            "```python\n围栏里的话。\n`````\n~~~\n没有关上的。",
            [(S, 1, ""), (P, 2, "围栏里的话。"), (S, 3, ""), (P, 5, "没有关上的。")],
        ),
        ("甲。\n<p></p>\n乙。\n<br/>\n丙。", [(P, 1, "甲。"), (P, 3, "乙。"), (P, 5, "丙。")]),
        ("\u3000\u3000缩进。\n\u00a0\n\ufeff\n后文。", [(P, 1, "缩进。"), (P, 4, "后文。")]),
        ("甲。\u2028乙。\u2029丙。\u0085丁。", [(P, 1, "甲。乙。丙。丁。")]),
        ("甲。\r\n\r\n乙。\r\n", [(P, 1, "甲。"), (P, 3, "乙。")]),
        (
            "甲。\n\n---\ntitle: 乙\n---\n\n丙。",
            [(P, 1, "甲。"), (S, 3, ""), (P, 4, "title: 乙"), (S, 5, ""), (P, 7, "丙。")],
        ),
    ],
)
def test_blocks(body: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    assert blocks(body) == expected


@pytest.mark.parametrize(
    ("body", "strong"),
    [
        ("**全是粗体**", True),
        ("**一**　**二**", True),
        ("**粗体**和正文", False),
        ("正文", False),
        ("<strong>粗</strong>", True),
        ("__粗__", True),
    ],
)
def test_a_block_is_strong_when_all_of_it_is_bold(body: str, strong: bool) -> None:
    assert only(body).strong is strong


def test_a_block_keeps_its_physical_lines() -> None:
    block = only("中间人\n（man-in-\nthe-middle）\n**攻击**")
    assert block.lines == ("中间人", "（man-in-", "the-middle）", "攻击")
    assert block.line == 7


def test_a_quote_is_verbatim_and_stands_on_its_line() -> None:
    first, second, third = only("> 开头**很\n> 长**。第二句[在此](x)\n> 结束。三。").sentences
    assert (first.line, first.quote, first.text) == (7, "开头**很\n> 长**。", "开头很长。")
    assert (second.line, second.quote, second.text) == (8, "第二句[在此](x)\n> 结束。", "第二句在此结束。")
    assert (third.line, third.quote, third.text) == (9, "三。", "三。")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("網際網路大會在烏鎮舉行。", "互联网大会在乌镇举行。"),
        ("軟體與資訊的專案。", "软件与信息的项目。"),
        ("大會文件的發布程序。", "大会文件的发布程序。"),
        (
            "程序里的文件叫“網路”，这一句本来是简体字写成的，只引了一个词。",
            "程序里的文件叫“网路”，这一句本来是简体字写成的，只引了一个词。",
        ),
    ],
)
def test_a_traditional_text_is_read_as_simplified_and_quoted_as_printed(printed: str, text: str) -> None:
    (sentence,) = only(printed).sentences
    assert (sentence.quote, sentence.text) == (printed, text)


def test_a_row_of_a_table_gives_its_cells() -> None:
    head, _, row = document("| 类别 | 单位 |\n|---|---|\n| 基础。研究 | **甲大学** |").blocks
    assert head.cells == ("类别", "单位")
    assert row.cells == ("基础。研究", "甲大学")
    assert len(row.sentences) == 1
    assert only("| 不是表格").cells == ()


def test_what_stands_between_two_fences_is_code() -> None:
    body = "前。\n\n```\n# 题\n围栏里。\n```\n\n后。"
    assert [block.code for block in document(body).blocks if block.sentences] == [False, True, True, False]
    assert not any(block.code for block in document("```\n没有关上的。\n\n后。").blocks)
    assert not any(block.code for block in document("```\n" + "一段。\n\n" * 40 + "```").blocks)


def test_corner_brackets_are_quotation_marks_in_the_text_but_not_in_the_quote() -> None:
    (sentence,) = only("設有「甲『乙』」論壇。").sentences
    assert (sentence.quote, sentence.text) == ("設有「甲『乙』」論壇。", "设有“甲‘乙’”论坛。")


def test_each_line_that_is_a_label_with_its_value_is_a_sentence() -> None:
    texts = [sentence.text for sentence in only("分论坛：19个\n主协办论坛的部委、企业等：70家").sentences]
    assert texts == ["分论坛：19个", "主协办论坛的部委、企业等：70家"]
    assert len(only("他说明了三点：一是\n构建平台，二是：设奖").sentences) == 1


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("- 甲", "- "),
        ("1. 甲", "1. "),
        ("2、甲", "2、"),
        ("（3）甲", "（3）"),
        ("①\u00a0甲", "① "),
        ("> - 甲", "- "),
        ("甲", ""),
    ],
)
def test_an_item_keeps_what_it_begins_with(line: str, marker: str) -> None:
    assert only(line).marker == marker
