"""People: 任贤良是谁, 庄荣文什么职务, 桐乡市委书记是谁, 李书磊做了什么."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.answer import Answer, Statement
from bot.answers.asked import Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.segments import Word
from bot.answers.who import person_answer
from bot.facts.fact import Fact

_WHO = frozenset({"who", "title", "deeds", "list", "overview", "define", "yes_no", "have"})
_SENSES = frozenset({Sense.PERSON, Sense.ORGANISATION})
# What may stand between a region and an office.
_BODIES = ("", *"省市县区", *(region + body for region in ("", *"省市县区") for body in ("委", "政府", "人民政府")))
# Words of an English office that tell no two offices apart.
_SMALL = frozenset(
    [
        "the",
        "of",
        "a",
        "an",
        "for",
        "and",
        "at",
        "in",
        "party",
        "cpc",
        "municipal",
        "provincial",
        "committee",
        "china",
        "s",
    ]
)
_LESSER = frozenset({"deputy", "vice", "former", "acting", "assistant"})
_LATIN = re.compile(r"[a-z]+")


def person(asked: Asked) -> Answer | None:
    """Who somebody is and what they did; of a year that was named only what is known of it."""
    people = asked.read.named(Sense.PERSON)
    own_title = len(people) == 1 and _is_titled(asked, people[0])
    titled = {Sense.TITLE} if asked.read.intents & {"title", "where"} or own_title else set()
    narrowing = {Sense.ROLE, Sense.EVENT, Sense.VERB} if asked.read.intents & {"deeds", "list"} else set()
    if (
        not people
        or not asked.accounts_for({*_SENSES, Sense.PLACE, *narrowing, *titled}, _WHO)
        or not asked.is_resolved
    ):
        return None
    if len(people) > 1 or asked.read.intents & {"yes_no"} or (narrowing and asked.read.has(Sense.ROLE)):
        return None
    facts = _of_years(asked, asked.named.people.get(people[0], ()))
    return _answer(asked, people[0], facts) if facts else None


def _is_titled(asked: Asked, name: str) -> bool:
    """宣传部长李书磊: the office named beside the person is theirs."""
    facts = {id(fact) for fact in asked.named.people.get(name, ())}
    return any(id(fact) in facts for title in asked.read.named(Sense.TITLE) for fact in asked.named.titles[title])


def office(asked: Asked) -> Answer | None:
    """Who holds an office according to the articles; without a year all who did, the latest first."""
    bare = asked.read.has(Sense.TITLE) and not asked.read.intents
    if not bare and not asked.read.intents & {"who", "list"}:
        return None
    if not asked.is_resolved or asked.read.names_another_meeting:
        return None
    if facts := _of_years(asked, _holders(asked)):
        names = dict.fromkeys(_name(fact, asked) for fact in sorted(facts, key=lambda fact: _age(fact, asked)))
        if len(names) == 1:
            (name,) = names
            return _answer(asked, name, _of_years(asked, asked.named.people[name]))
        statements = [
            Statement(
                "value.people", tuple(own), values={"subject": own[0].subject, "predicate": "person", "token": "person"}
            )
            for name in names
            if (own := _latest([fact for fact in facts if _name(fact, asked) == name]))
        ]
        return asked.found(statements, ("person",))
    return None


def _name(fact: Fact, asked: Asked) -> str:
    """The name by which `Named` knows a person."""
    return asked.known.names.chinese(str(fact.value)) or str(fact.value)


def _answer(asked: Asked, name: str, facts: Sequence[Fact]) -> Answer:
    answer = person_answer(name, tuple(facts), asked.read.corrected)
    understood = asked.understood(answer.understood.subjects, ("person",))
    context = asked.context(answer.understood.subjects, ("person",))
    return Answer(
        answer.kind,
        understood,
        title=answer.title,
        values=answer.values,
        statements=answer.statements,
        context=context,
    )


def _holders(asked: Asked) -> tuple[Fact, ...]:
    """The people whose title is the office that the question names."""
    own = {Sense.TITLE, Sense.ORGANISATION, Sense.PLACE, Sense.REGION}
    titles = asked.read.named(Sense.TITLE)
    if titles and asked.accounts_for(own, {"who", "list", "title", "yes_no"}):
        # 世界互联网大会秘书长: the longest spelling that stands in the question.
        longest = max(titles, key=len)
        where = {*asked.read.named(Sense.REGION), *(w.text for w in _words(asked, Sense.PLACE))}
        if where:
            return tuple(f for place in where for t in _joined(place, longest) for f in asked.named.titles.get(t, ()))
        facts = asked.named.titles[longest]
        of_series = re.search(rf"(?:峰会|大会|会议)的?{re.escape(longest)}", asked.read.text)
        if of_series or _words(asked, Sense.ORGANISATION) or _words(asked, Sense.SERIES):
            # 国际组织主席 is not the president of a country.
            aliases = tuple(map(normalised, asked.lexicon.series_aliases))
            facts = tuple(fact for fact in facts if _is_of_series(fact, longest, aliases))
        return facts
    return _by_tokens(asked)


def _words(asked: Asked, sense: Sense) -> list[Word]:
    return [word for word in asked.read.words if any(meaning.sense is sense for meaning in word.meanings)]


def _joined(place: str, office: str) -> Iterable[str]:
    """桐乡的书记 as 桐乡市委书记."""
    return (f"{place}{body}{office}" for body in _BODIES)


def _is_of_series(fact: Fact, office: str, aliases: Iterable[str]) -> bool:
    """True if the part of the title that names the office names the series or its body too."""
    pieces = re.split("[、，,]", normalised(fact.title or ""))
    return any(office in piece and any(alias in piece for alias in aliases) for piece in pieces)


def _by_tokens(asked: Asked) -> tuple[Fact, ...]:
    """An English office in any order of its words: party secretary of Tongxiang."""
    if not asked.read.text.isascii():
        return ()
    plain = {Sense.FILLER, Sense.CONJUNCTION}
    said = [
        token
        for word in asked.read.words
        if not word.edition and not any(m.sense in plain or m.sense is Sense.INTENT for m in word.meanings)
        for token in _LATIN.findall(word.text)
        if token not in _SMALL
    ]
    if not said:
        return ()
    found = [
        fact
        for spelling, facts in asked.named.titles.items()
        if spelling.isascii() and _is_office(said, spelling)
        for fact in facts
    ]
    return tuple(dict.fromkeys(found))


def _is_office(said: Sequence[str], title: str) -> bool:
    """True if the words name one office of a title, the others saying where: governor, Zhejiang."""
    tokens = [set(_LATIN.findall(piece)) for piece in title.split(",")]
    if not set(said) <= set().union(*tokens):
        return False
    return any(said[0] in piece and (set(said) & _LESSER == piece & _LESSER) for piece in tokens)


def _of_years(asked: Asked, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of the years named: of that edition, or from an article of that year where the fact has no year."""
    facts = tuple(facts)
    if not asked.years:
        return facts
    return tuple(fact for fact in facts if fact.subject in asked.subjects or _written(fact, asked) in asked.years)


def _written(fact: Fact, asked: Asked) -> int | None:
    """The year of the article, for a fact that belongs to no edition."""
    if fact.subject.startswith("summit:"):
        return None
    document = asked.known.snapshot.documents.get(fact.sources[0].document_id)
    return document.date.year if document else None


def _age(fact: Fact, asked: Asked) -> int:
    """Sorts the newest article first."""
    document = asked.known.snapshot.documents.get(fact.sources[0].document_id)
    return -document.date.last.toordinal() if document else 0


def _latest(facts: Sequence[Fact]) -> list[Fact]:
    """What a person did at the latest edition they were at."""
    newest = max(fact.subject for fact in facts)
    return [fact for fact in facts if fact.subject == newest]
