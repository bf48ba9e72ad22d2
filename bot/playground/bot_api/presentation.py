"""setMyCommands, setMyName, setMyDescription, setMyShortDescription, setChatMenuButton, with their getters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.playground.bot_api.lookup import find_chat
from bot.playground.bot_api.parameters import Parameters, field_of
from bot.playground.profile import ScopeKey
from bot.playground.refusal import bad_request
from bot.playground.world import World

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
# Kind, parameter and longest text in characters.
_TEXTS = (("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120))
_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
_LANGUAGE = re.compile(r"[a-z]{2}\Z")
_WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


def _language(parameters: Parameters) -> str:
    code = parameters.text("language_code")
    if code and not _LANGUAGE.match(code):
        raise bad_request("LANGUAGE_CODE_INVALID")
    return code


def _scope(world: World, parameters: Parameters) -> ScopeKey:
    """https://core.telegram.org/bots/api#botcommandscope"""
    data = parameters.json("scope", bad_request("can't parse BotCommandScope JSON object"))
    if data is None:
        return ("default", 0, 0)
    if not isinstance(data, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = field_of(data, "type", str, prefix="can't parse BotCommandScope", required=True)
    if kind in _WIDE_SCOPES:
        return (kind, 0, 0)
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat = find_chat(world, Parameters(data))
    if kind != "chat" and chat.is_private:
        raise bad_request(f"can't use {kind} scope in private chats")
    return (kind, chat.id, Parameters(data).integer("user_id") if kind == "chat_member" else 0)


def _command(data: object) -> dict[str, str]:
    if not isinstance(data, dict):
        raise bad_request("can't parse BotCommand: BotCommand must be an Object")
    command = field_of(data, "command", str, prefix="can't parse BotCommand", required=True).removeprefix("/")
    description = field_of(data, "description", str, prefix="can't parse BotCommand", required=True).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if not description:
        raise bad_request("command description must be non-empty")
    if not _COMMAND.match(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if len(description) > MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmycommands"""
    data = parameters.json("commands", bad_request("can't parse commands JSON object"))
    if not isinstance(data, list):
        raise bad_request("expected an Array of BotCommand")
    if len(data) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    scope, language = _scope(world, parameters), _language(parameters)
    world.profile.commands[scope, language] = tuple(_command(item) for item in data)
    world.events.publish("profile")
    return True


def get_my_commands(world: World, parameters: Parameters) -> list[dict[str, str]]:
    """https://core.telegram.org/bots/api#getmycommands"""
    return list(world.profile.commands.get((_scope(world, parameters), _language(parameters)), ()))


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands"""
    world.profile.commands.pop((_scope(world, parameters), _language(parameters)), None)
    world.events.publish("profile")
    return True


def _text_setter(kind: str, name: str, longest: int) -> Callable[[World, Parameters], bool]:
    def set_text(world: World, parameters: Parameters) -> bool:
        text, language = parameters.text(name), _language(parameters)
        if len(text) > longest:
            raise bad_request(f"{'BOT_TITLE' if kind == 'Name' else 'BOT_' + name.upper()}_INVALID")
        world.profile.texts[name, language] = text
        world.events.publish("profile")
        return True

    return set_text


def _text_getter(kind: str, name: str) -> Callable[[World, Parameters], dict[str, str]]:
    def get_text(world: World, parameters: Parameters) -> dict[str, str]:
        text = world.profile.text(name, _language(parameters))
        return {name: text or (world.bot.first_name if kind == "Name" else "")}

    return get_text


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setchatmenubutton; web apps are not available here."""
    chat = _menu_chat(world, parameters)
    button = parameters.json("menu_button", bad_request("can't parse menu button JSON object"))
    kind = "default" if button is None else button.get("type") if isinstance(button, dict) else None
    if kind not in ("default", "commands"):
        raise bad_request("MenuButton has unsupported type")
    world.profile.menu_buttons[chat] = {"type": kind}
    world.events.publish("profile")
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getchatmenubutton"""
    buttons = world.profile.menu_buttons
    button = buttons.get(_menu_chat(world, parameters)) or buttons.get(0) or {"type": "default"}
    return {"type": "commands"} if button["type"] == "default" else button


def _menu_chat(world: World, parameters: Parameters) -> int:
    if not parameters.has("chat_id"):
        return 0
    chat = find_chat(world, parameters)
    if not chat.is_private:
        raise bad_request("chat_id must identify a private chat")
    return chat.id


METHODS: dict[str, Callable[[World, Parameters], object]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    **{f"setMy{kind}": _text_setter(kind, name, longest) for kind, name, longest in _TEXTS},
    **{f"getMy{kind}": _text_getter(kind, name) for kind, name, _ in _TEXTS},
}
