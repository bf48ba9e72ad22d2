"""Who did what: one fact a person, event and role, with the title as printed.

`bot/facts/people` finds the names and the acts of a sentence; here they get their edition or body, the title and the event that
the article gave before, and equal ones are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.corpus.document import BlockKind
from bot.corpus.reading import simplified
from bot.facts.extractors.press import REGULAR
from bot.facts.fact import Fact, Phase
from bot.facts.names import Owner
from bot.facts.numerals import parse_integer
from bot.facts.people import chinese_names, chinese_roles, english_names, english_roles
from bot.facts.people.person import Act, Person, free, in_mainland_words
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION, summit

# How many sentences of an article may pass before it says that it reports on a press conference.
_OPENING = 3
# What is longer is no sentence that a person wrote.
_LONGEST_SENTENCE = 4000
_ELSEWHERE = re.compile(r"(?:开幕式|闭幕式|主论坛|会议|论坛|致辞|演讲)(?:上|中)|采访时|专访|interview", re.IGNORECASE)
_INTRODUCED = re.compile(r"介绍|通报|披露|透露|\b(?:introduced|disclosed|revealed)\b")
_OFFICIAL = re.compile(
    r"主任|省长|秘书长|部长|书记|发言人|理事长|[Dd]irector|[Mm]inister|[Ss]ecretary|[Gg]overnor|[Ss]pokes"
)
_GOES_ON = re.compile(r"说|表示|介绍|通报|披露|透露|\bsaid\b")
_FOUNDING_EVENTS = frozenset(
    ("成立大会", "成立仪式", "founding ceremony", "inaugural ceremony", "inauguration ceremony")
)
_FOUNDING_TOLD = re.compile(
    r"国际组织(?:今日|今天|昨日|\d+日)?(?:在[^，。]{2,6})?(?:正式|宣告|宣布)?成立(?!以来|后|[一二两三四五六七八九十\d]+周?年)"
    r"|\b(?:inaugurated|becomes?|established|founded|launched)\b[^.]{0,60}international organi[sz]ation"
    r"|international organi[sz]ation,? (?:was |is )?(?:officially |formally )?(?:inaugurated|established"
    r"|founded|launched)",
    re.IGNORECASE,
)
_JUST_FOUNDED = re.compile(rf"{_FOUNDING_TOLD.pattern}|国际组织成立(?:大会|仪式)", re.IGNORECASE)
_AT_FOUNDING = frozenset(("sent_letter", "read_letter", "chaired", "spoke"))
_AGO = re.compile(
    r"\b(?P<en>a|one|two|three|four|five|six|seven|eight|nine|ten) years? ago\b|(?P<zh>[一两二三四五六七八九十\d]{1,2})年前",
    re.IGNORECASE,
)
_NUMBERS_EN = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PRESS_TITLE = re.compile(r"(?:新闻发布会|吹风会|记者会)(?!上)")
_PRONOUN = re.compile(r"[他她](?=[^们]{0,16}(?:致辞|致词|演讲|讲话|发言|还|也|主持|表示|介绍|说|指出))")


@dataclass(frozen=True, slots=True)
class _Told:
    """An act with what the article gave before it: its `people`, those `known` by name, the `event` named last.

    `founding`: the body had been founded in a sentence before, or is by the title.
    """

    read: Read
    act: Act
    people: Sequence[Person]
    known: Mapping[str, str | None]
    event: str | None
    founding: bool


def extract(reading: Reading) -> Iterator[Fact]:
    """`person` facts of editions and of the organisation."""
    yield from _joined(_facts(reading))


def _facts(reading: Reading) -> Iterator[Fact]:
    found = [(told, fact) for told in _acts(reading) if (fact := _fact(reading, told))]
    keynotes = {(fact.subject, fact.value) for _, fact in found if fact.role == "keynote"}
    for told, fact in found:
        # A headline says less: Xi addresses conference.
        if not (told.read.heading and fact.role == "spoke" and (fact.subject, fact.value) in keynotes):
            yield fact


def _acts(reading: Reading) -> Iterator[_Told]:
    reads = [read for read in reading.reads if len(read.text) <= _LONGEST_SENTENCE]
    named = [chinese_names.named(read.text) if read.is_chinese else english_names.named(read.text) for read in reads]
    known, known_english = _known(named)
    title = simplified(reading.document.title)
    founding = bool(_FOUNDING_TOLD.search(title))
    event = chinese_roles.event_of(title) or english_roles.event_of(title)
    passed: list[Read] = []
    last: tuple[int, Person] | None = None
    opened: tuple[str, ...] = ()
    before: Read | None = None
    for read, names, at_press in zip(reads, named, _press(reads, title), strict=True):
        people = names.people(known if read.is_chinese else known_english)
        if read.is_chinese:
            if not people and last and last[0] == read.block and (pronoun := _PRONOUN.match(read.text)):
                people = [replace(last[1], start=0, end=pronoun.end())]
            listed = opened if read.kind is BlockKind.ITEM else ()
            acts = list(chinese_roles.acts(read.text, people, press=at_press, listed=listed)) if people else []
            opened = chinese_roles.roles_opened(read.text) or listed
            last = (read.block, people[-1]) if len(people) == 1 else None
        else:
            acts = list(english_roles.acts(read.text, people, press=at_press)) if people else []
        passed.append(read)
        if acts:
            event = _event_of(passed) or event
            passed.clear()
        just = before is not None and before.block == read.block and bool(_JUST_FOUNDED.search(before.text))
        before = read
        for act in acts:
            founding = founding or act.founding
            founded = founding or (just and act.role in _AT_FOUNDING)
            yield _Told(read, act, people, known if read.is_chinese else known_english, event, founded)


def _event_of(reads: Sequence[Read]) -> str | None:
    """The gathering that the last of `reads` to name one speaks of."""
    for read in reversed(reads):
        event = chinese_roles.event_of(read.text) if read.is_chinese else english_roles.event_of(read.text)
        if event:
            return event
    return None


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


def _press(reads: Sequence[Read], title: str) -> Iterator[bool]:
    """For each sentence, whether it reports on a press conference."""
    opens = _opens_with_press(reads, title)
    block = chain = -2
    for read in reads:
        for mention in read.mentions:
            if mention.owner is Owner.PRESS:
                block = chain = read.block
        # In the paragraphs behind the one that names it, officials who introduce still speak there.
        near = chain in (read.block, read.block - 1)
        if not near and not opens:
            yield False
            continue
        introduced = near and _INTRODUCED.search(read.text) and _OFFICIAL.search(read.text)
        if near and _GOES_ON.search(read.text):
            chain = read.block
        yield block == read.block or (bool(opens or introduced) and not _ELSEWHERE.search(read.text))


def _opens_with_press(reads: Sequence[Read], title: str) -> bool:
    """True if the article reports on a press conference: its title or one of its first sentences says so."""
    if _PRESS_TITLE.search(title):
        return True
    opening = [read for read in reads if read.kind is not BlockKind.HEADING][:_OPENING]
    return any(mention.owner is Owner.PRESS for read in opening for mention in read.mentions)


def _fact(reading: Reading, told: _Told) -> Fact | None:
    read, act, known = told.read, told.act, told.known
    if act.role == "briefed" and REGULAR.search(read.text):
        return None
    subject = _subject(reading, told)
    name = act.person.name if read.is_chinese else english_names.full_name(act.person.name, known)
    if subject is None or name is None:
        return None
    title = act.person.title if act.person.full else None
    title = title or known.get(name) or act.person.title
    year = None if subject == ORGANISATION else int(subject.rpartition(":")[2])
    return Fact(
        subject=subject,
        predicate="person",
        value=name,
        title=in_mainland_words(title) if title else None,
        role=act.role,
        event=_event(told) if act.role != "sent_letter" or act.founding else None,
        phase=reading.phase(read, act.at - 1, year) if year and act.role != "briefed" else Phase.REPORTED,
        sources=(reading.cite(read),),
    )


def _event(told: _Told) -> str | None:
    """The gathering of the act, or the one named last if such an act can belong to it."""
    if told.act.event:
        return told.act.event
    if told.act.role == "briefed" and told.event and chinese_roles.is_press(told.event):
        return told.event
    if told.act.role == "briefed":
        return "新闻发布会" if told.read.is_chinese else "press conference"
    return None if told.event and chinese_roles.is_press(told.event) else told.event


def _subject(reading: Reading, told: _Told) -> str | None:
    """The edition spoken of where the act is told, or the body at its founding; None for another meeting."""
    read, act = told.read, told.act
    if act.founding or _of_founding(told):
        return ORGANISATION
    end = max(act.at - 1, act.person.end)
    if Owner.OTHER in (_owner(read, told.people, act.person.end), _owner(read, told.people, end)):
        return None
    if act.role == "briefed" and not any(mark.named and mark.start <= end for mark in read.marks):
        # Asked about next year, he said …: those who brief speak of other years, and brief on their own.
        year = reading.edition or read.edition_at(end)
    else:
        year = _years_ago(reading, read, end) or read.edition_at(end) or reading.edition
    return summit(year) if year else None


def _of_founding(told: _Told) -> bool:
    """True for an act at the founding that the article told of: no edition is named with it, nor another event."""
    if _told_just_before(told):
        return True
    event = told.act.event or told.event
    near = event in _FOUNDING_EVENTS or (event is None and told.act.role != "briefed")
    return told.founding and near and not any(mark.named for mark in told.read.marks)


def _told_just_before(told: _Told) -> bool:
    """国际组织在北京宣告成立，习近平主席致贺信: the sentence itself tells of the founding, and of no edition behind it."""
    if told.act.role not in _AT_FOUNDING or (told.act.event and told.act.event not in _FOUNDING_EVENTS):
        return False
    read = told.read
    tells = _FOUNDING_TOLD.search(read.text, 0, told.act.person.start)
    if not tells:
        return False
    behind = range(tells.end(), max(told.act.at, told.act.person.end))
    return not any(mark.named and mark.start in behind for mark in read.marks) and not any(
        mention.owner is Owner.SUMMIT and mention.start in behind for mention in read.mentions
    )


def _years_ago(reading: Reading, read: Read, end: int) -> int | None:
    """Two years ago Xi spoke at the summit: the edition of that year, where none is named."""
    if "ago" not in read.text and "年前" not in read.text:
        return None
    found = [match for match in _AGO.finditer(read.text) if match.start() < end]
    if not found or any(mark.named for mark in read.marks):
        return None
    word = found[-1]["en"]
    years = max(1, _NUMBERS_EN.index(word.lower())) if word else parse_integer(found[-1]["zh"].replace("两", "二"))
    return reading.document.date.year - years if years else None


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
