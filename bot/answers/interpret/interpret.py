"""From the text of a question to its reading: slips of the keyboard and words of Taiwan are read as what was meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.interpret.corrections import corrections, misspelt_person
from bot.answers.interpret.interpretation import Interpretation
from bot.answers.interpret.lexicon import Lexicon, Sense, Words
from bot.answers.interpret.reader import Reader
from bot.answers.interpret.reading import in_mainland_words, normalised
from bot.answers.interpret.segments import NO_WORDS, Word, segments

# 有绿色赛道不, 开了没: a question to be answered by yes or no. Of 有没有 it is no part.
_FINAL_NOT = re.compile(r"(?<![有是对好了])(?:不|没有|没)(?=\W*$)")

# “智能向善”四个字, 携手这个词: that it is words which were quoted.
_SO_MANY_WORDS = re.compile(
    r"(?:(?:这|那)(?:[一二两三四五六七八九十几\d]+个?|个)|[一二两三四五六七八九十\d]+个)(?:大?字|词)(?:眼|样)?|字样|字眼|这句话"
)

# 机器人，… speaks to the bot; anywhere else it is a robot.
_ADDRESS = re.compile(r"^机器人\s*[,:!]\s*")

# What is asked about a person.
_OF_SOMEBODY = frozenset({"who", "title", "deeds", "said"})


def interpret(text: str, today: date, lexicon: Lexicon, names: Words = NO_WORDS) -> Interpretation:
    """Read a question of any length in Chinese, English or both. `today` is the reader's calendar date.

    `names` are the words of the sources; a slip of the keyboard is read as the word that was meant.
    """
    question = _ADDRESS.sub("", _SO_MANY_WORDS.sub("", _FINAL_NOT.sub("吗", normalised(text))))
    words = segments(question, lexicon, today, names)
    if _lost(words) and (reworded := in_mainland_words(text)) != question:
        others = segments(reworded, lexicon, today, names)
        if _lost(others) < _lost(words):
            question, words = reworded, others
    moved = _with_edition_first(question, words)
    if moved != question:
        # "Helped organise the 2022 sub-forums": the year stands in the middle of what is one word.
        others = segments(moved, lexicon, today, names)
        if (_lost(others), len(others)) < (_lost(words), len(words)):
            question, words = moved, others
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
    read = Reader(words, question, lexicon).read(tuple(corrected))
    if read.intents & _OF_SOMEBODY and not read.has(Sense.PERSON) and (slip := misspelt_person(question, (names,))):
        question = question.replace(*slip)
        read = Reader(segments(question, lexicon, today, names), question, lexicon).read((*corrected, slip))
    return read


def _with_edition_first(question: str, words: Sequence[Word]) -> str:
    """The text with the one edition that it names, in its middle, at its beginning; else as it is."""
    named = [word.text for word in words if word.edition]
    if len(named) != 1 or words[0].edition or question.count(named[0]) != 1:
        return question
    before, behind = question.split(named[0])
    return f"{named[0]} {before.rstrip()}{' ' if question.isascii() else ''}{behind.lstrip().removeprefix('的')}"


def _lost(words: Sequence[Word]) -> int:
    """How many characters were not understood."""
    return sum(len(word.text) for word in words if not word.is_known)
