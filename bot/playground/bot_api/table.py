"""Every method of the Bot API this server knows, by its name in lower case (names are not case-sensitive)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.playground.bot_api import callbacks, chats, files, messages, polls, presentation, updates
from bot.playground.bot_api.parameters import Parameters
from bot.playground.world import World

Method = Callable[[World, Parameters], object | Awaitable[object]]
METHODS: Mapping[str, Method] = {
    name.lower(): method
    for group in (updates, messages, polls, callbacks, chats, files, presentation)
    for name, method in group.METHODS.items()
}
