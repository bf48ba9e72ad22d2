"""A term of the glossary, by either of its names."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Kind, Statement, Understood
from bot.answers.choice import Option, choice
from bot.answers.known import Known
from bot.answers.lookup import look_up
from bot.answers.suggestions import command, elsewhere
from bot.facts.fact import GlossaryItem
from bot.language import Language

# Of terms that only look like the one that was typed so many are offered.
MOST_MEANT = 3


def term(text: str, known: Known) -> Answer:
    """The definition of what `text` names (a term in Chinese or English, or an id); several to choose from if it is the
    beginning or a part of several. A term that may be another one is offered."""
    items = known.snapshot.glossary
    if not text:
        return choice("term", [_option(item, known.language) for item in items])
    by_id = [item for item in items if item.id == text]
    names = [(name, item) for item in items for name in (item.term_zh, item.term_en) if name]
    found = look_up(text, names)
    matches = tuple(by_id) or found.items
    if not matches or (found.doubtful and not by_id):
        meant = tuple(command("term", _option(item, known.language).label) for item in matches[:MOST_MEANT])
        near = (*meant, *elsewhere(text, "term", known.snapshot))
        return Answer(Kind.UNKNOWN, title="unknown.term", values={"question": text}, suggestions=near)
    if len({item.term_zh or item.term_en for item in matches}) > 1:
        return choice("term", [_option(item, known.language) for item in matches], "which")
    return Answer(
        Kind.FOUND,
        Understood(corrected=((text, found.read),) if found.read and not by_id else ()),
        title="term.title",
        statements=tuple(term_statement(item) for item in matches),
        values={"command": "term", "argument": matches[0].id},
    )


def term_statement(item: GlossaryItem) -> Statement:
    """What a glossary item says, proven by itself."""
    proof = replace(item.source, quote=f"{item.source.quote}\n{item.definition}")
    return Statement("term.item", values={"item": item}, quotes=(proof,))


def _option(item: GlossaryItem, language: Language) -> Option:
    first, second = (item.term_zh, item.term_en) if language is Language.ZH else (item.term_en, item.term_zh)
    return Option(first or second, item.id, is_id=True)
