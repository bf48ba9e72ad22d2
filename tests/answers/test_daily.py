from __future__ import annotations

import pytest

from bot.answers.daily import daily, daily_items
from bot.answers.known import Known
from bot.config import load_config
from bot.corpus.date import PartialDate
from bot.corpus.document import Citation, Document
from bot.facts.fact import Fact, GlossaryItem, Quantity
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.daily import daily_message
from bot.messages.html import plain
from bot.messages.voice import voice

CITATION = Citation("doc", 7, "一句话。")
DOCUMENT = Document("doc", "a.md", "标题", "https://example.org/a", "某报", PartialDate(2021, 9, 26), "", ())


def fact(subject: str, predicate: str, value: int) -> Fact:
    return Fact(subject=subject, predicate=predicate, value=Quantity(value), sources=(CITATION,))


def term(definition: str, name: str = "零信任") -> GlossaryItem:
    return GlossaryItem(term_zh=name, term_en="zero trust", definition=definition, source=CITATION)


def known(*facts: Fact, glossary: tuple[GlossaryItem, ...] = (), language: Language = Language.ZH) -> Known:
    preferred = frozenset(each.id for each in facts)
    return Known(Snapshot({"doc": DOCUMENT}, facts, preferred, glossary), load_vocabulary(), language)


@pytest.mark.parametrize(
    ("definition", "alone"),
    [
        ("默认不相信任何人或设备。", True),
        ("它默认不相信任何人。", False),
        ("该模型默认不相信任何人。", False),
        ("这是一种模型。", False),
        ("上述模型的统称。", False),
        ("It trusts nobody.", False),
        ("Items are trusted by nobody.", True),
        ("The latter trusts nobody.", False),
    ],
)
def test_a_definition_that_points_elsewhere_does_not_stand_alone(definition: str, alone: bool) -> None:
    assert len(daily_items(known(glossary=(term(definition),)))) == alone


def test_facts_of_editions_stand_alone_unless_sources_disagree() -> None:
    alone, rival, other = (
        fact("summit:2021", "subforums", 20),
        fact("summit:2022", "subforums", 19),
        fact("summit:2022", "subforums", 40),
    )
    elsewhere = fact("organisation", "founder_count", 6)
    assert set(daily_items(known(alone, rival, other, elsewhere))) == {alone.id}


@pytest.mark.parametrize(
    ("language", "said"), [(Language.ZH, ("20 场", "2021 年")), (Language.EN, ("20 sub-forums", "2021"))]
)
def test_the_post_names_value_year_source_and_how_to_stop(language: Language, said: tuple[str, ...]) -> None:
    asked = known(fact("summit:2021", "subforums", 20), language=language)
    (item,) = daily_items(asked).values()
    config = load_config()
    text = plain(daily_message(daily(item, asked), voice(language, asked.snapshot, config, asked.vocabulary)).html)
    assert all(words in text for words in (*said, "某报", "/unsubscribe daily"))


def test_a_term_is_posted_with_both_names() -> None:
    asked = known(glossary=(term("默认不相信任何人。"),))
    (item,) = daily_items(asked).values()
    speaker = voice(Language.ZH, asked.snapshot, load_config(), asked.vocabulary)
    text = plain(daily_message(daily(item, asked), speaker).html)
    assert text.startswith("每日涨知识｜零信任 zero trust\n默认不相信任何人。\n出处：某报")
