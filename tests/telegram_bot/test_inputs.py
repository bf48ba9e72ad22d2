from __future__ import annotations

from typing import Any

import pytest
from telegram import Message, User

from bot.playground.people import OWNER
from bot.telegram_bot.inputs import Cancelled, Forwarded, Input, Located, Migrated, Picked, Replied, read_input

BOT = User(123, "Bot", True, username="wuzhen_bot")
PRIVATE = {"id": OWNER.id, "type": "private", "first_name": "x"}
GROUP = {"id": -1005, "type": "supergroup", "title": "x"}
CHANNEL = {"id": -1007, "type": "channel", "title": "y"}
LOCATION = {"location": {"latitude": 30.5, "longitude": 120.5}}
KEYS = {"inline_keyboard": [[{"text": "a", "callback_data": "b:x"}, {"text": "b", "url": "https://example.org"}]]}
OURS = {"message_id": 1, "date": 1, "chat": PRIVATE, "from": BOT.to_dict(), "text": "?", "reply_markup": KEYS}
THEIRS = {**OURS, "from": OWNER.as_user()}
POST = {"type": "channel", "date": 1, "chat": CHANNEL, "message_id": 9}
HIDDEN = {"type": "hidden_user", "date": 1, "sender_user_name": "z"}


@pytest.mark.parametrize(
    ("chat", "fields", "expected"),
    [
        (PRIVATE, {"text": "2024年的主题"}, None),
        (PRIVATE, {"chat_shared": {"request_id": 1, "chat_id": -1007}}, Picked(-1007)),
        (PRIVATE, LOCATION, Located(30.5, 120.5)),
        (GROUP, LOCATION, None),
        (PRIVATE, {"text": "x", "forward_origin": POST}, Forwarded(-1007)),
        (PRIVATE, {"text": "x", "forward_origin": HIDDEN}, None),
        (GROUP, {"text": "x", "forward_origin": POST}, None),
        (PRIVATE, {"text": "不用了"}, Cancelled()),
        (PRIVATE, {"text": "No, thanks"}, Cancelled()),
        (GROUP, {"text": "不用了"}, None),
        (GROUP, {"migrate_to_chat_id": -1006}, Migrated(-1005, -1006)),
        (GROUP, {"text": "20:00", "reply_to_message": OURS}, Replied("20:00", ("b:x",))),
        (GROUP, {"text": "/help", "reply_to_message": OURS}, None),
        (GROUP, {"text": "20:00", "reply_to_message": THEIRS}, None),
        (GROUP, {"text": " ", "reply_to_message": OURS}, None),
    ],
)
def test_what_a_message_says_for_subscriptions(
    chat: dict[str, Any], fields: dict[str, Any], expected: Input | None
) -> None:
    data = {"message_id": 2, "date": 1, "chat": chat, "from": OWNER.as_user(), **fields}
    assert read_input(Message.de_json(data), BOT) == expected
