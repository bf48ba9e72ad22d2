"""The slogan of an edition."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts, values

THEME = "携手建设新水乡——共享数字清风"


@pytest.mark.parametrize(
    "sentence",
    [
        f"本届峰会以“{THEME}”为主题。",
        f"峰会主题为“{THEME}”，设20场分论坛。",
        f"峰会的主题是“{THEME}”。",
        f"“{THEME}”，这是今年峰会的主题。",
        f"峰会紧扣“{THEME}”这一主题。",
        "大會主題為「攜手建設新水鄉——共享數字清風」。",
        "峰会主题为“携手建设新水乡一一共享数字清风”。",
        f"主题：{THEME}",
    ],
)
def test_wordings_of_one_theme(sentence: str) -> None:
    assert values(facts(sentence), "theme") == {("2023", "theme", THEME)}


@pytest.mark.parametrize(
    "sentence",
    [
        f"数字经济论坛以“{THEME}”为主题。",
        f"“互联网之光”博览会主题为“{THEME}”。",
        f"他以“{THEME}”为主题发表演讲。",
        "峰会主题鲜明。",
    ],
)
def test_themes_of_others(sentence: str) -> None:
    assert values(facts(sentence), "theme") == set()


def test_english() -> None:
    sentence = 'The summit is themed "Clear Water for All: a Shared Digital Breeze".'
    assert values(facts(sentence), "theme") == {("2023", "theme", "Clear Water for All: a Shared Digital Breeze")}
