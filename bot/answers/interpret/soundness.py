"""Whether what was understood of a question is one question about values, with no word passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.counted import COUNTED_LISTS
from bot.answers.editions import EditionKind, EditionRef
from bot.answers.interpret.interpretation import accounted, names_of
from bot.answers.interpret.lexicon import Lexicon, Meaning, Sense
from bot.answers.interpret.segments import Word
from bot.facts.vocabulary import ValueKind

_ITEMS = re.compile(r"哪(?:些|几|[二三四五六七八九十两]个)|^which")
_NUMBERED = (EditionKind.ORDINAL, EditionKind.NTH_YEAR)

# What a plain question about values may consist of; other senses belong to topics that know what to do with them.
_VALUE_SENSES = frozenset(
    {
        Sense.PREDICATE,
        Sense.VERB,
        Sense.PROGRAMME,
        Sense.SERIES,
        Sense.ONLY_SERIES,
        Sense.ORGANISATION,
        Sense.PLACE,
        Sense.ROLE,
        Sense.EVENT,
        Sense.CONJUNCTION,
        Sense.FILLER,
        Sense.FOLLOW_UP,
        Sense.EVERY_EDITION,
        Sense.OTHER_MEETING,
        Sense.UNIT,
        Sense.REGION,
    }
)
_TOPIC_INTENTS = frozenset(
    {
        "why",
        "for_whom",
        "define",
        "in_english",
        "what_happened",
        "how_many_editions",
        "title",
        "deeds",
        "said",
        "author",
        "publisher",
    }
)


# What an occasion may be named for: its sentence says where it was released.
RELEASED_THERE = ("outcome_document",)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the reader found in the words: `asked` are the predicates that the nouns and verbs speak of, `predicates` those
    that the question asks for."""

    words: Sequence[Word]
    lexicon: Lexicon
    intents: frozenset[str]
    programmes: tuple[str, ...]
    roles: frozenset[str]
    events: tuple[str, ...]
    editions: Sequence[EditionRef]
    predicates: Sequence[str]
    asked: frozenset[str]
    names_organisation: bool
    has_and: bool

    def names(self, sense: Sense) -> tuple[str, ...]:
        """What the words name in one sense."""
        return names_of(self.words, sense)


def is_sound(parts: Parts) -> bool:
    """True if every word was understood, has a part in the question, and all of them go together."""
    understood = all(word.is_known for word in parts.words)
    return (
        understood
        and _is_about_values(parts)
        and _fits(parts)
        and _every_word_counts(parts)
        and _counts_what_is_asked(parts)
    )


def _is_about_values(parts: Parts) -> bool:
    """True when every word has a sense that a plain question about values can use."""
    known = {*parts.lexicon.intents} - _TOPIC_INTENTS
    senses = set(_VALUE_SENSES)
    if "read_letter" in parts.roles:
        # 谁宣读了习近平的贺信: whose letter it was.
        senses.add(Sense.PERSON)
    if _asks_for_items(parts) or parts.intents & {"list", "names", "which_body"} or _counts_its_list(parts):
        senses.add(Sense.NUMBER)
    if not any(word.number for word in parts.words):
        # "Under what theme", 达到多少: a limit only beside a number.
        senses.add(Sense.LIMIT)
    if tuple(parts.predicates) == ("new_feature",):
        # 和往年比有什么新的: what is new is so beside what was before.
        senses |= {Sense.BEFORE, Sense.COMPARISON}
    if _is_everyone(parts):
        senses.add(Sense.MODE)
    return all(word.edition or accounted(word, senses, known) for word in parts.words)


def _is_everyone(parts: Parts) -> bool:
    """线上线下加起来: guests who came and those on the screen are all that a figure of guests counts."""
    modes = set(parts.names(Sense.MODE))
    return set(parts.predicates) <= {"guests", "countries"} and (
        modes == {"hybrid"} or modes >= {"online", "in_person"}
    )


def _counts_its_list(parts: Parts) -> bool:
    """三大板块: a number before a list, which must have so many items."""
    return len(parts.predicates) == 1 and parts.lexicon.is_list(parts.predicates[0])


def _asks_for_items(parts: Parts) -> bool:
    """哪些 and "which", as against 什么."""
    wanted = Meaning(Sense.INTENT, "list")
    if any(wanted in word.meanings and _ITEMS.search(word.text) for word in parts.words):
        return True
    # "What cases were selected", as against "what was the attendance".
    return any(word.text == "what" and _is(following, Sense.PREDICATE) for word, following in pairwise(parts.words))


def _every_word_counts(parts: Parts) -> bool:
    """False when a word would have to be passed over: an occasion or a deed in a question that is not about people,
    a part of the summit beside a figure of the whole."""
    if tuple(parts.predicates) == ("person",):
        return True
    if any(_narrows(word, parts) for word in parts.words if word.meanings):
        return False
    return parts.has_and or parts.lexicon.go_together(parts.asked)


def _counts_what_is_asked(parts: Parts) -> bool:
    """False where a count is asked of another noun: 多少家单位 of the cases, 多少人 of those who won."""
    count = Meaning(Sense.INTENT, "count")
    for n, word in enumerate(parts.words):
        if count not in word.meanings:
            continue
        behind = list(parts.words[n + 1 : n + 3])
        if behind and _is(behind[0], Sense.UNIT):
            asks = {m.name for m in behind.pop(0).meanings if m.sense is Sense.UNIT and m.name}
            if asks and parts.predicates and not asks & set(parts.predicates):
                return False
        if behind and _is(behind[0], Sense.COUNTED) and not set(parts.predicates) <= parts.lexicon.counted_by:
            return False
    return True


def _is(word: Word, sense: Sense) -> bool:
    return any(meaning.sense is sense for meaning in word.meanings)


def _narrows(word: Word, parts: Parts) -> bool:
    """An occasion, or what somebody did there. That people attended is said of everyone who is counted."""
    senses = {meaning.sense for meaning in word.meanings}
    if not senses <= {Sense.ROLE, Sense.EVENT}:
        return False
    if senses == {Sense.EVENT} and tuple(parts.predicates) == RELEASED_THERE:
        return False
    counted = parts.predicates and all(parts.lexicon.vocabulary[p].kind is ValueKind.COUNT for p in parts.predicates)
    attending = any("attended" in parts.lexicon.roles.get(m.name, ()) for m in word.meanings if m.sense is Sense.ROLE)
    return not (counted and attending)


def _fits(parts: Parts) -> bool:
    """True when all that was understood can be one question."""
    vocabulary, predicates = parts.lexicon.vocabulary, parts.predicates
    if parts.names(Sense.OTHER_MEETING) or not _same_programme(parts):
        return False
    if parts.programmes and (not predicates or numbers_a_programme(parts.words)):
        return False
    if predicates == ("person",) and not (parts.editions or parts.roles or parts.events):
        return False
    if not parts.editions and parts.names(Sense.PLACE) and predicates != ("permanent_site",):
        # When the town was founded, and where it lies, is not what the articles are about.
        return False
    if parts.names_organisation and any(
        vocabulary[p].subject not in ("organisation", "series") and p != "person" for p in predicates
    ):
        return False
    if "which_edition" in parts.intents and ((predicates and predicates != ("ordinal",)) or not parts.editions):
        return False
    if (
        _asks_for_items(parts)
        and len(predicates) == 1
        and any(vocabulary[p].kind is ValueKind.COUNT and p not in COUNTED_LISTS for p in predicates[:1])
    ):
        # 来自哪些国家: their number is no answer.
        return False
    if "which_year" in parts.intents and not _fits_which_year(parts):
        return False
    if "yes_no" in parts.intents and "exists" not in parts.intents:
        return False
    return all(_answers(intent, parts) for intent in parts.intents)


def numbers_a_programme(words: Sequence[Word]) -> bool:
    """第五届博览会: an expo or a contest has ordinals of its own. 第五届的博览会 is that of the summit's fifth edition."""
    return any(
        word.edition is not None
        and word.edition.kind in _NUMBERED
        and any(meaning.sense is Sense.PROGRAMME for meaning in following.meanings)
        for word, following in pairwise(words)
    )


def _fits_which_year(parts: Parts) -> bool:
    """哪一年 asks for the edition that was named otherwise, or the year of a date."""
    vocabulary = parts.lexicon.vocabulary
    dated = parts.predicates and all(vocabulary[p].kind is ValueKind.DATE for p in parts.predicates)
    return bool(dated) or (bool(parts.editions) and set(parts.predicates) <= {"ordinal"})


def _same_programme(parts: Parts) -> bool:
    """False when a programme was named and something else's figure was found."""
    if not parts.programmes:
        return True
    return all(parts.lexicon.programme_of(predicate) in parts.programmes for predicate in parts.predicates)


def _answers(intent: str, parts: Parts) -> bool:
    """True when one of the predicates has the kind of value that the question word wants."""
    rule = parts.lexicon.intents.get(intent, {})
    kinds, ids = rule.get("fits_kind", ()), rule.get("fits", ())
    if not kinds and not ids:
        return True
    for predicate in parts.predicates:
        is_list = parts.lexicon.is_list(predicate)
        kind = parts.lexicon.vocabulary[predicate].kind
        if predicate in ids or kind in kinds or (is_list and intent in ("count", "names")):
            return True
    return False
