from __future__ import annotations

from typing import Any

import pytest

from bot.playground.playground import Playground
from tests.playground.conftest import Caller, FakeClock

KEYS = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}
PARSE = "can't parse entities: "
ENTITY = "can't parse MessageEntity: "
BUTTON = "can't parse inline keyboard button: "
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


async def test_a_sent_message_comes_back_parsed(api: Caller, chat: int) -> None:
    message = await api.call("sendMessage", chat_id=chat, text=" <b>你好</b> /x ", parse_mode="html", reply_markup=KEYS)
    assert message["text"] == "你好 /x"
    assert message["entities"] == [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "bot_command", "offset": 3, "length": 2},
    ]
    assert message["reply_markup"] == KEYS
    assert message["from"]["username"] == "knowledge_demo_bot"
    assert message["chat"] == {"id": chat, "type": "private", "first_name": "林晓", "username": "linxiao_demo"}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": None}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<i>x", "parse_mode": "HTML"}, PARSE + 'Can\'t find end tag corresponding to start tag "i"'),
        (
            {"text": "a.", "parse_mode": "MarkdownV2"},
            PARSE + "Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ({"parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"chat_id": None}, "chat_id is empty"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 0}, "chat not found"),
        ({"chat_id": -1}, "chat not found"),
        ({"chat_id": "@nobody_here_12345"}, "chat not found"),
        ({"chat_id": "words"}, "chat not found"),
        ({"chat_id": [1]}, "chat not found"),
        ({"message_thread_id": 5}, "message thread not found"),
        ({"entities": [{"type": "x", "offset": 0, "length": 1}]}, ENTITY + "Unsupported type specified"),
        ({"entities": [{"type": "bold", "length": 1}]}, ENTITY + 'Can\'t find field "offset"'),
        (
            {"entities": [{"type": "bold", "offset": "a", "length": 1}]},
            ENTITY + 'Field "offset" must be of type Number',
        ),
        (
            {"entities": [{"type": "bold", "offset": 9, "length": 1}]},
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        ({"entities": [{"type": "text_link", "offset": 0, "length": 1}]}, ENTITY + 'Can\'t find field "url"'),
        (
            {"entities": [{"type": "text_link", "offset": 0, "length": 1, "url": "nonsense"}]},
            "entity URL 'nonsense' is invalid: Wrong HTTP URL",
        ),
        ({"entities": [{"type": "text_mention", "offset": 0, "length": 1}]}, ENTITY + 'Can\'t find field "user"'),
        ({"entities": [{"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 5}}]}, "user not found"),
        (
            {"entities": [{"type": "custom_emoji", "offset": 0, "length": 1, "custom_emoji_id": "x"}]},
            ENTITY + 'Field "custom_emoji_id" must be a valid Number',
        ),
        (
            {
                "entities": "[",
            },
            "can't parse entities JSON object",
        ),
        ({"entities": {}}, "expected an Array of MessageEntity"),
        ({"entities": [1]}, ENTITY + "MessageEntity must be an Object"),
        ({"link_preview_options": {"is_disabled": "yes"}}, 'field "is_disabled" must be of type Boolean'),
        ({"link_preview_options": {"url": "nonsense"}}, "WEBPAGE_URL_INVALID"),
        ({"link_preview_options": 5}, "object expected as link preview options"),
        ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"reply_parameters": {"quote": "x"}}, 'can\'t find field "message_id"'),
        ({"reply_to_message_id": 999}, "message to be replied not found"),
    ],
)
async def test_what_telegram_refuses_is_refused(
    api: Caller, chat: int, parameters: dict[str, Any], reason: str
) -> None:
    assert await api.refused("sendMessage", **{"chat_id": chat, "text": "x", **parameters}) == f"Bad Request: {reason}"


@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, "<b>" + "x" * 4096 + "</b>"])
async def test_the_longest_text_is_taken(api: Caller, chat: int, text: str) -> None:
    message = await api.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML")
    assert len(message["text"].encode("utf-16-le")) == 2 * 4096


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": "x"}, 'field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": [{}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"inline_keyboard": [[1]]}, BUTTON + "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, BUTTON + 'Can\'t find field "text"'),
        ({"inline_keyboard": [[{"text": [], "callback_data": "x"}]]}, BUTTON + 'Field "text" must be of type String'),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}, "REPLY_MARKUP_INVALID"),
        ({"inline_keyboard": [[{"text": "a"}]]}, BUTTON + "Text buttons are unallowed in the inline keyboard"),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]},
            BUTTON + "Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "x", "url": "x.org"}]]},
            BUTTON + "exactly one action is allowed, found url, callback_data",
        ),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "中" * 22}]]}, "BUTTON_DATA_INVALID"),
        (
            {"inline_keyboard": [[{"text": "a", "url": "nonsense"}]]},
            "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
        ),
        (
            {"inline_keyboard": [[{"text": "a", "url": "ftp://x.org"}]]},
            "inline keyboard button URL 'ftp://x.org' is invalid: Unsupported URL protocol",
        ),
        ({"inline_keyboard": [[{"text": "a", "copy_text": {"text": ""}}]]}, "BUTTON_COPY_TEXT_INVALID"),
        ({"inline_keyboard": [[{"text": "a", "pay": True}]]}, "BUTTON_TYPE_INVALID"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "x"}]] * 101}, "reply markup is too long"),
        ({"force_reply": True}, "only inline_keyboard is supported by the playground, found force_reply"),
    ],
)
async def test_wrong_keyboards_are_refused(api: Caller, chat: int, markup: object, reason: str) -> None:
    assert await api.refused("sendMessage", chat_id=chat, text="x", reply_markup=markup) == f"Bad Request: {reason}"


async def test_buttons_come_back_in_telegrams_form(api: Caller, chat: int) -> None:
    rows = [[{"text": "a", "callback_data": "中" * 21}], [], [{"text": "b", "url": "https://X.org"}]]
    message = await api.call("sendMessage", chat_id=chat, text="x", reply_markup={"inline_keyboard": rows})
    rows[2][0]["url"] = "https://x.org/"
    assert message["reply_markup"]["inline_keyboard"] == [rows[0], rows[2]]


async def test_a_reply_carries_what_it_answers_without_its_own_reply(api: Caller, chat: int) -> None:
    first = await api.call("sendMessage", chat_id=chat, text="1")
    second = await api.call("sendMessage", chat_id=chat, text="2", reply_parameters={"message_id": first["message_id"]})
    third = await api.call("sendMessage", chat_id=chat, text="3", reply_parameters={"message_id": second["message_id"]})
    assert second["reply_to_message"]["text"] == "1"
    assert "reply_to_message" not in third["reply_to_message"]
    lone = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.call("sendMessage", chat_id=chat, text="4", reply_parameters=lone)


async def test_link_preview_options_come_back(api: Caller, chat: int) -> None:
    options = {"is_disabled": True, "show_above_text": False}
    message = await api.call("sendMessage", chat_id=chat, text="x.org", link_preview_options=options)
    assert message["link_preview_options"] == {"is_disabled": True}


async def test_editing_changes_text_and_takes_an_unnamed_keyboard_away(
    api: Caller, playground: Playground, chat: int, clock: FakeClock
) -> None:
    sent = await api.call("sendMessage", chat_id=chat, text="old", reply_markup=KEYS)
    clock.advance(seconds=5)
    edited = await api.call("editMessageText", chat_id=chat, message_id=sent["message_id"], text="new")
    assert (edited["text"], edited["edit_date"] - edited["date"]) == ("new", 5)
    assert "reply_markup" not in edited
    assert playground.messages(chat)[-1].text == "new"


async def test_an_edit_that_changes_nothing_is_refused(api: Caller, chat: int) -> None:
    sent = await api.call("sendMessage", chat_id=chat, text="<b>x</b>", parse_mode="HTML", reply_markup=KEYS)
    same = {"chat_id": chat, "message_id": sent["message_id"]}
    assert (
        await api.refused("editMessageText", **same, text="*x*", parse_mode="MarkdownV2", reply_markup=KEYS)
        == NOT_MODIFIED
    )
    assert await api.refused("editMessageReplyMarkup", **same, reply_markup=KEYS) == NOT_MODIFIED
    plain = await api.call("editMessageText", **same, text="x", reply_markup=KEYS)
    assert "entities" not in plain


async def test_a_changed_keyboard_alone_leaves_no_edit_mark(api: Caller, chat: int) -> None:
    sent = await api.call("sendMessage", chat_id=chat, text="x", reply_markup=KEYS)
    edited = await api.call("editMessageReplyMarkup", chat_id=chat, message_id=sent["message_id"])
    assert "reply_markup" not in edited
    assert "edit_date" not in edited


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"message_id": 999}, "message to edit not found"),
        ({"message_id": "x"}, "message identifier is not specified"),
        ({"message_id": 1}, "message can't be edited"),
        ({"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ({"text": ""}, "message text is empty"),
        ({"inline_message_id": "abc"}, "MESSAGE_ID_INVALID"),
    ],
)
async def test_wrong_edits_are_refused(api: Caller, chat: int, parameters: dict[str, Any], reason: str) -> None:
    sent = await api.call("sendMessage", chat_id=chat, text="x")
    known = {"chat_id": chat, "message_id": sent["message_id"], "text": "y"}
    assert await api.refused("editMessageText", **{**known, **parameters}) == f"Bad Request: {reason}"


async def test_deleting_in_private_and_in_a_group(
    api: Caller, playground: Playground, chat: int, clock: FakeClock
) -> None:
    own = await api.call("sendMessage", chat_id=chat, text="x")
    assert await api.call("deleteMessage", chat_id=chat, message_id=own["message_id"]) is True
    missing = await api.refused("deleteMessage", chat_id=chat, message_id=own["message_id"])
    assert missing == "Bad Request: message to delete not found"
    assert await api.call("deleteMessage", chat_id=chat, message_id=1) is True  # a person's, in private
    member = playground.people[2]
    foreign = playground.say(member, playground.group, "hello")
    refused = await api.refused("deleteMessage", chat_id=playground.group, message_id=foreign.id)
    assert refused == "Bad Request: message can't be deleted"
    old = await api.call("sendMessage", chat_id=chat, text="x")
    clock.advance(hours=49)
    refused = await api.refused("deleteMessage", chat_id=chat, message_id=old["message_id"])
    assert refused == "Bad Request: message can't be deleted for everyone"


async def test_a_bot_cannot_write_first(api: Caller, playground: Playground) -> None:
    stranger = playground.people[1].id
    for method, parameters in (("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})):
        answer = await api.answer(method, {"chat_id": stranger, **parameters})
        assert answer["error_code"] == 403
        assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    assert await api.refused("getChat", chat_id=stranger) == "Bad Request: chat not found"


async def test_chat_actions_are_checked_and_told(api: Caller, playground: Playground, chat: int) -> None:
    with playground.events.listen() as listener:
        assert await api.call("sendChatAction", chat_id=chat, action="typing") is True
        event = await anext(aiter(listener))
    assert event == {"type": "typing", "chat": chat, "action": "typing"}
    refused = await api.refused("sendChatAction", chat_id=chat, action="dancing")
    assert refused == "Bad Request: wrong parameter action in request"


async def test_private_chats_share_message_numbers_and_a_group_has_its_own(api: Caller, playground: Playground) -> None:
    owner, admin, _ = playground.people
    numbers = [playground.say(person, person.id, "x").id for person in (owner, admin, owner)]
    assert numbers == [1, 2, 3]
    assert (await api.call("sendMessage", chat_id="@Study_Group_Demo", text="x"))["message_id"] == 1
