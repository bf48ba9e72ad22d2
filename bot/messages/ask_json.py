"""The JSON of `ask`: what the chat shows, and everything it stands on as data."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.facts.fact import Basis, Fact, Phase
from bot.messages.card import card_statement
from bot.messages.choice import typed_commands
from bot.messages.conclusions import text_of
from bot.messages.export import Record, source_data, value_data
from bot.messages.html import plain
from bot.messages.listing import edition_line
from bot.messages.message import Message
from bot.messages.rivals import reason_of
from bot.messages.shapes import TEXTS
from bot.messages.sources import Numbering, document_line
from bot.messages.unknown import suggestion_text
from bot.messages.values import value_text
from bot.messages.voice import Voice


def ask_data(question: str, answer: Answer, message: Message, voice: Voice) -> Record:
    """One answer. `text` is `message` as plain text; numbers in `sources` of a statement count `sources` from 1.

    `verdict` is yes, no or null; `missing` and `understood.predicate` are ids of predicates; `understood.subject` lists
    subjects as they are exported; `corrected` lists pairs of what was typed and what was read.
    """
    numbering = Numbering(answer.citations)
    understood = answer.understood
    return {
        "question": question,
        "kind": answer.kind,
        "language": voice.language,
        "text": plain(message.html),
        "verdict": None if answer.verdict is None else "yes" if answer.verdict else "no",
        "statements": [_statement(statement, voice, numbering) for statement in answer.statements],
        "missing": list(answer.missing),
        "sources": [source_data(citation, voice.snapshot.documents) for citation in answer.citations],
        "suggestions": [
            *(suggestion_text(suggestion, voice) for suggestion in answer.suggestions),
            *typed_commands(answer, voice),
        ],
        "understood": {
            "subject": list(understood.subjects),
            "predicate": list(understood.predicates),
            "corrected": [list(pair) for pair in understood.corrected],
            "from_context": understood.from_context,
        },
    }


def _statement(statement: Statement, voice: Voice, numbering: Numbering) -> Record:
    phases = {fact.phase for fact in statement.facts}
    return {
        "text": _text(statement, voice),
        "sources": list(numbering.numbers(statement.citations)),
        "basis": _basis(statement),
        "phase": phases.pop() if len(phases) == 1 else Phase.ANNOUNCED if Phase.ANNOUNCED in phases else None,
        "alternatives": [_alternative(fact, statement, voice, numbering) for fact in statement.alternatives],
    }


def _text(statement: Statement, voice: Voice) -> str:
    room = statement.topic.partition(".")[0]
    if room == "card":
        return card_statement(statement, voice)
    if text := TEXTS.get(room):
        return text(statement, voice)
    if room == "list":
        return edition_line(statement, voice)
    if room == "sources":
        return plain(document_line(voice.snapshot.documents[str(statement.values["document_id"])], voice))
    return text_of(statement, voice)


# Topics that say what no article does.
_CONCLUDED = frozenset({"value.first_edition", "contrast", "superlative", "value.editions"})


def _basis(statement: Statement) -> str:
    """`derived` when the value was concluded, `passage` for a sentence that is quoted; what stands beside a value in the
    same line does not count."""
    if statement.topic.startswith("passage."):
        return "passage"
    concluded = statement.topic in _CONCLUDED or any(fact.basis is Basis.DERIVED for fact in statement.facts)
    return Basis.DERIVED if concluded else Basis.STATED


def _alternative(fact: Fact, statement: Statement, voice: Voice, numbering: Numbering) -> Record:
    """A value that lost; `reason` is the rule by which (`bot.knowledge.preference.Reason`)."""
    return {
        "text": value_text(fact, voice),
        "value": value_data(fact.value),
        "phase": fact.phase,
        "reason": reason_of(fact, statement, voice),
        "sources": list(numbering.numbers(fact.sources)),
    }
