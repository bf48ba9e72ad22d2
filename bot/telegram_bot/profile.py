"""How the bot introduces itself before the first message: Telegram's command menu and its descriptions."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.config import Wording
from bot.language import Language
from bot.messages.commands import COMMANDS, Scope
from bot.messages.locale import texts

log = logging.getLogger(__name__)

# Telegram shows the list without a language to readers of every language that has none of its own.
_LANGUAGE_CODES: Mapping[Language, str | None] = {Language.EN: None, Language.ZH: "zh"}
_SCOPES: Sequence[tuple[BotCommandScope, frozenset[Scope]]] = (
    (BotCommandScopeAllPrivateChats(), frozenset({Scope.PRIVATE, Scope.EVERYWHERE})),
    (BotCommandScopeAllGroupChats(), frozenset({Scope.EVERYWHERE})),
)


async def publish_profile(bot: Bot, series: Wording, admins: Collection[int] = ()) -> None:
    """Set menus and descriptions in both languages. What Telegram refuses is logged: the bot works without.

    `admins` are numbers of users; each gets the menu with their commands in the private chat.
    """
    for language, code in _LANGUAGE_CODES.items():
        wording, name = texts(language), series.in_language(language)
        try:
            for scope, offered in _SCOPES:
                await bot.set_my_commands(menu(language, offered), scope=scope, language_code=code)
            await bot.set_my_description(wording("bot.description", series=name), language_code=code)
            await bot.set_my_short_description(wording("bot.short_description", series=name), language_code=code)
        except TelegramError as error:
            log.warning("The bot's menu and description (%s) were not set: %s", language, error)
        for admin in sorted(admins):
            await _publish_admin_menu(bot, admin, language)


async def _publish_admin_menu(bot: Bot, admin: int, language: Language) -> None:
    """Refused for who never wrote to the bot; the commands work all the same."""
    scope, code = BotCommandScopeChat(admin), _LANGUAGE_CODES[language]
    try:
        await bot.set_my_commands(menu(language, frozenset(Scope)), scope=scope, language_code=code)
    except TelegramError as error:
        log.info("The menu of admin %d (%s) was not set: %s", admin, language, error)


def menu(language: Language, offered: frozenset[Scope]) -> tuple[BotCommand, ...]:
    """The commands offered in `offered` scopes, each with its line in `language`."""
    return tuple(
        BotCommand(command.name, texts(language)(f"command.{command.name}"))
        for command in COMMANDS
        if command.scope in offered
    )
