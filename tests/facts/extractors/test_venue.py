"""Where an edition met and where the series is at home, in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors import venue
from tests.facts.extractors.article import TITLE, TITLE_EN, values


@pytest.mark.parametrize(
    ("sentence", "met", "home"),
    [
        (
            "The 2023 World Internet Conference Wuzhen Summit opened on Wednesday in Wuzhen, east China's Zhejiang Province.",
            ["Wuzhen, Zhejiang Province"],
            [],
        ),
        (
            "The 2023 World Internet Conference Wuzhen Summit will be held from Nov. 8 to 10 in the water town of Wuzhen in Zhejiang province.",
            ["Wuzhen, Zhejiang province"],
            [],
        ),
        ("The summit took place in Wuzhen, Zhejiang, on Nov 8.", ["Wuzhen, Zhejiang"], []),
        ("2023年世界互联网大会乌镇峰会于11月8日至10日在浙江乌镇举行。", ["浙江乌镇"], []),
        ("峰会在浙江省桐乡市乌镇开幕。", ["浙江省桐乡市乌镇"], []),
        ("记者从在杭州举行的新闻发布会获悉，峰会将在浙江桐乡乌镇举办。", ["浙江桐乡乌镇"], []),
        ("地点：浙江·乌镇", ["浙江·乌镇"], []),
        ("11月8日，乌镇峰会在乌镇国际互联网会展中心隆重开幕。", ["乌镇"], []),
        ("嘉宾齐聚浙江乌镇，参加峰会。", ["浙江乌镇"], []),
        ("世界互联网大会永久落户乌镇。", [], ["乌镇"]),
        ("乌镇被确定为世界互联网大会永久会址。", [], ["乌镇"]),
        ("作为世界互联网大会永久举办地，乌镇焕发新貌。", [], ["乌镇"]),
        ("Wuzhen has been designated as the permanent venue of the World Internet Conference.", [], ["Wuzhen"]),
        ("The permanent site of the conference is Wuzhen.", [], ["Wuzhen"]),
        ("2023年世界互联網大會烏鎮峰會8日在浙江烏鎮登場。", ["浙江乌镇"], []),
        ("世界互联网大会的永久会址——乌镇。", [], ["乌镇"]),
    ],
)
def test_where_they_meet(sentence: str, met: list[str], home: list[str]) -> None:
    title = TITLE_EN if sentence.isascii() else TITLE
    assert values(venue.extract, "venue", sentence, title) == met
    assert values(venue.extract, "permanent_site", sentence, title) == home


def test_of_two_names_of_a_place_the_more_telling_one_counts() -> None:
    body = "峰会8日在乌镇开幕。\n\n峰会在浙江省桐乡市乌镇举行。"
    assert values(venue.extract, "venue", body) == ["浙江省桐乡市乌镇"]
