"""Names in the reader's language, from data."""

from __future__ import annotations

import pytest

from bot.knowledge.names import load_names
from bot.language import Language
from bot.messages.values import name_text, short_name, unquoted
from bot.messages.voice import voice
from tests.knowledge_fixtures import config, shipped, vocabulary


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        ("浙江省人民政府", "浙江省人民政府", "People's Government of Zhejiang Province"),
        ("World Internet Conference", "世界互联网大会", "World Internet Conference"),
        ("某个没有译名的机构", "某个没有译名的机构", "某个没有译名的机构"),
        ("Some Unknown Body", "Some Unknown Body", "Some Unknown Body"),
        (
            "“世界互联网大会数字研修院”",
            "世界互联网大会数字研修院",
            "世界互联网大会数字研修院 (“WIC digital academy”, our translation)",
        ),
        ("hybrid", "线上线下结合", "on site and online"),
    ],
)
def test_a_name_is_said_in_the_readers_language_where_it_is_known(name: str, chinese: str, english: str) -> None:
    for language, shown in ((Language.ZH, chinese), (Language.EN, english)):
        assert name_text(name, voice(language, shipped(), config(), vocabulary())) == shown


@pytest.mark.parametrize("quoted", ["“互联网之光”博览会", "互联网之光博览会", "「互联网之光」 博览会"])
def test_quotes_and_blanks_do_not_tell_names_apart(quoted: str) -> None:
    assert load_names().english(quoted) == "Light of Internet Expo"


def test_a_short_name_leaves_out_the_name_of_the_series() -> None:
    chinese = voice(Language.ZH, shipped(), config(), vocabulary())
    assert short_name("“世界互联网大会杰出贡献奖”", chinese) == "杰出贡献奖"
    assert short_name("世界互联网大会", chinese) == "世界互联网大会"


def test_only_quotes_around_the_whole_are_dropped() -> None:
    assert unquoted("“杰出贡献奖”") == "杰出贡献奖"
    assert unquoted("“互联网之光”博览会") == "“互联网之光”博览会"
    assert unquoted("“甲”与“乙”") == "“甲”与“乙”"
