"""Yes or no: yes needs a fact, no needs a fact that contradicts or a closed list, everything else is not known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Kind, Statement, Suggestion
from bot.answers.asked import Asked
from bot.answers.comparison import change
from bot.answers.counted import COUNTED_LISTS, NUMBERS
from bot.answers.editions import EditionKind
from bot.answers.interpret.lexicon import Meaning, Sense
from bot.answers.interpret.named import short_forms
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.segments import Word
from bot.answers.value import DATES, value_statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Approximation, Fact, Quantity
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import summit

_SENSES = frozenset(
    {Sense.PREDICATE, Sense.VERB, Sense.PROGRAMME, Sense.ORGANISATION, Sense.UNIT, Sense.LIMIT, Sense.BOT}
)
_INTENTS = frozenset({"yes_no", "exists", "have", "list", "count"})
_ASKING = frozenset({"who", "where", "when", "why", "for_whom", "which_year", "which_edition", "define"})
# What is said to be somewhere, or to be one thing only.
_PLACES = frozenset({"venue", "headquarters", "permanent_site"})
# Bodies: that one is named in a list says nothing of what else it did.
_BODIES = frozenset({"organizer", "host", "co_organizer", "supporter", "founder", "leading_tech_winner"})
_ATTENDING = frozenset({"attended", "chaired", "keynote", "spoke", "read_letter"})
# How an attribute is passed over: 关于…的, a forum on….
_ABOUT = frozenset({"关于", "on", "about"})
_SPEAKING_OF = re.compile(
    r"^(?:(?:讲|谈|聊|说|论|研究|探讨|讨论|关注|聚焦|涉及|围绕)(?:到|的是|了)?|(?:dealing|concerned) with|devoted to|focus(?:ed|ing)? on)\s*(?=..)"
)


def yes_no(asked: Asked) -> Answer | None:
    """The verdict on what the question claims; None if it claims nothing that can be looked up."""
    read = asked.read
    if read.intents & _ASKING or read.names_another_meeting:
        return None
    if answer := _ordinal(asked):
        return answer
    if not asked.is_resolved:
        return None
    if read.has(Sense.PERSON):
        return _person(asked) or _office(asked)
    if "person" in read.predicates and not read.has(Sense.MODE):
        return None
    return next((answer for claim in (_number, _day, _mode, _item, _there) if (answer := claim(asked))), None)


def _number(asked: Asked) -> Answer | None:
    """2022年是24场分论坛吗, 嘉宾有没有超过两千."""
    numbers = [word.number for word in asked.read.words if word.number]
    if len(numbers) != 1 or not _accounted(asked, numbers=True) or not _claims(asked):
        return None
    units = [name for name in asked.read.named(Sense.UNIT) if name]
    predicates = [NUMBERS.get(p, p) for p in asked.read.predicates or units]
    counts = [p for p in predicates if asked.known.vocabulary[p].kind is ValueKind.COUNT]
    if not counts:
        return None
    statement = _single(asked, counts[0])
    fact = next((f for f in statement.facts if isinstance(f.value, Quantity)), None) if statement else None
    if statement is None or fact is None or not isinstance(fact.value, Quantity):
        return None
    limits = asked.read.named(Sense.LIMIT)
    claim = replace(numbers[0], approximation=_limit(limits, numbers[0].approximation))
    verdict = _holds(fact.value, claim, at_least="reach" in limits and "over" not in limits)
    return asked.found((statement,), (counts[0],), verdict=verdict, values={"is_open": verdict is None})


def _limit(limits: Sequence[str], approximation: Approximation) -> Approximation:
    if "over" in limits:
        return Approximation.OVER
    return Approximation.NEARLY if "under" in limits else approximation


def _holds(known: Quantity, claim: Quantity, *, at_least: bool) -> bool | None:
    """Whether a figure bears out a claim; None where its hedge leaves it open."""
    direction = change(Quantity(claim.value), known).direction
    same = known.value == claim.value
    over = direction == 1 or (known.approximation is Approximation.OVER and known.value >= claim.value)
    under = direction == -1 or (known.approximation is Approximation.NEARLY and known.value <= claim.value)
    match claim.approximation:
        case Approximation.OVER:
            return True if over else False if under or direction == 0 else None
        case Approximation.NEARLY:
            return True if under or (same and known.approximation is claim.approximation) else False if over else None
        case Approximation.ABOUT:
            return True if same else None
    if at_least:
        return True if over or same else False if under else None
    return True if same else None if direction is None else direction == 0


def _day(asked: Asked) -> Answer | None:
    """2023年是十月开的吗, 2022年是11月9日开幕的吗."""
    days = [word.day for word in asked.read.words if word.day]
    if len(days) != 1 or not _accounted(asked, days=True) or not _claims(asked):
        return None
    dated = [p for p in asked.read.predicates if asked.known.vocabulary[p].kind is ValueKind.DATE] or [*DATES]
    statement = None
    if set(asked.read.predicates) <= {*dated, *DATES}:
        statement = _single(asked, dated[0])
    if statement is None:
        return None
    verdicts = set()
    for fact in statement.facts:
        value = fact.value
        if not isinstance(value, PartialDate) or value.month is None:
            return None
        if days[0].day and value.day is None and value.month == days[0].month:
            return None
        same_day = not days[0].day or value.day == days[0].day
        verdicts.add(value.month == days[0].month and same_day)
    return asked.found((statement,), (dated[0],), verdict=True in verdicts)


def _ordinal(asked: Asked) -> Answer | None:
    """2022年是第十届吗: an edition named twice."""
    by_year = [edition for edition in asked.editions if edition.ref.kind is EditionKind.YEAR]
    asked_for = [e for e in asked.editions if e.ref.kind in (EditionKind.ORDINAL, EditionKind.NTH_YEAR)]
    if len(by_year) != 1 or len(asked_for) != 1 or not _accounted(asked) or not _claims(asked):
        return None
    predicate = "ordinal" if asked_for[0].ref.kind is EditionKind.ORDINAL else "nth_year"
    year, number = by_year[0].year or 0, asked_for[0].ref.number
    statement = value_statement(summit(year), predicate, asked.known)
    founded = asked.known.snapshot.find("series", "founded")[:1]
    if statement is None and number == 1 and founded and isinstance(founded[0].value, PartialDate):
        first = Statement("value.first_edition", founded, values={"subject": "series", "predicate": "founded"})
        return asked.found((first,), ("founded",), verdict=founded[0].value.year == year)
    if statement is None and asked_for[0].inferred and asked_for[0].year == year:
        counted = value_statement(summit(year), "nth_year", asked.known)
        return asked.found((counted,), ("nth_year",), verdict=True) if counted else None
    if statement is None or not isinstance(statement.facts[0].value, Quantity):
        return None
    return asked.found((statement,), (predicate,), verdict=statement.facts[0].value.value == asked_for[0].ref.number)


def _item(asked: Asked) -> Answer | None:
    """有没有工业互联网的分论坛, 腾讯是不是发起方, 总部在北京吗: something said to be among the values of a predicate."""
    phrase = _phrase(asked)
    if not phrase or not _claims(asked, phrase):
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


def _there(asked: Asked) -> Answer | None:
    """2022年有人才相亲会吗: something that the sources name in a list of that edition."""
    items = asked.read.named(Sense.ITEM)
    # "Did the 2018 programme have ...": a word that may mean nothing names no other list.
    told = [word for word in asked.read.words if not any(m.sense is Sense.FILLER for m in word.meanings)]
    lists = {m.name for word in told for m in word.meanings if m.sense is Sense.PREDICATE}
    if not items or lists & {*asked.read.predicates} or not asked.accounts_for({Sense.ITEM, Sense.PROGRAMME}, _INTENTS):
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
        values={"phrase": phrase, "subject": subject, "predicate": predicate},
        missing=(predicate,),
        notes=("cannot_say.open",),
        suggestions=(Suggestion("suggest.value", {"subject": subject, "predicate": predicate}),),
        context=asked.context((subject,), (predicate,)),
    )


def _by_place(asked: Asked, phrase: str) -> tuple[str, ...]:
    """2024年是在乌镇办吗: a place, and no predicate."""
    is_place = asked.read.has(Sense.CITY) or any(normalised(place) in phrase for place in asked.lexicon.places)
    return ("venue",) if is_place and asked.years and not asked.read.programmes else ()


def _mode(asked: Asked) -> Answer | None:
    """是线上办的吗, 能不能线上参加: how it was held; of both at once no verdict is given."""
    modes = asked.read.named(Sense.MODE)
    rest = asked.read.rest(
        {*_SENSES, Sense.MODE, Sense.ONLY, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP}, _INTENTS
    )
    if len(modes) != 1 or rest or set(asked.read.predicates) - {"mode", "guests", "person"} or not _claims(asked):
        return None
    statement = _single(asked, "mode")
    if statement is None:
        return None
    held = str(statement.facts[0].value)
    if "hybrid" in (held, modes[0]) and held != modes[0]:
        denied = modes[0] == "hybrid" or asked.read.has(Sense.ONLY)
        return asked.found((statement,), ("mode",), verdict=False if denied else None)
    return asked.found((statement,), ("mode",), verdict=held == modes[0])


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
    plain = {*_SENSES, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP} - {Sense.BOT}
    return bool(senses & plain) or any(m in word.meanings for m in map(_intent, _INTENTS)) or word.text in _ABOUT


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
        return re.search(rf"\b{re.escape(form)}\b", text) is not None
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


def _single(asked: Asked, predicate: str) -> Statement | None:
    """The value of `predicate` of the one subject meant."""
    kind = asked.known.vocabulary[predicate].subject
    subjects = asked.subjects if kind == "summit" else () if asked.years else (kind,)
    if len(subjects) != 1:
        return None
    return value_statement(subjects[0], predicate, asked.known)


def _person(asked: Asked) -> Answer | None:
    """王浩参加全体会议了吗: yes by what the sources say the person did there; never no."""
    read = asked.read
    senses = {Sense.PERSON, Sense.ROLE, Sense.EVENT, Sense.VERB, Sense.TITLE, Sense.PREDICATE}
    if not (
        read.has(Sense.ROLE) and asked.accounts_for(senses, {"yes_no", "exists", "have"}) and _claims(asked, "who")
    ):
        return None
    if not read.intents & {"yes_no", "exists"}:
        return None
    roles = set(read.roles)
    if "attended" in roles:
        roles |= _ATTENDING
    facts = [
        fact
        for name in read.named(Sense.PERSON)
        for fact in asked.named.people.get(name, ())
        if fact.role in roles
        and (not asked.years or fact.subject in asked.subjects)
        and all(event in (fact.event or "") for event in read.events)
    ]
    if not facts:
        return None
    statements = [
        Statement("value.people", (fact,), values={"subject": fact.subject, "predicate": "person"}) for fact in facts
    ]
    return asked.found(_joined(statements), ("person",), verdict=True)


def _office(asked: Asked) -> Answer | None:
    """任贤良是秘书长吗: yes by a title that some article prints; never no."""
    titles, people = asked.read.named(Sense.TITLE), asked.read.named(Sense.PERSON)
    if not titles or len(people) != 1 or not asked.accounts_for({Sense.PERSON, Sense.TITLE}, {"yes_no"}):
        return None
    if "yes_no" not in asked.read.intents or asked.years:
        return None
    facts = [fact for fact in asked.named.titles[max(titles, key=len)] if fact.value == people[0]]
    statements = [
        Statement("value.people", (fact,), values={"subject": fact.subject, "predicate": "person"}) for fact in facts
    ]
    return asked.found(_joined(statements), ("person",), verdict=True) if statements else None


def _joined(statements: Sequence[Statement]) -> list[Statement]:
    """One statement a subject."""
    by_subject: dict[str, list[Fact]] = {}
    for statement in statements:
        by_subject.setdefault(str(statement.values["subject"]), []).extend(statement.facts)
    return [
        Statement("value.people", tuple(facts), values={"subject": subject, "predicate": "person", "token": "person"})
        for subject, facts in by_subject.items()
    ]


def _accounted(asked: Asked, *, numbers: bool = False, days: bool = False) -> bool:
    senses = _SENSES | {Sense.PLACE}
    rest = asked.read.rest({*senses, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP}, _INTENTS)
    return all((numbers and word.number) or (days and word.day) for word in rest)


def _claims(asked: Asked, phrase: str = "") -> bool:
    """True for a question to be answered by yes or no: by its words, or a bare claim with a question mark."""
    read = asked.read
    if read.intents & {"yes_no", "exists"}:
        return True
    asks = read.intents & {"count", "list", "names", "which_body"}
    return not asks and asked.question.text.rstrip().endswith(("?", "？"))
