"""An answer as a message: which shape it takes."""

from __future__ import annotations

from bot.answers.answer import Answer, Kind
from bot.messages.callback import Press, View
from bot.messages.card import card_heading, card_lines
from bot.messages.html import escape
from bot.messages.keyboard import Keyboard, button, row
from bot.messages.listing import editions_message, sources_message
from bot.messages.message import Message
from bot.messages.numbers import ordinal_number
from bot.messages.sources import Numbering
from bot.messages.splitting import fit_lines
from bot.messages.unknown import unknown_message
from bot.messages.voice import Voice


def render(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The message for any answer. `page` counts from 1; a page behind the last is the last."""
    if answer.kind is Kind.UNKNOWN:
        return unknown_message(answer, voice)
    if answer.title == "card.title":
        return card_message(answer, voice)
    if answer.title == "list.title":
        return editions_message(answer, voice)
    return sources_message(answer, voice, page)


def card_message(answer: Answer, voice: Voice) -> Message:
    """The card of an edition."""
    numbering = Numbering(answer.citations)
    notes = notes_line(answer, voice)
    lines = [
        card_heading(answer, voice, numbering),
        *card_lines(answer, voice, numbering),
        *([escape(notes)] if notes else []),
        *numbering.footer(voice),
    ]
    return Message(fit_lines(lines), _card_keyboard(answer, voice))


def notes_line(answer: Answer, voice: Voice) -> str:
    """The remarks below an answer as one line, plain; empty without any."""
    number = answer.values.get("number")
    values = {**answer.values, "number": ordinal_number(number, voice.language) if isinstance(number, int) else ""}
    said = [voice.texts(f"note.{note}", **values) for note in answer.notes]
    return voice.texts("note.line", notes=voice.texts("note.separator").join(said)) if said else ""


def _card_keyboard(answer: Answer, voice: Voice) -> Keyboard:
    year = int(str(answer.values["year"]))
    before, after = answer.previous, answer.next_year
    neighbours = row(
        button(f"◀ {before}", Press(View.CARD, year=before)) if before else None,
        button(f"{after} ▶", Press(View.CARD, year=after)) if after else None,
    )
    proof = button(voice.texts("button.proof"), Press(View.CARD, year=year, proof=True)) if answer.citations else None
    return (*neighbours, *row(proof))
