"""What the sources say of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.answers.answer import Answer, Kind, Statement, Understood
from bot.answers.choice import Option, choice
from bot.answers.known import Known
from bot.answers.lookup import key, look_up
from bot.answers.suggestions import command, elsewhere
from bot.corpus.identity import short_id
from bot.facts.fact import Fact
from bot.knowledge.names import Names
from bot.knowledge.snapshot import Snapshot


def who(text: str, known: Known) -> Answer:
    """Titles and deeds of the person that `text` names (in either language, by title, or by id)."""
    people = people_of(known)
    if not text:
        return choice("who", [Option(name, person_id(name), is_id=True) for name in people])
    by_id = tuple(name for name in people if person_id(name) == text)
    found = look_up(text, _names(people, known))
    matches = by_id or (found.items if not found.read else ()) or _with_title(text, people, known) or found.items
    other = len(matches) == 1 and matches == found.items and found.doubtful and not by_id
    if not matches or other:
        near = (*(command("who", name) for name in matches), *elsewhere(text, "who", known.snapshot))
        return Answer(Kind.UNKNOWN, title="unknown.who", values={"question": text}, suggestions=near)
    if len(matches) > 1:
        return choice("who", [Option(name, person_id(name), is_id=True) for name in matches], "which")
    slip = found.read if matches == found.items and not by_id else ""
    return person_answer(matches[0], people[matches[0]], ((text, slip),) if slip else ())


def person_answer(name: str, facts: tuple[Fact, ...], corrected: tuple[tuple[str, str], ...] = ()) -> Answer:
    """One statement for each deed, in the order of the editions."""
    ordered = sorted(facts, key=lambda fact: fact.subject)
    statements = tuple(
        Statement("who.deed", (fact,), values={"subject": fact.subject, "predicate": "person"}) for fact in ordered
    )
    return Answer(
        Kind.FOUND,
        Understood(tuple(dict.fromkeys(fact.subject for fact in ordered)), ("person",), corrected),
        title="who.title",
        values={"name": name, "command": "who", "argument": person_id(name)},
        statements=statements,
    )


def people_of(known: Known) -> Mapping[str, tuple[Fact, ...]]:
    """The facts on each person by name, in the order of the articles; under the Chinese name where it is known."""
    return known.snapshot.once(people_in, known.names)


def people_in(snapshot: Snapshot, names: Names) -> Mapping[str, tuple[Fact, ...]]:
    """As `people_of`, made anew."""
    people: dict[str, list[Fact]] = {}
    for (_, predicate), facts in snapshot.index.items():
        if predicate == "person":
            for fact in facts:
                name = str(fact.value)
                people.setdefault(names.chinese(name) or name, []).append(fact)
    return {name: tuple(facts) for name, facts in people.items()}


def person_id(name: str) -> str:
    """What a button carries for a person."""
    return short_id(f"person|{name}")


def _names(people: Mapping[str, tuple[Fact, ...]], known: Known) -> Iterator[tuple[str, str]]:
    """Every spelling of every person."""
    for name in people:
        yield name, name
        for other in (known.names.english(name), known.names.chinese(name)):
            if other:
                yield other, name


def _with_title(text: str, people: Mapping[str, tuple[Fact, ...]], known: Known) -> tuple[str, ...]:
    """Those who held the office that `text` names, in either language, according to some article."""
    asked = key(text)
    return tuple(
        name
        for name, facts in people.items()
        if len(asked) > 1 and any(asked in key(office) for fact in facts for office in _offices(fact, known))
    )


def _offices(fact: Fact, known: Known) -> Iterator[str]:
    """The title as printed, and each office of it in the other language."""
    title = fact.title or ""
    yield title
    for office in title.split("、"):
        yield known.names.english(office) or known.names.chinese(office) or ""
