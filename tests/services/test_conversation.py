"""A follow-up leaves unsaid what was spoken of a moment ago, in the same chat, by the same person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.answers.answer import Context, Kind
from bot.language import Language, of_text
from bot.messages.html import plain
from bot.services.answering import Answered, Answering
from bot.services.conversation import REMEMBERED, ConversationKey, Conversations
from tests.knowledge_fixtures import config, shipped, vocabulary

NOW = datetime(2025, 3, 1, 4, tzinfo=UTC)
HERE = ConversationKey(chat=1, topic=0, user=7)
CONTEXT = Context((2022,), ("guests",))


class MovingClock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def answering(clock: MovingClock) -> Answering:
    return Answering(shipped, config(), vocabulary(), clock)


def ask(answering: Answering, text: str, key: ConversationKey = HERE) -> Answered:
    return answering.answered(text, of_text(text, Language.ZH), key)


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("2022年有多少场分论坛", "那2024年呢？", "24 场"),
        ("2024年的主题是什么", "2022呢", "共建网络世界"),
        ("2022年来了多少嘉宾", "来自多少个国家", "120 多个"),
        ("2022年来了多少嘉宾", "主题呢", "共建网络世界"),
        ("How many sub-forums in 2022?", "and in 2024?", "24 sub-forums"),
        ("2022年谁主持全体会议", "谁发表了主旨演讲", "庄荣文"),
        ("/summit 2022", "主题呢", "共建网络世界"),
        ("/ask 2022年有多少场分论坛", "那2024年呢", "24 场"),
        ("/brief 2022", "有多少嘉宾", "2,100 多名"),
        ("/summit 2022", "and the theme?", "共建网络世界"),
    ],
)
def test_a_follow_up_takes_over_what_it_leaves_unsaid(
    answering: Answering, first: str, then: str, expected: str
) -> None:
    ask(answering, first)
    reply = ask(answering, then)
    assert reply.answer.kind is Kind.FOUND
    assert reply.answer.understood.from_context
    assert expected in plain(reply.message.html)
    assert plain(reply.message.html).startswith(("承上", "Still about", "As before"))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("2022年有多少嘉宾", "2024年呢"),  # no figure of that year
        ("2022年有多少嘉宾", "上一届呢？"),  # the one before 2022
        ("2022年吉祥物是谁设计的", "2024年的呢"),  # what was not answered is not taken over
    ],
)
def test_a_follow_up_to_what_is_not_known_is_unknown(answering: Answering, first: str, then: str) -> None:
    ask(answering, first)
    assert ask(answering, then).answer.kind is Kind.UNKNOWN


def test_another_person_topic_or_chat_has_a_conversation_of_its_own(answering: Answering) -> None:
    ask(answering, "2022年来了多少嘉宾")
    for key in (ConversationKey(1, 0, 8), ConversationKey(1, 5, 7), ConversationKey(2, 0, 7)):
        assert ask(answering, "主题呢", key).answer.kind is Kind.AMBIGUOUS


def test_after_some_minutes_it_is_forgotten(answering: Answering, clock: MovingClock) -> None:
    ask(answering, "2022年来了多少嘉宾")
    clock.moment += REMEMBERED
    assert ask(answering, "主题呢").answer.kind is Kind.AMBIGUOUS


def test_a_reply_takes_up_the_message_it_replies_to(answering: Answering) -> None:
    ask(answering, "2022年来了多少嘉宾")
    answering.sent(HERE, 100)
    ask(answering, "2024年有多少场分论坛")
    by_another = ConversationKey(chat=1, topic=0, user=8, reply_to=100)
    assert "共建网络世界" in plain(ask(answering, "主题呢", by_another).message.html)


def test_the_oldest_are_forgotten_first() -> None:
    kept = Conversations(limit=2)
    for user in (1, 2, 3):
        kept.keep(ConversationKey(1, 0, user), CONTEXT, NOW)
    assert kept.recall(ConversationKey(1, 0, 1), NOW) is None
    assert kept.recall(ConversationKey(1, 0, 3), NOW) == CONTEXT
    assert kept.recall(ConversationKey(1, 0, 3), NOW + timedelta(days=1)) is None


def test_who_is_named_is_asked_about_as_a_whole(answering: Answering) -> None:
    ask(answering, "2024年的主题是什么")
    reply = ask(answering, "庄荣文是谁")
    assert reply.answer.title == "who.title"
    assert not reply.answer.understood.from_context


@pytest.mark.parametrize("first", ["/who 任贤良", "任贤良是谁"])
def test_he_is_who_was_spoken_of(answering: Answering, first: str) -> None:
    ask(answering, first)
    reply = ask(answering, "他做了什么")
    assert reply.answer.title == "who.title"
    assert reply.answer.understood.from_context
    assert plain(reply.message.html).startswith("承上：任贤良")


def test_a_command_in_a_chat_is_spoken_of_too(answering: Answering) -> None:
    answering.command("summit", "2022", Language.ZH, HERE)
    assert "共建网络世界" in plain(ask(answering, "主题呢").message.html)


def test_the_next_one_is_the_one_to_come_unless_it_follows_on(answering: Answering) -> None:
    ask(answering, "2022年的主题是什么")
    assert ask(answering, "下一届什么时候").answer.kind is Kind.UNKNOWN
    ask(answering, "2022年的主题是什么")
    assert "2023" in plain(ask(answering, "那下一届的主题呢").message.html)


def test_what_is_forgotten_is_gone_in_the_chat_and_of_the_person_everywhere() -> None:
    kept = Conversations()
    elsewhere, other = ConversationKey(chat=-5, topic=2, user=7), ConversationKey(chat=-5, topic=2, user=8)
    for key in (ConversationKey(chat=7, topic=0, user=7), elsewhere, other):
        kept.keep(key, CONTEXT, NOW)
    kept.sent(ConversationKey(chat=7, topic=0, user=7), 44, NOW)
    kept.forget(7)
    assert kept.recall(ConversationKey(chat=7, topic=0, user=7, reply_to=44), NOW) is None
    assert kept.recall(elsewhere, NOW) is None
    assert kept.recall(other, NOW) == CONTEXT
    kept.forget(-5)
    assert kept.recall(other, NOW) is None
