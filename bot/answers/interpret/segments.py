"""A question cut into known words so that as little as possible is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers.editions import EditionRef
from bot.answers.interpret.edition_words import edition_at
from bot.answers.interpret.lexicon import Lexicon, Meaning

_LATIN = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of the question: what it may mean, or the edition it names; neither if it was not understood."""

    text: str
    meanings: frozenset[Meaning] = frozenset()
    edition: EditionRef | None = None

    @property
    def is_known(self) -> bool:
        """False for a piece that was not understood."""
        return bool(self.meanings) or self.edition is not None


def segments(text: str, lexicon: Lexicon, today: date) -> tuple[Word, ...]:
    """Cut normalised `text`: the fewest characters not understood, then the fewest words.

    Blanks and punctuation are free and left out. Work grows with the length of the text.
    """
    size = len(text)
    # For each position the best way from there to the end: (left over, words), and the word taken there.
    costs = [(0, 0)] * (size + 1)
    taken: list[tuple[int, Word | None]] = [(size, None)] * (size + 1)
    for start in range(size - 1, -1, -1):
        best: tuple[tuple[int, int], int, Word | None] | None = None
        for end, word in _words_at(text, start, lexicon, today):
            left, count = costs[end]
            lost = 0 if word is None or word.is_known else end - start
            cost = (left + lost, count + (word is not None))
            if best is None or cost < best[0]:
                best = (cost, end, word)
        if best is not None:
            costs[start], taken[start] = best[0], (best[1], best[2])
    words: list[Word] = []
    position = 0
    while position < size:
        position, word = taken[position]
        if word is not None:
            words.append(word)
    return tuple(_joined(words))


def _words_at(text: str, start: int, lexicon: Lexicon, today: date) -> Iterator[tuple[int, Word | None]]:
    first = text[start]
    if not first.isalnum() and first != "'" and first not in lexicon.lengths:
        yield start + 1, None
        return
    if found := edition_at(text, start, today):
        yield found[0], Word(text[start : found[0]], edition=found[1])
    for length in lexicon.lengths.get(first, ()):
        end = start + length
        piece = text[start:end]
        if end <= len(text) and piece in lexicon.words and _stands_alone(text, start, end):
            yield end, Word(piece, lexicon.words[piece])
    latin = _LATIN.match(text, start)
    end = latin.end() if latin else start + 1
    yield end, Word(text[start:end]) if first.isalnum() else None


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
