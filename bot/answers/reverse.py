"""From the value to the edition or the event: 哪届主题提到智能向善, 哪年来了2100多名嘉宾, 7月12日发生了什么."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.answers.counted import NUMBERS
from bot.answers.interpret.day_words import DayRef
from bot.answers.interpret.lexicon import Sense
from bot.answers.interpret.segments import Word
from bot.answers.lookup import key
from bot.answers.partly import partly_named
from bot.answers.value import value_statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Approximation, Fact, Quantity
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import SUMMIT, summit

_WHICH = frozenset({"which_edition", "which_year"})
_INTENTS = _WHICH | {"when", "have", "exists", "list", "yes_no"}
_SENSES = frozenset({Sense.PREDICATE, Sense.VERB, Sense.PROGRAMME, Sense.UNIT, Sense.LIMIT, Sense.ORGANISATION})
# What founded or launched says of an item of a list, when it stands beside one.
_BEGINNING = frozenset({"founded", "new_feature", "start_date", "ordinal"})
_MOST_EDITIONS = 12
_DATED = ("founded", "start_date", "end_date", "opening_date", "closing_date", "press_conference", "milestone")


def which_edition(asked: Asked) -> Answer | None:
    """The editions of which something is said."""
    # 桥接世界是第几届的主题: the number of an edition is asked for by what is said of it.
    by_number = "ordinal" in asked.read.predicates and len(asked.read.predicates) > 1
    if not asked.read.intents & (_WHICH | {"when"}) and not by_number:
        return None
    if not asked.read.intents & _WHICH and not by_number and not asked.read.has(Sense.ITEM):
        return None
    if asked.editions or asked.read.names_another_meeting:
        return None
    return _with_number(asked) or _with_item(asked) or _with_text(asked) or _having(asked)


def on_day(asked: Asked) -> Answer | None:
    """What the sources date to a day, or to a month where no day is named."""
    days = [word.day for word in asked.read.words if word.day]
    if not days and "what_happened" in asked.read.intents and asked.years:
        days = [DayRef(0)]
    if len(days) != 1 or not asked.is_resolved:
        return None
    rest = [
        w
        for w in asked.read.rest({Sense.FILLER, Sense.SERIES, Sense.FOLLOW_UP}, {"what_happened", "list", "have"})
        if not w.day
    ]
    if rest or not (asked.read.intents & {"what_happened", "list"} or len(asked.read.words) <= 2):
        return None
    facts: dict[tuple[str, str], Fact] = {}
    for predicate in _DATED:
        for subject in ("series", "organisation", *(summit(year) for year in asked.known.snapshot.years)):
            for fact in asked.known.snapshot.find(subject, predicate):
                if _is_on(fact, days[0], asked.years) and asked.known.snapshot.is_preferred(fact):
                    facts.setdefault((subject, predicate), fact)
    ordered = sorted(facts.values(), key=lambda fact: str(fact.value))
    opened = {fact.subject for fact in ordered if fact.predicate == "opening_date"}
    statements = [
        Statement("value.event", (fact,), values={"subject": fact.subject, "predicate": fact.predicate})
        for fact in ordered
        if not (fact.predicate == "start_date" and fact.subject in opened)
    ]
    return asked.found(statements, tuple(dict.fromkeys(fact.predicate for fact in ordered))) if statements else None


def _is_on(fact: Fact, day: DayRef, years: Sequence[int]) -> bool:
    value = fact.value
    if not isinstance(value, PartialDate) or (years and value.year not in years):
        return False
    if day.month and value.month != day.month:
        return False
    return not day.day or value.day == day.day


def _with_number(asked: Asked) -> Answer | None:
    """哪一年来了两千一百多名嘉宾, 哪年会员达到198家."""
    numbers = [word.number for word in asked.read.words if word.number]
    rest = [
        w for w in asked.read.rest({*_SENSES, Sense.FILLER, Sense.SERIES, Sense.FOLLOW_UP}, _INTENTS) if not w.number
    ]
    if len(numbers) != 1 or rest:
        return None
    units = [name for name in asked.read.named(Sense.UNIT) if name]
    named = [p for p in (*asked.read.predicates, *units) if p != "ordinal"]
    predicates = [p for p in named if asked.known.vocabulary[p].kind is ValueKind.COUNT]
    predicates = list(dict.fromkeys(predicates)) or [NUMBERS[p] for p in asked.read.predicates if p in NUMBERS]
    if "list" in asked.read.intents or not predicates:
        predicates = predicates or []
    statements: list[Statement] = []
    for predicate in predicates[:1]:
        subject_kind = asked.known.vocabulary[predicate].subject
        subjects = [summit(y) for y in asked.known.snapshot.years] if subject_kind == "summit" else [subject_kind]
        for subject in subjects:
            statement = value_statement(subject, predicate, asked.known)
            fact = next((f for f in statement.facts if isinstance(f.value, Quantity)), None) if statement else None
            if statement and fact and isinstance(fact.value, Quantity) and _is_said(fact.value, numbers[0]):
                statements.append(_year_of(fact, asked, statement))
    return asked.found(statements, tuple(predicates[:1])) if statements else None


def _is_said(value: Quantity, claim: Quantity) -> bool:
    return value.value == claim.value and (
        value.approximation is claim.approximation or Approximation.EXACT in (value.approximation, claim.approximation)
    )


def _with_item(asked: Asked) -> Answer | None:
    """疫情下的数字社会是哪一年的分论坛, 专业委员会是哪年成立的."""
    items = items_named(asked)
    partly = () if items else partly_named(asked, _INTENTS)
    if not (items and asked.accounts_for({*_SENSES, Sense.ITEM}, _INTENTS)) and not _is_one(partly, asked):
        return None
    items = items or partly
    own = asked.lexicon.programme_of
    named = [
        p for p in asked.read.predicates if not own(p) and p not in _BEGINNING and p not in ("start_date", "end_date")
    ]
    founded = "founded" in asked.read.predicates or "new_feature" in asked.read.predicates
    facts = [fact for fact in asked.named.items[max(items, key=len)] if fact.subject.startswith(SUMMIT)]
    if founded or "when" in asked.read.intents:
        facts = [fact for fact in facts if fact.predicate == "new_feature"]
    elif named:
        facts = [f for f in facts if f.predicate in named or NUMBERS.get(f.predicate) in named] or facts
    statements = _by_edition(facts, asked)
    return asked.found(statements, tuple(dict.fromkeys(f.predicate for f in facts))) if statements else None


def items_named(asked: Asked) -> tuple[str, ...]:
    """The items of lists that the question names; a programme is one where it was new."""
    programmes = [
        name
        for kind in asked.read.programmes
        for name in asked.lexicon.programme_names[kind]
        if name in asked.named.items
    ]
    # The name of the series is also that of a body that hosts it.
    series = {m.name for word in asked.read.words if _names_series(word) for m in word.meanings}
    return (*(item for item in asked.read.named(Sense.ITEM) if item not in series), *programmes)


def _is_one(items: Sequence[str], asked: Asked) -> bool:
    """True if all spellings are of one thing."""
    return len({fact.value for item in items for fact in asked.named.items[item]}) == 1


def _names_series(word: Word) -> bool:
    return any(meaning.sense is Sense.SERIES for meaning in word.meanings)


def _with_text(asked: Asked) -> Answer | None:
    """哪届主题提到了智能向善: words that stand in the text of a value."""
    texts = [p for p in asked.read.predicates if asked.known.vocabulary[p].kind is ValueKind.TEXT]
    others = asked.read.rest({*_SENSES, Sense.FILLER, Sense.SERIES, Sense.FOLLOW_UP}, _INTENTS)
    phrase = asked.phrase(others)
    if len(texts) != 1 or len(phrase) < 2:
        return None
    facts = [
        fact
        for year in asked.known.snapshot.years
        for fact in asked.known.snapshot.find(summit(year), texts[0])
        if any(key(phrase) in key(form) for form in _forms(fact, asked))
    ]
    statements = _by_edition(facts, asked)
    return asked.found(statements, tuple(texts)) if statements else None


def _having(asked: Asked) -> Answer | None:
    """哪一届有咖荟: the editions of which it is said at all."""
    predicates = [p for p in asked.read.predicates if p != "ordinal"]
    if len(predicates) != 1 or not asked.read.intents & {"have", "exists", "which_edition", "which_year"}:
        return None
    vocabulary, own = asked.known.vocabulary, asked.lexicon.programme_of
    fits = not asked.read.programmes or own(predicates[0]) in asked.read.programmes
    if vocabulary[predicates[0]].kind is ValueKind.DATE or vocabulary[predicates[0]].subject != "summit" or not fits:
        return None
    if not asked.accounts_for(_SENSES, _INTENTS) or "when" in asked.read.intents:
        return None
    found = [value_statement(summit(y), predicates[0], asked.known) for y in reversed(asked.known.snapshot.years)]
    statements = [statement for statement in found if statement]
    return asked.found(statements[:_MOST_EDITIONS], tuple(predicates)) if statements else None


def _forms(fact: Fact, asked: Asked) -> list[str]:
    value = str(fact.value)
    names = asked.known.names
    return [form for form in (value, names.english(value), names.translation(value)) if form]


def _by_edition(facts: Sequence[Fact], asked: Asked) -> list[Statement]:
    """One statement an edition, the newest first."""
    by_subject: dict[str, Fact] = {}
    for fact in facts:
        by_subject.setdefault(fact.subject, fact)
    return [_year_of(by_subject[subject], asked) for subject in sorted(by_subject, reverse=True)]


def _year_of(fact: Fact, asked: Asked, statement: Statement | None = None) -> Statement:
    if fact.subject.startswith(SUMMIT):
        year = int(fact.subject.removeprefix(SUMMIT))
    else:
        document = asked.known.snapshot.documents.get(fact.sources[0].document_id)
        year = document.date.year if document else 0
    rivals = statement.alternatives if statement else ()
    values = {"subject": fact.subject, "predicate": fact.predicate, "year": year}
    return Statement("value.edition_of", (fact,), rivals, values)
