"""What something is: a programme, a body, a place, a forum, an odd word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.answers.answer import Answer, Kind, Statement, Understood
from bot.answers.choice import Option, choice
from bot.answers.counted import COUNTED_LISTS
from bot.answers.known import Known
from bot.answers.lookup import key, look_up
from bot.answers.suggestions import elsewhere
from bot.answers.term import term
from bot.answers.timeline import event_statement
from bot.answers.value import value_statement
from bot.answers.who import people_in, who
from bot.config import Programme, Series, Wording
from bot.corpus.identity import short_id
from bot.facts.fact import Fact
from bot.facts.vocabulary import ValueKind
from bot.knowledge.milestones import milestones
from bot.knowledge.names import Names
from bot.knowledge.snapshot import SUMMIT, Snapshot, summit
from bot.language import Language

# Which figures belong to a programme, by the beginning of their names.
FIGURES: Mapping[str, str] = {"expo": "expo_", "contest": "contest_", "cases": "cases_", "award": "leading_tech_"}
PLACE = "place:"
OPTIONS = 12
# The order in which a body or a place is told.
_BODY = ("founded", "founder", "headquarters", "mission", "members", "permanent_site")
_PLACE = ("service_fields", "programme", "plan")
# Texts that are no names of things.
_NO_NAMES = frozenset({"person", "mission", "plan", "mode", "expo_mode", "theme", "focus", "forum_units_kind"})


@dataclass(frozen=True)
class Thing:
    """Something that can be asked about: its name in the reader's language, other names, and how it is told.

    `english` is the name in use where the configuration gives it.
    """

    name: str
    aliases: tuple[str, ...]
    tell: Callable[[], tuple[Statement, ...]]
    english: str = ""

    @property
    def id(self) -> str:
        """What a button carries."""
        return short_id(f"thing|{self.aliases[0]}")


def about(text: str, known: Known, series: Series) -> Answer:
    """What the sources say of what `text` names; people and terms are told as by their own commands."""
    if not text:
        offered = [thing for thing in _configured(known, series) if thing.tell()]
        return choice("about", [Option(thing.name, thing.id, is_id=True) for thing in offered][:OPTIONS])
    things = list(_things(known, series))
    by_id = tuple(thing for thing in things if thing.id == text)
    found = look_up(text, ((alias, thing) for thing in things for alias in (thing.name, *thing.aliases)))
    matches = by_id or found.items
    if not matches or (found.read and not by_id):
        # A person or a term that is named exactly goes before a thing that differs by a slip.
        for other in (term(text, known), who(text, known)):
            if other.kind is not Kind.UNKNOWN:
                return other
    told = [(thing, statements) for thing in matches if (statements := thing.tell())]
    if not told:
        near = elsewhere(text, "about", known.snapshot)
        return Answer(Kind.UNKNOWN, title="unknown.about", values={"question": text}, suggestions=near)
    if len(told) > 1:
        return choice("about", [Option(thing.name, thing.id, is_id=True) for thing, _ in told][:OPTIONS], "which")
    thing, statements = told[0]
    subjects = tuple(dict.fromkeys(str(statement.values["subject"]) for statement in statements))
    return Answer(
        Kind.FOUND,
        Understood(subjects, corrected=((text, found.read),) if found.read and not by_id else ()),
        title="about.title",
        values={"name": thing.aliases[0], "english": thing.english, "command": "about", "argument": thing.id},
        statements=statements,
    )


def _things(known: Known, series: Series) -> Iterator[Thing]:
    """What the configuration names, then what facts name, then the nouns of figures."""
    configured = list(_configured(known, series))
    yield from configured
    taken = frozenset(key(alias) for thing in configured for alias in thing.aliases)
    yield from known.snapshot.once(_named, known.names, known.language, taken)
    for predicate in known.vocabulary.predicates.values():
        if predicate.subject == "summit" and predicate.kind is ValueKind.COUNT:
            called = tuple(predicate.names.values())
            words = (*predicate.ask[Language.ZH], *predicate.ask[Language.EN])
            yield Thing(
                predicate.names[known.language],
                (predicate.names[Language.ZH], *called, *words),
                _everywhere(predicate.id, known),
            )


def _configured(known: Known, series: Series) -> Iterator[Thing]:
    """The programmes, the bodies, the place where editions meet, and places that facts are about."""
    names = known.names
    for programme in series.programmes:
        called = programme.name
        yield Thing(
            called.in_language(known.language),
            (called.zh, called.en, *programme.aliases, *programme.short_names),
            _programme(programme, known),
            called.en,
        )
    for subject, body, aliases in (
        ("organisation", series.organisation, series.organisation_aliases),
        ("series", series.name, series.aliases),
    ):
        yield Thing(
            body.in_language(known.language), (body.zh, body.en, *aliases), _told(subject, _BODY, known), body.en
        )
    place = series.place
    yield Thing(place.in_language(known.language), (place.zh, place.en), _meeting_place(place, known), place.en)
    for subject in dict.fromkeys(subject for subject, _ in known.snapshot.index if subject.startswith(PLACE)):
        name = subject.removeprefix(PLACE)
        english = names.english(name)
        shown = english if english and known.language is Language.EN else name
        yield Thing(shown, (name, *((english,) if english else ())), _told(subject, _PLACE, known))


def _named(snapshot: Snapshot, names: Names, language: Language, taken: frozenset[str]) -> tuple[Thing, ...]:
    """What facts name: bodies, forums, new features, apps; each once, with every fact that names it.

    `taken` are the keys of names that something else has already.
    """
    by_name: dict[str, dict[str, list[Fact]]] = {}
    for (_, predicate), facts in snapshot.index.items():
        if predicate in _NO_NAMES:
            continue
        for fact in facts:
            if isinstance(fact.value, str):
                spellings = by_name.setdefault(names.key(fact.value), {})
                spellings.setdefault(fact.value, []).append(fact)
    found: list[Thing] = []
    people = snapshot.once(people_in, names)
    for spellings in by_name.values():
        name = next(iter(spellings))
        if name not in people and not any(key(each) in taken for each in spellings):
            english = names.english(name) or names.translation(name)
            shown = english if english and language is Language.EN else name
            naming = tuple(fact for facts in spellings.values() for fact in facts)
            found.append(Thing(shown, (*spellings, *_english_aliases(english)), _saying(naming)))
    return tuple(found)


def _english_aliases(english: str | None) -> tuple[str, ...]:
    """The English name, and its initials if they may be an abbreviation in use (WIPO)."""
    if not english:
        return ()
    initials = "".join(word[0] for word in english.split() if word[0].isupper())
    return (english, initials) if len(initials) > 2 else (english,)


def _programme(programme: Programme, known: Known) -> Callable[[], tuple[Statement, ...]]:
    """The figures of every edition, newest first; where there are none, that it was part of it."""

    def tell() -> tuple[Statement, ...]:
        prefix = FIGURES[programme.kind]
        own_figures = [predicate for predicate in known.vocabulary.predicates if predicate.startswith(prefix)]
        called = (programme.name.zh, programme.name.en, *programme.aliases)
        statements: list[Statement] = []
        for year in reversed(known.snapshot.years):
            subject = summit(year)
            # A list says its number itself.
            predicates = [p for p in own_figures if not known.snapshot.find(subject, COUNTED_LISTS.get(p, ""))]
            own = [value_statement(subject, predicate, known) for predicate in predicates]
            found = [statement for statement in own if statement]
            if not found:
                activities = known.snapshot.find(summit(year), "activity")
                found = [_part(fact) for fact in activities if any(name in str(fact.value) for name in called)][:1]
            statements += found
        return tuple(statements)

    return tell


def _meeting_place(place: Wording, known: Known) -> Callable[[], tuple[Statement, ...]]:
    """The series meets there for good, and the editions that met there."""

    def tell() -> tuple[Statement, ...]:
        snapshot = known.snapshot
        found = [
            *snapshot.find("series", "permanent_site"),
            *(fact for year in reversed(snapshot.years) for fact in snapshot.find(summit(year), "venue")[:1]),
        ]
        return tuple(_part(fact) for fact in found if place.zh in str(fact.value) or place.en in str(fact.value))

    return tell


def _told(subject: str, predicates: tuple[str, ...], known: Known) -> Callable[[], tuple[Statement, ...]]:
    """What is known of a body or a place, and what happened to it."""

    def tell() -> tuple[Statement, ...]:
        values = [value_statement(subject, predicate, known) for predicate in predicates]
        events = [event_statement(fact) for fact in milestones(subject, known.snapshot)]
        return (*(statement for statement in values if statement), *events)

    return tell


def _everywhere(predicate: str, known: Known) -> Callable[[], tuple[Statement, ...]]:
    """A figure of every edition, newest first."""
    return lambda: tuple(
        statement
        for year in reversed(known.snapshot.years)
        if (statement := value_statement(summit(year), predicate, known))
    )


def _saying(facts: tuple[Fact, ...]) -> Callable[[], tuple[Statement, ...]]:
    return lambda: tuple(_part(fact) for fact in sorted(facts, key=_newest_first))


def _part(fact: Fact) -> Statement:
    """What a thing was in an edition, of a body or of a place."""
    return Statement("about.part", (fact,), values={"subject": fact.subject, "predicate": fact.predicate})


def _newest_first(fact: Fact) -> tuple[int, str]:
    year = fact.subject.removeprefix(SUMMIT)
    return (-int(year) if year.isdecimal() else 1, fact.subject)
