"""Yes or no: yes needs a fact, no needs a fact that contradicts or a closed list, everything else is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.answers.claims import INTENTS, SENSES, claims, item, there
from bot.answers.comparison import change
from bot.answers.counted import NUMBERS
from bot.answers.editions import EditionKind
from bot.answers.interpret.lexicon import Meaning, Sense
from bot.answers.value import DATES, value_statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Approximation, Fact, Quantity
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import summit

_ASKING = frozenset({"who", "where", "when", "why", "for_whom", "which_year", "which_edition", "define"})
_ATTENDING = frozenset({"attended", "chaired", "keynote", "spoke", "read_letter"})


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
    return next((answer for claim in (_number, _day, _mode, item, there) if (answer := claim(asked))), None)


def _number(asked: Asked) -> Answer | None:
    """2022年是24场分论坛吗, 嘉宾有没有超过两千."""
    numbers = [word.number for word in asked.read.words if word.number]
    if len(numbers) != 1 or not _accounted(asked, numbers=True) or not claims(asked):
        return None
    units = [name for name in asked.read.named(Sense.UNIT) if name]
    predicates = [NUMBERS.get(p, p) for p in asked.read.predicates or units]
    counts = [p for p in predicates if asked.known.vocabulary[p].kind is ValueKind.COUNT]
    if len(set(counts)) != 1:
        # 来了多少嘉宾，是24场分论坛吗: the number is said of one of them, and nothing tells of which.
        return None
    statement = _single(asked, counts[0])
    fact = next((f for f in statement.facts if isinstance(f.value, Quantity)), None) if statement else None
    if statement is None or fact is None or not isinstance(fact.value, Quantity):
        return None
    limits = asked.read.named(Sense.LIMIT)
    claim = replace(numbers[0], approximation=_limit(limits, numbers[0].approximation))
    at_least = ("reach" in limits and "over" not in limits) or _is_reached(asked)
    verdict = _holds(fact.value, claim, at_least=at_least)
    return asked.found((statement,), (counts[0],), verdict=verdict, values={"is_open": verdict is None})


def _is_reached(asked: Asked) -> bool:
    """达到2000: the limit is read as a part of the number."""
    reached = tuple(asked.lexicon.spellings(Meaning(Sense.LIMIT, "reach")))
    return any(word.number and word.text.startswith(reached) for word in asked.read.words)


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
    if len(days) != 1 or not _accounted(asked, days=True) or not claims(asked):
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
    if len(by_year) != 1 or len(asked_for) != 1 or not _accounted(asked) or not claims(asked):
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


def _mode(asked: Asked) -> Answer | None:
    """是线上办的吗, 能不能线上参加: how it was held; of both at once no verdict is given."""
    modes = asked.read.named(Sense.MODE)
    rest = asked.read.rest(
        {*SENSES, Sense.MODE, Sense.ONLY, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP}, INTENTS
    )
    if len(modes) != 1 or rest or set(asked.read.predicates) - {"mode", "guests", "person"} or not claims(asked):
        return None
    statement = _single(asked, "mode")
    if statement is None:
        return None
    held = str(statement.facts[0].value)
    if "hybrid" in (held, modes[0]) and held != modes[0]:
        denied = modes[0] == "hybrid" or asked.read.has(Sense.ONLY)
        return asked.found((statement,), ("mode",), verdict=False if denied else None)
    return asked.found((statement,), ("mode",), verdict=held == modes[0])


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
    if not (read.has(Sense.ROLE) and asked.accounts_for(senses, {"yes_no", "exists", "have"}) and claims(asked, "who")):
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
    senses = SENSES | {Sense.PLACE}
    rest = asked.read.rest({*senses, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP}, INTENTS)
    return all((numbers and word.number) or (days and word.day) for word in rest)
