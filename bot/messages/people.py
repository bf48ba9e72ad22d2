"""Who did what: the title as of the date, then what they did."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact
from bot.messages.dates import date_text
from bot.messages.html import bold, escape
from bot.messages.sources import Numbering
from bot.messages.values import name_text
from bot.messages.voice import Voice


def people_lines(statement: Statement, voice: Voice, numbering: Numbering | None) -> list[str]:
    """A line a person. HTML with the numbers of the proofs; plain text when there is no `numbering`."""
    by_person: dict[str, list[Fact]] = {}
    for fact in statement.facts:
        by_person.setdefault(str(fact.value), []).append(fact)
    lines = []
    for name, facts in by_person.items():
        shown = name_text(name, voice)
        rest = _person(str(statement.values["subject"]), facts, voice)
        if numbering is None:
            lines.append(shown + rest)
        else:
            proofs = [source for fact in facts for source in fact.sources]
            lines.append(bold(shown) + escape(rest) + numbering.marks(proofs))
    return lines


def _person(subject: str, facts: Sequence[Fact], voice: Voice) -> str:
    texts = voice.texts
    deeds = texts("list.comma").join(dict.fromkeys(deed_text(fact, voice) for fact in _telling(facts)))
    title = next((fact.title for fact in facts if fact.title), "")
    written = voice.snapshot.documents[facts[0].sources[0].document_id].date
    day = date_text(PartialDate(written.year, written.month), voice.language)
    form = "person.titled" if title else "person.bare"
    parts = [name_text(part, voice) for part in title.split("、")]
    shown = texts("list.comma").join(parts)
    return texts(form, title=shown, date=day, deeds=deeds, subject=voice.subject(subject))


def _telling(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Without mere attendance where something was done on the same occasion."""
    active = {fact.event for fact in facts if fact.role not in ("attended", "sent_letter")}
    return [fact for fact in facts if fact.role != "attended" or fact.event not in active]


def deed_text(fact: Fact, voice: Voice) -> str:
    """What somebody did: `主持全体会议`, `chaired the plenary session`."""
    role = f"role.{fact.role}"
    if not voice.texts.has(role):
        return voice.texts("role.other", role=fact.role or "")
    if fact.event:
        return voice.texts(f"{role}.at", event=name_text(fact.event, voice))
    return voice.texts(role)
