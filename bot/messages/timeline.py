"""Things with a date, a line each."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact
from bot.knowledge.snapshot import SUMMIT
from bot.messages.card import derived_part
from bot.messages.dates import date_text, range_text
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.sources import Numbering
from bot.messages.topic import page_buttons, page_of, topic_message
from bot.messages.values import name_text, phrase_text, remarks
from bot.messages.voice import Voice

PAGE = 15


def timeline_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The oldest first, fifteen a page; numbers stand for the proofs of the page."""
    page, count, shown = page_of(len(answer.statements), page, PAGE)
    statements = answer.statements[shown]
    numbering = Numbering(answer.citations)
    lines = [bold(voice.texts("timeline.title"))]
    lines += [entry_line(statement, voice, numbering) for statement in statements]
    proofs = [citation for statement in statements for citation in statement.citations]
    return topic_message(lines, answer, voice, numbering, page_buttons(answer, page, count), page, proofs)


def entry_line(statement: Statement, voice: Voice, numbering: Numbering) -> str:
    """One thing, with its proofs: HTML."""
    day, what = _parts(statement, voice)
    return f"{bold(day)} {escape(what)}{numbering.marks(statement.citations)}"


def entry_text(statement: Statement, voice: Voice) -> str:
    """One thing, plain."""
    return " ".join(_parts(statement, voice))


def _parts(statement: Statement, voice: Voice) -> tuple[str, str]:
    """When, and what."""
    days = [fact.value for fact in statement.facts if isinstance(fact.value, PartialDate)]
    first, last = days[0], days[-1]
    when = range_text(first, last, voice.language) if len(days) > 1 else date_text(first, voice.language)
    said = list(remarks(statement.facts, voice))
    if said and (part := derived_part(statement.facts, voice)):
        said[-1] = part
    remark = voice.texts("remark.brackets", remarks=voice.texts("card.comma").join(said)) if said else ""
    return when, what_happened(statement.facts[0], voice) + remark


def what_happened(fact: Fact, voice: Voice) -> str:
    """What the date of a fact is the date of."""
    subject = voice.subject(fact.subject)
    if fact.predicate == "milestone":
        return phrase_text(fact.text, voice) if fact.text else subject
    kind = "summit" if fact.subject.startswith(SUMMIT) else fact.subject
    form = f"happened.{kind}.{fact.predicate}"
    place = voice.texts("happened.place", place=name_text(fact.place, voice)) if fact.place else ""
    return voice.texts(form, subject=subject, place=place)
