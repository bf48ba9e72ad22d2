"""Where an edition met, as it is said of several years, of a hall, of the region alone; and places of something else."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts


def _found(body: str) -> dict[int, str]:
    found = (fact for fact in facts(body, day="2023-11-10") if fact.predicate == "venue")
    return {int(fact.subject.removeprefix("summit:")): str(fact.value) for fact in found}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "第五届的事儿：前四届分别于2014年11月19日—21日、2015年12月16日—18日、2016年11月16日—18日、2017年12月3日—5日举行，地点都是乌镇。",
            dict.fromkeys((2014, 2015, 2016, 2017), "乌镇"),
        ),
        (
            "2021年9月26日至28日、2022年11月9日至11日的两届峰会，会址均为浙江乌镇。",
            {2021: "浙江乌镇", 2022: "浙江乌镇"},
        ),
        ("历时三天的2023年世界互联网大会乌镇峰会今天下午在乌镇降下帷幕。", {2023: "乌镇"}),
        ("峰会10日下午在乌镇画上句号。", {2023: "乌镇"}),
        ("峰会10日在乌镇收官。", {2023: "乌镇"}),
        ("峰会10日下午在浙江乌镇拉上帷幕。", {2023: "浙江乌镇"}),
        ("大會昨日於烏鎮謝幕。", {2023: "乌镇"}),
        ("峰会今天在乌镇如期开锣。", {2023: "乌镇"}),
        ("11月8日，2023年世界互联网大会乌镇峰会在浙江桐乡开幕，图为嘉宾步入会场。", {2023: "浙江桐乡"}),
        ("2023年世界互联网大会乌镇峰会在浙江省嘉兴市桐乡市举行。", {2023: "浙江省嘉兴市桐乡市"}),
        ("今年大会的会址换成了全新落成的乌镇互联网国际会展中心。", {2023: "乌镇互联网国际会展中心"}),
        ("大会移师新落成的乌镇互联网国际会展中心。", {2023: "乌镇互联网国际会展中心"}),
        ("本届峰会主会场搬到了新启用的乌镇互联网国际会展中心。", {2023: "乌镇互联网国际会展中心"}),
        ("峰会的会场设在乌镇互联网国际会展中心。", {2023: "乌镇互联网国际会展中心"}),
        ("8日至10日，新老朋友将再会乌镇，共话网络空间的明天。", {2023: "乌镇"}),
        ("8日至10日，全球嘉宾再聚乌镇。", {2023: "乌镇"}),
        ("11月8日，世界目光聚焦江南，峰会重返乌镇。", {2023: "乌镇"}),
        ("今年的峰会又回到了乌镇。", {2023: "乌镇"}),
        ("11月8日，乌镇迎来2023年世界互联网大会乌镇峰会。", {2023: "乌镇"}),
        ("江南古镇乌镇再度迎来世界互联网大会。", {2023: "乌镇"}),
        ("The 2023 World Internet Conference Wuzhen Summit returns to Wuzhen this week.", {2023: "Wuzhen"}),
        ("Wuzhen is playing host to the 2023 World Internet Conference Wuzhen Summit.", {2023: "Wuzhen"}),
        ("The summit drew to a close in Wuzhen on Friday.", {2023: "Wuzhen"}),
        ("The curtain fell on the summit in Wuzhen on Friday.", {2023: "Wuzhen"}),
    ],
)
def test_where_an_edition_met(body: str, found: dict[int, str]) -> None:
    assert _found(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "峰会新闻发布会在浙江桐乡举行。",
        "“直通乌镇”全球互联网大赛在浙江桐乡举行。",
        "志愿者们回到了乌镇。",
        "乌镇迎来四方宾客，峰会的嘉宾陆续抵达。",
        "“互联网之光”博览会移师乌镇互联网国际会展中心。",
        "峰会闭幕后，他回到乌镇的民宿。",
        "峰会期间，乌镇互联网国际会展中心安排了300名保安。",
        "前四届的地点都是争论的焦点，乌镇只是其一。",
    ],
)
def test_where_something_else_was(body: str) -> None:
    assert _found(body) == {}
