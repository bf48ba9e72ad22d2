"""An answer as a message: which shape it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.answer import Answer, Kind
from bot.answers.value import DATES
from bot.corpus.document import Citation
from bot.facts.fact import Fact
from bot.knowledge.snapshot import SUMMIT, summit
from bot.messages.callback import Press, View
from bot.messages.card import card_heading, card_lines
from bot.messages.conclusions import lines_of
from bot.messages.html import escape
from bot.messages.itself import itself_message
from bot.messages.keyboard import Keyboard, button, pages, row
from bot.messages.listing import editions_message, sources_message
from bot.messages.message import Message
from bot.messages.numbers import ordinal_number
from bot.messages.shapes import shape_of
from bot.messages.sources import Numbering
from bot.messages.splitting import fit_lines
from bot.messages.statements import PAGE, list_items
from bot.messages.unknown import unknown_message
from bot.messages.voice import Voice


def render(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The message for any answer. `page` counts from 1; a page behind the last is the last."""
    if answer.kind is Kind.UNKNOWN:
        return unknown_message(answer, voice)
    if shape := shape_of(answer):
        return shape(answer, voice, page)
    if answer.title == "card.title":
        return card_message(answer, voice)
    if answer.title == "list.title":
        return editions_message(answer, voice)
    if answer.title == "bot.title":
        return itself_message(answer, voice)
    if answer.title == "sources.title":
        return sources_message(answer, voice, page)
    return values_message(answer, voice, page)


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


def values_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """What was asked, value first; what was asked too and is not known; a list ten items a page."""
    texts = voice.texts
    numbering = Numbering(answer.citations)
    lists = [len(list_items(statement)) for statement in answer.statements]
    count_of_pages = max(1, -(-lists[0] // PAGE)) if len(lists) == 1 else 1
    page = min(page, count_of_pages)
    blocks = [lines_of(statement, voice, numbering, page) for statement in answer.statements]
    lines = [line for block in blocks for line in block]
    if answer.values.get("is_open"):
        lines[0] = escape(texts("values.cannot_say")) + lines[0]
    if answer.verdict is not None:
        lines[0] = escape(texts("values.yes" if answer.verdict else "values.no")) + lines[0]
    if answer.kind is Kind.AMBIGUOUS:
        bodies = all(statement.values["subject"] in ("series", "organisation") for statement in answer.statements)
        lines.insert(0, escape(texts("values.ambiguous_bodies" if bodies else "values.ambiguous")))
    if answer.understood.from_context:
        about = texts("list.comma").join(voice.subject(subject) for subject in _subjects(answer))
        said = texts("context.editions", subjects=about) if about else texts("context.other")
        lines[0] = escape(said) + lines[0]
    lines[:0] = [escape(texts("corrected", read=read)) for _, read in answer.understood.corrected]
    if answer.missing:
        lacking = answer.values.get("lacking") or _subjects(answer)
        whose = voice.subject(str(lacking[0])) if isinstance(lacking, tuple) and len(lacking) == 1 else ""
        named = texts("list.comma").join(
            texts("of.any", subject=whose, name=voice.predicate(each))
            if whose and each in voice.vocabulary.predicates
            else voice.predicate(each)
            for each in answer.missing
        )
        lines.append(escape(texts("values.missing", name=named)))
    if notes := notes_line(answer, voice):
        lines.append(escape(notes))
    footer = numbering.footer(voice, _proofs_of_page(answer, page) if count_of_pages > 1 else None)
    return Message(fit_lines([*lines, *footer]), _values_keyboard(answer, voice, page, count_of_pages))


def _proofs_of_page(answer: Answer, page: int) -> frozenset[Citation]:
    """The proofs of an answer with one long list but those of the items on other pages."""
    first = (page - 1) * PAGE
    items = list_items(answer.statements[0])
    elsewhere = {source for fact in (*items[:first], *items[first + PAGE :]) for source in fact.sources}
    here = {source for fact in items[first : first + PAGE] for source in fact.sources}
    stated = answer.statements[0].values.get("stated")
    here |= set(stated.sources) if isinstance(stated, Fact) else set()
    return frozenset(citation for citation in answer.citations if citation in here or citation not in elsewhere)


def _tokens(answer: Answer) -> Iterator[str]:
    """What a button must name to show the same statements again."""
    for statement in answer.statements:
        if statement.topic == "value.dates":
            yield from DATES
        else:
            yield str(statement.values.get("token", statement.values["predicate"]))


def _subjects(answer: Answer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(statement.values["subject"]) for statement in answer.statements))


def _values_keyboard(answer: Answer, voice: Voice, page: int, count: int) -> Keyboard:
    subjects = _subjects(answer)
    shown = Press(View.VALUES, subjects=subjects, predicates=tuple(dict.fromkeys(_tokens(answer))))
    years = [int(subject.removeprefix(SUMMIT)) for subject in subjects if subject.startswith(SUMMIT)]
    cards = [button(voice.texts("suggest.card", year=year), Press(View.CARD, year=year)) for year in years]
    proof = button(voice.texts("button.proof"), replace(shown, proof=True, page=page))
    return (*pages(page, count, lambda n: replace(shown, page=n)), *row(*cards), *row(proof))


def notes_line(answer: Answer, voice: Voice) -> str:
    """The remarks below an answer as one line, plain; empty without any."""
    number = answer.values.get("number")
    values = {
        "year": "",
        **answer.values,
        "number": ordinal_number(number, voice.language) if isinstance(number, int) else "",
    }
    said = [voice.texts(f"note.{note}", **values) for note in answer.notes]
    return voice.texts("note.line", notes=voice.texts("note.separator").join(said)) if said else ""


def _card_keyboard(answer: Answer, voice: Voice) -> Keyboard:
    year = int(str(answer.values["year"]))
    before, after = answer.previous, answer.next_year
    neighbours = row(
        button(f"◀ {before}", Press(View.CARD, year=before)) if before else None,
        button(f"{after} ▶", Press(View.CARD, year=after)) if after else None,
    )
    new = Press(View.VALUES, subjects=(summit(year),), predicates=("new_feature",))
    has_new = any(statement.topic == "card.new_feature" for statement in answer.statements)
    return (
        *neighbours,
        *row(
            button(voice.texts("button.new"), new) if has_new else None,
            button(voice.texts("button.proof"), Press(View.CARD, year=year, proof=True)),
        ),
    )
