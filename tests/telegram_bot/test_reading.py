"""Which messages are meant for the bot, and what they ask."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Message, User

from bot.messages.commands import UNKNOWN, Command
from bot.telegram_bot.reading import Ask, Request, read_message

BOT = User(99, "Wuzhen", is_bot=True, username="Wuzhen_Bot")
PERSON = {"id": 5, "is_bot": False, "first_name": "林"}
OTHER_BOT = {"id": 6, "is_bot": True, "first_name": "other"}
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "群"}


def message(text: str | None, chat: dict[str, Any], **fields: Any) -> Message:
    data = {"message_id": 1, "date": int(datetime(2025, 3, 1, tzinfo=UTC).timestamp()), "chat": chat, "from": PERSON}
    parsed = Message.de_json({**data, **({"text": text} if text is not None else {}), **fields})
    assert isinstance(parsed, Message)
    return parsed


def of_bot(bot_id: int, **fields: Any) -> dict[str, Any]:
    sender = {"id": bot_id, "is_bot": True, "first_name": "bot"}
    return {"message_id": 0, "date": 0, "chat": GROUP, "from": sender, **fields}


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("2024年的主题", {}, Ask("2024年的主题")),
        ("/summit 2024", {}, Command("summit", "2024")),
        ("/峰会", {}, Command("summit", "")),
        ("/summit@wuzhen_bot", {}, Command("summit", "", "wuzhen_bot")),
        ("/summit@other_bot", {}, None),
        ("/nothing_we_know", {}, Command(UNKNOWN, "")),
        (None, {"photo": [], "caption": "2024年的主题"}, Ask("2024年的主题")),
        (None, {"dice": {"emoji": "🎲", "value": 3}}, Command("help", "")),
        (None, {"pinned_message": of_bot(99)}, None),
        ("hi", {"from": OTHER_BOT}, None),
    ],
)
def test_in_private_everything_a_person_says_is_meant_for_us(
    text: str | None, fields: dict[str, Any], expected: Request | None
) -> None:
    assert read_message(message(text, PRIVATE, **fields), BOT) == expected


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("/summit 2024", {}, Command("summit", "2024")),
        ("/summit@Wuzhen_Bot 2024", {}, Command("summit", "2024", "Wuzhen_Bot")),
        ("/summit@other_bot 2024", {}, None),
        ("/nothing_we_know", {}, None),
        ("2024年的主题", {}, None),
        ("@wuzhen_bot 2024年的主题", {}, Ask("2024年的主题")),
        ("2024年的主题 @WUZHEN_BOT", {}, Ask("2024年的主题")),
        ("@wuzhen_bot /summit 2024", {}, Command("summit", "2024")),
        ("@wuzhen_bot", {}, Command("help", "")),
        ("@wuzhen_bot2 2024年的主题", {}, None),
        ("主题呢", {"reply_to_message": of_bot(99)}, Ask("主题呢")),
        ("主题呢", {"reply_to_message": of_bot(98)}, None),
        ("主题呢", {"reply_to_message": of_bot(99, forum_topic_created={"name": "闲聊", "icon_color": 1})}, None),
        (None, {"reply_to_message": of_bot(99), "dice": {"emoji": "🎲", "value": 3}}, None),
        ("/summit 2024", {"from": OTHER_BOT}, None),
        ("/summit 2024", {"from": OTHER_BOT, "sender_chat": GROUP}, Command("summit", "2024")),
        ("/summit 2024", {"sender_chat": {"id": -7, "type": "channel"}, "is_automatic_forward": True}, None),
    ],
)
def test_in_a_group_only_what_is_said_to_us_is_meant_for_us(
    text: str | None, fields: dict[str, Any], expected: Request | None
) -> None:
    assert read_message(message(text, GROUP, **fields), BOT) == expected
