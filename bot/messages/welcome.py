"""`/start`, `/help`, and what is said when nothing can be answered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages.callback import Press, View
from bot.messages.commands import COMMANDS, Group
from bot.messages.html import bold, escape
from bot.messages.keyboard import button, grid
from bot.messages.message import Message
from bot.messages.voice import Voice

NEWEST = 3


def start_message(years: Sequence[int], voice: Voice) -> Message:
    """Who the bot is, what it can be asked, and the newest editions to press."""
    texts = voice.texts
    lines = [
        bold(texts("start.title", name=voice.config.series.name.in_language(voice.language))),
        escape(texts("start.text")),
        *([escape(texts("start.try", year=years[-1]))] if years else []),
        escape(texts("start.more")),
    ]
    newest = [button(str(year), Press(View.CARD, year=year)) for year in reversed(years[-NEWEST:])]
    return Message("\n".join(lines), grid(newest, NEWEST))


def help_message(voice: Voice) -> Message:
    """Every command of the readers with a line on it, by groups, and how to ask."""
    texts = voice.texts
    lines = [bold(texts("help.title"))]
    for group in (group for group in Group if group is not Group.ADMIN):
        lines += ["", bold(texts(f"help.group.{group}"))]
        for command in COMMANDS:
            if command.group is group:
                text = texts(f"command.{command.name}")
                lines.append(escape(texts("help.command", name=command.name, text=text)))
    return Message("\n".join([*lines, "", escape(texts("help.ask"))]))


def unknown_command_message(voice: Voice) -> Message:
    """There is no such command, and where the others are listed."""
    return Message(escape(voice.texts("help.unknown_command")))


def apology_message(voice: Voice) -> Message:
    """Something broke on our side."""
    return Message(escape(voice.texts("apology")))
