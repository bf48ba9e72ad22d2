"""Whether a sentence covers what a question asks: every word that carries meaning, and a number of the kind asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import rjieba

from bot.answers.asked import Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.interpret.segments import Word
from bot.answers.stems import stem
from bot.knowledge.passages import searched_words

# Words that only say what kind of answer is wanted, or whose meeting it is.
_EMPTY = frozenset(
    {
        Sense.FILLER,
        Sense.CONJUNCTION,
        Sense.SERIES,
        Sense.ONLY_SERIES,
        Sense.INTENT,
        Sense.FOLLOW_UP,
        Sense.EVERY_EDITION,
        Sense.PLACE,
    }
)
# What the article around a sentence may say for it: whose matter it is.
_AROUND = frozenset({Sense.PROGRAMME, Sense.REGION, Sense.ORGANISATION})
_COUNTING = re.compile(r"多少|几[个家名位场项辆台座条种]|how many|how much|多[大远高长重]")
# 多少家, 几辆, 多少钱: what is counted.
_COUNTER = re.compile(r"(?:多少|几)\s*([^\W\d_]?)|how many\s+([a-z]+)|(how much)|多([大远高长重])")
_NUMBER = r"(?:\d[\d,.]*|[一二两三四五六七八九十百千]+)\s*[万亿]?\s*[多余]?\s*"
# Counters that stand for any of several units of measure.
_UNITS: Mapping[str, str] = {
    "钱": "[万亿]?(?:元|美元|港元|欧元)",
    "元": "[万亿]?元",
    "大": "(?:平方米|平方公里|平方千米|公顷|亩)",
    "远": "(?:公里|千米|米)",
    "高": "(?:公里|米)",
    "长": "(?:公里|米|分钟|小时|天|个月|年)",
    "重": "(?:公斤|千克|吨)",
}
_ANY_NUMBER = re.compile(
    r"\d|[两三四五六七八九十百千万亿]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand)\b"
)
_MONEY = re.compile(r"[$¥€£]\s*\d|\d[\d,.]*\s*(?:million|billion|yuan|dollars|euros)|\d\s*[万亿]?元")
_PLAIN_COUNTERS = frozenset("个名位人项场次条种")
# Tags of verbs, of the little words beside them, of counters.
_DONE = frozenset("vdpucrq")
_CLAUSE = re.compile(r"[，。；！？,;](?!\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must stand in a sentence: `words` in it, `around` in it or near it, `narrowing` in it by the letter.

    `unread` are those of the words that are none of the vocabulary; `measure` finds a number of the kind asked for,
    None where no number is asked.
    """

    words: tuple[str, ...]
    around: tuple[str, ...]
    unread: tuple[str, ...]
    measure: re.Pattern[str] | None
    is_typed: bool
    synonyms: Mapping[str, Sequence[str]]

    @property
    def searched(self) -> tuple[str, ...]:
        """All that may lead to the sentence, in every spelling known."""
        return tuple(
            dict.fromkeys(part for word in self.words for form in self.forms(word) for part in searched_words(form))
        )

    def forms(self, word: str) -> tuple[str, ...]:
        """A word and its synonyms in both languages."""
        return (word, *self.synonyms.get(word, ()))

    def covers(self, text: str, around: str) -> bool:
        """True if a normalised sentence holds every word, and it or what stands around it whose matter it is."""
        near = f"{around} {text}"
        return all(self._holds(text, word) for word in self.words) and all(
            self._holds(near, word) for word in self.around
        )

    def measures(self, text: str) -> bool:
        """True if the number asked for stands in the sentence: of a plain count in the clause of what is counted."""
        if self.measure is None:
            return True
        if self.is_typed and len(self.measure.findall(text)) == 1:
            return True
        return any(
            all(self._holds(clause, word) for word in self.unread) and self.measure.search(clause)
            for clause in _CLAUSE.split(text)
        )

    def _holds(self, text: str, word: str) -> bool:
        return any(_stands_in(form, text) for form in self.forms(word)) or _holds_parts(text, word)


def wanted(asked: Asked) -> Wanted:
    """What the words of a question want of a sentence."""
    read = asked.read
    told = [word for word in read.words if not _says_nothing(word)]
    counted = _COUNTER.search(read.text)
    counter = counted[1] or "" if counted else ""
    # 多少辆接驳车: the counter is no part of what is counted.
    told = [replace(w, text=w.text.removeprefix(counter)) if not w.meanings else w for w in told]
    unread = tuple(part for word in told if not word.meanings for part in _parts(word, asked))
    typed, measure = _measure(read.text, asked)
    near = [word for word in told if {m.sense for m in word.meanings} & _AROUND]
    return Wanted(
        words=_once(part for word in told if word not in near for part in _parts(word, asked)),
        around=_once(word.text for word in near),
        unread=_once(unread),
        measure=measure,
        is_typed=typed,
        synonyms=asked.lexicon.synonyms,
    )


def _says_nothing(word: Word) -> bool:
    if word.edition or _COUNTING.search(word.text):
        return True
    return bool(word.meanings) and {m.sense for m in word.meanings} <= _EMPTY


def _parts(word: Word, asked: Asked) -> tuple[str, ...]:
    """The words in a piece; one character of Chinese alone (接, 教) says too little to be looked for, unless it is known."""
    known = asked.lexicon.synonyms
    return tuple(part for part in searched_words(word.text) if len(part) > 1 or part.isascii() or part in known)


def _measure(text: str, asked: Asked) -> tuple[bool, re.Pattern[str] | None]:
    """The pattern of the number asked for, and whether its unit tells it from every other number."""
    found = _COUNTER.search(text) if _COUNTING.search(text) or "count" in asked.read.intents else None
    if found is None:
        return False, _ANY_NUMBER if "count" in asked.read.intents else None
    if found[3]:
        return True, _MONEY
    counter = found[1] or found[4] or ""
    if counter in _UNITS:
        return True, re.compile(_NUMBER + _UNITS[counter])
    if counter and counter not in _PLAIN_COUNTERS and not counter.isascii():
        return False, re.compile(_NUMBER + re.escape(counter))
    return False, _ANY_NUMBER


def _stands_in(form: str, text: str) -> bool:
    if not form.isascii():
        return form in text
    wanted_stems = [stem(token) for token in re.findall("[a-z0-9]+", form)]
    return set(wanted_stems) <= {stem(token) for token in re.findall("[a-z0-9]+", text)}


def _holds_parts(text: str, word: str) -> bool:
    """书房教, 要建: a piece that is no word, of which the longer parts stand in the text and the others say what is done."""
    if word.isascii():
        return False
    parts = rjieba.tag(word)
    if len(parts) < 2:
        return False
    return all(part in text if len(part) > 1 else tag[:1] in _DONE for part, tag in parts)


def _once(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))
