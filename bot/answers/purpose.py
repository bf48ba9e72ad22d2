"""Why something was set up, and for whom: only what stands in the same clause of an article."""

from __future__ import annotations

import re

from bot.answers.answer import Answer, Statement
from bot.answers.asked import PLAIN, Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.reverse import items_named
from bot.facts.fact import Fact

_INTENTS = frozenset({"title", "why", "for_whom", "who", "have", "list", "exists"})
_FEWEST_TOKENS = 2
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
    )
    if not wants or not asked.is_resolved or asked.read.names_another_meeting:
        return None
    if not set(read.predicates) - {"person"} <= _SET_UP | _own(asked):
        return None
    items = items_named(asked)
    partly = () if items or not asked.read.text.isascii() else _partly_named(asked)
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


def _partly_named(asked: Asked) -> tuple[str, ...]:
    """Items whose English name has every word of the question that is none of its own: the think tank program."""
    rest = asked.read.rest({*PLAIN, Sense.VERB}, _INTENTS)
    own = {"set", "up", "launched", "founded", "new"}
    said = {token for word in rest for token in _tokens(word.text, asked)} - own
    if len(said) < _FEWEST_TOKENS:
        return ()
    return tuple(item for item in asked.named.items if item.isascii() and said <= _tokens(item, asked))


def _tokens(text: str, asked: Asked) -> set[str]:
    spelled = text.replace("programme", "program")
    for short in re.findall("[a-z]+", spelled):
        for other in asked.lexicon.synonyms.get(short, ()):
            spelled += f" {other}" if other.isascii() and other != short else ""
    tokens = set(re.findall("[a-z]+", spelled))
    return tokens - {"ai"} | ({"artificial", "intelligence"} if "ai" in tokens else set())


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
