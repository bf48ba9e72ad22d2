"""The senses of all words put together: the predicates a question asks for, and whether its words make one question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bot.answers.counted import COUNTED_LISTS, NUMBERS
from bot.answers.editions import EditionRef
from bot.answers.interpret.interpretation import Interpretation, names_of, ordered
from bot.answers.interpret.lexicon import Lexicon, Meaning, Sense, Verb
from bot.answers.interpret.segments import Word
from bot.answers.interpret.soundness import Parts, is_sound

_SIDE_BY_SIDE = re.compile(r"[、,;&/+]")
_COUNTING = re.compile(r"多少|几(?![月号日])|how many")
_ASKING = {"count", "list", "names", "who", "which_body", "when", "where"}
_BODIES = ("organizer", "host", "co_organizer", "supporter")
_CHOICE = re.compile(r"\bor\b|还是")
_ENGLISH_YES_NO = re.compile(r"(?:\d{4}\s+)?(?:did|does|do|is|are|was|were|has|have|had)\b")


class Reader:
    """Puts the senses of all words together. Used for one question."""

    def __init__(self, words: Sequence[Word], question: str, lexicon: Lexicon) -> None:
        self._words = words = _as_corrected(words)
        self._lexicon = lexicon
        self._question = question
        conjunctions = any(m.sense is Sense.CONJUNCTION for word in words for m in word.meanings)
        self._has_and = conjunctions or _SIDE_BY_SIDE.search(question) is not None or _asks_twice(words)
        self._has_and |= any(_is_body(one) and _is_body(other) for one, other in pairwise(words))
        intents = set(names_of(words, Sense.INTENT))
        if _ENGLISH_YES_NO.match(question) and not intents & _ASKING:
            intents.add("yes_no")
        if any(_CHOICE.search(word.text) and _has(word, Sense.PREDICATE) for word in words):
            # "Was it online or offline" leaves the choice, and asks for no yes.
            intents = (intents - {"yes_no"}) | {"list"}
        if lexicon.request.search(question) and any(_has(word, Sense.PREDICATE) for word in words):
            intents.discard("yes_no")
        if "yes_no" in intents and "have" in intents:
            intents.add("exists")
        if intents & _ASKING:
            intents.discard("exists")
        self._intents = frozenset(intents - {"have"})
        self._programmes = names_of(words, Sense.PROGRAMME)

    def read(self, corrected: tuple[tuple[str, str], ...] = ()) -> Interpretation:
        editions = tuple(dict.fromkeys(word.edition for word in self._words if word.edition))
        unread = tuple(word.text for word in self._words if not word.is_known)
        roles, events = self._roles(), self._events()
        people = "who" in self._intents
        predicates = self._predicates(people)
        is_founding = self._is_founding(predicates, editions)
        if is_founding:
            predicates = ("founded",)
        organisation = bool(names_of(self._words, Sense.ORGANISATION))
        parts = Parts(
            words=self._words,
            lexicon=self._lexicon,
            intents=self._intents,
            programmes=self._programmes,
            roles=roles,
            events=events,
            editions=editions,
            predicates=predicates,
            asked=self._asked(),
            names_organisation=organisation,
            has_and=self._has_and,
        )
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
            names_series=bool(names_of(self._words, Sense.SERIES)),
            names_series_only=is_founding
            or any(m.sense is Sense.ONLY_SERIES for word in self._words for m in word.meanings),
            names_another_meeting=bool(names_of(self._words, Sense.OTHER_MEETING)),
            unread=unread,
            is_sound=is_sound(parts) and self._verbs_agree(predicates),
        )

    def _is_founding(self, predicates: Sequence[str], editions: Sequence[EditionRef]) -> bool:
        """In which year the conference started: of no edition it is the beginning of the series."""
        is_start = bool(predicates) and set(predicates) <= {"start_date", "opening_date"}
        return is_start and not editions and "which_year" in self._intents and bool(names_of(self._words, Sense.SERIES))

    def _roles(self) -> frozenset[str]:
        roles = frozenset(role for name in names_of(self._words, Sense.ROLE) for role in self._lexicon.roles[name])
        # 谁念的贺信: the letter is what was read.
        return roles - {"sent_letter"} if "read_letter" in roles and len(roles) == 2 else roles

    def _events(self) -> tuple[str, ...]:
        return names_of(self._words, Sense.EVENT)

    def _predicates(self, people: bool) -> tuple[str, ...]:
        """The predicates asked for; a question word alone asks for its default."""
        nouns = self._nouns()
        for intent in ("who", "which_body"):
            winners = [self._rule(intent, "of_programme").get(p) for p in self._programmes if intent in self._intents]
            if any(winners) and all(self._lexicon.programme_of(noun) in self._programmes for noun in nouns):
                return tuple(winner for winner in winners if winner)
        if "count" in self._intents and not nouns:
            # 领先科技奖几项: the programme alone says what is counted.
            nouns = [counted for p in self._programmes if (counted := self._rule("count", "of_programme").get(p))]
        if "list" in self._intents and any(word.edition for word in self._words):
            # What was set up at an edition is what was new.
            nouns = ["new_feature" if noun == "founded" else noun for noun in nouns]
        for intent in self._intents:
            if not self._roles():
                nouns = [self._lexicon.instead.get(intent, {}).get(noun, noun) for noun in nouns]
        if people:
            # "Who spoke at the press conference": the occasion is no predicate then, nor is what was done there.
            occasion = {m.name for w in self._words if self._is_person_word(w) for m in w.meanings}
            bodies = [noun for noun in nouns if noun not in occasion and noun != "person"]
            return tuple(self._scoped(bodies)) if bodies else ("person",)
        verbs = self._verbs()
        scope = [verb.programme for verb in verbs if verb.programme]
        if len(own := {verb.asks: verb for verb in verbs if verb.programme}) > 1 and _asks_with_verbs(self._words):
            # 报了多少，挑了几个: each verb has a count of its own.
            return tuple(own)
        nouns = [next((verb.asks for verb in verbs if verb.replaces == noun), noun) for noun in nouns]
        found = self._scoped(self._counted_nouns(nouns), scope)
        if not found:
            found = [verb.asks for verb in verbs]
        elif self._has_and and len(_COUNTING.findall(self._question)) > 1:
            # 多少家参展，来自几个国家: a verb with a count of its own.
            found = [*(v.asks for v in verbs if v.programme and v.asks not in found), *found]
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
        outright: list[str] = []
        for word in self._words:
            names = [m.name for m in ordered(word) if m.sense is Sense.PREDICATE]
            own = [name for name in names if programme_of(name) in spoken_of and programme_of(name)]
            named = own or [name for name in names if not programme_of(name)] or names
            found += named
            # 精品案例涉及哪些领域: the name of the programme is no second noun beside one of its own, nor is a word
            # that may mean nothing ("the 2022 edition").
            outright += [] if self._names_programme(word) or self._is_filler(word) else named
        if "new_feature" in found and "contest" not in self._programmes:
            # 新设了哪些项目: the projects are those that are new.
            found = [noun for noun in found if noun != "contest_projects"]
            outright = [noun for noun in outright if noun != "contest_projects"]
        others = outright or found
        counts = Meaning(Sense.INTENT, "count") in {m for word in self._words for m in word.meanings}
        if (counts or not self._has_and) and (compound := self._lexicon.compounds.get(frozenset(others))):
            return [compound]
        # 永久举办地有什么特色活动: what the things asked for belong to.
        whose = {each for noun in others for each in self._lexicon.narrowed.get(noun, ())}
        asked = others if self._has_and else [noun for noun in others if noun not in whose] or others
        modes = set(names_of(self._words, Sense.MODE))
        if {"guests", "countries"} & set(asked) and (modes == {"hybrid"} or modes >= {"online", "in_person"}):
            # 线上线下一共多少人: both ways of coming, and not the way the summit was held.
            asked = [noun for noun in asked if noun != "mode"]
        return list(dict.fromkeys(asked))

    def _names_programme(self, word: Word) -> bool:
        return any(meaning.sense is Sense.PROGRAMME for meaning in word.meanings)

    def _counted_nouns(self, nouns: Sequence[str]) -> Sequence[str]:
        """Of "how many countries did the guests come from" the countries: the nouns that a count is asked of."""
        if self._has_and or len(nouns) < 2:
            return nouns
        counted = []
        after_count = False
        for word in self._words:
            names = [m.name for m in ordered(word) if m.sense is Sense.PREDICATE]
            if names and (after_count or _COUNTING.match(word.text)):
                counted += names
            filler = any(m.sense is Sense.FILLER for m in word.meanings)
            after_count = Meaning(Sense.INTENT, "count") in word.meanings or (after_count and filler)
        return [noun for noun in nouns if noun in counted] or nouns

    def _is_person_word(self, word: Word) -> bool:
        return any(meaning.sense in (Sense.ROLE, Sense.EVENT) for meaning in word.meanings)

    def _scoped(self, nouns: Sequence[str], scope: Sequence[str] = ()) -> list[str]:
        """Nouns of the programme that was named: "countries" at the expo are the expo's."""
        programmes = (*self._programmes, *scope, *(() if self._programmes else self._of_nouns()))
        scoped = []
        for noun in nouns:
            candidates = [f"{self._lexicon.programme_prefixes[kind]}{noun}" for kind in programmes]
            own = next((each for each in candidates if each in self._lexicon.vocabulary.predicates), None)
            scoped.append(own or noun)
        # "Light of Internet Expo exhibitors": the programme's own noun stands beside a general one that means it.
        return list(dict.fromkeys(scoped))

    def _of_nouns(self) -> list[str]:
        """展商来自几个国家: the programmes that other nouns belong to, unless the summit's own guests are spoken of."""
        named = [m.name for word in self._words for m in word.meanings if m.sense is Sense.PREDICATE]
        if "guests" in named:
            return []
        return [kind for kind in map(self._lexicon.programme_of, named) if kind]

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

    def _asked(self) -> frozenset[str]:
        """The predicates that the nouns speak of, and the verbs beside them that name no programme."""
        verbs = self._verbs()
        scope = [*self._programmes, *(verb.programme for verb in verbs if verb.programme)]
        nouns = self._scoped(self._nouns(), scope)
        # "Took part" says who came only where no programme was named, and 来 says it only with guests or countries.
        plain = [] if scope or all(self._is_filler(word) for word in self._words_of(Sense.VERB)) else verbs
        return frozenset({*self._counted(nouns), *(verb.asks for verb in plain if not verb.programme and nouns)})

    def _verbs(self) -> list[Verb]:
        return [self._lexicon.verbs[name] for name in names_of(self._words, Sense.VERB)]

    def _verbs_agree(self, predicates: Sequence[str]) -> bool:
        """False when something of another programme is said of what is named: 领先科技成果申报了多少."""
        if any(self._lexicon.is_list(predicate) for predicate in predicates):
            # "Which companies received the award": only a figure could be another's.
            return True
        kinds = {self._lexicon.programme_of(predicate) for predicate in predicates} | {*self._programmes}
        others = [v for v in self._verbs() if v.programme and not {v.programme, *v.also} & kinds]
        fillers = all(self._is_filler(word) for word in self._words_of(Sense.VERB))
        return not others or fillers or self._has_and

    def _words_of(self, sense: Sense) -> list[Word]:
        return [word for word in self._words if any(m.sense is sense for m in word.meanings)]

    def _is_filler(self, word: Word) -> bool:
        return any(meaning.sense is Sense.FILLER for meaning in word.meanings)


def _as_corrected(words: Sequence[Word]) -> Sequence[Word]:
    """前年，哦不，去年: what somebody took back is replaced by what they said instead."""
    at = max((n for n, word in enumerate(words) if _has(word, Sense.CORRECTION)), default=-1)
    before, behind = words[: max(at, 0)], words[at + 1 :]
    if at < 0 or not any(word.edition or _has(word, Sense.PREDICATE) for word in behind):
        return words
    if any(_has(word, Sense.PREDICATE) for word in behind):
        named_again = any(word.edition for word in behind)
        return [*(() if named_again else (word for word in before if word.edition)), *behind]
    return [*(word for word in before if not word.edition), *behind]


def _asks_twice(words: Sequence[Word]) -> bool:
    """几号开幕几号闭幕: each question word with a noun of its own."""
    intents = [Meaning(Sense.INTENT, name) for name in _ASKING]
    asking = [n for n, word in enumerate(words) if any(intent in word.meanings for intent in intents)]
    nouns = [n for n, word in enumerate(words) if _has(word, Sense.PREDICATE)]
    if len(asking) != 2 or len(nouns) != 2:
        return False
    (first, second), (noun, other) = asking, nouns
    return first <= noun < second <= other or noun < first < other < second


def _is_body(word: Word) -> bool:
    """主办 承办, 主办支持单位: of bodies side by side both are asked for."""
    return any(m.sense is Sense.PREDICATE and m.name in _BODIES for m in word.meanings)


def _asks_with_verbs(words: Sequence[Word]) -> bool:
    count = Meaning(Sense.INTENT, "count")
    return sum(count in word.meanings for word in words) > 1


def _has(word: Word, sense: Sense) -> bool:
    return any(meaning.sense is sense for meaning in word.meanings)
