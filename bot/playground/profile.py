"""How the bot presents itself: commands by scope and language, names, descriptions, menu button."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.playground.chat import Chat

# A scope as a key: BotCommandScope type, chat and user, 0 where the scope names none.
ScopeKey = tuple[str, int, int]
Commands = tuple[dict[str, str], ...]


@dataclass(slots=True)
class Profile:
    """What setMyCommands, setMyName and their like have said. Texts are keyed by kind and language code."""

    commands: dict[tuple[ScopeKey, str], Commands] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def text(self, kind: str, language: str) -> str:
        """The text of a kind (`name`, `description`, `short_description`) for a language, else the general one."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def shown_commands(self, chat: Chat, person: int, language: str) -> Commands:
        """The menu a person sees in a chat: the first scope that has commands in their language or in none.

        https://core.telegram.org/bots/api#determining-list-of-commands
        """
        for scope in scopes(chat, person):
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return ()


def scopes(chat: Chat, person: int) -> list[ScopeKey]:
    """The scopes that hold for a person in a chat, narrowest first."""
    default: ScopeKey = ("default", 0, 0)
    if chat.is_private:
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), default]
    leads = chat.leads(person)
    return [
        ("chat_member", chat.id, person),
        *([("chat_administrators", chat.id, 0)] if leads else []),
        ("chat", chat.id, 0),
        *([("all_chat_administrators", 0, 0)] if leads else []),
        ("all_group_chats", 0, 0),
        default,
    ]
