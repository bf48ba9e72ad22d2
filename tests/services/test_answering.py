"""The use case that the chat stands on: whatever is sent, a message that Telegram takes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.answer import Kind
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.callback import DATA_LIMIT
from bot.messages.commands import COMMANDS, UNKNOWN, CommandName, Group
from bot.messages.html import plain
from bot.messages.message import Message
from bot.messages.splitting import TEXT_LIMIT, shown_length
from bot.messages.unknown import suggestion_text
from bot.services.answering import Answering
from tests.knowledge_fixtures import FixedClock, config, document, fact, shipped, snapshot, vocabulary
from tests.messages.test_html import assert_balanced

# Reports are taken by another service, which has tests of its own.
REPORTS = ("g:", "e:")
NAMES = tuple(command.name for command in COMMANDS if command.group is not Group.ADMIN)
ANSWERING = Answering(shipped, config(), vocabulary(), FixedClock())


# What no button leads to.
REACHED = (
    ("search", "论坛"),
    ("search", "GSMA"),
    ("term", "零信任"),
    ("about", "互联网"),
    ("who", "世界互联网大会"),
    ("on", "02-30"),
)


def assert_sendable(message: Message) -> None:
    """What the Bot API asks of a message and of its buttons."""
    assert plain(message.html).strip()
    assert shown_length(message.html) <= TEXT_LIMIT
    assert_balanced(message.html)
    for row in message.keyboard:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.label
            assert bool(button.data) != bool(button.url)
            assert len(button.data.encode()) <= DATA_LIMIT


@given(st.sampled_from(NAMES), st.text(max_size=300), st.sampled_from(Language))
@settings(max_examples=150)
def test_any_argument_gives_a_message(name: str, argument: str, language: Language) -> None:
    assert_sendable(ANSWERING.command(name, argument, language))


@given(st.text(max_size=1500), st.sampled_from(Language))
@settings(max_examples=150)
def test_any_question_gives_a_message(text: str, language: Language) -> None:
    assert_sendable(ANSWERING.ask(text, language))


@given(st.text(max_size=80), st.sampled_from(Language))
def test_any_button_gives_a_message_or_nothing(data: str, language: Language) -> None:
    message = ANSWERING.press(data, language)
    assert message is None or message.html


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "argument",
    [
        "abc",
        "99999",
        "9" * 5000,
        "字" * 5000,
        "\x00\x1b\u202e",
        "<b>2024",
        "</b>&amp;",
        "-1",
        "0",
        "2024 2022",
        "第届",
        "😀",
    ],
)
def test_a_bad_argument_says_how_to_name_an_edition(argument: str, language: Language) -> None:
    message = ANSWERING.command("summit", argument, language)
    assert_sendable(message)
    assert ("/summit 2024" in message.html) or ("2022" in message.html)
    assert message.keyboard


@pytest.mark.parametrize("language", Language)
def test_every_button_leads_on_in_the_same_language(language: Language) -> None:
    """Press every button that can be reached from the commands and some questions."""
    waiting = [ANSWERING.command(name, "", language) for name in NAMES]
    waiting += [ANSWERING.command(name, argument, language) for name, argument in REACHED]
    waiting += [
        ANSWERING.ask(text, language) for text in ("2022年有哪些分论坛", "门票", "谁宣读了贺信", "2024年支持单位")
    ]
    waiting.append(ANSWERING.command("summit", "1999", language))
    seen: set[str] = set()
    while waiting:
        message = waiting.pop()
        assert_sendable(message)
        for button in (button for row in message.keyboard for button in row if button.data not in seen):
            seen.add(button.data)
            if button.data.startswith(REPORTS):
                continue
            shown = ANSWERING.press(button.data, language)
            assert shown is not None, button
            waiting.append(shown)
    assert {"s:2022", "s:2024", "p:s:2022", "p:s:2024", "v:2022:forum:3", "v:2024:new_feature"} <= seen
    assert {"c:forums:2022", "c:compare:2022 2024", "c:brief:2024", "p:c:brief:2024", "c:on:11-09"} <= seen
    assert {"c:search:论坛:2", "p:c:timeline:", "p:c:anniversaries:"} <= seen
    assert {data[:2] for data in seen} >= {"g:", "e:"}


def test_a_button_of_an_edition_that_is_gone_is_stale() -> None:
    assert ANSWERING.press("s:2019", Language.ZH) is None
    assert ANSWERING.press("p:s:2019", Language.ZH) is None
    assert ANSWERING.press("v:2024:guests", Language.ZH) is None
    assert ANSWERING.stale_button(Language.ZH)


def test_a_new_snapshot_is_used_at_once() -> None:
    source = document("a.md", "2019-10-20")
    known = [snapshot([source], [])]
    answering = Answering(lambda: known[0], config(), vocabulary(), FixedClock())
    assert "2019" not in answering.command("summit", "", Language.ZH).html
    known[0] = snapshot([source], [fact(source, {"subject": "summit:2019", "predicate": "theme", "value": "主题甲"})])
    assert "主题甲" in answering.command("summit", "2019", Language.ZH).html


@pytest.mark.parametrize("language", Language)
def test_without_any_edition_every_command_still_answers(language: Language) -> None:
    empty = Answering(lambda: Snapshot({}, (), frozenset()), config(), vocabulary(), FixedClock())
    for name in NAMES:
        assert_sendable(empty.command(name, "", language))
    assert_sendable(empty.command("summit", "2024", language))
    assert_sendable(empty.ask("2024年峰会的主题", language))


@pytest.mark.parametrize("language", Language)
def test_markup_in_an_article_stays_text(language: Language) -> None:
    evil = "</b><a href='x'>&<script>"
    source = document("a.md", "2019-10-20", publisher=evil, title=evil, url='https://a.b/"><b>')
    rows = [{"subject": "summit:2019", "predicate": name, "value": evil} for name in ("theme", "supporter", "venue")]
    known = snapshot([source], [fact(source, row, quote=evil) for row in rows])
    answering = Answering(lambda: known, config(), vocabulary(), FixedClock())
    for message in (
        answering.command("summit", "2019", language),
        answering.command("sources", "", language),
        answering.press("p:s:2019", language),
        *(answering.command(name, "2019", language) for name in ("brief", "cite")),
        answering.command("about", evil, language),
    ):
        assert message is not None
        assert_sendable(message)
        assert "<script>" in plain(message.html) or "</b>" in plain(message.html)


@pytest.mark.parametrize("language", Language)
def test_many_editions_and_articles_fit_one_message(language: Language) -> None:
    sources = [document(f"{n}.md", f"{1900 + n}-10-20", title="长标题" * 60) for n in range(200)]
    facts = [
        fact(source, {"subject": f"summit:{1900 + n}", "predicate": "theme", "value": "很长的主题" * 60})
        for n, source in enumerate(sources)
    ]
    known = snapshot(sources, facts)
    answering = Answering(lambda: known, config(), vocabulary(), FixedClock())
    bare = [(name, argument) for name in NAMES for argument in ("", "1950", "1950 1951", "主题")]
    for name, argument in (("summit", "1850"), ("summit", "abc"), *bare):
        message = answering.command(name, argument, language)
        assert_sendable(message)
        assert sum(len(row) for row in message.keyboard) <= 100
    assert_sendable(answering.ask("峰会的主题", language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "question",
    [
        "门票多少钱",
        "2024年支持单位",
        "2023年的主题",
        "2024年是第几届",
        "2022年达沃斯论坛的主题",
        "2024年有多少嘉宾",
        "国际组织有多少会员",
    ],
)
def test_what_is_suggested_can_be_asked(question: str, language: Language) -> None:
    answered = ANSWERING.answered(question, language)
    assert answered.answer.kind is Kind.UNKNOWN
    for suggestion in answered.answer.suggestions:
        text = suggestion_text(suggestion, answered.voice)
        assert ANSWERING.answered(text, language).answer.kind is not Kind.UNKNOWN, text


def test_an_unknown_reply_holds_nothing_of_another_year() -> None:
    for question in ("2024年有多少嘉宾", "2023年的主题", "2024年支持单位有哪些"):
        text = plain(ANSWERING.ask(question, Language.ZH).html)
        assert text.startswith("资料里没有")
        assert "2022" not in text
        assert "共建" not in text


def test_calendar_words_follow_the_clock_in_the_default_zone() -> None:
    later = Answering(shipped, config(), vocabulary(), FixedClock(date(2023, 5, 1)))
    assert "共建网络世界" in later.ask("去年的主题是什么", Language.ZH).html


def test_a_command_may_be_asked_as_a_question() -> None:
    for text in ("/summit 2022", "／峰会 2022", "/峰会2022"):
        assert ANSWERING.ask(text, Language.ZH).html == ANSWERING.command("summit", "2022", Language.ZH).html


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_answered_as_a_question_as_in_the_chat(command: CommandName, language: Language) -> None:
    asked = ANSWERING.answered(f"/{command.name}", language)
    if command.group in (Group.ADMIN, Group.POSTS) or command.name == "calendar":
        # What is kept for a chat, or sent as a file, has no chat here.
        assert (asked.answer.kind, asked.answer.title) == (Kind.UNKNOWN, "unknown.only_in_chat")
        assert f"/{command.name}" in plain(asked.message.html)
    elif command.name != "fact":
        assert asked.message == ANSWERING.command(command.name, "", language)


@pytest.mark.parametrize(("language", "said"), [(Language.ZH, "太长"), (Language.EN, "too long")])
def test_a_question_over_the_limit_is_said_to_be_too_long(language: Language, said: str) -> None:
    limit = config().limits.question_characters
    asked = ANSWERING.answered("2024年峰会的主题是什么" + "？" * limit, language)
    assert asked.answer.kind is Kind.UNKNOWN
    assert said in asked.message.html
    assert str(limit) in asked.message.html
    assert len(asked.message.html.splitlines()) == 1
    assert ANSWERING.answered("2024年峰会的主题是什么".ljust(limit, "？"), language).answer.kind is Kind.FOUND


@pytest.mark.parametrize("language", Language)
def test_an_unknown_command_is_met_with_one_line_that_leads_to_the_help(language: Language) -> None:
    text = plain(ANSWERING.command(UNKNOWN, "", language).html)
    assert "\n" not in text
    assert "/help" in text
    assert "\n" in plain(ANSWERING.command("help", "", language).html)
