"""Lists split into their items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.lists import Items, outside, split_list, take_remark


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("人工智能、数字医疗、网络安全", ["人工智能", "数字医疗", "网络安全"]),
        ("人工智能、数字医疗和网络安全", ["人工智能", "数字医疗", "网络安全"]),
        (
            "数字经济、网络传播与和平发展、网络安全技术发展和国际合作等",
            ["数字经济", "网络传播与和平发展", "网络安全技术发展和国际合作"],
        ),
        ("“数字经济”“网络法治”和“青年”", ["数字经济", "网络法治", "青年"]),
        ("甲论坛、乙论坛及丙论坛等", ["甲论坛", "乙论坛", "丙论坛"]),
        (
            "构建透明、可信的互联网关键资源管理体系论坛、数字技术论坛",
            ["构建透明、可信的互联网关键资源管理体系论坛", "数字技术论坛"],
        ),
        ("数字技术论坛 网络法治：构建保障体系、青年论坛", ["数字技术论坛", "网络法治：构建保障体系", "青年论坛"]),
        ("甲科技（中国） 有限公司、乙大学", ["甲科技（中国）有限公司", "乙大学"]),
        ("数据与算法、人工智能技术创新和治理", ["数据与算法", "人工智能技术创新和治理"]),
        ("AI safety, data governance and digital youth", ["AI safety", "data governance", "digital youth"]),
        ("the A Forum, the B Forum and the Belt and Road Forum", ["A Forum", "B Forum", "Belt and Road Forum"]),
        ("research and development", ["research and development"]),
    ],
)
def test_items_of_a_list(text: str, items: list[str]) -> None:
    assert list(split_list(text).items) == items


@pytest.mark.parametrize(
    ("text", "count", "items"),
    [
        ("展览展示、新产品新技术发布和人才相亲会", 3, ["展览展示", "新产品新技术发布", "人才相亲会"]),
        ("数据与算法、开源和治理", 2, ["数据与算法", "开源和治理"]),
        ("人工智能和网络安全", 2, ["人工智能", "网络安全"]),
        ("智能制造、人工智能与网络安全", 3, ["智能制造", "人工智能", "网络安全"]),
        ("5G应用、工业互联网和智慧医疗等", 3, ["5G应用", "工业互联网", "智慧医疗"]),
    ],
)
def test_a_stated_number_decides_whether_and_separates(text: str, count: int, items: list[str]) -> None:
    assert list(split_list(text, count=count).items) == items


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("甲、乙等", True), ("甲、乙", False), ("平等、高等", False), ("A, B and others", True), ("A, B, etc.", True)],
)
def test_etc_leaves_a_list_open(text: str, is_open: bool) -> None:
    assert split_list(text).open is is_open


def test_a_remark_is_taken_from_behind_a_name() -> None:
    assert take_remark("青年论坛（应邀出席）") == ("青年论坛", "应邀出席")
    assert take_remark("青年论坛") == ("青年论坛", None)


def test_marks_inside_quotes_and_brackets_do_not_count() -> None:
    assert outside("“甲，乙”（丙，丁），戊", "，") == 10
    assert outside("“甲，乙”", "，") == -1
    assert outside("甲）乙，", "，") == 1


@given(st.text(alphabet="甲乙丙丁和与及等、，；“”《》（） abAB,.;", max_size=60), st.none() | st.integers(1, 9))
def test_any_text_splits_into_parts_of_itself(text: str, count: int | None) -> None:
    for bodies in (False, True):
        result = split_list(text, bodies=bodies, count=count)
        assert isinstance(result, Items)
        assert all(item == item.strip() and item for item in result.items)
        assert all(character in text for item in result.items for character in item)
