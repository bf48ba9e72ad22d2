"""Quiz questions: everything that can be asked of what is known, each with one right answer and three wrong ones.

The rules are those of `KNOWLEDGE.md` beside the design: nothing derived, partial or in conflict is asked; figures, members of closed
lists, titles, themes and terms; where there are not four things of a kind, it is not asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answers.counted import COUNTED_LISTS
from bot.answers.figures import wrong_figures
from bot.answers.known import Known
from bot.corpus.date import PartialDate
from bot.corpus.identity import short_id
from bot.facts.fact import Approximation, Basis, Fact, GlossaryItem, Quantity, Value
from bot.facts.vocabulary import ValueKind
from bot.knowledge.snapshot import SUMMIT

OPTIONS = 4
# Numbers of an edition and not of what there was, and comparisons.
_NOT_ASKED = ("ordinal", "nth_year", "contest_projects_change", "contest_countries_change")
# What several editions have, each its own.
_OF_EDITIONS = ("theme", "opening_date", "start_date")
# Where things of the same kind as those of a list are found: other lists.
_ALIKE: Mapping[str, tuple[str, ...]] = {
    "contest_track": ("topic", "cases_field"),
    "topic": ("contest_track", "cases_field"),
    "forum": ("special_activity", "activity"),
    "special_activity": ("activity", "forum"),
    "founder": ("supporter", "co_organizer", "leading_tech_winner"),
}
# The halves of a slogan: 前半——后半, "first: second".
_HALVES = re.compile(r"\s*(?:[—―─-]{2,}|—|一一|[：:](?=\s))\s*")
# What does not tell two names apart.
_MARKS = re.compile(r"[\s·•“”\"'‘’「」『』（）()、，,。.—-]+")


class QuestionKind(StrEnum):
    """What is asked for."""

    FIGURE = "figure"
    MEMBER = "member"
    TITLE = "title"
    EDITION = "edition"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Question:
    """`item` is asked for and proves the answer; `options[correct]` is right, the others are wrong."""

    kind: QuestionKind
    item: Fact | GlossaryItem
    options: tuple[Value, ...]
    correct: int

    @property
    def id(self) -> str:
        """Ten characters that stay the same across reloads, whatever the wrong options are."""
        return short_id(f"{self.kind}|{self.item.id}")


def questions(known: Known, excluded: Collection[str] = ()) -> Mapping[str, Question]:
    """Every question, by id. People are not asked of, nor their titles offered, whose name or title has one of `excluded`."""
    found = [*_figures(known), *_members(known), *_editions(known), *_terms(known), *_titles(known, excluded)]
    return {question.id: question for question in found}


def first_half(slogan: str) -> str:
    """The first half of a slogan: the second is often the same year after year."""
    return _HALVES.split(slogan, maxsplit=1)[0] or slogan


def _figures(known: Known) -> Iterator[Question]:
    for (subject, predicate), facts in known.snapshot.index.items():
        if not subject.startswith(SUMMIT) or predicate in _NOT_ASKED or not _is_count(predicate, known):
            continue
        fact = _sound(facts, known)
        if fact and isinstance(fact.value, Quantity) and (wrong := wrong_figures(fact.value, fact.id)):
            options = sorted((fact.value, *wrong), key=lambda each: each.value)
            yield Question(QuestionKind.FIGURE, fact, tuple(options), options.index(fact.value))


def _members(known: Known) -> Iterator[Question]:
    """One member of a closed list, and what is surely none."""
    for (subject, number), counts in known.snapshot.index.items():
        if (name := COUNTED_LISTS.get(number)) is None:
            continue
        items = known.snapshot.find(subject, name)
        stated = _sound(counts, known)
        if not stated or not _counts(stated, len(items)):
            continue
        listed = [str(item.value) for item in items]
        others = [other for other in _others(subject, name, known) if not any(_same(other, each) for each in listed)]
        for item in items:
            if item.basis is Basis.STATED and (question := _one_of(QuestionKind.MEMBER, item, item.value, others)):
                yield question


def _others(subject: str, name: str, known: Known) -> list[str]:
    """Members of like lists; the same list of other editions first."""
    index = known.snapshot.index
    same = [str(fact.value) for (owner, p), facts in index.items() if p == name and owner != subject for fact in facts]
    alike = [
        str(fact.value)
        for other in _ALIKE.get(name, ())
        for (_, p), facts in index.items()
        if p == other
        for fact in facts
    ]
    return same if len(same) >= OPTIONS else same + alike


def _editions(known: Known) -> Iterator[Question]:
    """What one edition had, among what others had."""
    for predicate in _OF_EDITIONS:
        facts = [
            fact
            for year in known.snapshot.years
            if (fact := _sound(known.shown(f"{SUMMIT}{year}", (predicate,)), known))
        ]
        shown = {fact.id: _asked_part(fact.value) for fact in facts}
        for fact in facts:
            right = shown[fact.id]
            others = [shown[other.id] for other in facts if other is not fact]
            if question := _one_of(QuestionKind.EDITION, fact, right, others):
                yield question


def _asked_part(value: Value) -> Value:
    return first_half(value) if isinstance(value, str) else value


def _terms(known: Known) -> Iterator[Question]:
    """Which term a definition is of. A term with two definitions, and a definition that names its term, are out."""
    items = known.snapshot.glossary
    names = [_term_names(item) for item in items]
    for item, own in zip(items, names, strict=True):
        if sum(bool(own & other) for other in names) > 1:
            continue
        if any(name in item.definition.casefold() for name in own):
            continue
        others = [_term_name(other) for other in items if other is not item]
        if question := _one_of(QuestionKind.TERM, item, _term_name(item), others):
            yield question


def _term_name(item: GlossaryItem) -> str:
    return item.term_zh or item.term_en


def _term_names(item: GlossaryItem) -> set[str]:
    return {name.casefold() for name in (item.term_zh, item.term_en) if name}


def _titles(known: Known, excluded: Collection[str]) -> Iterator[Question]:
    """The title of a person as of an article's date, among titles that this person never had."""
    people = [
        fact
        for (_, predicate), facts in known.snapshot.index.items()
        if predicate == "person"
        for fact in facts
        if fact.title and not any(each in f"{fact.value} {fact.title}" for each in excluded)
    ]
    asked: set[tuple[str, str]] = set()
    for fact in people:
        name, title = str(fact.value), fact.title or ""
        if (name, title) in asked:
            continue
        asked.add((name, title))
        own = [other.title or "" for other in people if str(other.value) == name]
        others = [o.title or "" for o in people if not any(_same(o.title or "", each) for each in own)]
        if fact.basis is Basis.STATED and (question := _one_of(QuestionKind.TITLE, fact, title, others)):
            yield question


def _one_of(kind: QuestionKind, item: Fact | GlossaryItem, right: Value, others: Sequence[Value]) -> Question | None:
    """The right one among three of the others, which all differ from it and from each other; None without three."""
    by_chance = _chance(item.id)
    wrong: list[Value] = []
    for other in sorted(dict.fromkeys(others), key=lambda each: by_chance(str(each))):
        if not any(_same(str(other), str(each)) for each in (right, *wrong)):
            wrong.append(other)
        if len(wrong) == OPTIONS - 1:
            break
    else:
        return None
    options: list[Value] = sorted((right, *wrong), key=lambda each: by_chance(f"order|{each}"))
    if isinstance(right, PartialDate):
        options.sort(key=lambda each: (each.month, each.day) if isinstance(each, PartialDate) else (0, 0))
    return Question(kind, item, tuple(options), options.index(right))


def _sound(facts: Sequence[Fact], known: Known) -> Fact | None:
    """The fact to ask for, if it is stated and full, and no article says otherwise."""
    if not facts:
        return None
    fact = facts[0]
    if fact.basis is not Basis.STATED or (isinstance(fact.value, PartialDate) and not fact.value.is_full):
        return None
    return None if known.rivals(fact.subject, (fact.predicate,)) else fact


def _is_count(predicate: str, known: Known) -> bool:
    entry = known.vocabulary.predicates.get(predicate)
    return entry is not None and entry.kind is ValueKind.COUNT


def _counts(stated: Fact, length: int) -> bool:
    value = stated.value
    exact = isinstance(value, Quantity) and value.approximation is Approximation.EXACT
    return exact and isinstance(value, Quantity) and value.value == length


def _same(first: str, second: str) -> bool:
    """Whether two names may mean the same: one contains the other."""
    a, b = (_MARKS.sub("", each).casefold() for each in (first, second))
    return a in b or b in a


def _chance(seed: str) -> Callable[[str], bytes]:
    """An order that looks like chance and is the same every time."""
    return lambda text: hashlib.sha256(f"{seed}|{text}".encode()).digest()
