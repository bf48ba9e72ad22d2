"""Who did what at which edition: names, roles and titles in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors.people import extract
from bot.facts.fact import Fact
from tests.facts.extractors.article import TITLE, TITLE_EN, reading

CENTRAL = "中共中央政治局委员、中宣部部长"


def found(body: str, title: str = TITLE, date: str = "2023-11-09") -> set[tuple[str, str, str | None]]:
    return {(str(fact.value), str(fact.role), fact.title) for fact in extract(reading(body, title, date))}


CHINESE = [
    ("国家主席习近平向大会致贺信。", {("习近平", "sent_letter", "国家主席")}),
    (f"{CENTRAL}李书磊出席开幕式并致辞。", {("李书磊", "attended", CENTRAL), ("李书磊", "spoke", CENTRAL)}),
    ("开幕式由浙江省委书记王浩主持。", {("王浩", "chaired", "浙江省委书记")}),
    (
        "国家网信办主任庄荣文出席会议，宣读贺信并发表主旨演讲，浙江省省长刘捷致辞。",
        {
            ("庄荣文", "attended", "国家网信办主任"),
            ("庄荣文", "read_letter", "国家网信办主任"),
            ("庄荣文", "keynote", "国家网信办主任"),
            ("刘捷", "spoke", "浙江省省长"),
        },
    ),
    (
        f"受国家主席习近平委托，{CENTRAL}黄坤明宣读贺信并讲话。",
        {("黄坤明", "read_letter", CENTRAL), ("黄坤明", "spoke", CENTRAL)},
    ),
    (
        "中宣部部长黄坤明宣读了国家主席习近平的贺信并发表主旨演讲。",
        {
            ("黄坤明", "read_letter", "中宣部部长"),
            ("黄坤明", "keynote", "中宣部部长"),
            ("习近平", "sent_letter", "国家主席"),
        },
    ),
    (
        "联合国副秘书长李军华等出席会议并发言。",
        {("李军华", "attended", "联合国副秘书长"), ("李军华", "spoke", "联合国副秘书长")},
    ),
    ("国际电信联盟秘书长赵厚麟以视频方式发表致辞。", {("赵厚麟", "spoke", "国际电信联盟秘书长")}),
    (
        "出席开幕式的还有：巴基斯坦总统侯赛因、汤加副首相索瓦莱尼等。",
        {("侯赛因", "attended", "巴基斯坦总统"), ("索瓦莱尼", "attended", "汤加副首相")},
    ),
    ("致辞嘉宾：国际电信联盟副秘书长托马斯·拉马纳斯卡斯", {("托马斯·拉马纳斯卡斯", "spoke", "国际电信联盟副秘书长")}),
    ("全国人大常委会副委员长何维出席开幕式。", {("何维", "attended", "全国人大常委会副委员长")}),
    (
        "浙江省省长刘捷致辞。他在主旨演讲中谈到人工智能。",
        {("刘捷", "spoke", "浙江省省长"), ("刘捷", "keynote", "浙江省省长")},
    ),
    ("國家網際網路資訊辦公室主任莊榮文在閉幕式上致詞。", {("庄荣文", "spoke", "国家互联网信息办公室主任")}),
]
CHINESE += [
    (
        "主持人：央视主持人鲁健\n\n演讲嘉宾：\n\n- 中国工程院院士王坚\n- 阿里云首席技术官周靖人",
        {
            ("鲁健", "chaired", "央视主持人"),
            ("王坚", "spoke", "中国工程院院士"),
            ("周靖人", "spoke", "阿里云首席技术官"),
        },
    ),
    (
        "萨摩亚总理菲娅梅、卢旺达总理恩吉伦特等外国领导人，国际组织负责人约1800人参加开幕式。",
        {("菲娅梅", "attended", "萨摩亚总理"), ("恩吉伦特", "attended", "卢旺达总理")},
    ),
    ("中国移动总经理何飙在“人工智能技术创新与治理论坛”上发表主旨演讲。", {("何飙", "keynote", "中国移动总经理")}),
    (
        "新加坡高级政务部长普杰立博士、泰国数字经济和社会部部长巴硕·詹塔拉卢旺通参加大会。",
        {("普杰立", "attended", "新加坡高级政务部长"), ("巴硕·詹塔拉卢旺通", "attended", "泰国数字经济和社会部部长")},
    ),
]
CHINESE_NOTHING = [
    "阿里巴巴集团董事局主席马云在接受采访时表示，大会越办越好。",
    "浙江省省长刘捷表示，来自126个国家的嘉宾参加峰会。",
    "腾讯公司董事会主席马化腾没有出席今年的峰会。",
    "小米集团董事长雷军希望参加乌镇峰会。",
    "来自华为、高通、金山等企业的负责人出席会议。",
    "数字丝路发展论坛6月在香港举行，香港特区行政长官李家超致辞。",
]
ENGLISH = [
    (
        "Chinese President Xi Jinping sent a congratulatory letter to the conference.",
        {("Xi Jinping", "sent_letter", "Chinese President")},
    ),
    (
        "In a congratulatory letter, Chinese President Xi Jinping said so.",
        {("Xi Jinping", "sent_letter", "Chinese President")},
    ),
    (
        "Chinese Vice Premier Ding Xuexiang attended the opening ceremony and delivered a keynote speech.",
        {("Ding Xuexiang", "attended", "Chinese Vice Premier"), ("Ding Xuexiang", "keynote", "Chinese Vice Premier")},
    ),
    (
        "The opening ceremony was chaired by Zhuang Rongwen, director of the Cyberspace Administration of China.",
        {("Zhuang Rongwen", "chaired", "director of the Cyberspace Administration of China")},
    ),
    (
        "Ren Xianliang, secretary-general of the WIC, told a press conference in Beijing on Monday.",
        {("Ren Xianliang", "briefed", "secretary-general of the WIC")},
    ),
    (
        '"AI is the key," said Ren Xianliang, secretary-general of the WIC, at a news conference on Tuesday.',
        {("Ren Xianliang", "briefed", "secretary-general of the WIC")},
    ),
    (
        "Huang Kunming, head of the Publicity Department, read a letter from President Xi Jinping.",
        {
            ("Huang Kunming", "read_letter", "head of the Publicity Department"),
            ("Xi Jinping", "sent_letter", "President"),
        },
    ),
    (
        "Addressing the opening ceremony, UN Under-Secretary-General Li Junhua called for trust.",
        {("Li Junhua", "spoke", "UN Under-Secretary-General")},
    ),
    ('"We will invest more," said Lei Jun, founder of Xiaomi, in an interview.', set()),
    ("Wang Jian, an academician, said the technology is mature.", set()),
]


@pytest.mark.parametrize(("body", "expected"), CHINESE)
def test_chinese_sentences_tell_who_did_what(body: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize("body", CHINESE_NOTHING)
def test_opinions_wishes_and_other_meetings_give_nobody(body: str) -> None:
    assert found(body) == set()


@pytest.mark.parametrize(("body", "expected"), ENGLISH)
def test_english_sentences_tell_who_did_what(body: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert found(body, TITLE_EN) == expected


def facts(body: str, title: str = TITLE, date: str = "2023-11-09") -> list[Fact]:
    return list(extract(reading(body, title, date)))


def test_who_reports_at_a_press_conference_briefs() -> None:
    body = "10月26日，乌镇峰会新闻发布会在北京举行。\n\n世界互联网大会秘书长任贤良介绍，峰会设20场分论坛。"
    (fact,) = facts(body, date="2023-10-27")
    assert (fact.value, fact.role, fact.event) == ("任贤良", "briefed", "新闻发布会")


def test_a_briefing_belongs_to_its_own_edition_when_it_speaks_of_the_next() -> None:
    body = "峰会新闻发布会举行。\n\n有记者问及明年安排，世界互联网大会秘书长任贤良表示，2024年是峰会的第十一个年头。"
    assert [(fact.subject, fact.value, fact.role) for fact in facts(body)] == [("summit:2023", "任贤良", "briefed")]


def test_the_founding_ceremony_belongs_to_the_organisation() -> None:
    body = f"2022年7月12日，世界互联网大会国际组织成立大会举行，{CENTRAL}黄坤明出席成立大会并致辞。"
    assert {(fact.subject, fact.role, fact.event) for fact in facts(body)} == {
        ("organisation", "attended", "成立大会"),
        ("organisation", "spoke", "成立大会"),
    }


def test_an_edition_named_behind_the_verb_owns_the_act() -> None:
    (fact,) = facts("2015年12月，国家主席习近平出席第二届世界互联网大会开幕式。")
    assert fact.subject == "summit:2015"


def test_an_act_told_twice_is_one_fact_with_the_fullest_title() -> None:
    body = "国家主席习近平向大会致贺信。\n\n全体会议上，习近平主席为大会发来贺信。"
    assert {(fact.value, fact.title, fact.identity) for fact in facts(body)} == {
        ("习近平", "国家主席", ("summit:2023", "person", "习近平", "sent_letter"))
    }


def test_the_event_is_taken_over_from_the_sentence_before() -> None:
    (first, *_) = facts("峰会开幕式8日上午举行。浙江省委书记易炼红致辞。")
    assert first.event == "开幕式"
