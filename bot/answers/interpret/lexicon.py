"""Every word a question may hold, with what it means: the vocabulary, the names of the configuration, `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib import resources
from typing import Any

import yaml

from bot.answers.interpret.reading import normalised
from bot.answers.stems import stem
from bot.config import Config, Programme, Series
from bot.facts.vocabulary import ValueKind, Vocabulary
from bot.language import Language

LONGEST_CORRECTED = 12
_ASKING = {
    "list": re.compile(r"哪些|哪几|有什么|\b(?:what|which)\b"),
    "which_year": re.compile(r"哪一?年"),
    "when": re.compile(r"什么时候|何时|哪一?天|几号"),
}


class Sense(StrEnum):
    """What kind of thing a word names."""

    PREDICATE = "predicate"
    INTENT = "intent"
    VERB = "verb"
    PROGRAMME = "programme"
    SERIES = "series"
    ONLY_SERIES = "only_series"
    ORGANISATION = "organisation"
    PLACE = "place"
    ROLE = "role"
    EVENT = "event"
    CONJUNCTION = "conjunction"
    FILLER = "filler"
    OTHER_MEETING = "other_meeting"
    # Words that only some topics know what to do with.
    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    LIMIT = "limit"
    UNIT = "unit"
    NUMBER = "number"
    REGION = "region"
    MODE = "mode"
    CITY = "city"
    BEFORE = "before"
    EVERY_EDITION = "every_edition"
    BOT = "bot"
    FOLLOW_UP = "follow_up"
    CORRECTION = "correction"
    ONLY = "only"
    COUNTED = "counted"
    # What the sources name.
    PERSON = "person"
    TITLE = "title"
    ITEM = "item"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One sense of a word and the thing it names: a predicate's id, an intent, a programme's kind, a role."""

    sense: Sense
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that belongs to a programme (`""`: the summit) and asks for a predicate when no noun does, or instead of
    the one it `replaces`; `also` are programmes of which it says no more than their own nouns."""

    programme: str
    asks: str
    replaces: str
    also: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class Words:
    """Words by their normalised spelling."""

    words: Mapping[str, frozenset[Meaning]]

    @cached_property
    def lengths(self) -> Mapping[str, Sequence[int]]:
        """By first character, the lengths of the words that begin with it."""
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[0], set()).add(len(word))
        return {first: tuple(sizes) for first, sizes in lengths.items()}

    @cached_property
    def latin(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """Single Latin words by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in self.words:
            if word.isascii() and word.isalpha():
                found.setdefault((word[0], len(word)), []).append(word)
        return found

    @cached_property
    def with_gap(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Chinese words by what stands before and behind one left-out character."""
        found: dict[tuple[str, str], list[str]] = {}
        for word in self.words:
            if 1 < len(word) <= LONGEST_CORRECTED and not word.isascii():
                for position in range(len(word)):
                    found.setdefault((word[:position], word[position + 1 :]), []).append(word)
        return found


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words, and the rules that `words.yaml` states beside them."""

    vocabulary_words: Words
    intents: Mapping[str, Mapping[str, Sequence[str]]]
    verbs: Mapping[str, Verb]
    roles: Mapping[str, Sequence[str]]
    programme_prefixes: Mapping[str, str]
    families: Sequence[frozenset[str]]
    narrowed: Mapping[str, Sequence[str]]
    compounds: Mapping[frozenset[str], str]
    instead: Mapping[str, Mapping[str, str]]
    term_endings: Sequence[str]
    narrowing: frozenset[str]
    counted_by: frozenset[str]
    request: re.Pattern[str]
    series_aliases: Sequence[str]
    places: Sequence[str]
    programme_names: Mapping[str, Sequence[str]]
    synonyms: Mapping[str, Sequence[str]]
    series: Series
    offices: Sequence[Sequence[str]]
    vocabulary: Vocabulary

    @cached_property
    def stems(self) -> Mapping[str, frozenset[str]]:
        """The Chinese synonyms of single English words, by the stem of the word."""
        found: dict[str, set[str]] = {}
        for word, group in self.synonyms.items():
            if word.isascii() and word.isalpha():
                found.setdefault(stem(word), set()).update(other for other in group if not other.isascii())
        return {key: frozenset(words) for key, words in found.items()}

    def spellings(self, meaning: Meaning) -> frozenset[str]:
        """Every word that means this. Looks at all of them."""
        return frozenset(word for word, meanings in self.vocabulary_words.words.items() if meaning in meanings)

    def go_together(self, predicates: Iterable[str]) -> bool:
        """True for figures of one programme, and for predicates of one family."""
        asked = set(predicates)
        programmes = {self.programme_of(predicate) for predicate in asked}
        return (
            len(asked) < 2 or (len(programmes) == 1 and "" not in programmes) or any(asked <= f for f in self.families)
        )

    def is_list(self, predicate: str) -> bool:
        """True for a predicate with several texts side by side."""
        entry = self.vocabulary[predicate]
        return entry.many and entry.kind is ValueKind.TEXT

    def programme_of(self, predicate: str) -> str:
        """The kind of programme whose figure a predicate is; empty for one of the summit, series or organisation."""
        found = (kind for kind, prefix in self.programme_prefixes.items() if predicate.startswith(prefix))
        return next(found, "")


def build_lexicon(vocabulary: Vocabulary, config: Config) -> Lexicon:
    """The lexicon for a series. Takes some milliseconds: build it once."""
    text = resources.files("bot.answers.interpret").joinpath("words.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    words: dict[str, set[Meaning]] = {}

    def add(surfaces: Iterable[str], sense: Sense, name: str = "") -> None:
        for surface in surfaces:
            words.setdefault(normalised(surface), set()).add(Meaning(sense, name))

    for predicate in vocabulary.predicates.values():
        for language in Language:
            surfaces = (*predicate.ask[language], predicate.names[language])
            add(surfaces, Sense.PREDICATE, predicate.id)
            for intent, asking in _ASKING.items():
                # 特色活动有哪些 asks for the items as 哪些 alone does.
                if intent != "list" or predicate.kind is ValueKind.TEXT:
                    add((surface for surface in surfaces if asking.search(surface)), Sense.INTENT, intent)
            if language is Language.EN:
                add((f"{surface}s" for surface in surfaces if surface[-1].isalpha()), Sense.PREDICATE, predicate.id)
    for name, intent in data["intents"].items():
        add(_both(intent["words"]), Sense.INTENT, name)
    for number, verb in enumerate(data["verbs"]):
        add(_both(verb["words"]), Sense.VERB, str(number))
    for number, role in enumerate(data["roles"]):
        add(_both(role["words"]), Sense.ROLE, str(number))
    for event in data["events"]:
        add(_both(event), Sense.EVENT, event["zh"][0])
    add(_both(data["only_series"]), Sense.ONLY_SERIES)
    for kind, called in data["programmes"].items():
        add(_both(called), Sense.PROGRAMME, kind)
        add((f"{word}s" for word in called["en"]), Sense.PROGRAMME, kind)
    add(_both(data["organisation"]), Sense.ORGANISATION)
    for sense in (Sense.SUPERLATIVE, Sense.COMPARISON, Sense.LIMIT, Sense.MODE):
        for name, called in data[f"{sense}s"].items():
            add(_both(called), sense, name)
    for unit, predicate in data["units"].items():
        add((unit,), Sense.UNIT, predicate or "")
    add(_both(data["cities"]), Sense.CITY)
    for sense in (Sense.BEFORE, Sense.EVERY_EDITION, Sense.BOT, Sense.FOLLOW_UP, Sense.CORRECTION, Sense.ONLY):
        add(_both(data[sense]), sense)
    add(_both(data["counted"]["words"]), Sense.COUNTED)
    add(_both(data["conjunctions"]), Sense.CONJUNCTION)
    add(_both(data["fillers"]), Sense.FILLER)
    _add_names(add, config)
    return Lexicon(
        vocabulary_words=Words({surface: frozenset(meanings) for surface, meanings in words.items()}),
        intents=data["intents"],
        verbs={
            str(n): Verb(verb.get("programme", ""), verb["asks"], verb.get("replaces", ""), verb.get("also", ()))
            for n, verb in enumerate(data["verbs"])
        },
        roles={str(n): tuple(role["roles"]) for n, role in enumerate(data["roles"])},
        programme_prefixes=data["programme_prefixes"],
        families=tuple(frozenset(family) for family in data["families"]),
        narrowed=data["narrowed"],
        compounds={frozenset(entry["nouns"]): entry["asks"] for entry in data["compounds"]},
        instead=data["instead"],
        term_endings=tuple(_both(data["term_endings"])),
        request=_request(data["requests"]),
        counted_by=frozenset(data["counted"]["by"]),
        narrowing=frozenset(_both(data["narrowing"])),
        series_aliases=sorted((*config.series.aliases, *config.series.short_names), key=len, reverse=True),
        programme_names={p.kind: _both_names(p) for p in config.series.programmes},
        synonyms=_synonyms(data["synonyms"]),
        series=config.series,
        offices=data["offices"],
        places=(config.series.place.zh, config.series.place.en, *config.series.local_regions),
        vocabulary=vocabulary,
    )


def _synonyms(groups: Iterable[Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """For each word all that stands beside it in some group."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            found.setdefault(word, []).extend(group)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


def _request(requests: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(requests['ask'])})[^,?]{{0,3}}(?:{'|'.join(requests['verbs'])})")


def _add_names(add: Callable[..., None], config: Config) -> None:
    series = config.series
    add(
        (series.name.zh, series.name.en, *series.aliases, *series.short_names, *series.special_editions.values()),
        Sense.SERIES,
    )
    add((series.organisation.zh, series.organisation.en, *series.organisation_aliases), Sense.ORGANISATION)
    for region in series.local_regions:
        add((region, f"{region}省", f"{region}市"), Sense.REGION, region)
    add((series.place.zh, series.place.en), Sense.PLACE)
    add(series.other_meetings, Sense.OTHER_MEETING)
    for programme in series.programmes:
        add(
            (programme.name.zh, programme.name.en, *programme.aliases, *programme.short_names),
            Sense.PROGRAMME,
            programme.kind,
        )


def _both_names(programme: Programme) -> tuple[str, ...]:
    """What a programme is called, without quotation marks."""
    names = (programme.name.zh, programme.name.en, *programme.aliases, *programme.short_names)
    return tuple(re.sub('[“”"]', "", normalised(name)) for name in names)


def _both(words: Mapping[str, Sequence[str]]) -> Iterable[str]:
    return (*words.get("zh", ()), *words.get("en", ()))
