"""What the sources name, as words of a question: people and their offices, bodies and items of lists, terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.interpret.lexicon import Lexicon, Meaning, Sense, Words
from bot.answers.interpret.reading import normalised
from bot.facts.fact import Fact, GlossaryItem
from bot.facts.vocabulary import ValueKind, Vocabulary
from bot.knowledge.names import Names
from bot.knowledge.snapshot import Snapshot

_QUOTES = str.maketrans("", "", "“”\"'‘’《》「」『』")
_BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]")
# What stands behind the name by which a company or a forum is known.
_COMPANY = re.compile(r"(?:股份|集团)?(?:有限(?:责任)?公司|集团)$")
_FORUM = re.compile(r"(?:分?论坛|研讨会|\s+forum)$")
_OFFICE_WORDS = re.compile("部部长")
_TWICE = re.compile(r"([省市县区镇])\1(?=长$)")
_REGION = re.compile(r"^(?:中共|中国)?(.{2,8}?(?:省|市|县|区))委?")
# Not the office itself: 副秘书长 is no 秘书长.
_LESSER = re.compile(r"(?:副|原|前|前任|常务|助理|代|名誉)$")
_MIN_OFFICE = 2
_MIN_NAME = 2
_FEWEST_INITIALS = 3
# Of 海伦·布朗特 people say 布朗特.
_SHORTEST_PART = 3
# English offices that stand before a surname.
_RANKS = re.compile(r"\b(?:president|minister|governor|secretary-general|director|professor)\b")
# How long the surname of a name of so many characters may be.
_SURNAMES: Mapping[int, Sequence[int]] = {3: (1, 2), 4: (2,)}


@dataclass(frozen=True, eq=False)
class Named:
    """The words, and what each of them names, by the spelling of `normalised`.

    `people` are facts by the person's name as printed, the Chinese one where it is known; `titles` and `items` facts by the spelling; `terms` the
    explanations.
    """

    words: Words
    people: Mapping[str, tuple[Fact, ...]]
    titles: Mapping[str, tuple[Fact, ...]]
    items: Mapping[str, tuple[Fact, ...]]
    terms: Mapping[str, tuple[GlossaryItem, ...]]


def named(snapshot: Snapshot, lexicon: Lexicon, names: Names) -> Named:
    """Everything named in `snapshot`. Work grows with it: make it once a snapshot."""
    words: dict[str, set[Meaning]] = {}
    people: dict[str, list[Fact]] = {}
    titles: dict[str, list[Fact]] = {}
    items: dict[str, list[Fact]] = {}
    terms: dict[str, list[GlossaryItem]] = {}
    aliases = tuple(map(normalised, lexicon.series_aliases))
    for fact in snapshot.facts:
        if fact.predicate == "person":
            name = names.chinese(str(fact.value)) or str(fact.value)
            people.setdefault(name, []).append(fact)
            for spelling in _spellings_of_person(name, fact.title or "", names):
                words.setdefault(spelling, set()).add(Meaning(Sense.PERSON, name))
            for spelling in _in_short(_offices(fact.title or "", names), lexicon.offices):
                titles.setdefault(spelling, []).append(fact)
        elif _is_item(fact, lexicon.vocabulary):
            for spelling in _spellings(fact, names, aliases):
                items.setdefault(spelling, []).append(fact)
    for item in snapshot.glossary:
        for spelling in _spellings_of_term(item, lexicon.term_endings):
            terms.setdefault(spelling, []).append(item)
    for sense, spellings in ((Sense.TITLE, titles), (Sense.ITEM, items), (Sense.TERM, terms)):
        for spelling in spellings:
            words.setdefault(spelling, set()).add(Meaning(sense, spelling))
    return Named(
        Words({spelling: frozenset(meanings) for spelling, meanings in words.items()}),
        _frozen(people),
        _frozen(titles),
        _frozen(items),
        {spelling: tuple(found) for spelling, found in terms.items()},
    )


def short_forms(text: str) -> Iterator[str]:
    """A normalised name as people say it: without quotes, brackets, the form of a company, a region before it."""
    plain = text.translate(_QUOTES).strip()
    yield plain
    yield from _BRACKETS.findall(plain)
    outer = _BRACKETS.sub("", plain).strip()
    yield outer
    company = _COMPANY.sub("", outer)
    yield company
    yield re.sub(r"^\w{2,3}[省市]", "", company)


def _spellings_of_term(item: GlossaryItem, endings: Sequence[str]) -> set[str]:
    """Both names, with blanks for hyphens, without what kind of thing it is, and in initials: MITM."""
    found = set()
    both = [normalised(term) for term in (item.term_zh, item.term_en) if term]
    for term in filter(None, (item.term_zh, item.term_en)):
        for spelling in (normalised(term), normalised(term).replace("-", " ")):
            shorter = [spelling.removesuffix(end).strip() for end in endings if spelling.endswith(end)]
            found |= {spelling, *(short for short in shorter if len(short) >= _MIN_NAME)}
            for words in (spelling.split(), *(short.split() for short in shorter)):
                if len(words) >= _FEWEST_INITIALS and all(word.isascii() for word in words):
                    initials = "".join(word[0] for word in words)
                    # MITM attack, MITM攻击: what kind of thing it is may stand behind the initials.
                    kinds = {end for name in both for end in endings if name.endswith(end)}
                    found |= {initials, *(f"{initials} {end}" if end.isascii() else initials + end for end in kinds)}
    return found


def _is_item(fact: Fact, vocabulary: Vocabulary) -> bool:
    entry = vocabulary.predicates.get(fact.predicate)
    return (
        entry is not None
        and entry.kind is ValueKind.TEXT
        and isinstance(fact.value, str)
        and fact.predicate not in ("focus", "mission", "theme", "plan", "mode", "expo_mode", "venue", "headquarters")
        and fact.subject != "series"
    )


def _spellings_of_person(name: str, title: str, names: Names) -> Iterator[str]:
    """The whole name in both languages, without its dot, and the surname with the office: 习主席, minister asante."""
    for other in dict.fromkeys(filter(None, (name, names.english(name), names.chinese(name)))):
        full = normalised(other)
        yield full
        if "·" in full:
            yield full.replace("·", "")
            yield from (part for part in full.split("·") if len(part) >= _SHORTEST_PART)
        if full.isascii():
            surnames = {full.split()[0], full.split()[-1]} if " " in full else set()
            yield from (f"{office} {surname}" for office in _RANKS.findall(normalised(title)) for surname in surnames)
        elif "·" not in full:
            lengths = _SURNAMES.get(len(full), (1,))
            yield from (full[:length] + office for office in _bare_offices(title) for length in lengths)


def _bare_offices(title: str) -> set[str]:
    """The offices of a title without whose they are."""
    pieces = [normalised(piece) for piece in re.split("[、，,]", title)]
    return {
        office
        for piece in pieces
        for office in (*_BARE, *_LONGER)
        if piece.endswith(office) and not _LESSER.search(piece[: -len(office)])
    }


def _spellings(fact: Fact, names: Names, aliases: Iterable[str]) -> set[str]:
    value = str(fact.value)
    found: set[str] = set()
    for printed in filter(None, (value, names.english(value), names.translation(value), names.chinese(value))):
        for form in short_forms(normalised(printed)):
            found.add(form)
            for alias in aliases:
                if form.startswith(alias):
                    found.add(form.removeprefix(alias).strip())
    if fact.predicate == "forum":
        found |= {_FORUM.sub("", form) for form in found}
    return {form for form in found if len(form) >= _MIN_NAME and not form.isdecimal()}


def _offices(title: str, names: Names) -> set[str]:
    """Spellings of each office of a title, from the whole down to the bare word: 浙江省桐乡市委书记 to 书记."""
    found: set[str] = set()
    pieces = [normalised(piece) for piece in re.split("[、，,]", title) if piece]
    first = _REGION.match(pieces[0]) if pieces else None
    for number, piece in enumerate(pieces):
        forms = [piece]
        if number and first:
            bare = piece.removeprefix(first[1][-1])
            forms += [first[1] + piece, first[0].removeprefix("中共") + piece, first[1] + bare]
        for form in forms:
            found |= set(_suffixes(form))
    english = [name for piece in title.split("、") if (name := names.english(piece))]
    found |= {normalised(name) for name in (*english, ", ".join(english)) if name}
    found |= {_OFFICE_WORDS.sub("部长", form) for form in found}
    # 嘉兴市长: of two like letters people say one.
    return found | {_TWICE.sub(r"\1", form) for form in found}


def _in_short(spellings: Iterable[str], offices: Iterable[Sequence[str]]) -> set[str]:
    """With what people say for long names of bodies: 网信办主任."""
    found = set(spellings)
    for group in offices:
        for spelling in tuple(found):
            for said in group:
                if said in spelling:
                    found |= {spelling.replace(said, other) for other in group}
    return found


def _suffixes(office: str) -> Iterator[str]:
    if office.isascii():
        yield office
        return
    for start in range(len(office) - _MIN_OFFICE + 1):
        rest = office[start:]
        if not _LESSER.search(office[:start]) and (start == 0 or len(rest) > _MIN_OFFICE or rest in _BARE):
            yield rest


# Longer ones that stand behind a surname.
_LONGER = ("秘书长", "理事长", "总书记", "董事长")
# Two-character offices that a person is asked for by; other endings of two characters are no office.
_BARE = frozenset(
    [
        "书记",
        "省长",
        "市长",
        "镇长",
        "主席",
        "部长",
        "主任",
        "会长",
        "总理",
        "总统",
        "院长",
        "校长",
        "区长",
        "县长",
        "局长",
        "司长",
        "总裁",
    ]
)


def _frozen(found: Mapping[str, list[Fact]]) -> Mapping[str, tuple[Fact, ...]]:
    return {key: tuple(facts) for key, facts in found.items()}
