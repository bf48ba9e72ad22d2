"""Why something was set up, and for whom: only what stands in the same clause of an article."""

from __future__ import annotations

import re

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.partly import partly_named
from bot.answers.reverse import items_named
from bot.facts.fact import Fact

_INTENTS = frozenset({"title", "why", "for_whom", "who", "have", "list", "exists", "define"})
_WHAT_FOR = re.compile(r"what(?:'s| is| was| are| were) .+ for\W*$")
_SENSES = frozenset({Sense.ITEM, Sense.PROGRAMME, Sense.VERB, Sense.PREDICATE, Sense.PLACE})
# Setting up is what the question is about; any other figure or date beside it is another question.
_SET_UP = frozenset({"new_feature", "founded", "founder", "mission", "start_date", "plan", "focus"})


def purpose(asked: Asked) -> Answer | None:
    """The purpose or the audience that an article gives for a new feature."""
    read = asked.read
    wants = (
        read.intents & {"why", "for_whom"}
        or ({"why"} if "title" in read.intents and read.has(Sense.ITEM) else set())
        or ({"for_whom"} if _for_whom(asked) else set())
        or ({"why"} if _WHAT_FOR.match(read.text) else set())
    )
    if not wants or not asked.is_resolved or asked.read.names_another_meeting:
        return None
    items = items_named(asked)
    partly = () if items else partly_named(asked, _INTENTS)
    if not partly and not set(read.predicates) - {"person"} <= _SET_UP | _own(asked):
        return None
    items = items or partly
    if not asked.accounts_for(_SENSES, _INTENTS) and not partly:
        return None
    facts = [fact for item in items for fact in asked.named.items.get(item, ()) if _tells(fact, wants)]
    facts = [fact for fact in facts if not asked.years or fact.subject in asked.subjects]
    if not facts:
        return None
    statements = [
        Statement("value.purpose", (fact,), values={"subject": fact.subject, "predicate": "new_feature"})
        for fact in dict.fromkeys(facts)
    ]
    return asked.found(statements, ("new_feature",))


def _for_whom(asked: Asked) -> bool:
    """Who is the Digital Academy for: a question about people that ends in "for"."""
    return "who" in asked.read.intents and asked.read.text.rstrip("? ").endswith(" for")


def _own(asked: Asked) -> set[str]:
    """Predicates that the name of a programme also stands for."""
    return {p for p in asked.read.predicates if asked.lexicon.programme_of(p) in asked.read.programmes}


def _tells(fact: Fact, wants: object) -> bool:
    if wants == {"for_whom"}:
        return bool(fact.audience) or bool(fact.purpose)
    return bool(fact.purpose or fact.audience)
