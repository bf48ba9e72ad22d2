"""The items of a list that are about something: 2022年关于数据的分论坛有哪些, 2024年新设的奖叫什么."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.answers.claims import matches
from bot.answers.counted import COUNTED_LISTS
from bot.answers.interpret.lexicon import Sense
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import summit

_SENSES = frozenset({Sense.PREDICATE, Sense.VERB, Sense.PROGRAMME, Sense.UNIT, Sense.FILLER, Sense.SERIES})
_SENSES_ALL = _SENSES | {Sense.CONJUNCTION, Sense.FOLLOW_UP}
_INTENTS = frozenset({"list", "names", "have", "exists"})
_ABOUT = frozenset({"关于", "相关", "有关", "about", "on"})


def filtered(asked: Asked) -> Answer | None:
    """Those items of one list in which the words that name nothing else stand; without a year of every edition."""
    read = asked.read
    if not read.intents & _INTENTS or read.intents - _INTENTS or not asked.is_resolved or read.names_another_meeting:
        return None
    predicates = [COUNTED_LISTS.get(predicate, predicate) for predicate in read.predicates]
    phrase = asked.phrase([w for w in read.rest(_SENSES_ALL, _INTENTS) if w.text not in _ABOUT])
    if len(predicates) != 1 or not phrase:
        return None
    entry = asked.known.vocabulary[predicates[0]]
    if entry.kind is not ValueKind.TEXT or not entry.many or entry.subject != "summit":
        return None
    years = asked.years or tuple(reversed(asked.known.snapshot.years))
    statements = []
    for year in years:
        facts = asked.known.snapshot.find(summit(year), predicates[0])
        if found := tuple(fact for fact in facts if matches(fact, phrase, asked)):
            values = {"subject": summit(year), "predicate": predicates[0], "items": len(found)}
            statements.append(Statement("value.list", found, values=values))
    return asked.found(statements, predicates) if statements else None
