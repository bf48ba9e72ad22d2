"""What the bot says of itself when it is asked."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.numbers import joined
from bot.messages.unknown import suggestion_keyboard
from bot.messages.voice import Voice

_YEARS = 30


def itself_message(answer: Answer, voice: Voice) -> Message:
    """Who it is, what it has read, how to ask."""
    texts = voice.texts
    years = answer.values["years"]
    shown = joined(years[-_YEARS:], texts) if isinstance(years, tuple) else ""
    lines = [
        bold(texts("bot.title", name=voice.config.series.name.in_language(voice.language))),
        escape(texts("start.text")),
        escape(texts.plural("bot.read", int(str(answer.values["articles"])), years=shown)) if shown else "",
        escape(texts("bot.ask")),
    ]
    return Message("\n".join(filter(None, lines)), suggestion_keyboard(answer, voice))
