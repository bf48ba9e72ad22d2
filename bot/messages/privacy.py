"""What is kept of people and chats, and that it is gone."""

from __future__ import annotations

from enum import StrEnum

from bot.messages.html import bold, escape
from bot.messages.message import Button, Message
from bot.messages.voice import Voice

_DATA = {"f:yes": True, "f:no": False}
_KEPT = ("subscriptions", "posts", "quiz", "questions", "reports")


class Whose(StrEnum):
    """Whose rows are spoken of."""

    PERSON = "person"
    CHAT = "chat"


def privacy_message(days: int, voice: Voice) -> Message:
    """What is kept, for how long, and how it is forgotten."""
    texts = voice.texts
    lines = [bold(texts("privacy.title"))]
    lines += [escape(f"· {texts(f'privacy.{kept}', days=days)}") for kept in _KEPT]
    return Message("\n".join([*lines, "", escape(texts("privacy.forget", command="/forgetme"))]))


def forget_question(whose: Whose, voice: Voice) -> Message:
    """What would be forgotten, with the buttons that do it or not."""
    texts = voice.texts
    keys = (Button(texts("forget.yes"), "f:yes"), Button(texts("forget.no"), "f:no"))
    return Message(escape(texts(f"forget.ask.{whose}")), (keys,))


def read_forget(data: str) -> bool | None:
    """Whether a button says to forget; None for another button."""
    return _DATA.get(data)


def forgotten_message(whose: Whose, voice: Voice) -> Message:
    """It is done."""
    return Message(escape(voice.texts(f"forget.done.{whose}")))


def kept_message(voice: Voice) -> Message:
    """It is not done."""
    return Message(escape(voice.texts("forget.kept")))
