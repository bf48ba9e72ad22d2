"""`/broadcast`: the preview, how far it is, and the message itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.messages.delivery import Count
from bot.messages.html import bold, escape
from bot.messages.message import Button, Message
from bot.messages.splitting import TEXT_LIMIT, shown_length
from bot.messages.voice import Voice
from bot.subscriptions.chat import ChatKind

# Above the text of a preview stand its heading and figures.
_ROOM = 400
LONGEST = TEXT_LIMIT - _ROOM
_DATA = re.compile(r"b:(send|drop|stop|look):([0-9a-f]{16})")


class Act(StrEnum):
    """What a button of a broadcast does."""

    SEND = "send"
    DROP = "drop"
    STOP = "stop"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many chats of each kind get it, and how long that takes in seconds."""

    chats: Mapping[ChatKind, int]
    seconds: int

    @property
    def count(self) -> int:
        """All of them."""
        return sum(self.chats.values())


def read_act(data: str) -> tuple[Act, str] | None:
    """What a button does, and to which broadcast; None for other buttons."""
    match = _DATA.fullmatch(data)
    return (Act(match[1]), match[2]) if match else None


def broadcast_message(html: str, voice: Voice) -> Message:
    """What is sent: the text, and below it from whom it comes and how to stop."""
    return Message(f"{html}\n\n{escape(voice.texts('broadcast.footer'))}")


def is_too_long(html: str) -> bool:
    """Whether a text leaves no room for what stands beside it."""
    return shown_length(html) > LONGEST


def how_message(voice: Voice) -> Message:
    """How to say what is to be sent."""
    return Message(escape(voice.texts("broadcast.how")))


def too_long_message(html: str, voice: Voice) -> Message:
    """The text does not fit into one message."""
    return Message(escape(voice.texts("broadcast.too_long", limit=LONGEST, length=shown_length(html))))


def nobody_message(voice: Voice) -> Message:
    """There is no one to send it to."""
    return Message(escape(voice.texts("broadcast.nobody")))


def preview_message(html: str, name: str, reach: Reach, voice: Voice) -> Message:
    """The text as it would be sent, to how many, and how long that takes; buttons to send or drop it."""
    texts = voice.texts
    kinds = texts("list.comma").join(
        texts.plural(f"broadcast.kind.{kind}", count) for kind in ChatKind if (count := reach.chats.get(kind, 0))
    )
    lines = [
        bold(texts("broadcast.preview")),
        escape(texts.plural("broadcast.reach", reach.count, kinds=kinds, time=_time(reach.seconds, voice))),
        "",
        broadcast_message(html, voice).html,
    ]
    send = Button(texts.plural("broadcast.send", reach.count), data=f"b:{Act.SEND}:{name}")
    drop = Button(texts("broadcast.drop"), data=f"b:{Act.DROP}:{name}")
    return Message("\n".join(lines), ((send, drop),))


def dropped_message(voice: Voice) -> Message:
    """In the place of a preview that was dropped."""
    return Message(escape(voice.texts("broadcast.dropped")))


def progress_message(name: str, counts: Mapping[Count, int], voice: Voice) -> Message:
    """How far it is; while something waits with a button that stops it."""
    texts = voice.texts
    told = [texts(f"delivery.{count}", count=counts.get(count, 0)) for count in Count]
    look = Button(texts("delivery.look"), data=f"b:{Act.LOOK}:{name}")
    rows: tuple[tuple[Button, ...], ...] = ()
    if waiting := counts.get(Count.WAITING, 0):
        rows = ((Button(texts.plural("broadcast.stop", waiting), data=f"b:{Act.STOP}:{name}"), look),)
    title = texts("broadcast.under_way" if waiting else "broadcast.over")
    return Message("\n".join([bold(title), escape(" · ".join(told))]), rows)


def _time(seconds: int, voice: Voice) -> str:
    if seconds < 120:
        return voice.texts.plural("broadcast.seconds", seconds)
    return voice.texts.plural("broadcast.minutes", -(-seconds // 60))
