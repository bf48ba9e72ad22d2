"""The post of 每日涨知识."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.sources import Numbering
from bot.messages.splitting import fit_lines
from bot.messages.statements import statement_lines
from bot.messages.terms import term_lines
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed


def daily_message(answer: Answer, voice: Voice) -> Message:
    """The item, its source, and how to stop: one message."""
    texts = voice.texts
    numbering = Numbering(answer.citations)
    (statement,) = answer.statements
    lines = term_lines if statement.topic == "term.item" else statement_lines
    return Message(
        fit_lines(
            [
                bold(texts("daily.title")),
                *lines(statement, voice, numbering),
                "",
                *numbering.footer(voice),
                escape(texts("daily.stop", command=f"/unsubscribe {Feed.DAILY}")),
            ]
        )
    )
