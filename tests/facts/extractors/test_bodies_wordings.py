"""Who holds an edition, what the body is, and when the press was told: sentences as the media word them."""

from __future__ import annotations

import pytest

from bot.facts.extractors import bodies, organisation, press
from bot.facts.subjects import ORGANISATION, SERIES
from tests.facts.extractors.article import TITLE, TITLE_EN, document, reading
from tests.facts.reading_fixtures import extractor

BODIES: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "本届大会由国家网信办主办，国际电信联盟、世界知识产权组织、世界经济论坛为协办单位。",
        {
            ("organizer", "国家网信办"),
            ("co_organizer", "国际电信联盟"),
            ("co_organizer", "世界知识产权组织"),
            ("co_organizer", "世界经济论坛"),
        },
    ),
    ("数字经济论坛上，国际电信联盟、世界知识产权组织为协办单位。", set()),
    (
        "大会由国家互联网信息办公室同浙江省人民政府共同主办。",
        {("organizer", "国家互联网信息办公室"), ("organizer", "浙江省人民政府")},
    ),
    (
        "本届大会由国家网信办会同浙江省人民政府共同主办。",
        {("organizer", "国家网信办"), ("organizer", "浙江省人民政府")},
    ),
    (
        "由世界互联网大会主办、浙江省人民政府承办的2023年世界互联网大会乌镇峰会8日开幕。",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "峰会（由世界互联网大会主办，浙江省人民政府承办）8日开幕。",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "峰会以“建设包容、普惠的数字世界”为主题，由世界互联网大会主办、浙江省人民政府承办，为期三天。",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "峰会8日开幕，这次峰会的主办单位是世界互联网大会，承办单位是浙江省人民政府。",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "本届峰会由世界互联网大会主办，并由浙江省人民政府承办。",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "大会由国家互联网信息办公室、浙江省人民政府主办，联合国经济和社会事务部、国际电信联盟、世界知识产权组织和世界经济论坛协办。",
        {
            ("co_organizer", "世界知识产权组织"),
            ("co_organizer", "世界经济论坛"),
            ("co_organizer", "国际电信联盟"),
            ("co_organizer", "联合国经济和社会事务部"),
            ("organizer", "国家互联网信息办公室"),
            ("organizer", "浙江省人民政府"),
        },
    ),
    (
        "联合国经社部、国际电信联盟、世界知识产权组织、全球移动通信系统协会为大会协办单位。",
        {
            ("co_organizer", "世界知识产权组织"),
            ("co_organizer", "全球移动通信系统协会"),
            ("co_organizer", "国际电信联盟"),
            ("co_organizer", "联合国经社部"),
        },
    ),
    (
        "大会邀请联合国经济和社会事务部、国际电信联盟担任协办单位。",
        {("co_organizer", "国际电信联盟"), ("co_organizer", "联合国经济和社会事务部")},
    ),
    ("国家网信办与浙江省政府共同主办本届大会。", {("organizer", "国家网信办"), ("organizer", "浙江省政府")}),
    (
        "峰會由國家互聯網信息辦公室與浙江省人民政府聯合主辦。",
        {("organizer", "国家互联网信息办公室"), ("organizer", "浙江省人民政府")},
    ),
    (
        "主办单位\n\n- 世界互联网大会\n\n承办单位\n\n- 浙江省人民政府",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "**主办单位**：世界互联网大会 **承办单位**：浙江省人民政府",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
    (
        "据介绍，大会由国家互联网信息办公室和浙江省人民政府联合举办。",
        {("organizer", "国家互联网信息办公室"), ("organizer", "浙江省人民政府")},
    ),
    ("峰会期间，由中国网络社会组织联合会主办的论坛同期举行。", set()),
    ("“互联网之光”博览会由浙江省人民政府主办，浙江省经信厅承办。", set()),
    ("浙江是大会的承办方，承办了历届峰会。", set()),
    (
        "本次峰会由世界互联网大会主办，浙江省人民政府承办，得到联合国教科文组织、国际电信联盟等机构支持。",
        {
            ("host", "浙江省人民政府"),
            ("organizer", "世界互联网大会"),
            ("supporter", "国际电信联盟"),
            ("supporter", "联合国教科文组织"),
        },
    ),
    (
        "主办单位为国家互联网信息办公室和浙江省人民政府，协办单位有国际电信联盟、世界知识产权组织等。",
        {
            ("co_organizer", "世界知识产权组织"),
            ("co_organizer", "国际电信联盟"),
            ("organizer", "国家互联网信息办公室"),
            ("organizer", "浙江省人民政府"),
        },
    ),
    ("峰会得到了社会各界的大力支持。", set()),
    ("感谢浙江省委、省政府的支持。", set()),
    ("人工智能论坛由中国信通院承办，清华大学协办。", set()),
    ("浙江省将举全省之力支持办好峰会。", set()),
    ("作为东道主，桐乡市委、市政府全力支持峰会。", set()),
    (
        "大会由中华人民共和国国家互联网信息办公室主办，中共浙江省委网信办、嘉兴市人民政府承办。",
        {
            ("host", "中共浙江省委网信办"),
            ("host", "嘉兴市人民政府"),
            ("organizer", "中华人民共和国国家互联网信息办公室"),
        },
    ),
    (
        "2025年世界互联网大会乌镇峰会由世界互联网大会主办、浙江省人民政府承办，11月6日至9日举行。",
        {("host", "浙江省人民政府"), ("organizer", "世界互联网大会")},
    ),
]
BODIES_EN: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "The conference is jointly hosted by the Cyberspace Administration of China and the provincial government of Zhejiang.",
        {("organizer", "Cyberspace Administration of China"), ("organizer", "provincial government of Zhejiang")},
    ),
    (
        "The conference is organized by the Cyberspace Administration of China and the government of Zhejiang province, and co-organized by the United Nations Department of Economic and Social Affairs, the International Telecommunication Union and the GSMA.",
        {
            ("co_organizer", "GSMA"),
            ("co_organizer", "International Telecommunication Union"),
            ("co_organizer", "United Nations Department of Economic and Social Affairs"),
            ("organizer", "Cyberspace Administration of China"),
            ("organizer", "government of Zhejiang province"),
        },
    ),
    (
        "Hosted by the World Internet Conference and organized by the Zhejiang provincial government, the summit runs until Friday.",
        {("host", "Zhejiang provincial government"), ("organizer", "World Internet Conference")},
    ),
    (
        "The summit, hosted by the World Internet Conference (WIC) and undertaken by the People's Government of Zhejiang Province, opened on Wednesday.",
        {("host", "People's Government of Zhejiang Province"), ("organizer", "World Internet Conference (WIC)")},
    ),
    (
        "The event was sponsored by the State Internet Information Office and the Zhejiang provincial government.",
        {("organizer", "State Internet Information Office"), ("organizer", "Zhejiang provincial government")},
    ),
    (
        "The annual event, which is organised by the Cyberspace Administration of China, began in 2014.",
        {("organizer", "Cyberspace Administration of China")},
    ),
    (
        "The three-day meeting is co-sponsored by the Cyberspace Administration of China and the Zhejiang government.",
        {("organizer", "Cyberspace Administration of China"), ("organizer", "Zhejiang government")},
    ),
    ("The forum is hosted by Alibaba.", set()),
    (
        "The summit, which is hosted by the World Internet Conference and organized by the Zhejiang provincial government, is themed AI.",
        {("host", "Zhejiang provincial government"), ("organizer", "World Internet Conference")},
    ),
    ("Hangzhou hosted the G20 summit in 2016.", set()),
    ("The Chinese government hosts the event every year.", set()),
    ("The event is backed by the UN and hosted in Wuzhen.", set()),
    ("Host: World Internet Conference", {("organizer", "World Internet Conference")}),
]
BODY: list[tuple[str, set[tuple[str, str]]]] = [
    ("世界互联网大会国际组织总部位于北京。", {("headquarters", "北京")}),
    (
        "总部设在中国北京的世界互联网大会国际组织于2022年7月12日正式成立。",
        {("founded", "2022-07-12"), ("headquarters", "中国北京")},
    ),
    (
        "世界互联网大会由中国互联网络信息中心（CNNIC）、全球移动通信系统协会（GSMA）、之江实验室、国家计算机网络应急技术处理协调中心（CNCERT）、深圳市腾讯计算机系统有限公司、阿里巴巴（中国）有限公司等6家单位共同发起成立国际组织。",
        {
            ("founder", "中国互联网络信息中心（CNNIC）"),
            ("founder", "之江实验室"),
            ("founder", "全球移动通信系统协会（GSMA）"),
            ("founder", "国家计算机网络应急技术处理协调中心（CNCERT）"),
            ("founder", "深圳市腾讯计算机系统有限公司"),
            ("founder", "阿里巴巴（中国）有限公司"),
            ("founder_count", "6"),
        },
    ),
    ("世界互联网大会已有170多家会员。", {("members", "170")}),
    ("截至目前，世界互联网大会会员总数已超过200家，覆盖6大洲近40个国家和地区。", {("members", "200")}),
    (
        "2022年7月12日，世界互联网大会成立大会在北京举行，标志着世界互联网大会国际组织正式成立。",
        {("founded", "2022-07-12")},
    ),
    ("去年7月12日，世界互联网大会国际组织在北京宣布成立。", {("founded", "2022-07-12")}),
    (
        "世界互联网大会国际组织以“搭建全球互联网共商共建共享平台”为宗旨。",
        {("mission", "搭建全球互联网共商共建共享平台")},
    ),
    ("首届世界互联网大会于2014年11月在乌镇举办。", set()),
    ("始于2014年的世界互联网大会，今年迎来第十个年头。", {("founded", "2014")}),
    ("联合国总部设在纽约。", set()),
    ("国际电信联盟总部位于日内瓦，其秘书长出席了大会。", set()),
    ("2019年成立的某联盟也加入了世界互联网大会国际组织。", set()),
    ("世界互联网大会创设于2014年，每年在乌镇举办。", {("founded", "2014")}),
]
BODY_EN: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "The World Internet Conference (WIC) was officially established as an international organization on July 12, 2022.",
        {("founded", "2022-07-12")},
    ),
    (
        "The WIC international organization, headquartered in Beijing, has more than 170 members from six continents.",
        {("headquarters", "Beijing"), ("members", "170")},
    ),
    (
        "The organization was launched by six parties: the GSMA, Alibaba Group, Tencent, Zhejiang Lab, the China Internet Network Information Center and CNCERT.",
        {
            ("founder", "Alibaba Group"),
            ("founder", "CNCERT"),
            ("founder", "China Internet Network Information Center"),
            ("founder", "GSMA"),
            ("founder", "Tencent"),
            ("founder", "Zhejiang Lab"),
            ("founder_count", "6"),
        },
    ),
    (
        "The World Internet Conference, an international organization established in July 2022 and headquartered in Beijing, held the summit.",
        {("founded", "2022-07"), ("headquarters", "Beijing")},
    ),
    (
        "The international organization was initiated by six institutions, including the GSMA and Zhejiang Lab.",
        {("founder", "GSMA"), ("founder", "Zhejiang Lab"), ("founder_count", "6")},
    ),
    ("Its membership has grown to more than 200 institutions.", set()),
    ("The WIC now has over 200 members from nearly 40 countries and regions.", {("members", "200")}),
    ("First held in 2014, the World Internet Conference takes place every year.", {("founded", "2014")}),
    ("The GSMA, headquartered in London, attended the World Internet Conference.", set()),
    ("GSMA is an international organization based in London, founded in 1995.", set()),
    ("Alibaba was founded by Jack Ma in 1999.", set()),
]
PRESS: list[tuple[str, set[tuple[str, str | None]]]] = [
    ("11月10日下午，峰会闭幕新闻发布会在乌镇举行。", {("2023-11-10", "乌镇")}),
    ("10月20日，国务院新闻办公室举行新闻发布会。", {("2023-10-20", None)}),
    ("国务院新闻办公室于2023年10月20日（星期五）上午10时举行新闻发布会。", {("2023-10-20", None)}),
    ("11月10日，2023年世界互联网大会乌镇峰会闭幕。当天下午举行总结发布会。", {("2023-11-10", None)}),
    ("昨天，世界互联网大会在北京举行新闻发布会，介绍峰会筹备情况。", {("2023-11-08", "北京")}),
    ("在8日举行的开幕前新闻发布会上，任贤良介绍了情况。", {("2023-11-08", None)}),
    ("外交部发言人10月20日在例行记者会上表示欢迎。", set()),
    ("10月20日，世界互联网大会秘书处在京召开媒体通气会。", {("2023-10-20", None)}),
]


MORE_BODIES: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "主办单位是国家互联网信息办公室，联合国经济和社会事务部、国际电信联盟和全球移动通信系统协会协办。",
        {("organizer", "国家互联网信息办公室"), ("co_organizer", "联合国经济和社会事务部"),
         ("co_organizer", "国际电信联盟"), ("co_organizer", "全球移动通信系统协会")},
    ),
    ("峰会承办的是浙江省人民政府，协办的有国际电信联盟、世界知识产权组织等。",
     {("host", "浙江省人民政府"), ("co_organizer", "国际电信联盟"), ("co_organizer", "世界知识产权组织")}),
    ("本届大会，国家互联网信息办公室和浙江省人民政府联合主办，桐乡市人民政府承办。",
     {("organizer", "国家互联网信息办公室"), ("organizer", "浙江省人民政府"), ("host", "桐乡市人民政府")}),
    ("大會由國家互聯網信息辦公室及浙江省政府合辦，國際電信聯盟協辦。",
     {("organizer", "国家互联网信息办公室"), ("organizer", "浙江省政府"), ("co_organizer", "国际电信联盟")}),
    ("本届大赛由组委会秘书处主办，浙江省经信厅、桐乡市人民政府共同承办。", set()),
    ("峰会期间举办了20场分论坛，40余家国际组织和机构参与主办协办。", set()),
    ("数字文明论坛由清华大学主办，北京大学协办。", set()),
]  # fmt: skip
MORE_BODIES_EN: list[tuple[str, set[tuple[str, str]]]] = [
    ("Supporting organisations were the International Telecommunication Union and the Universal Postal Union.",
     {("supporter", "International Telecommunication Union"), ("supporter", "Universal Postal Union")}),
    ("The co-organizers of the summit include the International Telecommunication Union and GSMA.",
     {("co_organizer", "International Telecommunication Union"), ("co_organizer", "GSMA")}),
    ("The summit was held with the International Telecommunication Union and GSMA as co-organizers.",
     {("co_organizer", "International Telecommunication Union"), ("co_organizer", "GSMA")}),
    ("Supporting organisations were happy.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), MORE_BODIES)
def test_bodies_without_by(body: str, expected: set[tuple[str, str]]) -> None:
    assert {(fact.predicate, str(fact.value)) for fact in bodies.extract(reading(body, TITLE))} == expected


@pytest.mark.parametrize(("body", "expected"), MORE_BODIES_EN)
def test_what_bodies_are_said_to_be_in_english(body: str, expected: set[tuple[str, str]]) -> None:
    assert {(fact.predicate, str(fact.value)) for fact in bodies.extract(reading(body, TITLE_EN))} == expected


def of_the_body(body: str, title: str) -> set[tuple[str, str]]:
    """What every extractor finds of the body and the series: counts of members are figures."""
    facts = extractor().facts(document(body, title))
    return {(fact.predicate, str(fact.value)) for fact in facts if fact.subject in (ORGANISATION, SERIES)}


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_bodies(body: str, expected: set[tuple[str, str]]) -> None:
    assert {(fact.predicate, str(fact.value)) for fact in bodies.extract(reading(body, TITLE))} == expected


@pytest.mark.parametrize(("body", "expected"), BODIES_EN)
def test_bodies_in_english(body: str, expected: set[tuple[str, str]]) -> None:
    assert {(fact.predicate, str(fact.value)) for fact in bodies.extract(reading(body, TITLE_EN))} == expected


@pytest.mark.parametrize(("body", "expected"), BODY)
def test_the_body(body: str, expected: set[tuple[str, str]]) -> None:
    assert of_the_body(body, TITLE) == expected


@pytest.mark.parametrize(("body", "expected"), BODY_EN)
def test_the_body_in_english(body: str, expected: set[tuple[str, str]]) -> None:
    assert of_the_body(body, TITLE_EN) == expected


@pytest.mark.parametrize(("body", "expected"), PRESS)
def test_press_conferences(body: str, expected: set[tuple[str, str | None]]) -> None:
    assert {(str(fact.value), fact.place) for fact in press.extract(reading(body))} == expected


def test_minutes_bear_the_day_of_the_press_conference() -> None:
    (fact,) = press.extract(
        reading("**主持人：** 各位记者上午好。", "第十届世界互联网大会新闻发布会文字实录", "2023-10-20")
    )
    assert (str(fact.value), fact.subject) == ("2023-10-20", "summit:2023")


def test_a_day_without_a_month_is_one_before_the_article() -> None:
    body = "2023年世界互联网大会乌镇峰会将于11月8日至10日举行。17日，世界互联网大会在北京举行新闻发布会。"
    (fact,) = press.extract(reading(body, TITLE, "2023-10-18"))
    assert str(fact.value) == "2023-10-17"


def test_the_year_of_a_section_dates_a_founding() -> None:
    body = "## 2022｜新身份\n\n7月12日，世界互联网大会国际组织在北京成立。"
    (fact,) = organisation.extract(reading(body))
    assert (fact.predicate, str(fact.value)) == ("founded", "2022-07-12")
