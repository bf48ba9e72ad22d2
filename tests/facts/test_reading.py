"""Scope: which edition a place in a text speaks of, and whose figures stand there."""

from __future__ import annotations

import pytest

from bot.facts.fact import Phase
from bot.facts.names import Owner
from bot.facts.reading import Read
from tests.facts.reading_fixtures import read


def _sentence(body: str, word: str, *, day: str = "2023-11-08", title: str = "2023年世界互联网大会乌镇峰会") -> Read:
    return next(sentence for sentence in read(body, day=day, title=title).reads if word in sentence.text)


@pytest.mark.parametrize(
    ("title", "day", "edition"),
    [
        ("2024年世界互联网大会乌镇峰会将举行", "2024-10-26", 2024),
        ("第五届世界互联网大会闭幕", "2018-11-09", 2018),
        ("乌镇峰会今天开幕", "2021-09-26", 2021),
        ("2023年世界互联网大会乌镇峰会回顾", "2024-01-10", 2023),
        ("2025年世界互联网大会亚太峰会在香港开幕", "2025-04-14", None),
        ("某公司发布新品", "2024-12-03", None),
        ("世界互聯網大會烏鎮峰會揭幕", "2022-11-09", 2022),
        ("The ninth World Internet Conference opens", "2022-11-09", 2022),
        ("2019年“互联网之光”博览会开馆", "2019-10-18", 2019),
    ],
)
def test_the_edition_an_article_is_about(title: str, day: str, edition: int | None) -> None:
    assert read("会场内外人头攒动。", day=day, title=title).edition == edition


@pytest.mark.parametrize(
    ("body", "word", "year"),
    [
        ("峰会共设20场分论坛。", "20场", 2023),
        ("2022年，峰会有19场分论坛。", "19场", 2022),
        ("去年的峰会有19场分论坛。", "19场", 2022),
        ("上届峰会有19场分论坛，本届有20场。", "19场", 2022),
        ("上届峰会有19场分论坛，本届有20场。", "20场", 2023),
        ("第五届世界互联网大会在乌镇举行。那一年有19场分论坛。", "19场", 2018),
        ("十年来，峰会迎来1.5万名嘉宾。", "1.5万", None),
        ("历届峰会规模之最，20场分论坛。", "20场", 2023),
        ("自2014年以来，峰会已有1万名嘉宾。", "1万", None),
        ("## 2019年\n\n共有20场分论坛。", "20场", 2019),
        ("**第三届（2016年11月16日—18日）**\n\n共有16场分论坛。", "16场", 2016),
    ],
)
def test_the_edition_a_figure_stands_in(body: str, word: str, year: int | None) -> None:
    sentence = _sentence(body, word)
    assert sentence.edition_at(sentence.text.index(word)) == year


@pytest.mark.parametrize(
    ("body", "word", "owner"),
    [
        ("本届峰会共有2000名嘉宾。", "2000", Owner.SUMMIT),
        ("“互联网之光”博览会开馆。400家企业参展。", "400", Owner.EXPO),
        ("“互联网之光”博览会开馆。峰会有2000名嘉宾。", "2000", Owner.SUMMIT),
        ("“直通乌镇”全球互联网大赛收官，24个国家参赛。", "24个", Owner.CONTEST),
        ("“互联网之光”博览会、“直通乌镇”大赛等活动同步举行，共有2000名嘉宾。", "2000", Owner.SUMMIT),
        ("世界互联网大会秘书长介绍，共有2000名嘉宾。", "2000", Owner.SUMMIT),
        ("2023年世界互联网大会亚太峰会吸引500名嘉宾。", "500", Owner.OTHER),
        ("数字经济论坛吸引300名嘉宾。", "300", Owner.FORUM),
    ],
)
def test_whose_figure_it_is(body: str, word: str, owner: Owner) -> None:
    sentence = _sentence(body, word)
    assert sentence.owner_at(sentence.text.index(word)) is owner


def test_the_generic_words_of_another_meeting_are_its_own() -> None:
    sentence = _sentence("峰会吸引500名嘉宾。", "500", title="2025年世界互联网大会亚太峰会开幕", day="2025-04-14")
    assert sentence.owner_at(3) is Owner.OTHER


def test_a_comparison_holds_no_value_of_an_edition() -> None:
    sentence = _sentence("项目较去年增加5个，共1100个。", "1100")
    assert sentence.in_change(sentence.text.index("5个"))
    assert not sentence.in_change(sentence.text.index("1100"))


@pytest.mark.parametrize(
    ("body", "day", "phase"),
    [
        ("2023年世界互联网大会乌镇峰会将于11月8日至10日在乌镇举行，设20场分论坛。", "2023-10-20", Phase.ANNOUNCED),
        ("2023年世界互联网大会乌镇峰会11月8日至10日在乌镇举行，设20场分论坛。", "2023-11-12", Phase.REPORTED),
        ("峰会将举办20场分论坛。", "2023-11-01", Phase.ANNOUNCED),
        ("峰会举办了20场分论坛。", "2023-11-10", Phase.REPORTED),
    ],
)
def test_said_before_or_after_the_day(body: str, day: str, phase: Phase) -> None:
    reading = read(body, day=day)
    sentence = reading.reads[0]
    assert reading.phase(sentence, sentence.text.index("20场"), 2023) is phase
