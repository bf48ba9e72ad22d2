"""Values as a reader sees them say no more than their sources."""

from __future__ import annotations

import pytest

from bot.language import Language
from bot.messages.values import value_text
from bot.messages.voice import voice
from tests.knowledge_fixtures import config, document, fact, shipped, vocabulary

ARTICLE = document("a.md", "2024-11-23")


@pytest.mark.parametrize(
    "predicate", ["countries", "expo_countries", "contest_countries", "contest_countries_change", "cases_countries"]
)
@pytest.mark.parametrize(
    ("quote", "zh", "en"),
    [
        ("项目来自24个国家，长三角地区最多。", "24 个国家", "24 countries"),
        ("项目来自24个国家和地区。", "24 个国家和地区", "24 countries and regions"),
        ("项目来自24个国家及地区。", "24 个国家和地区", "24 countries and regions"),
        ("項目來自24個國家\n和地區。", "24 个国家和地区", "24 countries and regions"),
        ("项目来自24个国家（地区）。", "24 个国家和地区", "24 countries and regions"),
        ("Projects came from 24 countries.", "24 个国家", "24 countries"),
        ("Projects came from 24 countries and regions.", "24 个国家和地区", "24 countries and regions"),
    ],
)
def test_regions_are_spoken_of_only_where_the_sentence_does(predicate: str, quote: str, zh: str, en: str) -> None:
    figure = fact(ARTICLE, {"subject": "summit:2024", "predicate": predicate, "value": 24}, quote=quote)
    for language, shown in ((Language.ZH, zh), (Language.EN, en)):
        assert value_text(figure, voice(language, shipped(), config(), vocabulary())) == shown


@pytest.mark.parametrize(
    ("subject", "predicate", "zh", "en"),
    [
        ("summit:2024", "supporter", "支持单位", "supporter"),
        ("summit:2024", "theme", "主题", "theme"),
        ("series", "founded", "创办时间", "founding"),
        ("organisation", "founded", "成立时间", "founding"),
    ],
)
def test_a_single_fact_has_the_label_of_one(subject: str, predicate: str, zh: str, en: str) -> None:
    row = {"subject": subject, "predicate": predicate, "value": "2014" if predicate == "founded" else "甲"}
    for language, label in ((Language.ZH, zh), (Language.EN, en)):
        assert voice(language, shipped(), config(), vocabulary()).label(fact(ARTICLE, row)) == label
