"""The slogan of an edition, as newspapers, agencies and accounts word it; and slogans of something else."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts

SLOGAN = "智能互联 开放合作——携手共建网络空间命运共同体"
_SPECIAL = "世界互联网大会·互联网发展论坛在乌镇举行"


def _found(year: int, body: str) -> set[tuple[int, str]]:
    title = _SPECIAL if year == 2020 else f"{year}年世界互联网大会乌镇峰会"
    found = (fact for fact in facts(body, day=f"{year}-11-08", title=title) if fact.predicate == "theme")
    return {(int(fact.subject.removeprefix("summit:")), str(fact.value)) for fact in found}


@pytest.mark.parametrize(
    ("year", "body", "found"),
    [
        (2023, f"今年峰会的主题叫做“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"问：今年聊什么？\n\nA：主题叫“{SLOGAN}”，分论坛有20场。", {(2023, SLOGAN)}),
        (2023, f"本届大会主题定名为“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"这次峰会的主轴为「{SLOGAN}」，到10日为止。", {(2023, SLOGAN)}),
        (2023, f"大會主軸訂為「{SLOGAN}」。", {(2023, SLOGAN)}),
        (2023, f"是次大会以「{SLOGAN}」为题，吸引近百个国家及地区逾千名政要与会。", {(2023, SLOGAN)}),
        (2023, f"峰會以「{SLOGAN}」為題，設20場分論壇。", {(2023, SLOGAN)}),
        (2023, f"8日至10日，新老朋友将再会乌镇，以“{SLOGAN}”为题，共话网络空间的明天。", {(2023, SLOGAN)}),
        (2023, f"峰会8日至10日在乌镇举行，以“{SLOGAN}”为题。", {(2023, SLOGAN)}),
        (2023, f"会议的主旋律早在几周前就已敲定——“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"峰会的主题几天前已经公布：“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"大会主题日前揭晓，“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"本届峰会主题正是“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"本届峰会的主题锁定“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"今年的大会口号是“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"在“{SLOGAN}”的主题下，峰会设置了20场分论坛。", {(2023, SLOGAN)}),
        (2023, f"本届峰会打出“{SLOGAN}”的主题。", {(2023, SLOGAN)}),
        (2023, f"峰会秉承“{SLOGAN}”的主题，邀请各方与会。", {(2023, SLOGAN)}),
        (2023, f"“{SLOGAN}”——这是今年乌镇峰会的主题。", {(2023, SLOGAN)}),
        (2023, "**02**\n\n**主题**\n\n智能互联 开放合作\n\n——携手共建网络空间命运共同体", {(2023, SLOGAN)}),
        (2023, "峰会主题\n\n智能互联 开放合作\n——携手共建网络空间命运共同体\n\n**数字卡片**", {(2023, SLOGAN)}),
        (2023, "**主题**\n\n智能互联 开放合作——\n\n携手共建网络空间命运共同体", {(2023, SLOGAN)}),
        (
            2023,
            "智能互联　开放合作\n\n——携手共建网络空间命运共同体\n\n大会主题\n\n**20场分论坛**将举行",
            {(2023, SLOGAN)},
        ),
        (
            2023,
            f"去年峰会的主题是“共建网络世界 共创数字未来”，今年则是“{SLOGAN}”。",
            {(2022, "共建网络世界 共创数字未来"), (2023, SLOGAN)},
        ),
        (
            2023,
            f"历届主题各有侧重。去年是“共建网络世界 共创数字未来”，今年则是“{SLOGAN}”。",
            {(2022, "共建网络世界 共创数字未来"), (2023, SLOGAN)},
        ),
        (
            2023,
            f"首届大会主题为“互联互通 共享共治”，第二届的主题是“{SLOGAN}”。",
            {(2014, "互联互通 共享共治"), (2015, SLOGAN)},
        ),
        (
            2020,
            f"本次论坛以“{SLOGAN}”为主题，为期两天，采取线上线下相结合的方式，由国家网信办与浙江省人民政府联合主办。",
            {(2020, SLOGAN)},
        ),
        (
            2023,
            'The summit carries the slogan "Smart Links for Open Cooperation -- Building a Community."',
            {(2023, "Smart Links for Open Cooperation——Building a Community")},
        ),
        (2023, 'Its theme is "Smart Links for Open Cooperation."', {(2023, "Smart Links for Open Cooperation")}),
        (
            2023,
            'Under the banner of "Smart Links for Open Cooperation", the summit gathered 1,800 guests.',
            {(2023, "Smart Links for Open Cooperation")},
        ),
        (
            2023,
            'The summit, held under the theme "Smart Links for Open Cooperation", opened on Wednesday.',
            {(2023, "Smart Links for Open Cooperation")},
        ),
        (
            2023,
            'Centering on the theme of "Smart Links for Open Cooperation", the summit opened on Wednesday.',
            {(2023, "Smart Links for Open Cooperation")},
        ),
        (2023, f"今年大会的主题，是“{SLOGAN}”。", {(2023, SLOGAN)}),
        (2023, f"在“{SLOGAN}”主题引领下，嘉宾汇聚乌镇。", {(2023, SLOGAN)}),
        (
            2023,
            f"历届峰会主题如下：\n\n- 2014年：互联互通 共享共治\n- 第二届（2015年12月16日至18日）：“{SLOGAN}”",
            {(2014, "互联互通 共享共治"), (2015, SLOGAN)},
        ),
    ],
)
def test_the_slogan_of_an_edition(year: int, body: str, found: set[tuple[int, str]]) -> None:
    assert _found(year, body) == found


@pytest.mark.parametrize(
    ("year", "body"),
    [
        (2023, f"周江勇以“{SLOGAN}”为题作主旨演讲。"),
        (2023, "王坚在峰会上以“数据的未来与城市大脑”为题，分享了自己的看法。"),
        (2023, "峰会上，专家以“人工智能的边界在哪里”为题发表演讲。"),
        (2023, "中国科协主席以“科技创新与人类未来”为题，在峰会主论坛致辞。"),
        (2023, "人工智能论坛以“智能向善 共创未来”为题，吸引了300人。"),
        (2023, "本次论坛以“智能向善 共创未来”为主题。"),
        (2023, "“互联网之光”博览会的口号是“智能向善 共创未来”。"),
        (2023, "今年则是“小年”，游客不多。"),
        (2023, "**主题沙龙**\n\n数字生活\n\n——与你同行"),
        (2023, "记者手记的题目叫“枕着流水听未来”，写的是峰会。"),
        (2020, "网络法治分论坛以“智能向善 共创未来”为主题。"),
        (2023, "历届大赛主题如下：\n\n- 2019年：“直通乌镇”全球互联网大赛走进校园\n- 2020年：700个项目，14个国家"),
        (2023, "乌镇大事回顾：\n\n- 2019年：古镇换新颜 游客再创新高"),
        (2023, "今年，桐乡以“迎峰会 促提升”为主题，开展百日攻坚行动。"),
        (2023, "峰会期间，团市委以“青春助力峰会”为主题，招募志愿者。"),
    ],
)
def test_slogans_of_something_else(year: int, body: str) -> None:
    assert _found(year, body) == set()
