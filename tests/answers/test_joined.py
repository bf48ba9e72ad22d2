"""The same thing under several names is told once, with the proofs of all."""

from __future__ import annotations

import pytest

from bot.answers.joined import joined
from bot.answers.known import Known
from bot.answers.who import people_of, who
from bot.facts.fact import Phase
from bot.knowledge.names import load_names
from bot.language import Language
from tests.knowledge_fixtures import Row, document, fact, snapshot, vocabulary

CHINESE = document("zh.md", "2021-09-07", "甲报", "https://example.org/zh")
ENGLISH = document("en.md", "2021-09-27", "A Daily", "https://example.org/en")


def names_of(values: list[str], language: Language = Language.ZH) -> list[str]:
    row: Row = {"subject": "summit:2021", "predicate": "supporter"}
    facts = [fact(CHINESE, {**row, "value": value}, line) for line, value in enumerate(values, 1)]
    return [str(each.value) for each in joined(facts, load_names(), language)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["国际电信联盟", "International Telecommunication Union"], ["国际电信联盟"]),
        (["ITU", "国际电信联盟"], ["国际电信联盟"]),
        (["全球移动通信系统协会", "全球移动通信系统协会（GSMA）"], ["全球移动通信系统协会"]),
        (["数字研修院", "世界互联网大会数字研修院"], ["数字研修院"]),
        (["世界互联网大会数字研修院", "数字研修院"], ["世界互联网大会数字研修院"]),
        (["“直通乌镇”大赛", "直通乌镇大赛"], ["“直通乌镇”大赛"]),
        (["数字经济论坛", "数字经济治理论坛"], ["数字经济论坛", "数字经济治理论坛"]),
        (["北京数字经济论坛", "杭州数字经济论坛"], ["北京数字经济论坛", "杭州数字经济论坛"]),
        (["中国电信", "电信"], ["中国电信", "电信"]),
    ],
)
def test_which_names_are_one(values: list[str], expected: list[str]) -> None:
    assert names_of(values) == expected


def test_the_name_is_that_of_the_readers_language() -> None:
    assert names_of(["国际电信联盟", "International Telecommunication Union"], Language.EN) == [
        "International Telecommunication Union"
    ]


def test_all_proofs_are_kept_and_what_was_reported_is_not_announced() -> None:
    row: Row = {"subject": "summit:2021", "predicate": "organizer"}
    plan = fact(CHINESE, {**row, "value": "浙江省人民政府", "phase": "announced"})
    report = fact(ENGLISH, {**row, "value": "Zhejiang provincial government", "phase": "reported"})
    (one,) = joined([plan, report], load_names(), Language.ZH)
    assert one.value == "浙江省人民政府"
    assert one.phase is Phase.REPORTED
    assert one.sources == (*plan.sources, *report.sources)


def test_a_person_is_one_in_both_languages() -> None:
    row: Row = {"subject": "summit:2021", "predicate": "person", "role": "spoke", "event": "开幕式"}
    facts = [
        fact(CHINESE, {**row, "value": "庄荣文", "title": "国家互联网信息办公室主任"}),
        fact(ENGLISH, {**row, "value": "Zhuang Rongwen"}, 3),
    ]
    known = Known(snapshot([CHINESE, ENGLISH], facts), vocabulary(), Language.EN)
    assert list(people_of(known)) == ["庄荣文"]
    assert len(who("cyberspace administration", known).statements) == 2
