"""Lists of named items in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors import named_lists
from tests.facts.extractors.article import TITLE, TITLE_EN, reading, values


@pytest.mark.parametrize(
    ("predicate", "sentence", "expected"),
    [
        ("contest_track", "“直通乌镇”全球互联网大赛设置了人工智能、数字医疗等6大赛道。", ["人工智能", "数字医疗"]),
        (
            "contest_track",
            "大赛涵盖人工智能、工业互联网、网络安全等6大赛道，吸引了来自23个国家的1005个项目。",
            ["人工智能", "工业互联网", "网络安全"],
        ),
        (
            "contest_track",
            "今年的“直通乌镇”全球互联网大赛设置人工智能、数字医疗、网络安全、智慧物流、工业互联网、智慧出行六个专题赛。",
            ["人工智能", "数字医疗", "网络安全", "智慧物流", "工业互联网", "智慧出行"],
        ),
        (
            "contest_track",
            "大赛共设6个赛道，分别是“人工智能”“数字医疗”“网络安全”“工业互联网”“智能网联汽车”和“数字双碳”。",
            ["人工智能", "数字医疗", "网络安全", "工业互联网", "智能网联汽车", "数字双碳"],
        ),
        (
            "contest_track",
            "大赛设七大赛道——数字医疗、数字双碳、人工智能、工业互联网、网联汽车、网络安全、数字共富。",
            ["数字医疗", "数字双碳", "人工智能", "工业互联网", "网联汽车", "网络安全", "数字共富"],
        ),
        ("contest_track", "大赛设有人工智能赛道、数字医疗赛道和网络安全赛道。", ["人工智能", "数字医疗", "网络安全"]),
        (
            "contest_track",
            "大赛聚焦“人工智能+”、智能制造与网络安全三条赛道展开角逐。",
            ["人工智能+", "智能制造", "网络安全"],
        ),
        (
            "contest_track",
            "大赛分为5个赛道（智慧医疗、工业互联网、智能网联汽车、数字金融、元宇宙）。",
            ["智慧医疗", "工业互联网", "智能网联汽车", "数字金融", "元宇宙"],
        ),
        ("contest_track", "本届大赛的赛道包括人工智能、数字文化等，报名项目逾千。", ["人工智能", "数字文化"]),
        ("contest_track", "「直通烏鎮」全球網際網路大賽涵蓋人工智慧、數位醫療等8個賽道。", ["人工智能", "数字医疗"]),
        (
            "expo_section",
            "“互联网之光”博览会设置A馆国际展区、人工智能展区、数字经济展区三大展区。",
            ["A馆国际展区", "人工智能展区", "数字经济展区"],
        ),
        (
            "expo_section",
            "“互联网之光”博览会分为展览展示、发布活动、供需对接等板块。",
            ["展览展示", "发布活动", "供需对接"],
        ),
        (
            "expo_section",
            "博览会由展览展示、新产品新技术发布、人才招聘三大板块组成。",
            ["展览展示", "新产品新技术发布", "人才招聘"],
        ),
        (
            "expo_section",
            "博览会设有三大板块，包括展览展示、数字贸易对接和人才交流。",
            ["展览展示", "数字贸易对接", "人才交流"],
        ),
        (
            "expo_section",
            "博览会设置“人工智能”“数字经济”“网络安全”三大展区，展示面积2万平方米。",
            ["人工智能", "数字经济", "网络安全"],
        ),
        (
            "cases_field",
            "“携手构建网络空间命运共同体精品案例”发布展示活动在乌镇举行，12个案例涵盖网络基础设施、网络文化交流、数字经济等五大领域。",
            ["网络基础设施", "网络文化交流", "数字经济"],
        ),
        ("cases_field", "精品案例涉及网络安全、数字经济、网络文化三个方面。", ["网络安全", "数字经济", "网络文化"]),
        (
            "cases_field",
            "“携手构建网络空间命运共同体精品案例”涉及5个领域，分别为：数字经济创新发展、网络文化交流、网络基础设施建设、网络空间国际治理和网络安全保障。",
            ["数字经济创新发展", "网络文化交流", "网络基础设施建设", "网络空间国际治理", "网络安全保障"],
        ),
        (
            "special_activity",
            "峰会期间，还将举办长三角数字文明研讨会、数字经济产业合作大会等永久举办地特色活动。",
            ["长三角数字文明研讨会", "数字经济产业合作大会"],
        ),
        (
            "special_activity",
            "乌镇推出4项“永久举办地”特色活动：乌镇戏剧节数字展、数字乡村论坛、智慧旅游周和桐商大会。",
            ["乌镇戏剧节数字展", "数字乡村论坛", "智慧旅游周", "桐商大会"],
        ),
        (
            "leading_tech_winner",
            "世界互联网领先科技成果发布，来自华为、阿里云、特斯拉等的15项成果入选。",
            ["华为", "阿里云", "特斯拉"],
        ),
        (
            "leading_tech_winner",
            "“世界互联网领先科技成果”揭晓，包括华为的“鲲鹏920处理器”、特斯拉的“自动驾驶芯片”、清华大学的“天机芯”等15项成果。",
            ["华为", "特斯拉", "清华大学"],
        ),
        (
            "leading_tech_winner",
            "世界互联网领先科技成果发布活动上，15项领先科技成果分别是：华为的“5G上行增强技术”、高通的“骁龙5G调制解调器”、北京大学的“飞腾系统”。",
            ["华为", "高通", "北京大学"],
        ),
        (
            "leading_tech_winner",
            "世界互联网领先科技成果发布，华为、百度、微软、清华大学等企业和高校的成果入选。",
            ["华为", "百度", "微软", "清华大学"],
        ),
        (
            "leading_tech_winner",
            "世界互联网大会领先科技奖颁奖，中国电信、之江实验室、英特尔等单位获奖。",
            ["中国电信", "之江实验室", "英特尔"],
        ),
        (
            "leading_tech_winner",
            "世界互联网领先科技成果共15项，分别来自阿里巴巴、腾讯和中国科学院。",
            ["阿里巴巴", "腾讯", "中国科学院"],
        ),
        (
            "forum",
            "峰会设置“一带一路”互联网国际合作论坛、数据治理论坛、人工智能论坛等20场分论坛。",
            ["“一带一路”互联网国际合作论坛", "数据治理论坛", "人工智能论坛"],
        ),
        (
            "forum",
            "峰会期间，“数据治理论坛”“人工智能论坛”“网络安全论坛”等分论坛同步举行。",
            ["数据治理论坛", "人工智能论坛", "网络安全论坛"],
        ),
        (
            "forum",
            "10日，数据治理论坛、青年与数字未来论坛、互联网企业家论坛相继举行。",
            ["数据治理论坛", "青年与数字未来论坛", "互联网企业家论坛"],
        ),
        (
            "forum",
            "峰会将举办20场分论坛，包括互联网企业家论坛、全球发展倡议数字合作论坛和网络法治论坛等。",
            ["互联网企业家论坛", "全球发展倡议数字合作论坛", "网络法治论坛"],
        ),
        (
            "forum",
            "峰会将举办20场分论坛：互联网企业家论坛、全球发展倡议数字合作论坛、网络法治论坛。",
            ["互联网企业家论坛", "全球发展倡议数字合作论坛", "网络法治论坛"],
        ),
        (
            "forum",
            "除主论坛外，峰会还有互联网企业家论坛、全球发展倡议数字合作论坛及网络法治论坛等多场分论坛。",
            ["互联网企业家论坛", "全球发展倡议数字合作论坛", "网络法治论坛"],
        ),
        ("forum", "“数字丝路”论坛、“网络法治”论坛等23场分论坛将举行。", ["“数字丝路”论坛", "“网络法治”论坛"]),
        (
            "topic",
            "本届峰会将围绕全球发展倡议、数字经济和人工智能等热点话题展开讨论。",
            ["全球发展倡议", "数字经济", "人工智能"],
        ),
        (
            "topic",
            "嘉宾就数据治理、算法安全、未成年人网络保护等22个议题展开深入交流。",
            ["数据治理", "算法安全", "未成年人网络保护"],
        ),
        ("topic", "议题涵盖人工智能、数据安全、数字鸿沟等多个方面。", ["人工智能", "数据安全", "数字鸿沟"]),
        (
            "topic",
            "大会共设22个议题，涉及网络文化传播、互联网创新发展、数字经济合作等。",
            ["网络文化传播", "互联网创新发展", "数字经济合作"],
        ),
        ("topic", "会议聚焦平台经济治理、网络法治、数字减贫三个议题。", ["平台经济治理", "网络法治", "数字减贫"]),
        ("topic", "峰会将探讨数据治理，人工智能，数字贸易等话题。", ["数据治理", "人工智能", "数字贸易"]),
        ("topic", "代表们就网络法治、数据治理、数字经济等时下热点议题各抒己见。", ["网络法治", "数据治理", "数字经济"]),
        (
            "activity",
            "同期还将举办“互联网之光”博览会、“直通乌镇”全球互联网大赛、“携手构建网络空间命运共同体精品案例”发布展示等活动。",
            ["“互联网之光”博览会", "“直通乌镇”全球互联网大赛", "“携手构建网络空间命运共同体精品案例”发布展示活动"],
        ),
        (
            "activity",
            "“互联网之光”博览会、“直通乌镇”全球互联网大赛将同期举行。",
            ["“互联网之光”博览会", "“直通乌镇”全球互联网大赛"],
        ),
        (
            "activity",
            "峰会期间将举办“互联网之光”博览会和“直通乌镇”全球互联网大赛。",
            ["“互联网之光”博览会", "“直通乌镇”全球互联网大赛"],
        ),
        (
            "activity",
            "峰会活动包括“互联网之光”博览会、世界互联网领先科技成果发布活动等。",
            ["“互联网之光”博览会", "世界互联网领先科技成果发布活动"],
        ),
        (
            "forum_units_kind",
            "由国际组织、国内部委、行业协会、知名企业等60多家单位主协办分论坛。",
            ["国际组织", "国内部委", "行业协会", "知名企业"],
        ),
        (
            "forum_units_kind",
            "来自国际组织、科研院所、高校的70余家单位参与分论坛主协办。",
            ["国际组织", "科研院所", "高校"],
        ),
        (
            "topic",
            "The summit will host 20 sub-forums on topics such as artificial intelligence, data governance and digital economy.",
            ["artificial intelligence", "data governance", "digital economy"],
        ),
        (
            "topic",
            "Participants of the summit discussed issues including AI safety, cross-border data flows, and the digital divide.",
            ["AI safety", "cross-border data flows", "digital divide"],
        ),
        (
            "forum",
            "The summit features 20 sub-forums, including the Internet Entrepreneurs Forum, the Data Governance Forum and the Belt and Road Forum.",
            ["Internet Entrepreneurs Forum", "Data Governance Forum", "Belt and Road Forum"],
        ),
        (
            "contest_track",
            "The Straight to Wuzhen Global Internet Competition has seven tracks, including digital health, industrial internet and cybersecurity.",
            ["digital health", "industrial internet", "cybersecurity"],
        ),
        (
            "expo_section",
            "The Light of Internet Expo has three sections: exhibition, product release and job fair.",
            ["exhibition", "product release", "job fair"],
        ),
        (
            "leading_tech_winner",
            "Fifteen leading internet scientific and technological achievements from companies including Huawei, Alibaba Cloud and Tesla were released.",
            ["Huawei", "Alibaba Cloud", "Tesla"],
        ),
        (
            "leading_tech_winner",
            "A total of 15 leading internet scientific and technological achievements were released, from Huawei, Qualcomm, Peking University and others.",
            ["Huawei", "Qualcomm", "Peking University"],
        ),
        (
            "contest_track",
            "“直通乌镇”全球互联网大赛设置5G应用、人工智能、工业互联网和智慧医疗等4个专题赛。",
            ["5G应用", "人工智能", "工业互联网", "智慧医疗"],
        ),
        (
            "expo_section",
            "博览会聚焦人工智能，设置前沿技术、应用场景、创新产品等展示板块。",
            ["前沿技术", "应用场景", "创新产品"],
        ),
        (
            "topic",
            "20场分论坛将围绕全球发展倡议数字合作、数字丝路、人工智能、算力网络等议题展开。",
            ["全球发展倡议数字合作", "数字丝路", "人工智能", "算力网络"],
        ),
        ("forum", "峰会设置“人工智能”“网络安全”“数据治理”等24个分论坛。", ["人工智能", "网络安全", "数据治理"]),
        ("topic", "分论坛涵盖“人工智能”“数字经济”等热点议题。", ["人工智能", "数字经济"]),
        ("topic", "峰会议题涉及5G、人工智能、开源生态等前沿热点。", ["5G", "人工智能", "开源生态"]),
        (
            "leading_tech_winner",
            "世界互联网领先科技成果发布，华为“鸿蒙操作系统”、阿里云“飞天”等成果亮相。",
            ["华为", "阿里云"],
        ),
        (
            "special_activity",
            "峰会还举办了乌镇数字文旅展、浙商论坛两项“永久举办地”特色活动。",
            ["乌镇数字文旅展", "浙商论坛"],
        ),
        (
            "activity",
            "峰会期间将举行“互联网之光”博览会、“直通乌镇”全球互联网大赛等一系列活动。",
            ["“互联网之光”博览会", "“直通乌镇”全球互联网大赛"],
        ),
        (
            "activity",
            "大会期间，举办了“互联网之光”博览会、世界互联网领先科技成果发布、“直通乌镇”全球互联网大赛等重要活动。",
            ["“互联网之光”博览会", "世界互联网领先科技成果发布", "“直通乌镇”全球互联网大赛"],
        ),
        (
            "contest_track",
            "本届大赛共设“人工智能”“网络安全”“数字健康”三个赛道和一个创意组。",
            ["人工智能", "网络安全", "数字健康"],
        ),
        (
            "cases_field",
            "“携手构建网络空间命运共同体精品案例”征集活动聚焦网络基础设施、数字经济两大方向。",
            ["网络基础设施", "数字经济"],
        ),
        (
            "forum",
            "大会期间举办互联网国际高端智库论坛、网络安全技术发展和国际合作论坛等论坛。",
            ["互联网国际高端智库论坛", "网络安全技术发展和国际合作论坛"],
        ),
        (
            "expo_section",
            "博览会吸引了阿里巴巴、微软、特斯拉等600家企业参展，覆盖人工智能、云计算、大数据等板块。",
            ["人工智能", "云计算", "大数据"],
        ),
        ("topic", "今年新增算力网络、开源两个议题。", ["算力网络", "开源"]),
        ("expo_section", "“互联网之光”博览会新增“元宇宙”“数字文化”两大板块。", ["元宇宙", "数字文化"]),
        (
            "leading_tech_winner",
            "Huawei, Alibaba Cloud and Tesla were among the winners of the WIC Award for Pioneering Science and Technology.",
            ["Huawei", "Alibaba Cloud", "Tesla"],
        ),
        (
            "expo_section",
            "The expo features exhibition areas including artificial intelligence, smart manufacturing and digital culture.",
            ["artificial intelligence", "smart manufacturing", "digital culture"],
        ),
        (
            "topic",
            "Sub-forums of the summit covered topics ranging from data governance to digital inclusion.",
            ["data governance", "digital inclusion"],
        ),
    ],
)
def test_every_item_of_a_list_is_named(predicate: str, sentence: str, expected: list[str]) -> None:
    title = TITLE_EN if sentence.isascii() else TITLE
    assert values(named_lists.extract, predicate, sentence, title) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "经过激烈角逐，来自杭州的团队获得人工智能赛道冠军。",
        "峰会上，嘉宾认为要抢占人工智能、量子信息等新赛道。",
        "博览会三大板块，涵盖5G、人工智能、云计算等领域的新技术。",
        "世界互联网领先科技成果发布，成果来自中国、美国、英国等国家的企业。",
        "世界互联网领先科技成果涵盖人工智能、芯片、量子计算等领域的成果。",
        "峰会以平等尊重、创新发展等议题为抓手。",
        "峰会共举办24场分论坛，聚焦人工智能、数字经济、网络安全等领域。",
        "今年首次在乌镇举办“世界互联网大会青年论坛”。",
        "今年的一大亮点是设立“智慧城市”展区。",
        "亮点之一是首次颁发“杰出贡献奖”。",
        "今年“互联网之光”博览会首次设置了人工智能专区，并首次推出“数字夜市”。",
        "峰会由开幕式、全体会议、分论坛、博览会等部分组成。",
        "11月9日，2023年世界互联网大会乌镇峰会“一带一路”互联网国际合作论坛在乌镇举行。",
        "互联网企业家论坛上，马云等企业家发表演讲。",
        "来自华为、中兴等企业的负责人参加峰会。",
        "世界互联网领先科技成果发布活动邀请来自中国科学院、清华大学等单位的40名专家担任评委。",
        "浙江将推进数字经济、平台经济、智能制造等领域建设。",
        "参展商包括阿里巴巴、腾讯、华为等企业。",
        "峰会通过线上线下方式，邀请联合国、国际电信联盟等国际组织代表参会。",
        "大会首次设置了咖荟活动。",
        "会上发布了《全球数据跨境流动合作倡议》和《世界互联网发展报告2023》等成果文件。",
        "The Light of Internet Expo, held for the first time in a hybrid format, attracted 400 companies.",
        'The summit, themed "Building a Digital World", launched the Global Youth Leaders Program for young entrepreneurs.',
        "The report on China's internet was released by the academy at the summit.",
    ],
)
def test_what_is_no_list_of_names_gives_none(sentence: str) -> None:
    title = TITLE_EN if sentence.isascii() else TITLE
    assert list(named_lists.extract(reading(sentence, title))) == []


def test_the_list_belongs_to_the_edition_it_is_said_of() -> None:
    text = "去年的峰会围绕人工智能、数据治理等议题展开；今年的峰会围绕算力、开源等议题展开。"
    facts = [(fact.subject, str(fact.value)) for fact in named_lists.extract(reading(text))]
    assert facts == [
        ("summit:2022", "人工智能"),
        ("summit:2022", "数据治理"),
        ("summit:2023", "算力"),
        ("summit:2023", "开源"),
    ]
