"""Keys in the place of the reader's keyboard: https://core.telegram.org/bots/api#replykeyboardmarkup"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.bot_api.parameters import Parameters, field_of
from bot.playground.chat import Keyboard
from bot.playground.refusal import bad_request

_BUTTON = "can't parse keyboard button"
# What this server has not: contacts, polls, web apps, users and bots to pick.
_UNAVAILABLE = ("request_users", "request_contact", "request_poll", "web_app", "request_managed_bot")
_INT32 = 2**31


def read_keys(parameters: Parameters, *, private: bool) -> Keyboard | None:
    """Rows of KeyboardButton objects, none to take the keys away; None when the markup is of another kind, or there is none."""
    markup = parameters.json("reply_markup", bad_request("can't parse reply keyboard markup JSON object"))
    if not isinstance(markup, dict):
        return None
    if markup.get("remove_keyboard"):
        return ()
    if "keyboard" not in markup:
        return None
    rows = field_of(markup, "keyboard", list)
    if not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" must be an Array of Arrays')
    keys = tuple(tuple(_key(key, private=private) for key in row) for row in rows if row)
    if not keys:
        raise bad_request("keyboard must be non-empty")
    return keys


def _key(data: object, *, private: bool) -> Mapping[str, Any]:
    if isinstance(data, str):
        data = {"text": data}
    if not isinstance(data, dict):
        raise bad_request(f"{_BUTTON}: KeyboardButton must be an Object")
    text = field_of(data, "text", str, prefix=_BUTTON, required=True)
    if not text.strip():
        raise bad_request("keyboard button text must be non-empty")
    if any(data.get(name) for name in _UNAVAILABLE):
        raise bad_request("BUTTON_TYPE_INVALID")
    if data.get("request_location") is True:
        if not private:
            raise bad_request("location can be requested in private chats only")
        return {"text": text, "request_location": True}
    if (wanted := data.get("request_chat")) is not None:
        if not private:
            raise bad_request("chats can be requested in private chats only")
        return {"text": text, "request_chat": _request_chat(wanted)}
    return {"text": text}


def _request_chat(data: object) -> Mapping[str, Any]:
    """https://core.telegram.org/bots/api#keyboardbuttonrequestchat"""
    if not isinstance(data, dict):
        raise bad_request(f"{_BUTTON}: KeyboardButtonRequestChat must be an Object")
    number = field_of(data, "request_id", int, prefix=_BUTTON, required=True)
    if not -_INT32 <= number < _INT32:
        raise bad_request(f'{_BUTTON}: Field "request_id" is out of range')
    field_of(data, "chat_is_channel", bool, prefix=_BUTTON, required=True)
    rights = [
        {name for name, on in (data.get(f"{who}_administrator_rights") or {}).items() if on is True}
        for who in ("user", "bot")
    ]
    if not rights[1] <= rights[0]:
        raise bad_request("bot administrator rights must be a subset of the user's")
    return data
