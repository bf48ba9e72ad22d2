"""When an edition met."""

from __future__ import annotations

import pytest

from bot.facts.fact import Basis
from tests.facts.reading_fixtures import facts, values

PREDICATES = ("start_date", "end_date", "opening_date", "closing_date", "duration_days")


def _found(body: str, day: str = "2023-11-12") -> dict[str, str]:
    return {predicate: value for _, predicate, value in values(facts(body, day=day), *PREDICATES)}


RANGE = {"start_date": "2023-11-08", "end_date": "2023-11-10", "duration_days": "3"}


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年世界互联网大会乌镇峰会11月8日至10日在浙江乌镇举行。",
        "2023年世界互联网大会乌镇峰会于11月8日—10日召开。",
        "11月8日到10日，世界互联网大会乌镇峰会如期举办。",
        "时间：2023年11月8日至10日",
        "本届峰会以“互联互通”为主题，从8日起至10日止，共3天。",
        "11月8日至10日，2023年世界互联网大会乌镇峰会将再赴水乡之约。",
        "**2023**　7月12日，国际组织满周岁；11月8日至10日，乌镇峰会举行。",
        "记者获悉，今年峰会定档11月8日—10日。",
        "11月8日至10日，大会移师新落成的会展中心。",
        "The 2023 World Internet Conference Wuzhen Summit was held in Wuzhen from Nov. 8 to 10.",
        "The summit takes place on 8–10 November 2023.",
    ],
)
def test_a_range_gives_both_days_and_the_duration(sentence: str) -> None:
    assert _found(sentence) == RANGE


def test_an_opening_day_with_a_duration_gives_the_range() -> None:
    found = facts("世界互联网大会乌镇峰会11月8日在乌镇开幕，为期三天。")
    assert {p: v for _, p, v in values(found, *PREDICATES)} == {**RANGE, "opening_date": "2023-11-08"}
    (end,) = (fact for fact in found if fact.predicate == "end_date")
    assert end.basis is Basis.DERIVED


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("8日上午，世界互联网大会乌镇峰会拉开帷幕。", {"opening_date": "2023-11-08"}),
        ("峰会开幕式8日上午举行。", {"opening_date": "2023-11-08"}),
        ("峰会10日在乌镇落下帷幕。", {"closing_date": "2023-11-10"}),
        ("The summit closed on Nov. 10 in Wuzhen.", {"closing_date": "2023-11-10"}),
        (
            "The summit concluded in Wuzhen, Zhejiang province, on Friday, with calls for openness.",
            {"closing_date": "2023-11-10"},
        ),
        (
            "峰会8日开幕，将持续至10日。",
            {"opening_date": "2023-11-08", "start_date": "2023-11-08", "end_date": "2023-11-10", "duration_days": "3"},
        ),
        ("峰会的大幕将在11月8日拉开。", {"opening_date": "2023-11-08"}),
        ("2023年世界網際網路大會烏鎮峰會8日在浙江烏鎮登場。", {"opening_date": "2023-11-08"}),
        ("峰会会期3天。", {"duration_days": "3"}),
        ("It is a three-day summit.", {"duration_days": "3"}),
    ],
)
def test_days_that_stand_alone(sentence: str, found: dict[str, str]) -> None:
    assert _found(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "“互联网之光”博览会11月7日至11日举行。",
        "“直通乌镇”全球互联网大赛总决赛11月4日至5日举行。",
        "11月1日，世界互联网大会在北京举行新闻发布会。",
        "1月8日至10日，桐乡市两会召开。",
        "“互联网之光”博览会为期五天。",
        "“互联网之光”博览会从7日开到10日。",
    ],
)
def test_dates_of_others(sentence: str) -> None:
    assert _found(sentence) == {}
