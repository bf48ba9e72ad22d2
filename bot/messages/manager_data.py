"""Callback data of what is done with the subscriptions of a chat.

w:list                             the subscriptions here
w:skip:daily:onafby6mmu            this item is passed over
w:list:::-1001234567890            the subscriptions of the channel of that number
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.messages.callback import DATA_LIMIT
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed


class Action(StrEnum):
    """What a press does."""

    LIST = "list"
    NEW = "new"
    SHOW = "show"
    EDIT = "edit"
    PAUSE = "pause"
    RESUME = "resume"
    PREVIEW = "preview"
    SKIP = "skip"
    SWAP = "swap"
    TEST = "test"
    END = "end"
    REPAIR = "repair"
    LEAVE = "leave"  # the topics, for the chat itself


# These are about a chat, the others about one of its subscriptions.
_OF_CHATS = frozenset({Action.LIST, Action.NEW, Action.REPAIR, Action.LEAVE})
# These are about an item of a preview: its id, or a date for feeds made from the day.
_OF_ITEMS = frozenset({Action.SKIP, Action.SWAP})
_DATA = re.compile(
    rf"w:(?P<action>{'|'.join(Action)})(?::(?P<feed>{'|'.join(Feed)})?)?(?::(?P<item>[0-9a-z-]{{1,12}})?)?(?::(?P<chat>-\d{{1,16}}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Task:
    """An action in a place, on the subscription of `feed` and an item of it where it is about one.

    `elsewhere`: the place is another chat than the one the button stands in.
    """

    action: Action
    place: Place
    feed: Feed | None = None
    item: str = ""
    elsewhere: bool = False


def encode_task(task: Task) -> str:
    """The data of a button, 64 bytes at most."""
    data = f"w:{task.action}:{task.feed or ''}:{task.item}"
    return f"{data}:{task.place.chat}" if task.elsewhere else data.rstrip(":")


def decode_task(data: str, here: Place) -> Task | None:
    """What the data of a button under a message in `here` asks for; None when it is none of ours."""
    match = _DATA.fullmatch(data) if len(data) <= DATA_LIMIT else None
    if match is None:
        return None
    action, item = Action(match["action"]), match["item"] or ""
    if (action in _OF_CHATS) != (match["feed"] is None) or (action in _OF_ITEMS) != bool(item):
        return None
    place = Place(int(match["chat"])) if match["chat"] else here
    return Task(action, place, Feed(match["feed"]) if match["feed"] else None, item, match["chat"] is not None)
