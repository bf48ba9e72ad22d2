"""A word typed with a slip, read as the one that was meant: 乌镇风会 as 乌镇峰会, geusts as guests.

Chinese: one character that sounds like the right one, in a word of two characters or more. English: one slip in five letters
or more, two in eight or more, and the first letter right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.answers.interpret.lexicon import LONGEST_CORRECTED, Sense, Words
from bot.answers.interpret.segments import Word

_HAN = re.compile(r"[\u4e00-\u9fff]")
_DOUBLED = re.compile(r"(.)\1")
_LETTERS = 5
_LONG = 8
# GB 2312 level 1 (B0A1–D7F9) stands in the order of Pinyin: characters this near to each other sound alike.
_ALIKE = 24
_ALIKE_IN_TWO = 6
# A slip is looked for in names and nouns: little words are too short to tell one from another.
_CONTENT = frozenset(
    {Sense.PREDICATE, Sense.SERIES, Sense.PROGRAMME, Sense.ORGANISATION, Sense.EVENT, Sense.VERB, Sense.ROLE}
    | {Sense.PERSON, Sense.TITLE, Sense.ITEM, Sense.TERM}
)


def corrections(
    text: str, words: Sequence[Word], layers: Iterable[Words], shortest: int = 3
) -> Iterator[tuple[str, str]]:
    """Pairs of what was typed in normalised `text` and what it is read as, for the pieces that were not understood.

    Chinese words of fewer than `shortest` characters are left alone.
    """
    layers = tuple(layers)
    for word in words:
        if word.is_known:
            continue
        if word.text.isascii():
            yield from _latin(word.text, layers)
        elif len(word.text) <= LONGEST_CORRECTED:
            yield from _han(text, word.text, layers, shortest)


def misspelt_person(text: str, layers: Iterable[Words]) -> tuple[str, str] | None:
    """A run of characters that sounds like a person's name of three or more and is not it: what was typed, what was meant.

    For a question about somebody in which nobody was recognised: each character of the name may be a word by itself (于会有).
    """
    for layer in layers:
        for length in (4, 3):
            for start in range(len(text) - length + 1):
                typed = text[start : start + length]
                for position, character in enumerate(typed):
                    for meant in layer.with_gap.get((typed[:position], typed[position + 1 :]), ()):
                        is_person = any(m.sense is Sense.PERSON for m in layer.words[meant])
                        if is_person and sound_alike(character, meant[position], _ALIKE):
                            return typed, meant
    return None


def _latin(piece: str, layers: tuple[Words, ...]) -> Iterator[tuple[str, str]]:
    for typed in piece.split():
        if len(typed) < _LETTERS or not typed.isalpha():
            continue
        limit = 2 if len(typed) >= _LONG else 1
        best: tuple[int, bool, str] | None = None
        single = _DOUBLED.sub(r"\1", typed)
        for layer in layers:
            for length in range(len(typed) - limit, len(typed) + limit + 1):
                for meant in layer.latin.get((typed[0], length), ()):
                    distance = OSA.distance(typed, meant, score_cutoff=limit)
                    substituted = len(typed) == length and sorted(typed) != sorted(meant)
                    if len(typed) == _LETTERS and substituted:
                        # A letter exchanged in a short word makes another word (party, parts).
                        continue
                    # A letter doubled or not is the likeliest slip.
                    other = _DOUBLED.sub(r"\1", meant) != single
                    if distance <= limit and (best is None or (distance, other, meant) < best):
                        best = (distance, other, meant)
        if best and best[0]:
            yield typed, best[2]


def _han(text: str, piece: str, layers: tuple[Words, ...], shortest: int) -> Iterator[tuple[str, str]]:
    """The longest known word that differs from the text around `piece` in one character of the same sound."""
    at = text.find(piece)
    for length in range(min(LONGEST_CORRECTED, len(text)), shortest - 1, -1):
        for start in range(max(0, at - length + 1), min(at + len(piece), len(text) - length + 1)):
            typed = text[start : start + length]
            if not _HAN.match(typed):
                continue
            for position, character in enumerate(typed):
                if not at <= start + position < at + len(piece):
                    continue
                key = (typed[:position], typed[position + 1 :])
                for layer in layers:
                    for meant in layer.with_gap.get(key, ()):
                        if any(m.sense in _CONTENT for m in layer.words[meant]) and sound_alike(
                            character, meant[position], _ALIKE_IN_TWO if length == 2 else _ALIKE
                        ):
                            yield typed, meant
                            return


def sound_alike(one: str, other: str, distance: int = _ALIKE) -> bool:
    """Whether two different Chinese characters are typed by nearly the same Pinyin; False for rare ones."""
    places = [_place(one), _place(other)]
    if one == other or None in places:
        return False
    return abs((places[0] or 0) - (places[1] or 0)) <= distance


def _place(character: str) -> int | None:
    """The number of a character in level 1 of GB 2312, which is ordered by Pinyin; None for one that is not in it."""
    try:
        high, low = character.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return None
    return (high - 0xB0) * 94 + low - 0xA1 if 0xB0 <= high <= 0xD7 else None
