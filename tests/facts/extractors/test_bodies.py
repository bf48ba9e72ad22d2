"""Who holds, undertakes, co-organises and supports an edition, in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors.bodies import extract
from tests.facts.extractors.article import TITLE, TITLE_EN, reading

CAC, ZHEJIANG = "国家互联网信息办公室", "浙江省人民政府"
CAC_EN, ZHEJIANG_EN = "Cyberspace Administration of China", "People's Government of Zhejiang Province"
BOTH = {("organizer", CAC), ("organizer", ZHEJIANG)}
BOTH_EN = {("organizer", CAC_EN), ("organizer", ZHEJIANG_EN)}


def found(body: str, title: str = TITLE) -> set[tuple[str, str]]:
    return {(fact.predicate, str(fact.value)) for fact in extract(reading(body, title))}


CHINESE = [
    (
        "国际电信联盟和世界知识产权组织为大会提供支持，担任支持单位。",
        {("supporter", "国际电信联盟"), ("supporter", "世界知识产权组织")},
    ),
    ("志愿者为大会提供支持。", set()),
    ("峰会由世界互联网大会主办，浙江省人民政府承办。", {("organizer", "世界互联网大会"), ("host", ZHEJIANG)}),
    (
        "峰会由世界互联网大会主办、浙江省人民政府承办，设24个分论坛。",
        {("organizer", "世界互联网大会"), ("host", ZHEJIANG)},
    ),
    (f"大会由{CAC}和{ZHEJIANG}共同主办。", BOTH),
    (f"大会由{CAC}与{ZHEJIANG}联合主办。", BOTH),
    (f"大会由{CAC}, {ZHEJIANG}主办。", BOTH),
    (f"大会由{CAC}、{ZHEJIANG}共同举办。", BOTH),
    (
        f"大会由{CAC}主办，嘉兴市人民政府、桐乡市人民政府承办，中国移动、中国电信协办。",
        {
            ("organizer", CAC),
            ("host", "嘉兴市人民政府"),
            ("host", "桐乡市人民政府"),
            ("co_organizer", "中国移动"),
            ("co_organizer", "中国电信"),
        },
    ),
    (f"{CAC}和{ZHEJIANG}联合主办的2023年世界互联网大会乌镇峰会开幕。", BOTH),
    (
        "主办单位：世界互联网大会\n\n协办单位：中国移动、中国联通",
        {("organizer", "世界互联网大会"), ("co_organizer", "中国移动"), ("co_organizer", "中国联通")},
    ),
    (f"- 主办：{CAC}\n- 承办：{ZHEJIANG}", {("organizer", CAC), ("host", ZHEJIANG)}),
    (
        "支持单位有：\n\n- 国际电信联盟\n- 世界知识产权组织",
        {("supporter", "国际电信联盟"), ("supporter", "世界知识产权组织")},
    ),
    *(
        (f"国际电信联盟、世界知识产权组织{named}。", {("supporter", "国际电信联盟"), ("supporter", "世界知识产权组织")})
        for named in (
            "是这届峰会的支持单位",
            "是这一届大会的支持单位",
            "是第三届峰会的支持单位",
            "为本次大会支持单位",
            "担任该届会议的支持单位",
        )
    ),
    (
        "支持單位包括聯合國經濟和社會事務部、國際電信聯盟等。",
        {("supporter", "联合国经济和社会事务部"), ("supporter", "国际电信联盟")},
    ),
    (
        "大会得到国际电信联盟、世界经济论坛等国际组织的大力支持。",
        {("supporter", "国际电信联盟"), ("supporter", "世界经济论坛")},
    ),
    (
        "协办单位包括中国移动、阿里巴巴（中国）有限公司及之江实验室。",
        {("co_organizer", "中国移动"), ("co_organizer", "阿里巴巴（中国）有限公司"), ("co_organizer", "之江实验室")},
    ),
]
NOTHING = [
    "数字经济论坛由中国网络空间研究院主办，阿里巴巴承办。",
    "由中国网络社会组织联合会主办的网络公益论坛同期举行。",
    "“互联网之光”博览会由浙江省经济和信息化厅承办。",
    "“直通乌镇”全球互联网大赛由桐乡市人民政府主办。",
    "作为大会的承办地，浙江省做了充分准备，主办方向全球发出邀请。",
]
ENGLISH = [
    (f"The summit was co-hosted by the {CAC_EN} and the {ZHEJIANG_EN}.", BOTH_EN),
    (f"The conference, jointly hosted by the {CAC_EN} and the {ZHEJIANG_EN}, runs through Friday.", BOTH_EN),
    (f"Organized by the {CAC_EN} and the {ZHEJIANG_EN}, the three-day event opened.", BOTH_EN),
    (f"The {CAC_EN} and the {ZHEJIANG_EN} are co-hosting the conference.", BOTH_EN),
    (
        f"The summit is hosted by the World Internet Conference. It is organized by the {ZHEJIANG_EN}.",
        {("organizer", "World Internet Conference"), ("host", ZHEJIANG_EN)},
    ),
    (
        "The event is co-organized by China Mobile and China Telecom, with support from the International Telecommunication Union.",
        {
            ("co_organizer", "China Mobile"),
            ("co_organizer", "China Telecom"),
            ("supporter", "International Telecommunication Union"),
        },
    ),
    ("The Light of Internet Expo is organized by the Zhejiang provincial government.", set()),
]


@pytest.mark.parametrize(("body", "expected"), CHINESE)
def test_chinese_wordings(body: str, expected: set[tuple[str, str]]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize("body", NOTHING)
def test_bodies_of_programmes_and_forums_are_not_those_of_the_edition(body: str) -> None:
    assert found(body) == set()


@pytest.mark.parametrize(("body", "expected"), ENGLISH)
def test_english_wordings(body: str, expected: set[tuple[str, str]]) -> None:
    assert found(body, TITLE_EN) == expected


def test_the_edition_behind_the_verb_is_the_one() -> None:
    facts = list(extract(reading(f"由{CAC}主办的第四届世界互联网大会曾在乌镇举行。")))
    assert {fact.subject for fact in facts} == {"summit:2017"}
