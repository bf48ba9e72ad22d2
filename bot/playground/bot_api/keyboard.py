"""`reply_markup`: https://core.telegram.org/bots/api#inlinekeyboardmarkup, as strict as Telegram and a little more.

Telegram passes over a second action of a button; here it is refused, since the docs allow exactly one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.bot_api.parameters import Parameters, field_of
from bot.playground.chat import Keyboard
from bot.playground.formatting.links import LinkError, check_link
from bot.playground.refusal import bad_request

MAX_BUTTONS = 100
MAX_DATA_BYTES = 64
MAX_COPY_TEXT = 256
_BUTTON = "can't parse inline keyboard button"
_TEXT_ACTIONS = ("url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat")
_OBJECT_ACTIONS = ("copy_text", "switch_inline_query_chosen_chat")
# Buttons that need what this server has not: a web app, a login domain, a game, an invoice.
_UNAVAILABLE = ("web_app", "login_url", "callback_game", "pay")


def read_keyboard(parameters: Parameters) -> Keyboard:
    """Rows of InlineKeyboardButton objects as Telegram gives them back; empty when there is no keyboard."""
    markup = parameters.json("reply_markup", bad_request("can't parse reply keyboard markup JSON object"))
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        raise bad_request(
            f"only inline_keyboard is supported by the playground, found {', '.join(markup) or 'nothing'}"
        )
    rows = field_of(markup, "inline_keyboard", list)
    if not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    keyboard = tuple(tuple(_button(button) for button in row) for row in rows if row)
    if sum(map(len, keyboard)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return keyboard


def _button(data: object) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise bad_request(f"{_BUTTON}: InlineKeyboardButton must be an Object")
    text = field_of(data, "text", str, prefix=_BUTTON, required=True)
    if not text.strip():
        raise bad_request("REPLY_MARKUP_INVALID")
    if any(data.get(name) for name in _UNAVAILABLE):
        raise bad_request("BUTTON_TYPE_INVALID")
    actions: dict[str, Any] = {}
    for name in _TEXT_ACTIONS:
        # An empty inline query is an action of its own; an empty link or empty data is none.
        if (name in data and (value := field_of(data, name, str, prefix=_BUTTON))) or (
            name.startswith("switch") and name in data
        ):
            actions[name] = value
    for name in _OBJECT_ACTIONS:
        if data.get(name) is not None:
            actions[name] = data[name]
    if not actions:
        raise bad_request(f"{_BUTTON}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{_BUTTON}: exactly one action is allowed, found {', '.join(actions)}")
    _check_action(*next(iter(actions.items())), actions)
    style = {"style": data["style"]} if data.get("style") in ("danger", "success", "primary") else {}
    return {"text": text, **actions, **style}


def _check_action(name: str, value: Any, actions: dict[str, Any]) -> None:
    if name == "callback_data" and len(value.encode()) > MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if name == "url":
        try:
            actions[name] = check_link(value)
        except LinkError as error:
            raise bad_request(f"inline keyboard button URL '{value}' is invalid: {error}") from None
    if name in _OBJECT_ACTIONS and not isinstance(value, dict):
        raise bad_request(f'{_BUTTON}: Field "{name}" must be of type Object')
    if name == "copy_text":
        copied = field_of(value, "text", str, prefix=_BUTTON)
        if not 1 <= len(copied) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        actions[name] = {"text": copied}
