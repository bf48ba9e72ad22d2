"""Who did what: one fact a person, event and role, with the title as printed.

`bot/facts/people` finds the names and the acts of a sentence; here they get their edition or body, the title and the event that
the article gave before, and equal ones are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.corpus.document import BlockKind
from bot.facts.fact import Fact, Phase
from bot.facts.names import Owner
from bot.facts.people import chinese_names, chinese_roles, english_names, english_roles
from bot.facts.people.person import Act, Person, free, in_mainland_words
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION, summit

# How many sentences of an article may pass before it says that it reports on a press conference.
_OPENING = 3
_ELSEWHERE = re.compile(r"(?:开幕式|闭幕式|主论坛|会议|论坛|致辞|演讲)(?:上|中)|采访时|专访|interview", re.IGNORECASE)
_PRONOUN = re.compile(r"[他她](?=[^们]{0,16}(?:致辞|致词|演讲|讲话|发言|还|也|主持|表示|介绍|说|指出))")


def extract(reading: Reading) -> Iterator[Fact]:
    """`person` facts of editions and of the organisation."""
    yield from _joined(_facts(reading))


def _facts(reading: Reading) -> Iterator[Fact]:
    named = [
        chinese_names.named(read.text) if read.is_chinese else english_names.named(read.text) for read in reading.reads
    ]
    known, known_english = _known(named)
    press_opens = _opens_with_press(reading)
    press_block = -1
    event = chinese_roles.event_of(reading.document.title) or english_roles.event_of(reading.document.title)
    last: tuple[int, Person] | None = None
    opened: tuple[str, ...] = ()
    for read, names in zip(reading.reads, named, strict=True):
        if any(mention.owner is Owner.PRESS for mention in read.mentions):
            press_block = read.block
        press = press_block == read.block or (press_opens and not _ELSEWHERE.search(read.text))
        if read.is_chinese:
            people = names.people(known)
            if not people and last and last[0] == read.block and (pronoun := _PRONOUN.match(read.text)):
                people = [replace(last[1], start=0, end=pronoun.end())]
            listed = opened if read.kind is BlockKind.ITEM else ()
            found = list(chinese_roles.acts(read.text, people, press=press, listed=listed))
            opened = chinese_roles.roles_opened(read.text) or listed
            event = chinese_roles.event_of(read.text) or event
            last = (read.block, people[-1]) if len(people) == 1 else None
        else:
            people = names.people(known_english)
            found = list(english_roles.acts(read.text, people, press=press))
            event = english_roles.event_of(read.text) or event
        for act in found:
            yield from _fact(reading, read, act, people, known if read.is_chinese else known_english, event)


def _known(
    named: Sequence[chinese_names.Named | english_names.Named],
) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """Who can be named without a title in the Chinese sentences, and in the English ones, with the fullest title."""
    chinese = [each for each in named if isinstance(each, chinese_names.Named)]
    english = [each for each in named if isinstance(each, english_names.Named)]
    return (
        {**chinese_names.well_known([each.text for each in chinese]), **chinese_names.people_of(chinese)},
        {**english_names.well_known([each.text for each in english]), **english_names.people_of(english)},
    )


def _opens_with_press(reading: Reading) -> bool:
    """True if the article reports on a press conference: one of its first sentences says so."""
    opening = [read for read in reading.reads if read.kind is not BlockKind.HEADING][:_OPENING]
    return any(mention.owner is Owner.PRESS for read in opening for mention in read.mentions)


def _fact(
    reading: Reading, read: Read, act: Act, people: Sequence[Person], known: Mapping[str, str | None], event: str | None
) -> Iterator[Fact]:
    subject = _subject(reading, read, act, people)
    name = act.person.name if read.is_chinese else english_names.full_name(act.person.name, known)
    if subject is None or name is None:
        return
    title = act.person.title if act.person.full else None
    title = title or known.get(name) or act.person.title
    around = act.event or (
        ("新闻发布会" if read.is_chinese else "press conference") if act.role == "briefed" else event
    )
    year = None if subject == ORGANISATION else int(subject.rpartition(":")[2])
    yield Fact(
        subject=subject,
        predicate="person",
        value=name,
        title=in_mainland_words(title) if title else None,
        role=act.role,
        event=around if act.role != "sent_letter" or act.founding else None,
        phase=reading.phase(read, act.at - 1, year) if year and act.role != "briefed" else Phase.REPORTED,
        sources=(reading.cite(read),),
    )


def _subject(reading: Reading, read: Read, act: Act, people: Sequence[Person]) -> str | None:
    """The edition spoken of where the act is told, or the body at its founding; None for another meeting."""
    if act.founding:
        return ORGANISATION
    end = max(act.at - 1, act.person.end)
    if Owner.OTHER in (_owner(read, people, act.person.end), _owner(read, people, end)):
        return None
    year = read.edition_at(end) or reading.edition
    return summit(year) if year else None


def _owner(read: Read, people: Sequence[Person], position: int) -> Owner:
    """Whose gathering the text speaks of at `position`; what a title names (全国人大常委会) is no gathering."""
    owner = read.owner
    for mention in read.mentions:
        if mention.start > position:
            break
        if mention.owner is not Owner.PRESS and free(mention.start, mention.end, people):
            owner = mention.owner
    return owner


def _joined(facts: Iterable[Fact]) -> Iterator[Fact]:
    """One fact a person, event and role. A fact without an event joins one that has it; the fullest title counts."""
    groups: dict[tuple[str, str, str | None], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.subject, str(fact.value), fact.role), []).append(fact)
    for group in groups.values():
        title = max((fact.title or "" for fact in group), key=len) or None
        named = [fact.event for fact in group if fact.event]
        for fact in group:
            yield replace(fact, title=title, event=fact.event or next(iter(named), None))
