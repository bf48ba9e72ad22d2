"""What is said of the host region."""

from __future__ import annotations

import pytest

from bot.facts.extractors import places
from tests.facts.extractors.article import reading

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("浙江推出“浙里办”“民呼我为”等应用，办事更省心。", [("place:浙江", "programme", "浙里办"), ("place:浙江", "programme", "民呼我为")]),
        (
            "浙江的变化不少：\n\n- 杭州依托“城市大脑”平台治堵；\n- “一键达”等应用走进社区。",
            [("place:杭州", "programme", "城市大脑"), ("place:浙江", "programme", "一键达")],
        ),
        ("浙江的应用已涵盖养老、医疗等十一大领域的公共服务。", [("place:浙江", "service_fields", "11")]),
        (
            "会上说，桐乡将着力打造交流窗口，大力发展智能网联汽车产业。",
            [("place:桐乡", "plan", "打造交流窗口"), ("place:桐乡", "plan", "大力发展智能网联汽车产业")],
        ),
        ("峰会期间，嘉宾体验了“城市大脑”应用。", []),
        ("大会在浙江乌镇闭幕，博览会设有“新技术”“新应用”等展区。", []),
    ],
)  # fmt: skip
def test_applications_fields_and_plans_of_a_region(body: str, expected: list[Row]) -> None:
    assert [(fact.subject, fact.predicate, str(fact.value)) for fact in places.extract(reading(body))] == expected
