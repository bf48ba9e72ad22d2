"""What a term means, what it is called in the other language, and what part a body had."""

from __future__ import annotations

from bot.answers.about import about
from bot.answers.answer import Answer, Kind, Statement
from bot.answers.asked import Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.term import term_statement
from bot.facts.fact import Fact

_DEFINE = frozenset({"define", "in_english", "list", "overview", "yes_no", "title", "deeds", "who"})
_PART = frozenset({"which_body", "deeds", "title", "define", "list", "overview", "who", "yes_no"})
_ONLY_NAMED = frozenset({"programme"})
_WHAT = frozenset({"是什么", "是啥", "是个啥", "what is", "what's"})
# Lists of bodies; a forum or a track is no body that had a part.
_BODIES = ("organizer", "host", "co_organizer", "supporter", "founder", "leading_tech_winner")


def meaning(asked: Asked) -> Answer | None:
    """The definition of a term of the glossary, with its name in both languages."""
    terms = asked.read.named(Sense.TERM)
    if not terms or asked.editions or not asked.accounts_for({Sense.TERM}, _DEFINE):
        return None
    items = dict.fromkeys(asked.named.terms[terms[0]])
    if any(dict.fromkeys(asked.named.terms[term]) != items for term in terms[1:]):
        return None
    return Answer(
        Kind.FOUND,
        asked.understood(()),
        title="term.title",
        values={"command": "term", "argument": next(iter(items)).id},
        statements=tuple(term_statement(item) for item in items),
    )


def part(asked: Asked) -> Answer | None:
    """GSMA 是什么角色: every list of bodies that names it."""
    items = asked.read.named(Sense.ITEM)
    if not items or not asked.is_resolved or not asked.accounts_for({Sense.ITEM, Sense.ORGANISATION}, _PART):
        return None
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in asked.named.items[max(items, key=len)]:
        if fact.predicate in _BODIES and (not asked.years or fact.subject in asked.subjects):
            found.setdefault((fact.subject, fact.predicate), []).append(fact)
    statements = [
        Statement("value.part", tuple(facts), values={"subject": subject, "predicate": predicate})
        for (subject, predicate), facts in found.items()
    ]
    return asked.found(statements, tuple(dict.fromkeys(p for _, p in found))) if statements else None


def subject_matter(asked: Asked) -> Answer | None:
    """直通乌镇是什么: what the series, its programmes, its body and its odd words are."""
    kinds = {Sense.PROGRAMME, Sense.ORGANISATION, Sense.ITEM, Sense.PREDICATE}
    said = [word for word in asked.read.words if any(m.sense in kinds for m in word.meanings)]
    if len(said) != 1 or asked.editions or not asked.read.intents & {"define", "overview", "list", "in_english"}:
        return None
    if not asked.accounts_for(kinds, {"define", "overview", "list", "in_english", "title"}):
        return None
    what = _WHAT & {word.text for word in asked.read.words}
    own_name = {m.sense for m in said[0].meanings} & {Sense.PROGRAMME, Sense.ORGANISATION}
    if not (own_name or what or "define" in asked.read.intents):
        return None
    found = about(said[0].text, asked.known, asked.lexicon.series)
    if found.kind is not Kind.FOUND:
        return None
    facts = [fact for statement in found.statements for fact in statement.facts]
    if {fact.predicate for fact in facts} <= _ONLY_NAMED:
        # A name in a list says little of what it is; a sentence of the article says more.
        return None
    return found
