"""An event that several articles tell is one event."""

from __future__ import annotations

import pytest

from bot.knowledge.anniversaries import on_day
from bot.knowledge.milestones import milestones
from bot.knowledge.snapshot import Snapshot
from tests.knowledge_fixtures import TODAY, document, fact, snapshot

FIRST = document("a.md", "2022-07-13", url="https://example.org/a")
SECOND = document("b.md", "2022-11-12", url="https://example.org/b")


def known(first: str, second: str, day: str = "2022-08-15", founded: str = "") -> Snapshot:
    row = {"subject": "organisation", "predicate": "milestone", "value": day}
    facts = [fact(FIRST, {**row, "text": first}), fact(SECOND, {**row, "text": second})]
    if founded:
        facts.append(fact(FIRST, {"subject": "organisation", "predicate": "founded", "value": founded}))
    return snapshot([FIRST, SECOND], facts)


@pytest.mark.parametrize(
    ("first", "second", "texts"),
    [
        ("大会升级为国际组织", "大会由年度会议升级为国际组织", ["大会由年度会议升级为国际组织"]),
        ("大会秘书处迁入新址", "大会秘书处迁入新址。", ["大会秘书处迁入新址。"]),
        ("the secretariat moved", "The secretariat moved to Beijing", ["The secretariat moved to Beijing"]),
        ("大会秘书处迁入新址", "第一批会员名单公布", ["大会秘书处迁入新址", "第一批会员名单公布"]),
        ("大会秘书处迁入新址", "the secretariat moved", ["大会秘书处迁入新址", "the secretariat moved"]),
    ],
)
def test_which_texts_tell_one_event(first: str, second: str, texts: list[str]) -> None:
    assert [each.text for each in milestones("organisation", known(first, second))] == texts


def test_the_proofs_of_all_are_kept() -> None:
    (one,) = milestones("organisation", known("大会升级为国际组织", "大会由年度会议升级为国际组织"))
    assert {source.document_id for source in one.sources} == {FIRST.id, SECOND.id}


def test_a_milestone_that_tells_of_the_founding_is_left_to_it() -> None:
    found = known("国际组织在北京成立", "首批会员名单公布", "2022-07-12", founded="2022-07-12")
    assert [each.text for each in milestones("organisation", found)] == ["首批会员名单公布"]
    assert len(on_day(TODAY.replace(month=7, day=12), found)) == 2
