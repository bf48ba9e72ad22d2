"""Something said to be among the values of a predicate: 有没有工业互联网的分论坛, 腾讯是不是发起方, 总部在北京吗.

Yes needs a value that has the name; no needs a closed list or another value where there can be one only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.answer import Answer, Kind, Statement, Suggestion
from bot.answers.asked import Asked
from bot.answers.counted import COUNTED_LISTS
from bot.answers.interpret.lexicon import Meaning, Sense
from bot.answers.interpret.named import short_forms
from bot.answers.interpret.reading import as_typed, normalised
from bot.answers.interpret.segments import Word
from bot.answers.value import value_statement
from bot.facts.fact import Approximation, Fact, Quantity
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import summit

SENSES = frozenset(
    {Sense.PREDICATE, Sense.VERB, Sense.PROGRAMME, Sense.ORGANISATION, Sense.UNIT, Sense.LIMIT, Sense.BOT}
)
INTENTS = frozenset({"yes_no", "exists", "have", "list", "count"})
# What is said to be somewhere, or to be one thing only.
_PLACES = frozenset({"venue", "headquarters", "permanent_site"})
# Bodies: that one is named in a list says nothing of what else it did.
_BODIES = frozenset({"organizer", "host", "co_organizer", "supporter", "founder", "leading_tech_winner"})
# How an attribute is passed over: 关于…的, a forum on….
_ABOUT = frozenset({"关于", "on", "about"})
_SPEAKING_OF = re.compile(
    r"^(?:(?:讲|谈|聊|说|论|研究|探讨|讨论|关注|聚焦|涉及|围绕)(?:到|的是|了)?|(?:dealing|concerned) with|devoted to|focus(?:ed|ing)? on)\s*(?=..)"
)


def item(asked: Asked) -> Answer | None:
    """有没有工业互联网的分论坛, 腾讯是不是发起方, 总部在北京吗: something said to be among the values of a predicate."""
    phrase = _phrase(asked)
    if not phrase or not claims(asked, phrase):
        return None
    for predicate in _lists(asked.read.predicates or _by_place(asked, phrase)):
        entry = asked.known.vocabulary[predicate]
        if entry.kind is not ValueKind.TEXT:
            continue
        subjects = asked.subjects if entry.subject == "summit" else (entry.subject,)
        if not subjects and (anywhere := _in_any_edition(asked, predicate, phrase)):
            return anywhere
        if len(subjects) != 1 or (entry.subject != "summit" and asked.years):
            continue
        facts = asked.known.snapshot.find(subjects[0], predicate)
        if found := [fact for fact in facts if matches(fact, phrase, asked)]:
            values = {"subject": subjects[0], "predicate": predicate, "items": len(found)}
            topic = "value.list" if entry.many else "value.single"
            return asked.found((Statement(topic, tuple(found), values=values),), (predicate,), verdict=True)
        if denial := _denial(asked, subjects[0], predicate, phrase, facts):
            return denial
        if facts and entry.many:
            return _cannot_say(asked, subjects[0], predicate, phrase)
    return None


def _lists(predicates: Sequence[str]) -> tuple[str, ...]:
    """The lists that stand behind figures: of sub-forums their names, of results those who had them."""
    lists = {**COUNTED_LISTS, "leading_tech_results": "leading_tech_winner"}
    return tuple(dict.fromkeys(lists.get(predicate, predicate) for predicate in predicates))


def there(asked: Asked) -> Answer | None:
    """2022年有人才相亲会吗: something that the sources name in a list of that edition."""
    items = asked.read.named(Sense.ITEM)
    # "Did the 2018 programme have ...": a word that may mean nothing names no other list.
    told = [word for word in asked.read.words if not any(m.sense is Sense.FILLER for m in word.meanings)]
    lists = {m.name for word in told for m in word.meanings if m.sense is Sense.PREDICATE}
    if not items or lists & {*asked.read.predicates} or not asked.accounts_for({Sense.ITEM, Sense.PROGRAMME}, INTENTS):
        return None
    if not asked.read.intents & {"yes_no", "exists"}:
        return None
    facts = asked.named.items[max(items, key=len)]
    found = {(f.subject, f.predicate): f for f in facts if f.predicate not in _BODIES}
    statements = [
        Statement("value.list", (fact,), values={"subject": subject, "predicate": predicate, "items": 1})
        for (subject, predicate), fact in found.items()
        if not asked.years or subject in asked.subjects
    ]
    return asked.found(statements, tuple(p for _, p in found), verdict=True) if statements else None


def _in_any_edition(asked: Asked, predicate: str, phrase: str) -> Answer | None:
    """The editions among whose values it is, where none was named."""
    statements = []
    for year in reversed(asked.known.snapshot.years):
        facts = asked.known.snapshot.find(summit(year), predicate)
        if found := [fact for fact in facts if matches(fact, phrase, asked)]:
            values = {"subject": summit(year), "predicate": predicate, "items": len(found)}
            statements.append(Statement("value.list", tuple(found), values=values))
    return asked.found(statements, (predicate,), verdict=True) if statements else None


def _cannot_say(asked: Asked, subject: str, predicate: str, phrase: str) -> Answer:
    """Not among those named, but the list is open."""
    return Answer(
        Kind.UNKNOWN,
        asked.understood((subject,), (predicate,)),
        title="unknown.cannot_say",
        values={"phrase": as_typed(phrase, asked.question.text), "subject": subject, "predicate": predicate},
        missing=(predicate,),
        notes=("cannot_say.open",),
        suggestions=(Suggestion("suggest.value", {"subject": subject, "predicate": predicate}),),
        context=asked.context((subject,), (predicate,)),
    )


def _by_place(asked: Asked, phrase: str) -> tuple[str, ...]:
    """2024年是在乌镇办吗: a place, and no predicate."""
    is_place = asked.read.has(Sense.CITY) or any(normalised(place) in phrase for place in asked.lexicon.places)
    return ("venue",) if is_place and asked.years and not asked.read.programmes else ()


def _denial(asked: Asked, subject: str, predicate: str, phrase: str, facts: Sequence[Fact]) -> Answer | None:
    """No, because the list is closed, or the one value there is another."""
    statement = value_statement(subject, predicate, asked.known)
    if statement is None:
        return None
    if asked.known.vocabulary[predicate].many:
        if not is_closed(statement) or not _is_readable(phrase, facts, asked) or _is_near(phrase, facts, asked):
            return None
    elif predicate in _PLACES:
        is_place = any(normalised(place) == phrase for place in asked.lexicon.places) or asked.read.has(Sense.CITY)
        if not is_place:
            return None
    elif predicate != "theme" or not any(
        phrase in normalised(str(other.value))
        for year in asked.known.snapshot.years
        for other in asked.known.snapshot.find(summit(year), "theme")
    ):
        return None
    return asked.found((statement,), (predicate,), verdict=False)


def is_closed(statement: Statement) -> bool:
    """True for a list whose stated number is exactly that of the items named."""
    stated = statement.values.get("stated")
    if not isinstance(stated, Fact) or not isinstance(stated.value, Quantity):
        return False
    exact = stated.value.approximation is Approximation.EXACT
    return exact and stated.value.value == statement.values.get("items")


def _phrase(asked: Asked) -> str:
    """What is said to be among the values: all words that are not the question's own, in one piece; empty if none or more."""
    return _SPEAKING_OF.sub("", asked.phrase([word for word in asked.read.words if not _is_own(word)]))


def _is_own(word: Word) -> bool:
    if word.edition:
        return True
    senses = {meaning.sense for meaning in word.meanings}
    plain = {*SENSES, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP} - {Sense.BOT}
    return bool(senses & plain) or any(m in word.meanings for m in map(_intent, INTENTS)) or word.text in _ABOUT


def _intent(name: str) -> Meaning:
    return Meaning(Sense.INTENT, name)


def matches(fact: Fact, phrase: str, asked: Asked) -> bool:
    """True if a value is what the phrase names, or is about it."""
    names = asked.known.names
    value = str(fact.value)
    wanted = {form for form in _called(phrase, asked) if len(form) > 1}
    for printed in filter(None, (value, names.english(value), names.translation(value), names.chinese(value))):
        plain = next(short_forms(normalised(printed)))
        if any(_stands_in(form, plain) for form in wanted):
            return True
    return any(fact in asked.named.items.get(form, ()) for form in wanted)


def _called(phrase: str, asked: Asked) -> set[str]:
    """The phrase in short, and the same in the other language."""
    forms = set(short_forms(phrase))
    return forms | {other for form in forms for other in asked.lexicon.synonyms.get(form, ())}


def _stands_in(form: str, text: str) -> bool:
    if form.isascii():
        # 5G时代论坛: a Chinese letter is no part of a Latin word.
        return re.search(rf"\b{re.escape(form)}\b", text, re.ASCII) is not None
    return form in text


def _is_readable(phrase: str, facts: Sequence[Fact], asked: Asked) -> bool:
    """False if the list is in another language than the phrase and no names in use tell them apart: a translation of ours
    is one of several."""
    if any(form.isascii() is not phrase.isascii() for form in _called(phrase, asked)):
        return True
    names = asked.known.names
    return all(
        str(fact.value).isascii() is phrase.isascii() or (phrase.isascii() and names.english(str(fact.value)))
        for fact in facts
    )


def _is_near(phrase: str, facts: Sequence[Fact], asked: Asked) -> bool:
    """True if a part of the phrase stands in an item: it may be meant, so "no" would be rash."""
    names = asked.known.names
    texts = [
        normalised(form)
        for fact in facts
        for form in (str(fact.value), names.english(str(fact.value)), names.translation(str(fact.value)))
        if form
    ]
    if phrase.isascii():
        return any(_stands_in(token, text) for token in re.findall("[a-z]{4,}", phrase) for text in texts)
    pairs = {phrase[at : at + 2] for at in range(len(phrase) - 1)}
    return any(pair in text for pair in pairs for text in texts)


def claims(asked: Asked, phrase: str = "") -> bool:
    """True for a question to be answered by yes or no: by its words, or a bare claim with a question mark."""
    read = asked.read
    if read.intents & {"yes_no", "exists"}:
        return True
    asks = read.intents & {"count", "list", "names", "which_body"}
    return not asks and asked.question.text.rstrip().endswith(("?", "？"))
