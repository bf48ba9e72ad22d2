"""The commands, as data: names, Chinese aliases and where each is offered; and how one is read from a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """In which kind of chat Telegram's menu offers a command. It works in every chat all the same."""

    PRIVATE = "private"
    EVERYWHERE = "everywhere"
    ADMINS = "admins"  # of the bot, in their private chat with it


class Group(StrEnum):
    """The part of the help page that a command stands in (`help.group.<group>`), in their order."""

    ASKING = "asking"
    EDITIONS = "editions"
    DAYS = "days"
    POSTS = "posts"
    SOURCES = "sources"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class CommandName:
    """One command: its name for Telegram (Latin only), other spellings people may type, and its place on the help page
    and in menus."""

    name: str
    aliases: tuple[str, ...]
    group: Group
    scope: Scope = Scope.EVERYWHERE


# In the order of the menu. To add a command: a line here, its wording `command.<name>` in the locales, and an
# entry in `services/topics.py` (for admins in `services/administering.py`).
COMMANDS = (
    CommandName("ask", ("问",), Group.ASKING),
    CommandName("search", ("搜索",), Group.ASKING),
    CommandName("term", ("词条",), Group.ASKING),
    CommandName("who", ("谁",), Group.ASKING),
    CommandName("about", ("介绍",), Group.ASKING),
    CommandName("summit", ("峰会",), Group.EDITIONS),
    CommandName("brief", ("简报",), Group.EDITIONS),
    CommandName("forums", ("分论坛",), Group.EDITIONS),
    CommandName("compare", ("对比",), Group.EDITIONS),
    CommandName("timeline", ("时间线",), Group.EDITIONS),
    CommandName("today", ("今天",), Group.DAYS),
    CommandName("on", ("日子",), Group.DAYS),
    CommandName("anniversaries", ("周年",), Group.DAYS),
    CommandName("calendar", ("日历",), Group.DAYS),
    CommandName("fact", ("随机",), Group.DAYS),
    CommandName("subscribe", ("订阅",), Group.POSTS),
    CommandName("subscriptions", ("我的订阅",), Group.POSTS),
    CommandName("unsubscribe", ("退订",), Group.POSTS),
    CommandName("privacy", ("隐私",), Group.POSTS),
    CommandName("forgetme", ("忘记我",), Group.POSTS),
    CommandName("sources", ("来源",), Group.SOURCES),
    CommandName("coverage", ("收录",), Group.SOURCES),
    CommandName("cite", ("引用",), Group.SOURCES),
    CommandName("help", ("帮助",), Group.SOURCES),
    CommandName("start", ("开始",), Group.SOURCES, Scope.PRIVATE),
    CommandName("gaps", ("缺失",), Group.ADMIN, Scope.ADMINS),
    CommandName("delivery", ("推送情况",), Group.ADMIN, Scope.ADMINS),
    CommandName("broadcast", ("群发",), Group.ADMIN, Scope.ADMINS),
    CommandName("reload", ("重新读取",), Group.ADMIN, Scope.ADMINS),
    CommandName("rollback", ("撤销",), Group.ADMIN, Scope.ADMINS),
)


# The name of a command that is none of the table.
UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command somebody sent: `name` of the table (or `UNKNOWN`), the rest of the text, and the bot it was addressed to
    (or "")."""

    name: str
    argument: str
    addressee: str = ""


_NAMES = {spelling: command.name for command in COMMANDS for spelling in (command.name, *command.aliases)}
_SPELLINGS = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
# A Latin letter behind the name makes it another command (/summits); a digit or a Chinese character begins the
# argument (/峰会2024), since Chinese is written without blanks. ／ and ＠ are what a Chinese keyboard gives.
_COMMAND = re.compile(rf"\s*[/／]({_SPELLINGS})(?![a-z_])(?:[@＠](\w+))?(.*)", re.IGNORECASE | re.DOTALL)
_ANY_COMMAND = re.compile(r"\s*[/／]\w+(?:[@＠](\w+))?")


def read_command(text: str) -> Command | None:
    """The command `text` begins with; None if it begins with no command of the table."""
    if not (match := _COMMAND.match(text)):
        return None
    spelling, addressee, argument = match.groups()
    return Command(_NAMES[spelling.lower()], argument.strip(), addressee or "")


def looks_like_command(text: str) -> bool:
    """True for a text that begins as a command does, known or not."""
    return _ANY_COMMAND.match(text) is not None
