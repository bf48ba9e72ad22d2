"""Which edition it was."""

from __future__ import annotations

import pytest

from tests.facts.reading_fixtures import facts, values


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2018年第五届世界互联网大会开幕。", {("2018", "ordinal", "5")}),
        ("首届世界互联网大会于2014年在乌镇举行。", {("2014", "ordinal", "1")}),
        ("此前，峰会已成功举办九届。", {("2023", "ordinal", "10")}),
        ("峰会进入第十个年头。", {("2023", "nth_year", "10")}),
        ("今年是乌镇峰会举办的第十年。", {("2023", "nth_year", "10")}),
        ("The sixth World Internet Conference was held in 2019.", {("2019", "ordinal", "6")}),
        ("第三届“直通乌镇”全球互联网大赛开赛。", set()),
        ("首届世界互联网大会领先科技奖揭晓。", set()),
        ("这是国际组织成立后的第一届峰会。", set()),
        ("今年是“互联网之光”博览会第十年。", set()),
        ("They include the first WIC Awards.", set()),
    ],
)
def test_ordinals_and_years(sentence: str, found: set[tuple[str, str, str]]) -> None:
    assert values(facts(sentence), "ordinal", "nth_year") == found
