"""A question cut into known words so that as little as possible is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

import rjieba

from bot.answers.editions import EditionRef
from bot.answers.interpret.day_words import DayRef, day_at
from bot.answers.interpret.edition_words import edition_at
from bot.answers.interpret.figure_words import is_figure
from bot.answers.interpret.lexicon import Lexicon, Meaning, Sense, Words
from bot.facts.fact import Quantity
from bot.facts.numerals import numbers, parse_english, parse_integer

_LATIN = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
# 哪7个, 哪两份: which ones of so many.
_WHICH_OF = re.compile(
    r"哪\s*(\d{1,3}|[二三四五六七八九十两]{1,3})\s*(家|个|条|项|场|位|大|份|种|类|名|方|方面)"
    r"|which (\d{1,3}|[a-z]{3,9}) (bodies|organi[sz]ations|companies|institutions|entities)\b"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
# Kinds of words that say nothing by themselves, as the dictionary tags them.
_CLOSED = frozenset({"u", "uj", "ul", "uz", "ud", "ug", "uv", "y", "e", "o", "p", "c", "d", "zg"})
# Adverbs among them that narrow or deny.
_NARROWING = re.compile("[不没未非无莫别勿仅只光单独最首再又另更]")
NO_WORDS = Words({})
# Senses of words so little that they may be parts of longer ones (开源, 教科文组织).
_LITTLE = frozenset({Sense.FILLER, Sense.CONJUNCTION, Sense.ORGANISATION, Sense.FOLLOW_UP, Sense.UNIT, Sense.LIMIT})


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of the question: what it may mean, or the edition, number or day it names; none if it was not understood."""

    text: str
    meanings: frozenset[Meaning] = frozenset()
    edition: EditionRef | None = None
    number: Quantity | None = None
    day: DayRef | None = None

    @property
    def is_known(self) -> bool:
        """False for a piece that was not understood."""
        return bool(self.meanings) or bool(self.edition or self.number or self.day)


@dataclass(frozen=True, eq=False)
class _Text:
    """What the words of one text are looked up in."""

    text: str
    layers: tuple[Words, ...]
    today: date
    numbers: Mapping[int, tuple[int, Quantity]] = field(default_factory=dict)


def segments(text: str, lexicon: Lexicon, today: date, names: Words = NO_WORDS) -> tuple[Word, ...]:
    """Cut normalised `text`: the fewest characters not understood, then the fewest words.

    `names` are the words of the sources (people, bodies, forums, terms). Blanks and punctuation are free and left out.
    Work grows with the length of the text.
    """
    size = len(text)
    # 2022三项: a year and the number behind it are two.
    without_years = _YEAR.sub(lambda year: year[0] if is_figure(text, year.start()) else "    ", text)
    counted = {found.start: (found.end, found.quantity) for found in numbers(without_years)}
    source = _Text(text, (lexicon.vocabulary_words, names), today, counted)
    # For each position the best way from there to the end: (left over, words), and the word taken there.
    costs = [(0, 0)] * (size + 1)
    taken: list[tuple[int, Word | None]] = [(size, None)] * (size + 1)
    for start in range(size - 1, -1, -1):
        best: tuple[tuple[int, int], int, Word | None] | None = None
        for end, word in _words_at(source, start):
            left, count = costs[end]
            lost = 0 if word is None or word.is_known else end - start
            cost = (left + lost, count + (word is not None))
            if best is None or cost < best[0]:
                best = (cost, end, word)
        if best is not None:
            costs[start], taken[start] = best[0], (best[1], best[2])
    pieces: list[tuple[int, Word]] = []
    position = 0
    while position < size:
        start = position
        position, word = taken[position]
        if word is not None:
            pieces.append((start, word))
    return tuple(_joined([_as_little(word) for _, word in _whole_words(pieces, text)]))


def _words_at(source: _Text, start: int) -> Iterator[tuple[int, Word | None]]:
    text = source.text
    first = text[start]
    if not first.isalnum() and first != "'" and not any(first in layer.lengths for layer in source.layers):
        yield start + 1, None
        return
    if found := edition_at(text, start, source.today):
        yield found[0], Word(text[start : found[0]], edition=found[1])
    if day := day_at(text, start):
        yield day[0], Word(text[start : day[0]], day=day[1])
    if which := _WHICH_OF.match(text, start):
        yield which.end(), _which_of(which)
    for length in sorted({size for layer in source.layers for size in layer.lengths.get(first, ())}, reverse=True):
        end = start + length
        piece = text[start:end]
        if len(piece) < length:
            continue
        meanings = [layer.words[piece] for layer in source.layers if piece in layer.words]
        if meanings and _stands_alone(text, start, end):
            yield end, Word(piece, frozenset().union(*meanings))
    if (number := source.numbers.get(start)) and not found:
        # A number that is a word too (one of the founders) is that word.
        yield number[0], Word(text[start : number[0]], number=number[1])
    latin = _LATIN.match(text, start)
    end = latin.end() if latin else start + 1
    yield end, Word(text[start:end]) if first.isalnum() else None


def _which_of(found: re.Match[str]) -> Word:
    if found[3]:
        number, intent = parse_english(found[3]), "which_body"
    else:
        number = parse_integer(found[1].replace("两", "二"))
        intent = "which_body" if found[2] == "家" else "list"
    return Word(found[0], frozenset({Meaning(Sense.INTENT, intent)}), number=Quantity(number) if number else None)


def _whole_words(pieces: list[tuple[int, Word]], text: str) -> list[tuple[int, Word]]:
    """What was not understood as whole words of the dictionary, with the little words that were seen within them."""
    if all(word.is_known or word.text.isascii() for _, word in pieces):
        return pieces
    ends = list(accumulate(map(len, rjieba.cut(text))))
    for start, end in zip([0, *ends], ends, strict=False):
        inside = [(at, word) for at, word in pieces if start <= at and at + len(word.text) <= end]
        whole = sum(len(word.text) for _, word in inside) == end - start
        lost = any(not word.is_known for _, word in inside)
        if len(inside) > 1 and whole and lost and all(_is_little(word) for _, word in inside):
            kept = [piece for piece in pieces if piece not in inside]
            pieces = sorted([*kept, (start, Word(text[start:end]))], key=lambda piece: piece[0])
    return pieces


def _as_little(word: Word) -> Word:
    """A piece of nothing but particles, prepositions and interjections says nothing."""
    if word.is_known or word.text.isascii() or not all(_is_closed(*each) for each in rjieba.tag(word.text)):
        return word
    return Word(word.text, frozenset({Meaning(Sense.FILLER)}))


def _is_closed(text: str, tag: str) -> bool:
    return tag in _CLOSED and not _NARROWING.search(text)


def _is_little(word: Word) -> bool:
    is_plain = not (word.edition or word.day) and (not word.number or len(word.text) == 1)
    return is_plain and ({m.sense for m in word.meanings} <= _LITTLE or len(word.text) == 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True unless the piece cuts a Latin word or a number in two."""
    return not (_cuts(text, start) or _cuts(text, end))


def _cuts(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _joined(words: list[Word]) -> Iterator[Word]:
    """Neighbouring pieces that were not understood as one."""
    pending = ""
    for word in words:
        if word.is_known:
            if pending:
                yield Word(pending)
            pending = ""
            yield word
        elif pending and pending[-1].isascii() and word.text[0].isascii():
            pending += " " + word.text
        else:
            pending += word.text
    if pending:
        yield Word(pending)
