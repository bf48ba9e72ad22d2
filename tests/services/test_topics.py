"""Commands with the arguments that people give them."""

from __future__ import annotations

import pytest

from bot.answers.answer import Answer, Kind
from bot.answers.known import Known
from bot.language import Language
from bot.messages.commands import COMMANDS, Group
from bot.services.subscribing import COMMANDS as SUBSCRIBE_COMMANDS
from bot.services.topics import TOPICS, Asking, topic_answer
from tests.knowledge_fixtures import TODAY, config, shipped, vocabulary

ASKING = Asking(Known(shipped(), vocabulary(), Language.ZH), config().series, TODAY, lambda count: count - 1)


def answered(text: str) -> Answer:
    command, _, argument = text.partition(" ")
    found = topic_answer(command, argument, ASKING)
    assert found is not None
    return found


def test_every_command_of_readers_has_its_topic() -> None:
    elsewhere = {"ask", "calendar", "help", "start", *SUBSCRIBE_COMMANDS}
    assert {command.name for command in COMMANDS if command.group is not Group.ADMIN} - elsewhere == TOPICS.keys()
    assert topic_answer("weather", "", ASKING) is None


@pytest.mark.parametrize(
    ("argument", "years"),
    [
        ("2022 2024", (2022, 2024)),
        ("2024 2022", (2024, 2022)),
        ("2022,2024", (2022, 2024)),
        ("2022和2024", (2022, 2024)),
        ("2022年与2024年", (2022, 2024)),
        ("2022 vs 2024", (2022, 2024)),
        ("第九届 第十一届", (2022, 2024)),
        ("22年 24年", (2022, 2024)),
        ("2022-2024", (2022, 2024)),
    ],
)
def test_two_editions_are_compared_however_they_are_named(argument: str, years: tuple[int, int]) -> None:
    found = answered(f"compare {argument}")
    assert (found.values["first"], found.values["second"]) == years


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("compare", "choose.compare"),
        ("compare 2022", "choose.compare"),
        ("compare 2022 2022", "choose.compare"),
        ("compare 2022 1999", "unknown.edition.year"),
        ("compare 2022 2023 2024", "unknown.argument"),
        ("compare 苹果 梨", "unknown.argument"),
        ("compare 第二十届 2022", "unknown.edition.ordinal"),
        ("summit 2024年峰会", "card.title"),
        ("summit 2024!", "card.title"),
        ('summit "2024"', "card.title"),
        ("summit “2024”。", "card.title"),
        ("summit 二〇二四", "card.title"),
        ("summit the 2024 Wuzhen Summit", "card.title"),
        ("summit 第十一届世界互联网大会", "card.title"),
        ("summit 峰会", "unknown.argument"),
        ("summit 0", "unknown.argument"),
        ("summit 第一百届", "unknown.edition.ordinal"),
        ("forums 2024 峰会？", "values.title"),
        ("brief 第九届", "brief.title"),
        ("brief 2019", "unknown.edition.year"),
        ("brief x", "unknown.argument"),
        ("brief " + "9" * 5000, "unknown.argument"),
        ("forums 2023", "unknown.value"),
        ("cite 2024", "cite.title"),
        ("cite 2023", "unknown.edition.year"),
        ("cite x", "unknown.cite"),
        ("on 11-09", "day.title"),
        ("on x", "unknown.day.argument"),
        ("today", "unknown.day.today"),
        ("term 中间人攻击", "term.title"),
        ("term onafby6mmu", "term.title"),
        ("term blockchain", "unknown.term"),  # has the form of an id
        ("who 任贤良", "who.title"),
        ("who 任賢良", "who.title"),
        ("who 秘书长", "who.title"),
        ("about 中间人攻击", "term.title"),
        ("about 任贤良", "who.title"),
        ("about WIPO", "about.title"),
        ("search 不存在的东西", "unknown.search"),
        ("search ！", "choose.search"),
        ("cite 看雪学院", "cite.title"),
        ("cite 没有这家报社", "unknown.cite"),
        ("search Ren Xianliang", "search.title"),
        ("coverage", "coverage.title"),
    ],
)
def test_an_argument_leads_to_its_answer(text: str, title: str) -> None:
    assert answered(text).title == title


def test_another_random_item_is_another_one() -> None:
    first = answered("fact").values["argument"]
    assert answered(f"fact -{first}").values["argument"] != first
    assert answered(f"fact {first}").values["argument"] == first
    assert answered("fact gone-for-ever").kind is Kind.FOUND


def test_coverage_names_what_is_missing_and_years_without_an_article() -> None:
    found = answered("coverage")
    by_year = {statement.values["year"]: statement.values for statement in found.statements}
    assert by_year[2024]["state"] == "announced"
    assert by_year[2022]["state"] == "reported"
    assert "guests" in str(by_year[2024]["missing"])
    assert "guests" not in str(by_year[2022]["missing"])
    assert found.values["absent"] == (2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2023)


def test_what_is_not_known_leads_on_to_what_is() -> None:
    found = answered("about 养老")
    assert [suggestion.values["command"] for suggestion in found.suggestions] == ["search", "about"]
    assert [suggestion.values["command"] for suggestion in answered("who 马可·波罗").suggestions] == ["who"]
