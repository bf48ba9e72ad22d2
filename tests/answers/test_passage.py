"""The last resort: a sentence answers only a question that it covers."""

from __future__ import annotations

import pytest

from bot.answers.answer import Kind, Question
from bot.answers.interpret.lexicon import build_lexicon
from bot.answers.question import answer
from bot.knowledge.snapshot import Snapshot
from bot.language import Language, of_text
from tests.knowledge.test_passages import article
from tests.knowledge_fixtures import TODAY, Row, config, fact, shipped, snapshot, vocabulary

LEXICON = build_lexicon(vocabulary(), config())
SENTENCES = (
    "柳树旁的旧茶馆改成了年轻设计师的工作坊",  # a heading
    "旧茶馆改成工作坊，是为了让年轻设计师留在镇上。",
    "Willow trees were planted along the canal to mark the tenth year.",
    "老码头投放了48辆无人驾驶接驳车，造价1.2亿元；西市河上有30条船。",
    "量子纠缠门（quantum gate）",
    "一种让两个粒子彼此呼应的装置。",
    "大会吉祥物“水娃”由阿婆们设计。",
    "一家做芦苇吸管的公司夺得大赛总冠军。",
)


def articles() -> Snapshot:
    """An article of 2021 with sentences that no fact comes from, beside those that ship."""
    written = article(*SENTENCES)
    told: Row = {"subject": "summit:2021", "predicate": "theme", "value": "主题甲"}
    return snapshot([*shipped().documents.values(), written], [*shipped().facts, fact(written, told)])


KNOWN = articles()


def asked(text: str) -> tuple[str, str]:
    found = answer(Question(text, of_text(text, Language.ZH), TODAY), KNOWN, LEXICON)
    return found.title, " ".join(str(statement.values.get("text", "")) for statement in found.statements)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("旧茶馆为什么改成工作坊", SENTENCES[1]),
        ("2021年旧茶馆为什么改成工作坊", SENTENCES[1]),
        ("Why were willow trees planted along the canal?", SENTENCES[2]),
        ("城市大脑运用了什么技术", "云计算"),
        ("老码头有多少辆接驳车", SENTENCES[3]),
        ("接驳车造价多少钱", SENTENCES[3]),
        ("量子纠缠门是什么", SENTENCES[5]),
        ("智慧绿波能干嘛", "智慧绿波"),
        ("吉祥物是谁设计的", SENTENCES[6]),
        ("2021年大赛总冠军是谁", SENTENCES[7]),
        ("大赛的总冠军是谁", SENTENCES[7]),
        ("2021年大赛冠军是谁", SENTENCES[7]),
        ("2021年大赛谁夺冠了", SENTENCES[7]),
        ("谁夺得2021年大赛冠军", SENTENCES[7]),
    ],
)
def test_a_sentence_answers_what_it_covers(text: str, said: str) -> None:
    title, shown = asked(text)
    assert title == "passage.title"
    assert said in shown


@pytest.mark.parametrize(
    "text",
    [
        "2022年旧茶馆为什么改成工作坊",  # another edition than the article's
        "旧酒馆为什么改成工作坊",  # another thing
        "多少旧茶馆改成了工作坊",  # a figure
        "谁把旧茶馆改成工作坊",  # a person
        "旧茶馆是不是改成了工作坊",  # a yes or no
        "什么时候旧茶馆改成工作坊",  # a day
        "尼山对话为什么把旧茶馆改成工作坊",  # another meeting
        "旧茶馆",  # nothing is asked
        "年轻设计师的柳树",  # only the heading has both
        "门票为什么改成工作坊",
        "老码头有多少架接驳车",  # another counter
        "接驳车面积多大",  # no such measure
        "量子纠缠门多少钱",
        "吉祥物是谁画的",
        "2021年大赛亚军是谁",  # another place
        "2022年大赛总冠军是谁",  # another edition
        "2021年围棋赛总冠军是谁",  # another contest
        "水乡人工智能大会的主题",  # another meeting
        "2021年的嘉宾有多少接驳车",  # a figure of the vocabulary comes from the facts
        "Why were cherry trees planted along the canal?",
    ],
)
def test_what_it_does_not_cover_stays_unknown(text: str) -> None:
    assert asked(text)[0] != "passage.title"


def test_a_passage_is_a_found_answer_with_its_proof() -> None:
    found = answer(Question("旧茶馆为什么改成工作坊", Language.ZH, TODAY), KNOWN, LEXICON)
    assert found.kind is Kind.FOUND
    assert [(citation.line, citation.quote) for citation in found.citations] == [(2, SENTENCES[1])]
