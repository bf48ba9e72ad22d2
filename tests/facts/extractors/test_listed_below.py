"""Named items in lists, lines and tables below what introduces them."""

from __future__ import annotations

import pytest

from bot.facts.extractors import listed_below
from tests.facts.extractors.article import reading, values


@pytest.mark.parametrize(
    ("predicate", "body", "expected"),
    [
        (
            "forum",
            "分论坛名单如下：\n\n- 数据治理论坛\n- 网络法治：构建保障体系（应邀出席）\n- 青年论坛等",
            ["数据治理论坛", "网络法治：构建保障体系", "青年论坛"],
        ),
        (
            "forum",
            "**分论坛**：3场，名单如下：\n\n1. 数据治理论坛\n2. 青年论坛\n\n其他活动另行公布。",
            ["数据治理论坛", "青年论坛"],
        ),
        (
            "forum",
            "分论坛一览\n\n数据治理论坛、青年论坛 网络法治：构建保障体系、构建透明、可信的管理体系论坛等。",
            ["数据治理论坛", "青年论坛", "网络法治：构建保障体系", "构建透明、可信的管理体系论坛"],
        ),
        ("forum", "分论坛一览：\n\n数据治理论坛\n\n青年论坛\n\n这些论坛将在两天内举行。", ["数据治理论坛", "青年论坛"]),
        (
            "activity",
            "峰会的系列品牌活动包括：\n\n- “互联网之光”博览会\n- 乌镇之夜",
            ["“互联网之光”博览会", "乌镇之夜"],
        ),
        (
            "contest_track",
            "“直通乌镇”全球互联网大赛设三个赛道：\n\n- 人工智能\n- 数字健康\n- 网络安全",
            ["人工智能", "数字健康", "网络安全"],
        ),
        (
            "forum",
            "分论坛将分两个板块举行。\n\n**合作**\n\n▶ 数字合作论坛\n\n▶ 青年论坛\n\n**治理**\n\n▶ 法治论坛\n\n▶ 开源论坛",
            ["数字合作论坛", "青年论坛", "法治论坛", "开源论坛"],
        ),
        ("forum", "**分论坛抢先看**\n\n• 青年论坛\n• 法治论坛\n\n**报名**\n\n• 扫码\n• 来电", ["青年论坛", "法治论坛"]),
        ("forum", "日程：\n\n- 开幕式\n- 主论坛\n- 青年论坛", []),
        ("forum", "分论坛之后：\n\n- 青年论坛\n- 闭幕式", []),
        ("activity", "参观者可以参加的活动：\n\n- 划船\n- 看戏", []),
    ],
)
def test_items_below_a_line_that_introduces_them(predicate: str, body: str, expected: list[str]) -> None:
    assert values(listed_below.extract, predicate, body) == expected


@pytest.mark.parametrize(
    ("predicate", "body", "expected"),
    [
        (
            "forum",
            "| 时间 | 分论坛名称 | 地点 |\n|---|---|---|\n| 上午 | 数据治理论坛 | 一号厅 |\n| 下午 | “青年论坛” | 二号厅 |",
            ["数据治理论坛", "青年论坛"],
        ),
        (
            "forum",
            "| 时间 | 活动 | 场地 |\n|---|---|---|\n| 上午 | 开幕式 | 大厅 |\n| 下午 | 分论坛：青年论坛 | 二号厅 |",
            ["青年论坛"],
        ),
        (
            "leading_tech_winner",
            "领先科技奖名单：\n\n| 成果 | 获奖单位 |\n|---|---|\n| 图计算 | 甲大学 |\n| 芯片 | 乙公司 |",
            ["甲大学", "乙公司"],
        ),
        ("leading_tech_winner", "参展名录：\n\n| 展品 | 单位 |\n|---|---|\n| 图计算 | 甲大学 |", []),
        (
            "contest_track",
            "大赛项目数：\n\n| 赛道 | 数目 |\n|---|---|\n| 数字医疗 | 120 |\n| 智能物联 | 98 |",
            ["数字医疗", "智能物联"],
        ),
    ],
)
def test_columns_of_a_table(predicate: str, body: str, expected: list[str]) -> None:
    assert values(listed_below.extract, predicate, body) == expected


def test_a_remark_behind_a_name_is_a_note() -> None:
    facts = list(listed_below.extract(reading("分论坛名单如下：\n\n- 数据治理论坛\n- 青年论坛（应邀出席）")))
    assert [(str(fact.value), fact.note) for fact in facts] == [("数据治理论坛", None), ("青年论坛", "应邀出席")]
