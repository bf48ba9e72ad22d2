from __future__ import annotations

from typing import Any

import pytest

from bot.playground.playground import Playground
from tests.playground.conftest import Caller


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"about {name}"} for name in names]


async def test_a_person_sees_the_commands_of_the_narrowest_scope_in_their_language(
    api: Caller, playground: Playground
) -> None:
    owner, _, member = playground.people
    group = playground.world.chats[playground.group]
    private = playground.world.chats[owner.id]

    async def put(name: str, language: str = "", **scope: Any) -> None:
        parameters = {"scope": scope} if scope else {}
        await api.call("setMyCommands", commands=commands(name), language_code=language, **parameters)

    def seen(chat: Any, person: int, language: str) -> list[str]:
        return [one["command"] for one in playground.world.profile.shown_commands(chat, person, language)]

    assert seen(group, member.id, "en") == []
    await put("default")
    await put("default_zh", "zh")
    await put("private", type="all_private_chats")
    await put("groups", type="all_group_chats")
    await put("leads", type="all_chat_administrators")
    assert seen(private, owner.id, "zh") == ["private"]
    assert seen(group, member.id, "zh") == ["groups"]
    assert seen(group, owner.id, "zh") == ["leads"]
    await put("me", type="chat_member", chat_id=group.id, user_id=member.id)
    assert seen(group, member.id, "en") == ["me"]
    await put("here", "zh", type="chat", chat_id=owner.id)
    assert (seen(private, owner.id, "zh"), seen(private, owner.id, "en")) == (["here"], ["private"])
    for scope in ("all_private_chats", "all_group_chats"):
        await api.call("deleteMyCommands", scope={"type": scope})
    assert seen(private, owner.id, "en") == ["default"]
    assert await api.call("getMyCommands", language_code="zh") == commands("default_zh")
    assert await api.call("getMyCommands", scope={"type": "all_private_chats"}) == []


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"commands": None}, "expected an Array of BotCommand"),
        ({"commands": commands("bad command")}, "BOT_COMMAND_INVALID"),
        ({"commands": commands("Upper")}, "BOT_COMMAND_INVALID"),
        ({"commands": commands("x" * 33)}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "", "description": "x"}]}, "command must be non-empty"),
        ({"commands": [{"command": "x", "description": " "}]}, "command description must be non-empty"),
        ({"commands": commands("x") * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"language_code": "zh-hans"}, "LANGUAGE_CODE_INVALID"),
        ({"scope": {"type": "everyone"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ],
)
async def test_wrong_commands_are_refused(api: Caller, parameters: dict[str, Any], reason: str) -> None:
    refused = await api.refused("setMyCommands", **{"commands": commands("x"), **parameters})
    assert refused == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("kind", "name", "longest"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_names_and_descriptions_have_languages_and_limits(
    api: Caller, kind: str, name: str, longest: int
) -> None:
    await api.call(f"setMy{kind}", **{name: "general"})
    await api.call(f"setMy{kind}", **{name: "中文", "language_code": "zh"})
    assert await api.call(f"getMy{kind}", language_code="zh") == {name: "中文"}
    assert await api.call(f"getMy{kind}", language_code="fr") == {name: "general"}
    await api.call(f"setMy{kind}", **{name: "x" * longest})
    assert (await api.refused(f"setMy{kind}", **{name: "x" * (longest + 1)})).endswith("_INVALID")


async def test_the_menu_button(api: Caller, chat: int) -> None:
    assert await api.call("getChatMenuButton", chat_id=chat) == {"type": "commands"}
    assert await api.call("setChatMenuButton", chat_id=chat, menu_button={"type": "commands"}) is True
    refused = await api.refused("setChatMenuButton", menu_button={"type": "web_app"})
    assert refused == "Bad Request: MenuButton has unsupported type"
