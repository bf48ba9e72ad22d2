"""The figures of two editions, a line each.

Lines and no table: Telegram's fixed-width font has no Chinese characters, so columns with them do not align.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Statement
from bot.answers.comparison import Change
from bot.facts.fact import Fact
from bot.messages.callback import Press, View
from bot.messages.card import derived_part
from bot.messages.html import bold, escape
from bot.messages.keyboard import button, grid
from bot.messages.message import Message
from bot.messages.numbers import grouped
from bot.messages.rivals import rivals_text
from bot.messages.sources import Numbering
from bot.messages.topic import topic_message
from bot.messages.values import value_text
from bot.messages.voice import Voice


def comparison_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The figures that both have with their change, then those that only one has."""
    first, second = int(str(answer.values["first"])), int(str(answer.values["second"]))
    numbering = Numbering(answer.citations)
    lines = [bold(voice.texts("compare.title", first=first, second=second))]
    both = [each for each in answer.statements if None not in (each.values["first"], each.values["second"])]
    lines += [_line(each, voice, numbering) for each in both]
    for name, year in (("second", first), ("first", second)):
        # What lacks the one figure has the other.
        alone = [each for each in answer.statements if each.values[name] is None]
        if alone:
            lines.append(escape(voice.texts("compare.only", year=year)))
            lines += [_line(each, voice, numbering) for each in alone]
    announced = answer.values["announced"]
    for year in announced if isinstance(announced, tuple) else ():
        lines.append(escape(voice.texts("note.line", notes=voice.texts("compare.announced", year=year))))
    cards = [button(voice.texts("suggest.card", year=year), Press(View.CARD, year=year)) for year in (first, second)]
    return topic_message(lines, answer, voice, numbering, grid(cards, 2))


def comparison_text(statement: Statement, voice: Voice) -> str:
    """One figure of both, plain."""
    return f"{_name(statement, voice)}{voice.texts('card.colon')}{_values(statement, voice, None)}"


def _line(statement: Statement, voice: Voice, numbering: Numbering) -> str:
    return f"{bold(_name(statement, voice))}{escape(voice.texts('card.colon'))}{_values(statement, voice, numbering)}"


def _name(statement: Statement, voice: Voice) -> str:
    name = voice.predicate(str(statement.values["predicate"]))
    return name[0].upper() + name[1:]


def _values(statement: Statement, voice: Voice, numbering: Numbering | None) -> str:
    """`19 场 [1] → 24 场 [2]（+5）`: HTML with `numbering`, else plain."""
    shown = [_value(fact, voice, numbering) + _rivals(fact, statement, voice, numbering) for fact in statement.facts]
    change = statement.values["change"]
    text = " → ".join(shown)
    if isinstance(change, Change) and (said := change_text(change, voice)):
        text += voice.texts("remark.brackets", remarks=said)
    return text


def _rivals(fact: Fact, statement: Statement, voice: Voice, numbering: Numbering | None) -> str:
    """The values that disagree with the one of the same edition."""
    own = tuple(rival for rival in statement.alternatives if rival.subject == fact.subject)
    return rivals_text(replace(statement, alternatives=own), voice, numbering)


def _value(fact: Fact, voice: Voice, numbering: Numbering | None) -> str:
    derived = derived_part((fact,), voice)
    text = value_text(fact, voice) + (voice.texts("remark.brackets", remarks=derived) if derived else "")
    return escape(text) + numbering.marks(fact.sources) if numbering else text


def change_text(change: Change, voice: Voice) -> str:
    """`+5`, `−100`, `不变`; `更多` or `更少` where only the direction is certain; empty where nothing is."""
    if change.difference is not None:
        if change.difference == 0:
            return voice.texts("change.same")
        sign = "+" if change.difference > 0 else "−"
        return f"{sign}{grouped(abs(change.difference))}"
    return voice.texts("change.more" if change.direction > 0 else "change.fewer") if change.direction else ""
