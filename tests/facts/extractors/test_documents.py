"""Documents released at an edition, in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors import documents
from tests.facts.extractors.article import TITLE, TITLE_EN, values


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "峰会期间发布《世界互联网发展报告2023》和《中国互联网发展报告2023》蓝皮书。",
            ["世界互联网发展报告2023", "中国互联网发展报告2023"],
        ),
        ("峰会发布了《携手构建网络空间命运共同体行动倡议》。", ["携手构建网络空间命运共同体行动倡议"]),
        ("大会通过《乌镇宣言》。", ["乌镇宣言"]),
        (
            "《世界互联网发展报告2023》《中国互联网发展报告2023》两份报告在峰会上发布。",
            ["世界互联网发展报告2023", "中国互联网发展报告2023"],
        ),
        ("中国网络空间研究院在峰会上发布蓝皮书《世界互联网发展报告》。", ["世界互联网发展报告"]),
        ("根据《中国互联网发展报告》，去年我国数字经济规模超50万亿元。", []),
        ("会上，与会嘉宾对《全球数据安全倡议》进行了解读。", []),
        ("峰会还形成了《乌镇倡议》《数字丝路合作共识》等多项成果。", ["乌镇倡议", "数字丝路合作共识"]),
        (
            "《人民日报》记者获悉，峰会将发布《发展负责任的生成式人工智能研究报告及共识文件》。",
            ["发展负责任的生成式人工智能研究报告及共识文件"],
        ),
        ("峰会深入贯彻落实《网络安全法》。", []),
        ("会上发布的《中国互联网发展报告2023》显示，我国网民达10亿。", ["中国互联网发展报告2023"]),
        ("峰会期间，《跨境电商实践案例集（2023年）》正式发布。", ["跨境电商实践案例集（2023年）"]),
        ("组委会秘书处高级别专家咨询委员会发布了《2016年世界互联网发展乌镇报告》。", ["2016年世界互联网发展乌镇报告"]),
        ("东海大学校长发表题为《算法向善》的主旨演讲。", []),
        ("专家以《算法向善》为题发表演讲。", []),
        ("会上，专家发表《算法向善》主题演讲，并发布《世界互联网发展报告》。", ["世界互联网发展报告"]),
        ("峰会推出《乌镇峰会十周年成果展》。", []),
        ("峰会签署了《数字合作备忘录》。", ["数字合作备忘录"]),
        ("《世界互联网大会蓝皮书：世界互联网发展报告2023》新闻发布会在乌镇举行。", []),
        (
            "The World Internet Development Report 2023 and the China Internet Development Report 2023 were released at the summit.",
            ["World Internet Development Report 2023", "China Internet Development Report 2023"],
        ),
        (
            'The summit released the blue book "World Internet Development Report 2023".',
            ["World Internet Development Report 2023"],
        ),
        ("The conference issued the Wuzhen Initiative.", ["Wuzhen Initiative"]),
        (
            'Under the theme "Innovation-driven Development", the conference adopted the "Wuzhen Declaration" on Friday.',
            ["Wuzhen Declaration"],
        ),
    ],
)
def test_only_what_is_released_is_a_document(sentence: str, expected: list[str]) -> None:
    title = TITLE_EN if sentence.isascii() else TITLE
    assert values(documents.extract, "outcome_document", sentence, title) == expected
