"""What a question asks: editions, predicates, kind of question; and every word that was not understood."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from bot.answers.counted import COUNTED_LISTS, NUMBERS
from bot.answers.editions import EditionKind, EditionRef
from bot.answers.interpret.corrections import corrections
from bot.answers.interpret.lexicon import Lexicon, Meaning, Sense, Words
from bot.answers.interpret.reading import in_mainland_words, normalised
from bot.answers.interpret.segments import NO_WORDS, Word, segments
from bot.facts.vocabulary import ValueKind

_SIDE_BY_SIDE = re.compile(r"[、,;&/+]")
_COUNTING = re.compile(r"多少|几|how many")
_ITEMS = re.compile(r"哪(?:些|几|[二三四五六七八九十两]个)|^which")
_ASKING = {"count", "list", "names", "who", "which_body", "when", "where"}
_NUMBERED = (EditionKind.ORDINAL, EditionKind.NTH_YEAR)
_ENGLISH_YES_NO = re.compile(r"(?:did|does|do|is|are|was|were|has|have|had)\b")


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


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The reading of a question, before the sources are consulted.

    `text` is the question normalised and corrected, `words` its pieces, `corrected` what was typed and what it was read as.
    `predicates` are the ids asked for, in the order of the words; `intents` the names of the question words used (see
    `words.yaml`); `roles` and `events` narrow a question about people; `unread` are the pieces that were not
    understood. `is_sound` is False when words were left over or do not go together (a date asked with "where"):
    such a question is not answered as one about values, since its answer would be about something else.
    """

    text: str = ""
    words: tuple[Word, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    editions: tuple[EditionRef, ...] = ()
    predicates: tuple[str, ...] = ()
    intents: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    names_organisation: bool = False
    names_series: bool = False
    names_series_only: bool = False
    names_another_meeting: bool = False
    unread: tuple[str, ...] = ()
    is_sound: bool = True

    @property
    def number(self) -> int | None:
        """The number in the question, None without one or with several."""
        numbers = [word.number.value for word in self.words if word.number]
        return numbers[0] if len(numbers) == 1 else None

    @property
    def asks_existence(self) -> bool:
        """A yes/no question whether there was such a thing."""
        return "exists" in self.intents

    @property
    def is_overview(self) -> bool:
        """Nothing in particular was asked."""
        plain = self.intents <= {"overview"} or ("overview" in self.intents and self.intents <= {"overview", "list"})
        return self.is_sound and not self.predicates and plain

    def named(self, sense: Sense) -> tuple[str, ...]:
        """What the words name in one sense, each once, in order."""
        return _names(self.words, sense)

    def has(self, sense: Sense) -> bool:
        """True when some word has this sense."""
        return any(m.sense is sense for word in self.words for m in word.meanings)

    def rest(self, senses: Container[Sense], intents: Container[str] = ()) -> tuple[Word, ...]:
        """The words that have none of these senses: what a topic has not accounted for. Editions are never among them.

        A question word counts only if it is one of `intents`.
        """
        return tuple(word for word in self.words if not word.edition and not _accounted(word, senses, intents))


def _accounted(word: Word, senses: Container[Sense], intents: Container[str]) -> bool:
    if word.number and Sense.NUMBER in senses:
        return True
    return any(m.name in intents if m.sense is Sense.INTENT else m.sense in senses for m in word.meanings)


def interpret(text: str, today: date, lexicon: Lexicon, names: Words = NO_WORDS) -> Interpretation:
    """Read a question of any length in Chinese, English or both. `today` is the reader's calendar date.

    `names` are the words of the sources; a slip of the keyboard is read as the word that was meant.
    """
    question = normalised(text)
    words = segments(question, lexicon, today, names)
    if _lost(words) and (reworded := in_mainland_words(text)) != question:
        others = segments(reworded, lexicon, today, names)
        if _lost(others) < _lost(words):
            question, words = reworded, others
    corrected: list[tuple[str, str]] = []
    # In a word of two characters a slip is believed only if it explains all that was not understood.
    for shortest, least in ((3, 0), (2, 1)):
        pairs = list(corrections(question, words, (lexicon.vocabulary_words, names), shortest)) if _lost(words) else []
        right = question
        for typed, meant in pairs:
            right = right.replace(typed, meant)
        others = segments(right, lexicon, today, names)
        if pairs and (not least or not _lost(others)):
            question, words = right, others
            corrected += pairs
    return _Reader(words, question, lexicon).read(tuple(corrected))


def _lost(words: Sequence[Word]) -> int:
    """How many characters were not understood."""
    return sum(len(word.text) for word in words if not word.is_known)


def _names(words: Sequence[Word], sense: Sense) -> tuple[str, ...]:
    """What the words name in one sense, each once, in order."""
    return tuple(dict.fromkeys(m.name for word in words for m in _sorted(word) if m.sense is sense))


def _sorted(word: Word) -> list[Meaning]:
    return sorted(word.meanings, key=lambda meaning: (meaning.sense, meaning.name))


class _Reader:
    """Puts the senses of all words together. Used for one question."""

    def __init__(self, words: Sequence[Word], question: str, lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self._question = question
        conjunctions = any(m.sense is Sense.CONJUNCTION for word in words for m in word.meanings)
        self._has_and = conjunctions or _SIDE_BY_SIDE.search(question) is not None
        intents = set(_names(words, Sense.INTENT))
        if _ENGLISH_YES_NO.match(question) and not intents & _ASKING:
            intents.add("yes_no")
        if "yes_no" in intents and "have" in intents:
            intents.add("exists")
        if intents & _ASKING:
            intents.discard("exists")
        self._intents = frozenset(intents - {"have"})
        self._programmes = _names(words, Sense.PROGRAMME)

    def read(self, corrected: tuple[tuple[str, str], ...] = ()) -> Interpretation:
        editions = tuple(dict.fromkeys(word.edition for word in self._words if word.edition))
        unread = tuple(word.text for word in self._words if not word.is_known)
        roles, events = self._roles(), self._events()
        people = "who" in self._intents
        predicates = self._predicates(people)
        organisation = bool(_names(self._words, Sense.ORGANISATION))
        return Interpretation(
            text=self._question,
            words=tuple(self._words),
            corrected=corrected,
            editions=editions,
            predicates=predicates,
            intents=self._intents,
            roles=roles,
            events=events,
            programmes=self._programmes,
            names_organisation=organisation,
            names_series=bool(_names(self._words, Sense.SERIES)),
            names_series_only=any(m.sense is Sense.ONLY_SERIES for word in self._words for m in word.meanings),
            names_another_meeting=bool(_names(self._words, Sense.OTHER_MEETING)),
            unread=unread,
            is_sound=not unread
            and self._is_about_values()
            and self._fits(predicates, organisation, editions)
            and self._every_word_counts(predicates),
        )

    def _is_about_values(self) -> bool:
        """True when every word has a sense that a plain question about values can use."""
        known = {*self._lexicon.intents} - _TOPIC_INTENTS
        senses = set(_VALUE_SENSES)
        if "read_letter" in self._roles():
            # 谁宣读了习近平的贺信: whose letter it was.
            senses.add(Sense.PERSON)
        if self._asks_for_items() or self._intents & {"list", "names"}:
            senses.add(Sense.NUMBER)
        return all(word.edition or _accounted(word, senses, known) for word in self._words)

    def _roles(self) -> frozenset[str]:
        roles = frozenset(role for name in _names(self._words, Sense.ROLE) for role in self._lexicon.roles[name])
        # 谁念的贺信: the letter is what was read.
        return roles - {"sent_letter"} if "read_letter" in roles and len(roles) == 2 else roles

    def _events(self) -> tuple[str, ...]:
        return _names(self._words, Sense.EVENT)

    def _predicates(self, people: bool) -> tuple[str, ...]:
        """The predicates asked for; a question word alone asks for its default."""
        nouns = self._nouns()
        for intent in ("who", "which_body"):
            winners = [self._rule(intent, "of_programme").get(p) for p in self._programmes if intent in self._intents]
            if any(winners) and all(self._lexicon.programme_of(noun) in self._programmes for noun in nouns):
                return tuple(winner for winner in winners if winner)
        if people:
            # "Who spoke at the press conference": the occasion is no predicate then, nor is what was done there.
            occasion = {m.name for w in self._words if self._is_person_word(w) for m in w.meanings}
            bodies = [noun for noun in nouns if noun not in occasion and noun != "person"]
            return tuple(self._scoped(bodies)) if bodies else ("person",)
        verbs = [self._lexicon.verbs[name] for name in _names(self._words, Sense.VERB)]
        scope = [verb.programme for verb in verbs if verb.programme]
        nouns = [next((verb.asks for verb in verbs if verb.replaces == noun), noun) for noun in nouns]
        found = self._scoped(self._counted_nouns(nouns), scope)
        if not found:
            found = [verb.asks for verb in verbs]
        nothing = not found
        for intent in sorted(self._intents):
            beside = self._rule(intent, "beside")
            if nothing or (beside and set(nouns) <= set(beside)):
                found = [*found, *self._rule(intent, "default")]
        return tuple(dict.fromkeys(self._counted(found)))

    def _nouns(self) -> list[str]:
        """The predicates named; of a word with several the one of a programme that was named, else none of a programme."""
        programme_of = self._lexicon.programme_of
        spoken_of = {*self._programmes}
        for word in self._words:
            # 案例覆盖哪些领域: a noun that belongs to one programme only says which one is meant.
            kinds = {programme_of(m.name) for m in word.meanings if m.sense is Sense.PREDICATE}
            spoken_of |= kinds if len(kinds) == 1 else set()
        found: list[str] = []
        for word in self._words:
            names = [m.name for m in _sorted(word) if m.sense is Sense.PREDICATE]
            own = [name for name in names if programme_of(name) in spoken_of and programme_of(name)]
            found += own or [name for name in names if not programme_of(name)] or names
        if "new_feature" in found and "contest" not in self._programmes:
            # 新设了哪些项目: the projects are those that are new.
            found = [noun for noun in found if noun != "contest_projects"]
        # 精品案例涉及哪些领域: the name of the programme is no second noun beside one of its own.
        alone = {
            m.name for w in self._words if self._names_programme(w) for m in w.meanings if m.sense is Sense.PREDICATE
        }
        others = [noun for noun in found if noun not in alone]
        return list(dict.fromkeys(others or found))

    def _names_programme(self, word: Word) -> bool:
        return any(meaning.sense is Sense.PROGRAMME for meaning in word.meanings)

    def _counted_nouns(self, nouns: Sequence[str]) -> Sequence[str]:
        """Of "how many countries did the guests come from" the countries: the nouns that a count is asked of."""
        if self._has_and or len(nouns) < 2:
            return nouns
        counted = []
        after_count = False
        for word in self._words:
            names = [m.name for m in _sorted(word) if m.sense is Sense.PREDICATE]
            if names and (after_count or _COUNTING.match(word.text)):
                counted += names
            filler = any(m.sense is Sense.FILLER for m in word.meanings)
            after_count = Meaning(Sense.INTENT, "count") in word.meanings or (after_count and filler)
        return [noun for noun in nouns if noun in counted] or nouns

    def _is_person_word(self, word: Word) -> bool:
        return any(meaning.sense in (Sense.ROLE, Sense.EVENT) for meaning in word.meanings)

    def _scoped(self, nouns: Sequence[str], scope: Sequence[str] = ()) -> list[str]:
        """Nouns of the programme that was named: "countries" at the expo are the expo's."""
        programmes = (*self._programmes, *scope)
        scoped = []
        for noun in nouns:
            candidates = [f"{self._lexicon.programme_prefixes[kind]}{noun}" for kind in programmes]
            own = next((each for each in candidates if each in self._lexicon.vocabulary.predicates), None)
            scoped.append(own or noun)
        # "Light of Internet Expo exhibitors": the programme's own noun stands beside a general one that means it.
        return list(dict.fromkeys(scoped))

    def _counted(self, predicates: Sequence[str]) -> list[str]:
        """Between a stated number and the list it counts, the one the question word asks for."""
        counts, names = "count" in self._intents, bool(self._intents & {"list", "names", "who", "which_body"})
        chosen = []
        for predicate in predicates:
            if names and not counts:
                predicate = COUNTED_LISTS.get(predicate, predicate)
            elif counts and not names:
                predicate = NUMBERS.get(predicate, predicate)
            chosen.append(predicate)
        return chosen

    def _rule(self, intent: str, name: str) -> Any:
        """What `words.yaml` says of a question word under `name`; empty if nothing."""
        return self._lexicon.intents.get(intent, {}).get(name, {} if name == "of_programme" else ())

    def _every_word_counts(self, predicates: Sequence[str]) -> bool:
        """False when a word would have to be passed over: an occasion or a deed in a question that is not about people,
        a part of the summit beside a figure of the whole."""
        if tuple(predicates) == ("person",):
            return True
        narrowing = {Sense.ROLE, Sense.EVENT}
        if any({meaning.sense for meaning in word.meanings} <= narrowing for word in self._words if word.meanings):
            return False
        if self._has_and:
            return True
        verbs = [self._lexicon.verbs[name] for name in _names(self._words, Sense.VERB)]
        scope = [*self._programmes, *(verb.programme for verb in verbs if verb.programme)]
        nouns = self._scoped(self._nouns(), scope)
        # "Took part" says who came only where no programme was named, and 来 says it only with guests or countries.
        plain = [] if scope or all(self._is_filler(word) for word in self._words_of(Sense.VERB)) else verbs
        asked = {*self._counted(nouns), *(verb.asks for verb in plain if not verb.programme and nouns)}
        return self._lexicon.go_together(asked)

    def _asks_for_items(self) -> bool:
        """哪些 and "which", as against 什么."""
        wanted = Meaning(Sense.INTENT, "list")
        return any(wanted in word.meanings and _ITEMS.search(word.text) for word in self._words)

    def _words_of(self, sense: Sense) -> list[Word]:
        return [word for word in self._words if any(m.sense is sense for m in word.meanings)]

    def _is_filler(self, word: Word) -> bool:
        return any(meaning.sense is Sense.FILLER for meaning in word.meanings)

    def _fits(self, predicates: Sequence[str], organisation: bool, editions: Sequence[EditionRef]) -> bool:
        """True when all that was understood can be one question."""
        has_edition = bool(editions)
        if _names(self._words, Sense.OTHER_MEETING) or not self._same_programme(predicates):
            return False
        if self._programmes and (not predicates or self._numbers_a_programme()):
            return False
        if predicates == ("person",) and not (has_edition or self._roles() or self._events()):
            return False
        if not has_edition and _names(self._words, Sense.PLACE) and predicates != ("permanent_site",):
            # When the town was founded, and where it lies, is not what the articles are about.
            return False
        vocabulary = self._lexicon.vocabulary
        if organisation and any(
            vocabulary[p].subject not in ("organisation", "series") and p != "person" for p in predicates
        ):
            return False
        if "which_edition" in self._intents and ((predicates and predicates != ("ordinal",)) or not has_edition):
            return False
        if (
            self._asks_for_items()
            and len(predicates) == 1
            and any(vocabulary[p].kind is ValueKind.COUNT and p not in COUNTED_LISTS for p in predicates[:1])
        ):
            # 来自哪些国家: their number is no answer.
            return False
        if "which_year" in self._intents and not self._fits_which_year(predicates, has_edition):
            return False
        if "yes_no" in self._intents and "exists" not in self._intents:
            return False
        return all(self._answers(intent, predicates) for intent in self._intents)

    def _numbers_a_programme(self) -> bool:
        """第五届博览会: an expo or a contest has ordinals of its own. 第五届的博览会 is that of the summit's fifth edition."""
        return any(
            word.edition is not None and word.edition.kind in _NUMBERED and self._names_programme(following)
            for word, following in pairwise(self._words)
        )

    def _fits_which_year(self, predicates: Sequence[str], has_edition: bool) -> bool:
        """哪一年 asks for the edition that was named otherwise, or the year of a date."""
        dated = predicates and all(self._lexicon.vocabulary[p].kind is ValueKind.DATE for p in predicates)
        return bool(dated) or (has_edition and set(predicates) <= {"ordinal"})

    def _same_programme(self, predicates: Sequence[str]) -> bool:
        """False when a programme was named and something else's figure was found."""
        if not self._programmes:
            return True
        return all(self._lexicon.programme_of(predicate) in self._programmes for predicate in predicates)

    def _answers(self, intent: str, predicates: Sequence[str]) -> bool:
        """True when one of the predicates has the kind of value that the question word wants."""
        kinds, ids = self._rule(intent, "fits_kind"), self._rule(intent, "fits")
        if not kinds and not ids:
            return True
        vocabulary = self._lexicon.vocabulary
        for predicate in predicates:
            entry = vocabulary[predicate]
            is_list = entry.many and entry.kind is ValueKind.TEXT
            if predicate in ids or entry.kind in kinds or (is_list and intent in ("count", "names")):
                return True
        return False
