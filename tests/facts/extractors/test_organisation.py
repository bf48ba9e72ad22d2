"""The founding of the series and of its body, who founded it, where it sits, what for, how many members."""

from __future__ import annotations

import pytest

from bot.facts.extractors.organisation import extract
from tests.facts.extractors.article import TITLE, TITLE_EN, reading

ORG = "世界互联网大会国际组织"


def found(body: str, title: str = TITLE) -> set[tuple[str, str, str]]:
    return {(fact.subject, fact.predicate, str(fact.value)) for fact in extract(reading(body, title))}


ZH = [
    (
        f"{ORG}来了。\n\n**是谁发起的？**\n\n由全球移动通信系统协会、中国互联网络信息中心、之江实验室3家单位共同发起，总部设在中国北京。",
        {
            ("organisation", "headquarters", "中国北京"),
            ("organisation", "founder", "全球移动通信系统协会"),
            ("organisation", "founder", "中国互联网络信息中心"),
            ("organisation", "founder", "之江实验室"),
            ("organisation", "founder_count", "3"),
        },
    ),
    (f"{ORG}来了。\n\n**联盟由谁发起？**\n\n甲公司、乙大学3家单位共同发起，总部设在中国北京。", set()),
    (f"{ORG}来了。\n\n由甲公司、乙大学、丙研究院3家单位共同发起的联盟签约，总部设在中国北京。", set()),
    (f"**2022**　7月12日，{ORG}在北京成立。", {("organisation", "founded", "2022-07-12")}),
    (f"2022年7月12日，{ORG}在北京成立。", {("organisation", "founded", "2022-07-12")}),
    (
        f"{ORG}于2022年7月12日宣告成立，总部设在北京，由全球移动通信系统协会、中国互联网络信息中心等六家单位共同发起。",
        {
            ("organisation", "founded", "2022-07-12"),
            ("organisation", "headquarters", "北京"),
            ("organisation", "founder", "全球移动通信系统协会"),
            ("organisation", "founder", "中国互联网络信息中心"),
            ("organisation", "founder_count", "6"),
        },
    ),
    (
        f"{ORG}发起单位包括全球移动通信系统协会（GSMA）、之江实验室等。",
        {("organisation", "founder", "全球移动通信系统协会（GSMA）"), ("organisation", "founder", "之江实验室")},
    ),
    (
        f"共同发起{ORG}的六家单位是：\n\n- 之江实验室\n- 中国互联网络信息中心",
        {
            ("organisation", "founder", "之江实验室"),
            ("organisation", "founder", "中国互联网络信息中心"),
            ("organisation", "founder_count", "6"),
        },
    ),
    ("世界互联网大会由中国倡导，创立于2014年。", {("series", "founded", "2014")}),
    ("自2014年创办以来，世界互联网大会已举办九届。", {("series", "founded", "2014")}),
    ("2022年7月，世界互联网大会由年度会议转型为国际组织。", {("organisation", "milestone", "2022-07")}),
    (f"{ORG}的宗旨是搭建全球互联网共商共建共享平台。", {("organisation", "mission", "搭建全球互联网共商共建共享平台")}),
    (f"{ORG}以共享共治为宗旨。", {("organisation", "mission", "共享共治")}),
    ("世界互联网大会会员已覆盖六大洲30多个国家和地区，总数达170余家。", {("organisation", "members", "170")}),
    ("国际组织成立以来，会员数量从最初的近百家增长到170余家。", {("organisation", "members", "170")}),
]
ZH_NOTHING = [
    "2023年12月，世界互联网大会人工智能工作组成立。",
    "2019年，互联网大会常客阿里巴巴创办了一所大学。",
    "2015年，乌镇互联网医院创办。",
    f"{ORG}于7月12日成立。",
    "会员来自六大洲20多个国家和地区。",
]
EN = [
    (
        "The World Internet Conference was established as an international organization in July 2022, with its headquarters in Beijing.",
        {("organisation", "founded", "2022-07"), ("organisation", "headquarters", "Beijing")},
    ),
    ("Launched by China in 2014, the World Internet Conference is held every year.", {("series", "founded", "2014")}),
    (
        "In July 2022, the World Internet Conference was upgraded from an annual event to an international organization.",
        {("organisation", "milestone", "2022-07")},
    ),
    (
        "The international organization was initiated by GSMA, Alibaba and Tencent, which are in the industry.",
        {
            ("organisation", "founder", "GSMA"),
            ("organisation", "founder", "Alibaba"),
            ("organisation", "founder", "Tencent"),
        },
    ),
    ("Founded in 1999, Alibaba attends the World Internet Conference.", set()),
]


@pytest.mark.parametrize(("body", "expected"), ZH)
def test_chinese_wordings(body: str, expected: set[tuple[str, str, str]]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize("body", ZH_NOTHING)
def test_other_foundings_and_dates_without_a_year_give_nothing(body: str) -> None:
    assert found(body) == set()


@pytest.mark.parametrize(("body", "expected"), EN)
def test_english_wordings(body: str, expected: set[tuple[str, str, str]]) -> None:
    assert found(body, TITLE_EN) == expected


SIX = "全球移动通信系统协会、阿里巴巴、腾讯、之江实验室、中国互联网络信息中心、清华大学"
FOUNDERS = [
    (f"{ORG}由6家单位联合倡议成立：甲协会；乙中心；阿里巴巴（中国）有限公司；腾讯；丙大学；之江实验室。", 6, 6),
    (f"{ORG}由{SIX}六家机构发起成立。", 6, 6),
    (f"{ORG}由六家单位共同发起，分别为：{SIX}。", 6, 6),
    (f"{ORG}由六家单位（{SIX}）联合发起。", 6, 6),
    (f"{SIX}等六家机构共同发起成立{ORG}。", 6, 6),
    (f"{ORG}已经成立。它由阿里巴巴、腾讯和之江实验室3家单位发起。", 3, 3),
    (f"{ORG}的三家发起单位分别是阿里巴巴、腾讯和之江实验室。", 3, 3),
    (f"發起{ORG}的三家單位是：阿里巴巴、騰訊和之江實驗室。", 3, 3),
    (f"{ORG}发起单位包括：阿里巴巴；腾讯；之江实验室。", 3, None),
    (f"{ORG}由阿里巴巴、腾讯与之江实验室携手发起成立。", 3, None),
    (f"{ORG}已成立，全球移动通信系统协会、阿里巴巴、之江实验室为发起单位。", 3, None),
    (f"{ORG}的三个创始单位是：全球移动通信系统协会、阿里巴巴集团和之江实验室。", 3, 3),
    ("The organization was initiated by three entities: the GSMA, Alibaba Group and Zhejiang Lab.", 3, 3),
    ("Headquartered in Beijing, the organization was founded by three bodies, namely GSMA, Tencent and Alibaba.", 3, 3),
    ("The international organization is young. Its founders are GSMA, Alibaba, Tencent and Zhejiang Lab.", 4, None),
    ("The international organization is young. It was jointly established by GSMA, Tencent and Alibaba.", 3, None),
    ("Three founding institutions, including GSMA and Tencent, are behind the international organization.", 2, 3),
    ("GSMA, Alibaba and Tencent jointly founded the international organization.", 3, None),
]
NO_FOUNDERS = [
    f"由阿里巴巴、腾讯共同发起的数据联盟成立，{ORG}表示祝贺。",
    f"{ORG}由国务院批准成立。",
    f"{ORG}发起数据工作组。",
    "阿里巴巴、腾讯共同发起数据联盟。",
    "The alliance was initiated by GSMA, Alibaba and Tencent.",
]


@pytest.mark.parametrize(("body", "names", "count"), FOUNDERS)
def test_founders_are_listed_in_many_ways(body: str, names: int, count: int | None) -> None:
    facts = found(body, TITLE if any(character >= "\u4e00" for character in body) else TITLE_EN)
    assert len([value for _, predicate, value in facts if predicate == "founder"]) == names
    assert {value for _, predicate, value in facts if predicate == "founder_count"} == (
        {str(count)} if count else set()
    )


@pytest.mark.parametrize("body", NO_FOUNDERS)
def test_founders_of_something_else_are_none(body: str) -> None:
    assert not [fact for fact in found(body) if fact[1].startswith("founder")]


@pytest.mark.parametrize(
    "body",
    [
        f"{ORG}成立了。总部落户北京。",
        f"{ORG}成立了。其总部设在北京。",
        f"{ORG}在北京设立总部。",
        f"{ORG}将总部设在了北京。",
        f"{ORG}以北京为总部。",
        f"{ORG}總部設於北京。",
        f"{ORG}的总部就设在北京，这是首个总部落户中国的国际组织。",
        f"{ORG}总部和秘书处均设在北京。",
    ],
)
def test_where_the_seat_is(body: str) -> None:
    assert [fact for fact in found(body) if fact[1] == "headquarters"] == [("organisation", "headquarters", "北京")]


@pytest.mark.parametrize("body", ["国际组织来了。总部位于深圳的华为公司参展。", "华为总部位于深圳。"])
def test_the_seat_of_a_company_is_none(body: str) -> None:
    assert not [fact for fact in found(body) if fact[1] == "headquarters"]


@pytest.mark.parametrize(
    ("body", "date", "day"),
    [
        ("世界互联网大会成立大会6日在北京举行。", "2023-11-08", "2023-11-06"),
        (f"{ORG}昨天在京正式成立。", "2023-11-08", "2023-11-07"),
        ("截至9月底，国际组织的会员突破190家；2022年7月成立时仅得百家左右。", "2025-10-30", "2022-07"),
        (f"{ORG}的会员已达170家（2022年7月12日在北京成立）。", "2023-11-08", "2022-07-12"),
    ],
)
def test_the_founding_is_dated_by_the_article_or_by_a_clause_of_its_own(body: str, date: str, day: str) -> None:
    facts = {(fact.predicate, str(fact.value)) for fact in extract(reading(body, TITLE, date))}
    assert ("founded", day) in facts


@pytest.mark.parametrize(
    "body", ["国际组织表示，2023年7月成立工作组。", "国际组织说，2023年7月成立数据工作组时很高兴。"]
)
def test_what_the_body_founds_is_not_the_body(body: str) -> None:
    assert not [fact for fact in found(body) if fact[1] == "founded"]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"{ORG}成立。来自近20个国家的百家机构、企业及个人已加入，成为初始会员。", "100"),
        (f"已有来自六大洲的140余家单位加入{ORG}。", "140"),
        ("Membership of the World Internet Conference has grown from about 100 to nearly 140 in a year.", "140"),
        ("Membership in the international organization rose 40 percent to 140.", "140"),
        ("More than 170 institutions have joined the international organization.", "170"),
    ],
)
def test_members_whose_noun_stands_away_from_the_number(body: str, count: str) -> None:
    title = TITLE if body[0] >= "\u4e00" else TITLE_EN
    assert [value for _, predicate, value in found(body, title) if predicate == "members"] == [count]


@pytest.mark.parametrize(
    "body",
    [
        "峰会吸引了400家企业加入，互动频繁。",
        "百家讲坛成为会员喜爱的节目，国际组织表示欢迎。",
        "国际组织欢迎60家企业加入数据联盟。",
    ],
)
def test_companies_that_join_something_else_are_no_members(body: str) -> None:
    assert not [fact for fact in found(body) if fact[1] == "members"]
