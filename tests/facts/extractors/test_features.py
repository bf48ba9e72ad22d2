"""What was new at an edition, in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors import features
from tests.facts.extractors.article import TITLE, TITLE_EN, reading, values


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本届峰会首次设立“世界互联网大会杰出贡献奖”。", ["世界互联网大会杰出贡献奖"]),
        ("今年，“互联网之光”博览会新增“人工智能体验”板块。", ["“人工智能体验”板块"]),
        ("大会首次颁发世界互联网大会杰出贡献奖，表彰为全球互联网发展作出贡献的人士。", ["世界互联网大会杰出贡献奖"]),
        ("峰会期间，世界互联网大会人工智能专业委员会正式成立。", ["世界互联网大会人工智能专业委员会"]),
        ("会上，世界互联网大会数字研修院正式揭牌。", ["世界互联网大会数字研修院"]),
        ("峰会上启动了“全球青年领军者计划”。", ["全球青年领军者计划"]),
        ("首届“乌镇数字夜话”同期举行。", ["乌镇数字夜话"]),
        ("首届“互联网之光”博览会同期举办。", ["“互联网之光”博览会"]),
        ("华为公司在会上推出“盘古”大模型应用平台。", []),
        ("浙江设立100亿元数字经济基金。", []),
        ("大会设立了“世界互联网大会领先科技奖”和“杰出贡献奖”。", ["世界互联网大会领先科技奖", "杰出贡献奖"]),
        (
            "峰会期间成立了世界互联网大会跨境电商工作委员会和数据工作组。",
            ["世界互联网大会跨境电商工作委员会", "数据工作组"],
        ),
        ("今年新增三项内容：杰出贡献奖、智库合作计划和数字研修院。", ["杰出贡献奖", "智库合作计划", "数字研修院"]),
        ("“直通乌镇”全球互联网大赛首次设置数字共富赛道。", ["数字共富赛道"]),
        ("“互联网之光”博览会首次设立人工智能展区。", ["人工智能展区"]),
        ("数字研修院、人工智能专业委员会相继成立。", ["数字研修院", "人工智能专业委员会"]),
        ("世界互联网大会领先科技奖是在多年举办成果发布活动的基础上，于今年首次设立的。", ["世界互联网大会领先科技奖"]),
        ("峰会有三个新亮点：一是首次设立“杰出贡献奖”；二是推出“咖荟·青年说”系列对话。", ["杰出贡献奖", "咖荟·青年说"]),
        (
            'The "Light of the Internet" Expo, held for the first time, has attracted 258 exhibitors.',
            ["Light of the Internet Expo"],
        ),
        ("今年“直通乌镇”全球互联网大赛正式启动。", []),
        ("“携手构建网络空间命运共同体精品案例”首次发布。", ["携手构建网络空间命运共同体精品案例"]),
        ("自2014年首次举办以来，大会已走过十年。", []),
        ("大会首次实现线上线下同步。", []),
        ("今年首次举办“互联网之光”博览会。", ["“互联网之光”博览会"]),
        ("本届大会首次发布世界互联网领先科技成果。", ["世界互联网领先科技成果"]),
        ("会议宣布成立世界互联网大会智库合作计划秘书处。", ["世界互联网大会智库合作计划秘书处"]),
        ("世界互联网大会人工智能专业委员会揭牌仪式在乌镇举行。", ["世界互联网大会人工智能专业委员会"]),
        ("2022年7月，世界互联网大会国际组织正式成立。", []),
        ("今年还首次举办“一带一路”互联网国际合作论坛，邀请多国嘉宾。", ["“一带一路”互联网国际合作论坛"]),
        ("峰会还将首次推出“乌镇咖荟·会客厅”活动，面向青年创业者。", ["乌镇咖荟·会客厅"]),
        ("新设的“青年与数字未来论坛”引人关注。", ["青年与数字未来论坛"]),
        ("中国移动在峰会上发布“九天”大模型。", []),
        ("“全球青年领军者计划”首次亮相乌镇。", ["全球青年领军者计划"]),
        ("大会全新推出“数字生活体验区”。", ["数字生活体验区"]),
        ("本届峰会首次开设“青年论坛”。", ["青年论坛"]),
        ("二是成立世界互联网大会人工智能专业委员会，搭建合作平台。", ["世界互联网大会人工智能专业委员会"]),
        ("峰会将举办20场分论坛，并启动世界互联网大会智库合作计划，推动全球智库合作。", ["世界互联网大会智库合作计划"]),
        (
            "For the first time, the summit will present the WIC Distinguished Contribution Award.",
            ["WIC Distinguished Contribution Award"],
        ),
        (
            "The conference launched the WIC Think Tank Cooperation Program and set up the Specialized Committee on Artificial Intelligence.",
            ["WIC Think Tank Cooperation Program", "Specialized Committee on Artificial Intelligence"],
        ),
        ("The WIC Digital Academy was officially established at the summit.", ["WIC Digital Academy"]),
        ("The inaugural Wuzhen Digital Talks were held during the summit.", ["Wuzhen Digital Talks"]),
        ("Huawei launched the Pangu Platform.", []),
        (
            "The summit will set up a special committee on artificial intelligence.",
            ["special committee on artificial intelligence"],
        ),
        ("今年新增四项内容：\n\n- 杰出贡献奖\n- 智库合作计划", ["杰出贡献奖", "智库合作计划"]),
        ("今年首次在乌镇举办“世界互联网大会青年论坛”。", []),
        ("今年的一大亮点是设立“智慧城市”展区。", ["“智慧城市”展区"]),
        ("数字丝路发展论坛今年首次举办。", []),
    ],
)
def test_what_is_new_is_named(sentence: str, expected: list[str]) -> None:
    title = TITLE_EN if sentence.isascii() else TITLE
    assert values(features.extract, "new_feature", sentence, title) == expected


@pytest.mark.parametrize(
    ("sentence", "purpose", "audience"),
    [
        ("峰会首次颁发“杰出贡献奖”，旨在褒奖有突出贡献的人士。", "褒奖有突出贡献的人士", None),
        ("峰会将启动智库合作计划，推动各国智库交流。", "推动各国智库交流", None),
        ("峰会设立数字研修院，面向发展中国家的企业，搭建研修平台。", "搭建研修平台", "发展中国家的企业"),
        ("峰会还将首次推出“数字夜话”，面向青年创业者。", None, "青年创业者"),
        ("峰会设立数字研修院。", None, None),
        ("为了让更多青年被看见，大会首次设立“青年创客营”。", "让更多青年被看见", None),
    ],
)
def test_purpose_and_audience_stand_in_the_same_clause(
    sentence: str, purpose: str | None, audience: str | None
) -> None:
    (fact,) = features.extract(reading(sentence))
    assert (fact.purpose, fact.audience) == (purpose, audience)
