"""The values that disagree with the one that is shown, and why that one is preferred."""

from __future__ import annotations

from bot.answers.answer import Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact
from bot.knowledge.preference import Reason, reason
from bot.language import Language
from bot.messages.html import escape
from bot.messages.sources import Numbering
from bot.messages.values import value_text
from bot.messages.voice import Voice

# Of more the reader learns no more.
MOST_RIVALS = 8


def rivals_text(statement: Statement, voice: Voice, numbering: Numbering | None) -> str:
    """`（另有来源说是近 300 家 [2]；以报道为准）`: HTML, by reasons, in one bracket; empty without rivals.

    Without `numbering` the rivals stand without the numbers of their proofs.
    """
    by_reason: dict[Reason | None, list[str]] = {}
    for rival in statement.alternatives[:MOST_RIVALS]:
        marks = numbering.marks(rival.sources) if numbering else ""
        said = _value(rival, statement, voice) + marks
        by_reason.setdefault(reason_of(rival, statement, voice), []).append(said)
    if len(statement.alternatives) > MOST_RIVALS:
        by_reason[next(reversed(by_reason))].append("…")
    if not by_reason:
        return ""
    told = ""
    for why, values in by_reason.items():
        # 说是 120 多个, but 说是近 300 家.
        blank = " " if voice.language is Language.ZH and values[0][0].isdigit() else ""
        code = "alternative.further" if told else "alternative"
        told += voice.texts(code, values=blank + voice.texts("list.separator").join(values))
        if why:
            told += voice.texts("alternative.because", reason=voice.texts(f"preferred.{why}"))
    return escape(voice.texts("remark.brackets", remarks=told))


def reason_of(rival: Fact, statement: Statement, voice: Voice) -> Reason | None:
    """Why the value that the statement shows is preferred to `rival`; None if only its language is."""
    shown = (fact for fact in statement.facts if (fact.subject, fact.predicate) == (rival.subject, rival.predicate))
    winner = next(shown, None)
    return reason(winner, rival, voice.snapshot.documents) if winner else None


def _value(rival: Fact, statement: Statement, voice: Voice) -> str:
    """The value; a date says which day it is where a statement tells of several."""
    value = value_text(rival, voice)
    if isinstance(rival.value, PartialDate) and len({fact.predicate for fact in statement.facts}) > 1:
        return voice.texts("alternative.date", name=voice.label(rival), value=value)
    return value
