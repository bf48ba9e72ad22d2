"""The post of 每日涨知识."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.post import footer
from bot.messages.said import sentence
from bot.messages.splitting import fit_lines
from bot.messages.terms import term_parts
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed


def daily_message(answer: Answer, voice: Voice) -> Message:
    """The item, its source, and how to stop: one message."""
    (statement,) = answer.statements
    head, text = _parts(statement, voice)
    return Message(fit_lines([head, text, *footer(answer.citations, Feed.DAILY, voice)]))


def _parts(statement: Statement, voice: Voice) -> tuple[str, str]:
    """What it is about, and what is said of it: HTML."""
    if statement.topic == "term.item":
        name, other, definition = term_parts(statement, voice)
        head = bold(voice.texts("daily.heading", name=name)) + (f" {escape(other)}" if other else "")
        return head, escape(definition)
    fact = statement.facts[0]
    return bold(voice.texts("daily.heading", name=voice.title(fact.subject))), escape(sentence(fact, voice))
