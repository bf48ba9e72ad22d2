"""Two editions beside each other, and the edition that had most: 哪届会期更长, 2024年比2022年多几场, 哪一届分论坛最多."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.answers.comparison import change
from bot.answers.counted import NUMBERS
from bot.answers.interpret.lexicon import Sense
from bot.answers.value import DATES, value_statement, value_statements
from bot.facts.fact import Basis, Fact, Quantity
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import summit

_SENSES = frozenset({Sense.PREDICATE, Sense.VERB, Sense.PROGRAMME, Sense.EVERY_EDITION, Sense.UNIT, Sense.BEFORE})
_INTENTS = frozenset({"count", "list", "which_edition", "which_year", "have", "when", "yes_no", "exists"})
_OF_DAYS = frozenset({"longest", "shortest", "longer", "shorter"})
_LEAST = frozenset({"least", "shortest", "less", "shorter"})
_MOST_COMPARED = 4
_BY_HOW_MANY = re.compile(r"差(?![别异])|difference in")


def contrast(asked: Asked) -> Answer | None:
    """Values of two editions (or three), which is more, and by how much where both are exact."""
    words = asked.read.named(Sense.COMPARISON)
    if not words or not asked.accounts_for({*_SENSES, Sense.COMPARISON}, _INTENTS) or not asked.is_resolved:
        return None
    if asked.read.has(Sense.BEFORE) or (len(asked.years) == 1 and words == ("more",)):
        return _change(asked)
    years = asked.years or (asked.known.snapshot.years if asked.read.has(Sense.EVERY_EDITION) else ())
    if not 2 <= len(years) <= _MOST_COMPARED:
        return None
    by_how_many = set(words) - {"differ"} or _BY_HOW_MANY.search(asked.read.text)
    if by_how_many and len(set(years) - set(asked.known.snapshot.years)) >= len(years) - 1:
        # 2022年比2019年多多少: nothing is known of the other edition.
        return None
    subjects = tuple(summit(year) for year in years)
    if not (set(words) - {"differ"} or _is_said(asked)):
        return None
    predicates = _predicates(asked, words)
    if not predicates or not _belong(asked, predicates):
        return None
    statements: list[Statement] = []
    missing: list[str] = []
    for predicate in predicates:
        found = value_statements(subjects, (predicate,), asked.known)
        if len(found) > 1 and _is_count(asked, predicate):
            statements.append(_verdict(found, predicate))
        statements += found
        missing += () if len(found) == len(subjects) else [predicate]
    if not statements:
        return None
    verdict = _is_so(asked, words, statements)
    absent = [subject for subject in subjects if not any(s.values["subject"] == subject for s in statements)]
    return asked.found(
        statements,
        predicates,
        verdict=verdict,
        missing=missing if absent else (),
        values={"lacking": tuple(absent)},
        notes=_lacking(absent),
    )


def superlative(asked: Asked) -> Answer | None:
    """The edition with most or least, among those whose figure the sources have: two at least, and no doubt who won."""
    ranks = Sense.SUPERLATIVE
    words = asked.read.named(ranks)
    if not words and asked.read.intents & {"which_edition", "which_year"}:
        # 哪届分论坛多: which of all.
        ranks = Sense.COMPARISON
        words = tuple(word for word in asked.read.named(ranks) if word != "differ")
    if len(words) != 1 or asked.editions or not asked.accounts_for({*_SENSES, ranks}, _INTENTS):
        return None
    predicates = _ranked(asked, ranks, _predicates(asked, words))
    if len(predicates) != 1 or not _is_count(asked, predicates[0]) or not _belong(asked, predicates):
        return None
    (predicate,) = predicates
    snapshot = asked.known.snapshot
    shown = {
        year: fact for year in snapshot.years for fact in asked.known.shown(summit(year), (predicate,)) if _number(fact)
    }
    if len(shown) < 2:
        return None
    least = words[0] in _LEAST
    best = sorted(shown, key=lambda year: (_number(shown[year]).value, year), reverse=not least)
    winners = [best[0], *(year for year in best[1:] if _same(shown[year], shown[best[0]]))]
    others = [year for year in best if year not in winners]
    wanted = -1 if least else 1
    if not others or any(change(_number(shown[year]), _number(shown[best[0]])).direction != wanted for year in others):
        return None
    facts = tuple(shown[year] for year in (*winners, *others))
    lacking = tuple(year for year in snapshot.years if year not in shown)
    values = {
        "subject": summit(winners[0]),
        "predicate": predicate,
        "winners": tuple(winners),
        "counted": len(shown),
        "lacking": lacking,
        "least": least,
    }
    first = Statement("superlative", facts, values=values)
    rest = [value_statement(summit(year), predicate, asked.known) for year in (*winners, *others)]
    return asked.found([first, *(statement for statement in rest if statement)], predicates)


def _ranked(asked: Asked, ranks: Sense, predicates: Sequence[str]) -> Sequence[str]:
    """Of "guests from the most countries" the countries: the one noun that stands beside the rank, behind it in English."""
    words = asked.read.words
    at = next((n for n, word in enumerate(words) if any(m.sense is ranks for m in word.meanings)), 0)
    beside = words[at + 1 :] if words[at].text.isascii() else words[:at][::-1]
    for word in beside:
        nouns = {meaning.name for meaning in word.meanings if meaning.sense is Sense.PREDICATE}
        if named := [each for each in predicates if each in nouns or each.partition("_")[2] in nouns]:
            return named
    return predicates


def _change(asked: Asked) -> Answer | None:
    """较往年增加多少: the change that an article states."""
    vocabulary = asked.known.vocabulary.predicates
    predicates = [f"{p}_change" for p in _predicates(asked, ()) if f"{p}_change" in vocabulary]
    statements = value_statements(asked.subjects, predicates, asked.known) if len(asked.years) == 1 else ()
    return asked.found(statements, predicates) if statements else None


def _predicates(asked: Asked, words: Sequence[str]) -> tuple[str, ...]:
    named = tuple(predicate for predicate in asked.read.predicates if predicate not in (*DATES, "ordinal"))
    if not named and set(words) & _OF_DAYS:
        return ("duration_days",)
    return tuple(dict.fromkeys(NUMBERS.get(predicate, predicate) for predicate in named))


def _belong(asked: Asked, predicates: Sequence[str]) -> bool:
    vocabulary = asked.known.vocabulary
    programmes = asked.read.programmes
    of_programme = all(
        not programmes or asked.lexicon.programme_of(predicate) in programmes for predicate in predicates
    )
    return of_programme and all(vocabulary[predicate].subject == "summit" for predicate in predicates)


def _is_count(asked: Asked, predicate: str) -> bool:
    return asked.known.vocabulary[predicate].kind is ValueKind.COUNT


def _is_said(asked: Asked) -> bool:
    """True if nothing but values can be wanted: 2022 vs 2024 嘉宾."""
    return bool(asked.read.predicates)


def _number(fact: Fact) -> Quantity:
    return fact.value if isinstance(fact.value, Quantity) else Quantity(0)


def _same(one: Fact, other: Fact) -> bool:
    return _number(one) == _number(other)


def _verdict(found: Sequence[Statement], predicate: str) -> Statement:
    """Which of two had more, and by how much; of more than two only which had most."""
    numbers = [(statement, next(f for f in statement.facts if f.predicate == predicate)) for statement in found]
    ordered = sorted(numbers, key=lambda pair: _number(pair[1]).value, reverse=True)
    (first, most), (_, second) = ordered[:2]
    result = change(_number(second), _number(most))
    values = {
        "subject": str(first.values["subject"]),
        "predicate": predicate,
        "direction": result.direction,
        "difference": result.difference if len(found) == 2 else None,
        "derived": Basis.DERIVED,
    }
    return Statement("contrast", tuple(fact for _, fact in ordered), values=values)


def _is_so(asked: Asked, words: Sequence[str], statements: Sequence[Statement]) -> bool | None:
    """Whether the edition named first has more (or less) than the other, as a question for yes or no claims."""
    claims = set(words) - {"differ"}
    if "yes_no" not in asked.read.intents or len(claims) != 1 or len(asked.years) != 2:
        return None
    verdicts = [statement for statement in statements if statement.topic == "contrast"]
    if len(verdicts) != 1 or verdicts[0].values["direction"] is None:
        return None
    has_more = verdicts[0].values["subject"] == summit(asked.years[0]) and verdicts[0].values["direction"] != 0
    has_less = verdicts[0].values["subject"] != summit(asked.years[0]) and verdicts[0].values["direction"] != 0
    return has_less if claims & _LEAST else has_more


def _lacking(absent: Sequence[str]) -> tuple[str, ...]:
    return ("lacking",) if absent else ()
