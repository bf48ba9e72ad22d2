"""The last resort for a question: the sentence of an article that covers all of it.

Precision goes before recall. A sentence answers only if every word of the question that carries meaning stands in it, in
the edition that was asked about, and if it is of the kind that was asked for. Numbers, days and people are never taken
from a sentence: if no fact says them, they are not known.
"""

from __future__ import annotations

from collections.abc import Collection

from bot.answers.answer import Answer, Kind, Question, Statement, Understood
from bot.answers.editions import Edition
from bot.answers.interpret.lexicon import Lexicon, Sense
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.segments import Word, segments
from bot.knowledge.passages import Passage, searched_words
from bot.knowledge.snapshot import SUMMIT, Snapshot, summit

# Words that only say what kind of answer is wanted, or whose meeting it is.
_EMPTY = frozenset({Sense.FILLER, Sense.CONJUNCTION, Sense.SERIES, Sense.ONLY_SERIES, Sense.INTENT})
# Kinds of question that a sentence must not answer: a value, a body, a yes or no.
_STRICT = frozenset(
    "count when where who which_body which_edition which_year yes_no have exists names duration compare most".split()  # noqa: SIM905
)
_LOOKED_AT = 20
_SHOWN = 2
# One short word is a subject and no question.
_FEWEST_CHARACTERS = 4


def passage(question: Question, editions: Collection[Edition], snapshot: Snapshot, lexicon: Lexicon) -> Answer | None:
    """The best sentence or two that cover the question; None if none does."""
    words = segments(normalised(question.text), lexicon, question.today)
    asked = content_words(words)
    if not asked or sum(map(len, asked)) < _FEWEST_CHARACTERS or _wants_a_value(words):
        return None
    years = [edition.year for edition in editions]
    if None in years or len(years) > 1:
        return None
    found = [
        each
        for each in snapshot.passages.search(" ".join(asked), _LOOKED_AT)
        if _covers(each, asked) and (not years or years[0] in _scope(each, snapshot))
    ][:_SHOWN]
    if not found:
        return None
    return Answer(
        Kind.FOUND,
        Understood(subjects=tuple(summit(year) for year in years if year is not None)),
        title="passage.title",
        statements=tuple(
            Statement("passage.answer", quotes=(each.citation,), values={"text": each.sentence.text}) for each in found
        ),
    )


def content_words(words: Collection[Word]) -> tuple[str, ...]:
    """The words that an answer must hold: all but editions and those that carry no meaning of their own."""
    kept = [w.text for w in words if w.edition is None and not (w.meanings and {m.sense for m in w.meanings} <= _EMPTY)]
    return tuple(dict.fromkeys(part for text in kept for part in searched_words(text)))


def _wants_a_value(words: Collection[Word]) -> bool:
    intents = {m.name for word in words for m in word.meanings if m.sense is Sense.INTENT}
    foreign = any(m.sense is Sense.OTHER_MEETING for word in words for m in word.meanings)
    return bool(intents & _STRICT) or foreign


def _covers(found: Passage, asked: Collection[str]) -> bool:
    text = found.sentence.text.lower()
    return all(word in text for word in asked)


def _scope(found: Passage, snapshot: Snapshot) -> frozenset[int]:
    """The edition a sentence speaks of: of the facts that it proves, else the one its article is about."""
    proved = [
        (fact.subject, source.line, source.quote)
        for fact in snapshot.facts
        for source in fact.sources
        if source.document_id == found.document.id and fact.subject.startswith(SUMMIT)
    ]
    here = (found.sentence.line, found.sentence.quote)
    subjects = {subject for subject, *place in proved if tuple(place) == here} or {subject for subject, *_ in proved}
    years = frozenset(int(subject.removeprefix(SUMMIT)) for subject in subjects)
    return years if len(years) == 1 else frozenset()
