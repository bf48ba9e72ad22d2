"""The last resort for a question: the sentence of an article that covers all of it.

Precision goes before recall. A sentence answers only if every word of the question that carries meaning stands in it, in
the edition that was asked about, and if it is of the kind that was asked for. A number or a day is taken from a sentence
only where no fact could say it: the noun is none of the vocabulary, and it stands in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.asked import Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.interpret.segments import Word
from bot.knowledge.passages import Passage, searched_words
from bot.knowledge.snapshot import SUMMIT, Snapshot, summit

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
    }
)
# What a sentence must not answer: another conference, who has most, what the bot is.
_FOREIGN = frozenset({Sense.OTHER_MEETING, Sense.SUPERLATIVE, Sense.COMPARISON, Sense.LIMIT, Sense.BOT, Sense.BEFORE})
# Nor a body, a yes or no, an edition.
_STRICT = frozenset(
    (
        "said",
        "when",
        "where",
        "who",
        "which_body",
        "which_edition",
        "which_year",
        "yes_no",
        "have",
        "exists",
        "names",
    )
)
# What a clause must hold to answer how many and when.
_MEASURES = {
    "count": re.compile(
        r"\d|[两三四五六七八九十百千万亿]|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)\b"
    ),
}
_COUNTING = re.compile(r"多少|几[个家名位场项]|how many")
_CLAUSE = re.compile(r"[，。；！？,;]")
_ENDS = (*"。！？；.!?;", "。”", "！”", '."')
_LOOKED_AT = 20
_SHOWN = 2
# Fewer say what is spoken of, and not what is asked of it.
_FEWEST_WORDS = 2
_FEWEST_CHARACTERS = 5


def passage(asked: Asked) -> Answer | None:
    """The best sentence or two that cover the question; None if none does."""
    read = asked.read
    wanted = content_words(read.words)
    measure = next((intent for intent in _MEASURES if intent in read.intents), "")
    measure = measure or ("count" if _COUNTING.search(read.text) else "")
    if not measure and (len(wanted) < _FEWEST_WORDS or sum(map(len, wanted)) < _FEWEST_CHARACTERS):
        return None
    if measure and not (asked.years and any(len(piece) > 1 for piece in read.unread)):
        return None
    if read.intents & _STRICT or any(map(read.has, _FOREIGN)) or not asked.is_resolved or len(asked.years) > 1:
        return None
    snapshot = asked.known.snapshot
    found = [
        each
        for each in snapshot.passages.search(" ".join(wanted), _LOOKED_AT)
        if _covers(each, wanted)
        and (not measure or _says(each, measure, read.unread))
        and (not asked.years or asked.years[0] in _scope(each, snapshot))
    ][:_SHOWN]
    if not found:
        return None
    return Answer(
        Kind.FOUND,
        asked.understood([summit(year) for year in asked.years]),
        title="passage.title",
        statements=tuple(
            Statement("passage.answer", quotes=(each.citation,), values={"text": each.sentence.text}) for each in found
        ),
    )


def content_words(words: Collection[Word]) -> tuple[str, ...]:
    """The words that an answer must hold: all but editions and those that carry no meaning of their own."""
    kept = [
        w.text
        for w in words
        if not w.edition
        and not _COUNTING.search(w.text)
        and not (w.meanings and {m.sense for m in w.meanings} <= _EMPTY)
    ]
    return tuple(dict.fromkeys(part for text in kept for part in searched_words(text)))


def _covers(found: Passage, asked: Collection[str]) -> bool:
    """True for a whole sentence (no heading, no item of a list) with every word."""
    text = found.sentence.text.lower()
    return text.endswith(_ENDS) and all(word in text for word in asked)


def _says(found: Passage, measure: str, unread: Collection[str]) -> bool:
    """True if a number (a day, a place) stands in the clause of what is not in the vocabulary."""
    nouns = [part for piece in unread for part in searched_words(piece)]
    clauses = _CLAUSE.split(found.sentence.text.lower())
    return bool(nouns) and any(
        all(noun in clause for noun in nouns) and _MEASURES[measure].search(clause) for clause in clauses
    )


def _scope(found: Passage, snapshot: Snapshot) -> frozenset[int]:
    """The edition a sentence speaks of: of the facts that it proves, else the one its article is about."""
    proofs = snapshot.proofs.get(found.document.id, ())
    proved = [(subject, each.line, each.quote) for subject, each in proofs if subject.startswith(SUMMIT)]
    here = (found.sentence.line, found.sentence.quote)
    subjects = {subject for subject, *place in proved if tuple(place) == here} or {subject for subject, *_ in proved}
    years = frozenset(int(subject.removeprefix(SUMMIT)) for subject in subjects)
    return years if len(years) == 1 else frozenset()
