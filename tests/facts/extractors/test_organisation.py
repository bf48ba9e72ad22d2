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
