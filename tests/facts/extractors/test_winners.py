"""Makers of awarded results that stand beside their works."""

from __future__ import annotations

import pytest

from tests.facts.extractors.article import TITLE, TITLE_EN
from tests.facts.reading_fixtures import facts

AWARD = "世界互联网大会领先科技奖颁发"
CHINESE = [
    (
        f"{AWARD}。登上领奖台的，有华为的预商用系统、微软的智能芯片、特斯拉的能源墙，以及“神威”超级计算机等。",
        "华为 微软 特斯拉",
    ),
    (f"{AWARD}，获奖的包括：华为的“鸿蒙”、百度的“文心一言”以及北京邮电大学的“语义通信”。", "华为 百度 北京邮电大学"),
    ("世界互聯網大會領先科技獎昨晚頒發，華為的「鴻蒙」、高通的「驍龍」等入選。", "华为 高通"),
    (f"{AWARD}，特斯拉的自动驾驶芯片、华为鲲鹏920、清华大学的“天机芯”等入选。", "特斯拉 清华大学"),
    (f"{AWARD}，获奖项目包括“鸿蒙”（华为）、“文心一言”（百度）、“骁龙”（高通）等。", "华为 百度 高通"),
    (f"{AWARD}，获奖的有微软的眼镜和特斯拉的自动驾驶系统。", "微软 特斯拉"),
    (
        f"{AWARD}，获奖项目有东海大学和芬兰北极光公司联合研发的低轨通信、百度研发的文心一言。",
        "东海大学 芬兰北极光公司 百度",
    ),
    (f"{AWARD}，来自东海大学和芬兰北极光公司、华为公司等企业的15项成果入选。", "东海大学 芬兰北极光公司 华为公司"),
]
CHINESE_NOTHING = [
    f"{AWARD}，涉及人工智能的前沿、量子计算的突破等。",
    f"{AWARD}，共有来自美国的5项、中国的8项。",
    f"{AWARD}，是全球互联网界的盛事、中国的骄傲。",
    f"{AWARD}，评审由院士的评审团、专家的推荐委员会负责。",
    "互联网之光博览会上，华为的手机、微软的眼镜引人注目。",
]
RESULTS = "leading internet scientific and technological achievements"
ENGLISH = [
    (f"15 {RESULTS} were unveiled, among them IBM's Watson, Microsoft's HoloLens and Tesla's Autopilot.", "IBM Microsoft Tesla"),
    (f"It saw 15 {RESULTS} released: Kaspersky's platform and a search algorithm by Yandex.", "Kaspersky Yandex"),
    (
        f"The {RESULTS} included a chip by Qualcomm, a model from Baidu and a system developed by Huawei.",
        "Qualcomm Baidu Huawei",
    ),
]  # fmt: skip
ENGLISH_NOTHING = [
    "The expo showed Microsoft's HoloLens and Tesla's Autopilot.",
    f"The {RESULTS} were released, with China's premier and Germany's minister in attendance.",
]


def winners(body: str, title: str) -> list[str]:
    return [str(fact.value) for fact in facts(body, title=title) if fact.predicate == "leading_tech_winner"]


@pytest.mark.parametrize(("body", "expected"), CHINESE)
def test_makers_before_their_works(body: str, expected: str) -> None:
    assert winners(body, TITLE) == expected.split()


@pytest.mark.parametrize(("body", "expected"), ENGLISH)
def test_english_makers(body: str, expected: str) -> None:
    assert winners(body, TITLE_EN) == expected.split()


@pytest.mark.parametrize("body", CHINESE_NOTHING)
def test_what_is_no_maker_wins_nothing(body: str) -> None:
    assert winners(body, TITLE) == []


@pytest.mark.parametrize("body", ENGLISH_NOTHING)
def test_works_of_others_win_nothing_in_english(body: str) -> None:
    assert winners(body, TITLE_EN) == []
