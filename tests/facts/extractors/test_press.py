"""The day of a press conference, and which days are others."""

from __future__ import annotations

import pytest

from bot.facts.extractors.press import extract
from bot.facts.fact import Phase
from tests.facts.extractors.article import TITLE, TITLE_EN, reading

ZH = [
    ("10月24日上午，乌镇峰会新闻发布会在北京召开。", ("2023-10-24", "北京")),
    ("国新办10月24日举行新闻发布会，介绍乌镇峰会筹备情况。", ("2023-10-24", None)),
    ("任贤良在24日举行的新闻发布会上说，峰会将于11月8日开幕。", ("2023-10-24", None)),
    ("记者从今天在杭州举行的新闻发布会上获悉，大会将于11月8日至10日举行。", ("2023-10-27", "杭州")),
    ("在10月24日举行的介绍11月8日开幕的峰会情况的新闻发布会上，他答了问。", ("2023-10-24", None)),
    ("中央網信辦今日（27日）於北京召開記者會。", ("2023-10-27", "北京")),
    ("在昨日举行的乌镇峰会媒体吹风会上，任贤良介绍了情况。", ("2023-10-26", None)),
    ("- 新闻发布会：11月6日，乌镇互联网国际会展中心", ("2023-11-06", None)),
]
ZH_NOTHING = [
    "“互联网之光”博览会新闻发布会10月24日在北京举行。",
    "峰会期间举行了3场新闻发布会。",
    "新闻发布会上，任贤良介绍，峰会将于11月8日开幕。",
    "华为10月20日在乌镇举行新品发布会。",
]
EN = [
    ("Ren Xianliang told a press conference in Beijing on Monday.", ("2023-10-23", "Beijing")),
    (
        "At a press conference held in Beijing on Oct 24, organizers said the summit opens on Nov 8.",
        ("2023-10-24", "Beijing"),
    ),
    ("Organizers said at a news conference on Tuesday that the summit opens on Nov 8.", ("2023-10-24", None)),
]


def found(body: str, title: str) -> list[tuple[str, str | None]]:
    return [(str(fact.value), fact.place) for fact in extract(reading(body, title, "2023-10-27"))]


@pytest.mark.parametrize(("body", "expected"), ZH)
def test_chinese_wordings(body: str, expected: tuple[str, str | None]) -> None:
    assert found(body, TITLE) == [expected]


@pytest.mark.parametrize("body", ZH_NOTHING)
def test_other_conferences_and_other_days_are_passed_over(body: str) -> None:
    assert found(body, TITLE) == []


@pytest.mark.parametrize(("body", "expected"), EN)
def test_english_wordings(body: str, expected: tuple[str, str | None]) -> None:
    assert found(body, TITLE_EN) == [expected]


def test_a_day_behind_the_article_is_announced() -> None:
    (fact,) = extract(reading("新闻发布会将于11月6日在北京举行。", TITLE, "2023-10-27"))
    assert fact.phase is Phase.ANNOUNCED


def test_a_press_conference_after_the_closing_has_no_day_of_an_earlier_paragraph() -> None:
    body = "开幕式于10月21日上午举行。\n\n大会秘书长在闭幕后的记者会上说，乌镇变了。"
    assert not list(extract(reading(body, "第六届世界互联网大会闭幕", "2019-10-24")))
