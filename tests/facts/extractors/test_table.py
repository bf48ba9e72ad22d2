"""Tables of editions."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts

_TITLE = "世界互联网大会这些年"


def _found(body: str, title: str = _TITLE) -> set[str]:
    """`year predicate value` of every fact of an edition."""
    return {
        f"{fact.subject[-4:]} {fact.predicate} {fact.value}"
        for fact in facts(body, day="2024-11-25", title=title)
        if fact.subject.startswith("summit:") and fact.predicate != "forum"
    }


def test_a_row_an_edition() -> None:
    assert _found(
        "历届大会的数据：\n\n| 年份 | 届次 | 会期 | 主题 | 与会人数 | 国家和地区 |\n|---|---|---|---|---|---|\n"
        "| 2014 | 首届 | 11月19日—21日 | 互联互通 共享共治 | 1000余人 | 近100个 |\n"
        "| 2022 | 第九届 | 11月9日至11日 | “共建网络世界 共创数字未来” | 2100余人 | 120多个 |"
    ) == {
        "2014 ordinal 1",
        "2014 start_date 2014-11-19",
        "2014 end_date 2014-11-21",
        "2014 duration_days 3",
        "2014 theme 互联互通 共享共治",
        "2014 guests 1000",
        "2014 countries 100",
        "2022 ordinal 9",
        "2022 start_date 2022-11-09",
        "2022 end_date 2022-11-11",
        "2022 duration_days 3",
        "2022 theme 共建网络世界 共创数字未来",
        "2022 guests 2100",
        "2022 countries 120",
    }


def test_an_ordinal_with_its_year_names_the_row() -> None:
    assert _found(
        "| 大会 | 时间 | 地点 | 分论坛 | 参展企业 | 成果文件 |\n|---|---|---|---|---|---|\n"
        "| 第二届（2015年） | 12月16日-18日 | 浙江乌镇 | 10场 | 258家 | 《乌镇倡议》 |"
    ) == {
        "2015 ordinal 2",
        "2015 start_date 2015-12-16",
        "2015 end_date 2015-12-18",
        "2015 duration_days 3",
        "2015 venue 浙江乌镇",
        "2015 subforums 10",
        "2015 expo_exhibitors 258",
        "2015 outcome_document 乌镇倡议",
    }


@pytest.mark.parametrize("corner", ["", "指标", "届次"])
def test_a_column_an_edition(corner: str) -> None:
    assert _found(
        f"历届峰会对比\n\n| {corner} | 2022年 | 2023年 |\n|---|---|---|\n| 峰会时间 | 11月9日—11日 | 11月8日—10日 |\n"
        "| 参会嘉宾（人） | 2100余 | 1800多 |\n| 国家/地区 | 120+ | 126 |\n| 分论坛（场） | 19 | 20 |"
    ) == {
        "2022 start_date 2022-11-09",
        "2022 end_date 2022-11-11",
        "2022 duration_days 3",
        "2022 guests 2100",
        "2022 countries 120",
        "2022 subforums 19",
        "2023 start_date 2023-11-08",
        "2023 end_date 2023-11-10",
        "2023 duration_days 3",
        "2023 guests 1800",
        "2023 countries 126",
        "2023 subforums 20",
    }


def test_an_english_table() -> None:
    assert _found(
        "| Year | Edition | Dates | Theme | Attendance | Countries |\n|---|---|---|---|---|---|\n"
        "| 2014 | 1st | Nov 19-21 | An Interconnected World | 1,000+ | nearly 100 |",
        "The World Internet Conference through the years",
    ) == {
        "2014 ordinal 1",
        "2014 start_date 2014-11-19",
        "2014 end_date 2014-11-21",
        "2014 duration_days 3",
        "2014 theme An Interconnected World",
        "2014 guests 1000",
        "2014 countries 100",
    }


def test_labels_and_values_of_the_edition_spoken_of() -> None:
    assert _found(
        "| 项目 | 内容 |\n|---|---|\n| 主题 | 智能向善——共创未来 |\n| 时间 | 11月19日至22日 |\n| 地点 | 浙江乌镇 |\n| 分论坛 | 24场 |",
        "2024年世界互联网大会乌镇峰会概览",
    ) == {
        "2024 theme 智能向善——共创未来",
        "2024 start_date 2024-11-19",
        "2024 end_date 2024-11-22",
        "2024 duration_days 4",
        "2024 venue 浙江乌镇",
        "2024 subforums 24",
    }


@pytest.mark.parametrize(
    "body",
    [
        "历届“直通乌镇”全球互联网大赛：\n\n| 年份 | 参赛项目 | 国家和地区 | 时间 |\n|---|---|---|---|\n| 2019 | 428 | 15 | 10月18日—20日 |",
        "历届博览会：\n\n| 年份 | 参展企业 | 时间 |\n|---|---|---|\n| 2019 | 600 | 10月18日—22日 |",
        "桐乡旅游数据：\n\n| 年份 | 游客 | 人数 | 嘉宾 |\n|---|---|---|---|\n| 2019 | 900万 | 918万 | 3000 |",
        "世界人工智能大会：\n\n| 年份 | 主题 | 嘉宾 |\n|---|---|---|\n| 2023 | 智联世界 生成未来 | 1400位 |",
        "历届大会的数据：\n\n| 年份 | 与会人数 | 主题 |\n|---|---|---|\n| 2013 | 1000余人 | 前传前传前传 |\n| 2016 | 未公布 | — |",
        "历届大会的数据：\n\n| 年份 | 嘉宾 |\n|---|---|\n| 2016 | 境外嘉宾300名 |\n| 2017 | 700多名记者 |",
    ],
)
def test_tables_of_something_else(body: str) -> None:
    assert _found(body) == set()
