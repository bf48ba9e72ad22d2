"""Which edition it was, by the words around its number; and what else is numbered so."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts

_TITLE = "2023年世界互联网大会乌镇峰会"
_Numbered = tuple[int, str, int]


def _found(body: str, title: str = _TITLE, year: int = 2023) -> set[_Numbered]:
    return {
        (int(fact.subject.removeprefix("summit:")), fact.predicate, int(str(fact.value)))
        for fact in facts(body, day=f"{year}-11-09", title=title)
        if fact.predicate in ("ordinal", "nth_year")
    }


@pytest.mark.parametrize(
    ("body", "title", "numbered"),
    [
        ("大會已邁入第10屆，本屆主題是「數位」。", _TITLE, (2023, "ordinal", 10)),
        ("大会今年已是第十届。", _TITLE, (2023, "ordinal", 10)),
        ("峰会已经走到第十届了。", _TITLE, (2023, "ordinal", 10)),
        ("今年的大会是第10届。", _TITLE, (2023, "ordinal", 10)),
        ("世界互联网大会已进入第十届，规模逐年扩大。", _TITLE, (2023, "ordinal", 10)),
        ("问：今年是第几届？\n\n答：第十届。", _TITLE, (2023, "ordinal", 10)),
        ("**Q2：这是第几届大会？**\n\nA：第十届。前几届都很成功。", _TITLE, (2023, "ordinal", 10)),
        ("一年一度的世界互联网大会，今年办到了第十届。", _TITLE, (2023, "ordinal", 10)),
        ("今年是第十届。", "世界互联网大会要开了", (2023, "ordinal", 10)),
        ("12月16日，第二届世界互联网大会开幕。", "大会开幕", (2015, "ordinal", 2)),
        ("昨日的乌镇，人声鼎沸。", "乌镇迎首届世界互联网大会 千人论道", (2014, "ordinal", 1)),
        ("嘉宾们齐聚一堂。", "第二届世界互联网大会在乌镇开幕", (2015, "ordinal", 2)),
        ("This is the tenth edition of the World Internet Conference.", _TITLE, (2023, "ordinal", 10)),
        ("The summit is now in its tenth edition.", _TITLE, (2023, "ordinal", 10)),
        ("The conference, now in its 10th edition, opened on Wednesday.", _TITLE, (2023, "ordinal", 10)),
        ("It is the 10th World Internet Conference to be held in Wuzhen.", _TITLE, (2023, "ordinal", 10)),
        ("今年是乌镇峰会举办的第十个年头。", _TITLE, (2023, "nth_year", 10)),
        ("今年恰逢乌镇峰会第十年。", _TITLE, (2023, "nth_year", 10)),
        ("峰会迈入第十个年头。", _TITLE, (2023, "nth_year", 10)),
        ("踏入第十個年頭的烏鎮峰會以數位為主題。", _TITLE, (2023, "nth_year", 10)),
        ("这是乌镇与世界互联网大会相约的第十个年头。", _TITLE, (2023, "nth_year", 10)),
        ("峰会已连续第十年在乌镇举办。", _TITLE, (2023, "nth_year", 10)),
    ],
)
def test_the_number_of_an_edition(body: str, title: str, numbered: _Numbered) -> None:
    assert _found(body, title, numbered[0]) == {numbered}


@pytest.mark.parametrize(
    "body",
    [
        "今年是中国全功能接入国际互联网的第29个年头，大会为此设展。",
        "今年恰逢互联网诞生54周年，也是我国接入互联网第29个年头。",
        "这已是我校连续第10年选派学生服务峰会。",
        "这是他第九年来到乌镇参加大会。",
        "公司已连续第8年参加乌镇峰会。",
        "老张第七年为峰会做志愿服务。",
        "今年是改革开放第45个年头，峰会如期召开。",
        "该论坛已是连续第四年举行。",
        "这是“互联网之光”博览会走过的第九个年头。",
        "今年是“一带一路”倡议提出的第十个年头，峰会为此设专场。",
        "大陆连续3年敬陪末座，大会则开了。",
        "“直通乌镇”全球互联网大赛已迈入第5届。",
        "数字经济论坛已是第六届。",
        "这是中国队第三届参加该赛事，峰会期间他们表演。",
        "问：大赛今年是第几届？\n\n答：第五届。",
        "The company is attending the summit for the third year in a row.",
        "It is the fourth year of the pandemic, and the summit is back.",
    ],
)
def test_the_number_of_something_else(body: str) -> None:
    assert _found(body) == set()
