"""How an edition and its expo met, in many wordings."""

from __future__ import annotations

import pytest

from bot.facts.extractors import mode
from tests.facts.extractors.article import TITLE, TITLE_EN, values


@pytest.mark.parametrize(
    ("sentence", "of_summit", "of_expo"),
    [
        ("峰会以线上线下相结合的方式举行。", ["hybrid"], []),
        ("本届大会以线上与线下结合的形式召开。", ["hybrid"], []),
        ("今年峰会全面恢复线下举办。", ["in_person"], []),
        ("此前两届峰会采用线上线下结合方式，今年恢复线下。", ["in_person"], []),
        ("大会推动线上线下融合发展。", [], []),
        ("The summit was held both in-person and online.", ["hybrid"], []),
        ("The summit returned to an in-person format this year.", ["in_person"], []),
        ("嘉宾将通过线下和线上的方式参会。", ["hybrid"], []),
        ("峰会采用“线上+线下”模式举行。", ["hybrid"], []),
        ("The summit is being held in a hybrid format.", ["hybrid"], []),
        ("“互联网之光”博览会采用线上线下同步方式办展。", [], ["hybrid"]),
        ("峰会期间，1800多名嘉宾线下参会。", [], []),
        ("大会線上線下同步舉行。", ["hybrid"], []),
        ("峰会将以线下为主、线上为辅的方式召开。", ["hybrid"], []),
    ],
)
def test_how_they_met(sentence: str, of_summit: list[str], of_expo: list[str]) -> None:
    title = TITLE_EN if sentence.isascii() else TITLE
    assert values(mode.extract, "mode", sentence, title) == of_summit
    assert values(mode.extract, "expo_mode", sentence, title) == of_expo
