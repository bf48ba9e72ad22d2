"""How an edition met, in the wordings of mainland, Hong Kong, Taiwan and English papers; and what is no way of meeting."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts


def _found(body: str) -> list[str]:
    return [str(fact.value) for fact in facts(body, day="2023-11-09") if fact.predicate == "mode"]


@pytest.mark.parametrize(
    ("body", "mode"),
    [
        ("峰會採實體與線上併行方式舉辦，約有2000名代表參加。", "hybrid"),
        ("大會以線上線下並行的方式舉行。", "hybrid"),
        ("峰会采取线上线下并行的方式举办。", "hybrid"),
        ("峰會以實體及線上形式舉行。", "hybrid"),
        ("约1800名来自126个国家及地区的嘉宾亲临现场或连线参与。", "hybrid"),
        ("嘉宾们或亲临现场，或视频连线，参与峰会。", "hybrid"),
        ("峰会嘉宾以现场和视频方式参会。", "hybrid"),
        ("1100余名嘉宾现场出席峰会，800余名嘉宾线上参会。", "hybrid"),
        ("峰会期间，线下1100余名嘉宾、线上800余名嘉宾参会。", "hybrid"),
        ("峰会首次全面采用“线上+线下”的办会模式。", "hybrid"),
        ("峰会采用虚实结合的方式举行。", "hybrid"),
        ("峰會採線上、線下同步方式登場。", "hybrid"),
        ("大會採虛實並行方式舉行，與會嘉賓逾千名。", "hybrid"),
        ("本届峰会线上线下同步举行。", "hybrid"),
        ("峰会以线下会议为主、线上参与为辅的方式举行。", "hybrid"),
        ("与会者可选择到场或远程参加峰会。", "hybrid"),
        ("The summit was a slimmed-down gathering that people could join both on site and online.", "hybrid"),
        ("The summit brought together 1,800 guests from 126 countries, online and offline.", "hybrid"),
        ("Guests attended the summit either in person or by video link.", "hybrid"),
        ("The summit is being held both virtually and physically.", "hybrid"),
        ("Delegates joined the summit in Wuzhen or via video link.", "hybrid"),
        ("The summit goes hybrid this year, with guests joining online and on the ground.", "hybrid"),
        ("More than 2,000 guests took part in the summit, on-site or remotely.", "hybrid"),
        ("The summit was held in a hybrid format.", "hybrid"),
        ("本届峰会全程在线上举行。", "online"),
        ("峰会恢复线下举办。", "in_person"),
        ("世界網際網路大會烏鎮峰會採實體與線上併行方式舉辦，約有2000名代表參加。", "hybrid"),
        ("世界網際網路大會烏鎮峰會採實體、線上同步方式登場。", "hybrid"),
        ("世界網際網路大會以線下與線上結合的方式舉行。", "hybrid"),
        ("世界網際網路大會烏鎮峰會全程在線上舉行。", "online"),
    ],
)
def test_how_an_edition_met(body: str, mode: str) -> None:
    assert _found(body) == [mode]


@pytest.mark.parametrize(
    "body",
    [
        "专家建议推动线上线下融合发展，峰会嘉宾表示赞同。",
        "峰会期间，线上线下的消费券共发放500万元。",
        "志愿者通过线上报名、现场面试加入峰会服务。",
        "The company sells online and offline, its founder told the summit.",
        "记者连线现场的同事，了解峰会筹备情况。",
        "村民可线上或到现场办理通行证，峰会期间有效。",
        "他亲临现场指导峰会筹备。",
        "大熊猫“和花”在线直播，峰会观众现场围观。",
    ],
)
def test_what_is_no_way_of_meeting(body: str) -> None:
    assert _found(body) == []
