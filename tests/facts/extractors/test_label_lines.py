"""Lines of a label and its value."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts


def _found(body: str) -> set[str]:
    return {
        f"{fact.subject[-4:]} {fact.predicate} {fact.value}"
        for fact in facts(body, day="2024-11-25", title="世界互联网大会这些年")
        if fact.subject.startswith("summit:")
    }


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "**2015年**\n\n时间：12月16日至18日\n主题：互联互通·共享共治——构建命运共同体\n嘉宾：2000余人，来自120多个国家和地区\n分论坛：10场",
            {
                "2015 start_date 2015-12-16",
                "2015 end_date 2015-12-18",
                "2015 duration_days 3",
                "2015 theme 互联互通·共享共治——构建命运共同体",
                "2015 guests 2000",
                "2015 countries 120",
                "2015 subforums 10",
            },
        ),
        (
            "**2016年 第三届**\n\n- **会期**：11月16日—18日\n- 地点：乌镇\n- 参会嘉宾：1600余名\n- 国家和地区：110多个",
            {
                "2016 start_date 2016-11-16",
                "2016 end_date 2016-11-18",
                "2016 duration_days 3",
                "2016 venue 乌镇",
                "2016 guests 1600",
                "2016 countries 110",
            },
        ),
        (
            "## 2017\n\nDates: Dec 3-5\nAttendance: upwards of 1,500 from more than 80 countries and regions\nTheme: Developing a Digital Economy",
            {
                "2017 start_date 2017-12-03",
                "2017 end_date 2017-12-05",
                "2017 duration_days 3",
                "2017 guests 1500",
                "2017 countries 80",
                "2017 theme Developing a Digital Economy",
            },
        ),
        ("**2021**\n\n開幕：9月26日\n閉幕：9月28日", {"2021 opening_date 2021-09-26", "2021 closing_date 2021-09-28"}),
    ],
)
def test_lines_under_an_edition(body: str, found: set[str]) -> None:
    assert _found(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "**数字经济论坛**\n\n主题：数字普惠与增长",
        "**2023年**\n\n志愿者：1300名\n媒体：900多名记者\n嘉宾：记者900名\n时间：9月1日至20日报名",
        "**2019年**\n\n嘉宾：外国嘉宾300余人",
        "**大赛篇**\n\n主题：数字普惠与增长\n时间：11月3日至4日",
    ],
)
def test_lines_under_something_else(body: str) -> None:
    assert _found(body) == set()
