"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.sentences import NEAR, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会开幕。来宾入场！", ["大会开幕。", "来宾入场！"]),
        ("真的吗？！真的。", ["真的吗？！", "真的。"]),
        ("先办展；再办赛。", ["先办展；再办赛。"]),
        ("最后一句没有句号", ["最后一句没有句号"]),
        # quotations, titles, brackets
        ("他说：“好。很好。”大家鼓掌。", ["他说：“好。很好。”", "大家鼓掌。"]),
        ("喊出“一起向未来！”的口号。散会。", ["喊出“一起向未来！”的口号。", "散会。"]),
        ("以“共建！共享”为题。完。", ["以“共建！共享”为题。", "完。"]),
        ("读《去哪儿？回家！》一书。", ["读《去哪儿？回家！》一书。"]),
        ("有三项（见附件。）通过。", ["有三项（见附件。）", "通过。"]),
        ("会议结束。（完。）", ["会议结束。", "（完。）"]),
        ("他说：“" + "长" * NEAR + "。再长。”散会。", ["他说：“" + "长" * NEAR + "。", "再长。”", "散会。"]),
        # markup
        ("**粗体。**下一句。", ["**粗体。**", "下一句。"]),
        ("前一句。**粗体**开头。", ["前一句。", "**粗体**开头。"]),
        # English
        ("It opened. It closed.", ["It opened.", "It closed."]),
        ("The U.S. team met Mr. Li on Nov. 9. Then it left.", ["The U.S. team met Mr. Li on Nov. 9.", "Then it left."]),
        ("J. Smith spoke. Good.", ["J. Smith spoke.", "Good."]),
        ("It began in 2014. 24 forums followed.", ["It began in 2014.", "24 forums followed."]),
        ("No. 5 was a 3.5 m hall.", ["No. 5 was a 3.5 m hall."]),
        ('He said "yes." Then he left.', ['He said "yes."', "Then he left."]),
        ("See http://a.example/?q=1 now. Done!", ["See http://a.example/?q=1 now.", "Done!"]),
        ("大会举行.会议闭幕.", ["大会举行.", "会议闭幕."]),
        ("1. Opening", ["1. Opening"]),
        # lines of one paragraph
        ("跨行的\n一句。下一\n句。", ["跨行的\n一句。", "下一\n句。"]),
        ("时间：11月9日\n地点：乌镇", ["时间：11月9日", "地点：乌镇"]),
        ("  前后空白。  \n", ["前后空白。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:stop] for start, stop in spans(text)] == expected


@given(st.text(st.sampled_from('会议A a.。！?“”（）《》"*\n>1 ，的'), max_size=200))
def test_nothing_but_blanks_is_lost_and_nothing_is_told_twice(text: str) -> None:
    rest, position = "", 0
    for start, stop in spans(text):
        assert position <= start < stop
        rest += text[position:start]
        position = stop
    rest += text[position:]
    assert not rest.strip("> \n")
