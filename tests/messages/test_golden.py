"""Whole replies in both languages, kept as files that people read.

`UPDATE_GOLDEN=1` writes them anew; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.language import Language
from bot.messages.message import Message
from bot.services.answering import Answering
from bot.services.conversation import ConversationKey
from tests.knowledge_fixtures import FixedClock, config, document, fact, shipped, snapshot, vocabulary

GOLDEN = Path(__file__).parent / "golden"

COMMANDS = {
    "start": ("start", ""),
    "help": ("help", ""),
    "sources": ("sources", ""),
    "summit": ("summit", ""),
    "summit-2022": ("summit", "2022"),
    "summit-2024": ("summit", "2024"),
    "summit-by-ordinal": ("summit", "第十一届"),
    "summit-1999": ("summit", "1999"),
    "summit-unknown-ordinal": ("summit", "第十五届"),
    "summit-bad-argument": ("summit", "<b>abc</b> & co"),
    "ask": ("ask", ""),
    "search": ("search", "数据治理"),
    "search-unknown": ("search", "卫星互联网 <b>"),
    "search-empty": ("search", ""),
    "search-name": ("search", "Ren Xianliang"),
    "term": ("term", ""),
    "term-found": ("term", "中间人"),
    "term-slip": ("term", "man in the midle attack"),
    "term-unknown": ("term", "零信任"),
    "who": ("who", ""),
    "who-name": ("who", "Ren Xianliang"),
    "who-title": ("who", "桐乡市委书记"),
    "who-slip": ("who", "任贤亮"),
    "who-several": ("who", "世界互联网大会"),
    "who-unknown": ("who", "马可·波罗"),
    "about": ("about", ""),
    "about-programme": ("about", "直通乌镇"),
    "about-organisation": ("about", "国际组织"),
    "about-place": ("about", "乌镇"),
    "about-region": ("about", "桐乡"),
    "about-body": ("about", "WIPO"),
    "about-feature": ("about", "杰出贡献奖"),
    "about-odd-word": ("about", "咖荟"),
    "about-several": ("about", "互联网"),
    "about-unknown": ("about", "火星"),
    "brief": ("brief", ""),
    "brief-2022": ("brief", "2022"),
    "brief-2024": ("brief", "2024"),
    "forums": ("forums", ""),
    "forums-2022": ("forums", "2022"),
    "forums-2024": ("forums", "第十一届"),
    "compare": ("compare", ""),
    "compare-both": ("compare", "2022 和 2024"),
    "compare-unknown": ("compare", "2022 2023"),
    "timeline": ("timeline", ""),
    "today": ("today", ""),
    "on": ("on", ""),
    "on-founding": ("on", "07-12"),
    "on-opening": ("on", "9 November"),
    "on-closing": ("on", "11月11日"),
    "on-nothing": ("on", "1-1"),
    "on-no-day": ("on", "13-45"),
    "anniversaries": ("anniversaries", ""),
    "fact": ("fact", ""),
    "fact-term": ("fact", "onafby6mmu"),
    "coverage": ("coverage", ""),
    "cite": ("cite", ""),
    "cite-2022": ("cite", "2022"),
    "cite-publisher": ("cite", "中国信息安全"),
    "cite-unknown": ("cite", "没有这家报社"),
}
QUESTIONS = {
    "ask-theme": {Language.ZH: "2024年峰会的主题是什么", Language.EN: "What was the theme of the 2024 summit?"},
    "ask-when": {Language.ZH: "2022年什么时候举办", Language.EN: "When was the 2022 summit held?"},
    "ask-count": {Language.ZH: "2022年有多少嘉宾", Language.EN: "How many guests attended in 2022?"},
    "ask-expo": {Language.ZH: "2022年多少个国家参展", Language.EN: "How many countries exhibited in 2022?"},
    "ask-new": {Language.ZH: "2024年新增了什么", Language.EN: "What was new in 2024?"},
    "ask-supporters": {Language.ZH: "2022年支持单位有哪些", Language.EN: "Who were the supporters in 2022?"},
    "ask-forums": {Language.ZH: "2022年有哪些分论坛", Language.EN: "Which sub-forums did the 2022 summit have?"},
    "ask-founders": {Language.ZH: "谁发起的", Language.EN: "Who founded the organisation?"},
    "ask-person": {Language.ZH: "2022年谁作主旨演讲", Language.EN: "Who gave keynote speeches in 2022?"},
    "ask-founded": {Language.ZH: "什么时候成立的", Language.EN: "When was it founded?"},
    "ask-first": {Language.ZH: "首届是哪一年", Language.EN: "When was the first summit held?"},
    "ask-ambiguous": {Language.ZH: "峰会的主题是什么", Language.EN: "What is the theme?"},
    "ask-yes": {Language.ZH: "2022年有没有咖荟", Language.EN: "Were there any coffee talks in 2022?"},
    "ask-missing": {Language.ZH: "2024年的主题和支持单位", Language.EN: "theme and supporters of the 2024 summit"},
    "ask-unknown": {
        Language.ZH: "2024年的支持单位有哪些？",
        Language.EN: "Who were the supporters of the 2024 summit?",
    },
    "ask-unread": {Language.ZH: "门票多少钱", Language.EN: "How much is a ticket?"},
    "ask-passage": {Language.ZH: "城市大脑运用了什么技术", Language.EN: "What does 城市大脑 do with 云计算?"},
    "ask-compare": {
        Language.ZH: "2022和2024哪一届会期更长",
        Language.EN: "Which had more sub-forums, 2022 or 2024?",
    },
    "ask-superlative": {Language.ZH: "哪一届会期最长", Language.EN: "Which edition had the most sub-forums?"},
    "ask-no": {Language.ZH: "2022年是24场分论坛吗", Language.EN: "Is Microsoft a founder of the organisation?"},
    "ask-cannot-say": {
        Language.ZH: "2022年有没有关于卫星互联网的分论坛",
        Language.EN: "Was there a forum on satellite internet in 2022?",
    },
    "ask-why": {Language.ZH: "数字研修院是给谁办的", Language.EN: "Why was the Digital Academy set up?"},
    "ask-office": {Language.ZH: "桐乡市委书记是谁", Language.EN: "Who is the party secretary of Tongxiang?"},
    "ask-which-edition": {Language.ZH: "哪届主题提到智能向善", Language.EN: "Which edition had coffee talks?"},
    "ask-on-day": {Language.ZH: "2022年7月12日发生了什么", Language.EN: "What happened on July 12, 2022?"},
    "ask-part": {Language.ZH: "GSMA 是什么角色", Language.EN: "What is the role of GSMA?"},
    "ask-slip": {Language.ZH: "2022年乌镇风会有多少嘉宾", Language.EN: "how many geusts came in 2022"},
    "ask-two": {
        Language.ZH: "2022年有多少记者？来了多少嘉宾？",
        Language.EN: "2022: how many guests and how many sub-forums?",
    },
    "ask-itself": {Language.ZH: "你能做什么", Language.EN: "What can you do?"},
    "ask-said": {Language.ZH: "赵承讲了什么", Language.EN: "What did Yu Huiyou say?"},
    "ask-focus": {Language.ZH: "2024年聚焦什么", Language.EN: "What was the focus of the 2024 summit?"},
    "ask-mission": {Language.ZH: "国际组织的使命是什么", Language.EN: "What is the mission of the organisation?"},
    "ask-topics": {Language.ZH: "2022年有哪些议题", Language.EN: "What were the topics in 2022?"},
    "ask-next": {Language.ZH: "下一届什么时候", Language.EN: "When is the next summit?"},
    "ask-year-without-article": {Language.ZH: "2019年的主题是什么", Language.EN: "What was the theme in 2019?"},
    "ask-in-english": {Language.ZH: "直通乌镇英文怎么说", Language.EN: "What is 咖荟 in English?"},
    "ask-definition": {Language.ZH: "什么是中间人攻击", Language.EN: "What is a man-in-the-middle attack?"},
    "ask-thanks": {Language.ZH: "谢谢", Language.EN: "Thank you!"},
    "ask-emoji": {Language.ZH: "😀🎉", Language.EN: "😀🎉"},
    "ask-markup": {
        Language.ZH: "<b>2022年</b>的主题\u202e是什么",
        Language.EN: "\u200f<script>What was the theme in 2022?",
    },
    "ask-pasted": {Language.ZH: "一段很长的文字。" * 200, Language.EN: "A very long text. " * 250},
    "ask-press-conference": {
        Language.ZH: "2024年新闻发布会是哪天",
        Language.EN: "When was the press conference in 2024?",
    },
}
PRESSES = {
    "proof-2024": "p:s:2024",
    "forums-page-3": "v:2022:forum:3",
    "proof-theme": "p:v:2022:theme",
    "search-page-2": "c:search:论坛:2",
    "proof-term": "p:c:term:onafby6mmu",
    "proof-compare": "p:c:compare:2022 2024",
}

CLOCK: Clock = FixedClock()


def answering() -> Answering:
    return Answering(shipped, config(), vocabulary(), CLOCK, pick=lambda count: count // 2)


def compare(name: str, language: Language, message: Message) -> None:
    rows = ["  ".join(f"[{button.label} | {button.data or button.url}]" for button in row) for row in message.keyboard]
    text = "\n".join([message.html, "", *rows]).rstrip() + "\n"
    path = GOLDEN / f"{name}.{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), (
        f"{path.name}: if this is meant, run with UPDATE_GOLDEN=1 and read the difference"
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", COMMANDS)
def test_command(name: str, language: Language) -> None:
    compare(name, language, answering().command(*COMMANDS[name], language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", QUESTIONS)
def test_question(name: str, language: Language) -> None:
    compare(name, language, answering().ask(QUESTIONS[name][language], language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", PRESSES)
def test_press(name: str, language: Language) -> None:
    message = answering().press(PRESSES[name], language)
    assert message is not None
    compare(name, language, message)


@pytest.mark.parametrize("language", Language)
def test_a_disagreement_between_articles(language: Language) -> None:
    preview = document("a.md", "2024-10-26", "甲报", "https://example.org/a", "会前报道")
    report = document("b.md", "2024-11-23", "乙报", "https://example.org/b", "会后报道")
    losers = [
        fact(
            preview,
            {
                "subject": "summit:2024",
                "predicate": "expo_exhibitors",
                "value": 300,
                "approximation": "nearly",
                "phase": "announced",
            },
        )
    ]
    winners = [
        fact(report, {"subject": "summit:2024", "predicate": "expo_exhibitors", "value": 412, "phase": "reported"}),
        fact(report, {"subject": "summit:2024", "predicate": "guests", "value": 1805, "approximation": "over"}),
        fact(report, {"subject": "summit:2024", "predicate": "opening_date", "value": "2024-11-20"}),
        fact(report, {"subject": "summit:2024", "predicate": "mode", "value": "in_person"}),
    ]
    known = snapshot([preview, report], winners, losers)
    answering = Answering(lambda: known, config(), vocabulary(), CLOCK)
    compare("disagreement", language, answering.command("summit", "2024", language))
    asked = {Language.ZH: "2024年有多少参展企业", Language.EN: "How many exhibitors were there in 2024?"}
    compare("disagreement-asked", language, answering.ask(asked[language], language))


@pytest.mark.parametrize("language", Language)
def test_a_follow_up_says_what_it_took_over(language: Language) -> None:
    asked = {
        Language.ZH: ("2022年有多少嘉宾", "那分论坛呢？"),
        Language.EN: ("How many guests were there in 2022?", "and the theme?"),
    }
    here = ConversationKey(chat=1, topic=0, user=1)
    first, then = asked[language]
    answers = answering()
    answers.ask(first, language, here)
    compare("follow-up", language, answers.ask(then, language, here))


def test_no_golden_file_is_left_over() -> None:
    names = {*COMMANDS, *QUESTIONS, *PRESSES, "disagreement", "disagreement-asked", "follow-up"}
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{name}.{language}.txt" for name in names for language in Language
    }
