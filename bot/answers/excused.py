"""Words of a question that were not understood, excused by the sentence that proves the answer.

2024年乌镇峰会迈入第几个年头: nobody listed 迈入, but the article that says so has it. A question is read again without such
words, and its answer counts only if every one of them stands in the evidence. What narrows a question (外国, on-site) is
never excused, nor is a noun before a figure unless the article puts it before the same noun: of 中外嘉宾 yes, of 数据分论坛 no.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import rjieba

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.asked import Asked
from bot.answers.interpret.day_words import DayRef, days_in
from bot.answers.interpret.interpretation import Interpretation
from bot.answers.interpret.lexicon import Lexicon, Sense
from bot.answers.interpret.reader import Reader
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.segments import Word
from bot.answers.stems import stem
from bot.corpus.document import Citation
from bot.facts.vocabulary import ValueKind

# A question that compares, ranks or wants a verdict is about more than its sentence says.
_STRICT = frozenset({"yes_no", "exists", "why", "for_whom", "said"})
_FOREIGN = (Sense.OTHER_MEETING, Sense.SUPERLATIVE, Sense.COMPARISON, Sense.BOT, Sense.BEFORE)
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Token:
    """A word to be excused, whether it says what is done, the known word that follows it, or the day it names."""

    text: str
    is_verb: bool = False
    before: str = ""
    day: DayRef | None = None


def excused(asked: Asked, answer: Callable[[Interpretation], Answer]) -> Answer | None:
    """What `answer` makes of the question without the words that its own proof excuses; None if they are not excused."""
    read = asked.read
    dropped = [word for word in read.words if not word.is_known or word.day]
    if not dropped or read.intents & _STRICT or any(map(read.has, _FOREIGN)):
        return None
    tokens = [token for word in dropped for token in _tokens(word, read.words)]
    if len(tokens) > _MOST_WORDS or any(token.text in asked.lexicon.narrowing for token in tokens):
        return None
    again = without(read, dropped, asked.lexicon)
    if again.predicates == ("person",) and not all(token.is_verb or token.day for token in tokens):
        # 秘书长 stands in 副秘书长: an office is no word to be passed over.
        return None
    found = answer(again)
    if found.kind is not Kind.FOUND or not found.statements or not found.understood.predicates:
        return None
    kept = [s for s in found.statements if all(_is_excused(token, s, asked) for token in tokens)]
    return replace(found, statements=tuple(kept)) if kept and _same_predicates(kept, found.statements) else None


def without(read: Interpretation, dropped: Sequence[Word], lexicon: Lexicon) -> Interpretation:
    """The reading of the other words."""
    kept = [word for word in read.words if word not in dropped]
    return Reader(kept, read.text, lexicon).read(read.corrected)


def _same_predicates(kept: Sequence[Statement], found: Sequence[Statement]) -> bool:
    return {s.values.get("predicate") for s in kept} == {s.values.get("predicate") for s in found}


def _tokens(word: Word, words: Sequence[Word]) -> list[_Token]:
    at = words.index(word)
    following = words[at + 1].text if at + 1 < len(words) else ""
    if word.day:
        return [_Token(word.text, day=word.day)]
    if word.text.isascii():
        return [_Token(token, before=following) for token in re.findall("[a-z]+", word.text)]
    return [_Token(text, is_verb=tag.startswith("v"), before=following) for text, tag in rjieba.tag(word.text)]


def _is_excused(token: _Token, statement: Statement, asked: Asked) -> bool:
    if token.day:
        return any(token.day in days_in(text) for citation in statement.citations for text in _before(citation, asked))
    sentences = [normalised(citation.quote) for citation in statement.citations]
    named = [name for kind in asked.read.programmes for name in asked.lexicon.programme_names[kind]]
    forms = (token.text, *asked.lexicon.synonyms.get(token.text, ()))
    if any(_stands_in(form, normalised(name)) for name in named for form in forms):
        # "The internet contest": a part of the name of the programme.
        return True
    if _is_figure(statement, asked) and not token.is_verb and token.before:
        forms = tuple(form + blank + token.before for form in forms for blank in ("", " "))
    return any(_stands_in(form, sentence) for sentence in sentences for form in forms)


def _before(citation: Citation, asked: Asked) -> list[str]:
    """The sentence and those before it in its paragraph: a day is said once, at the beginning."""
    document = asked.known.snapshot.documents.get(citation.document_id)
    for block in document.blocks if document else ():
        quotes = [sentence.quote for sentence in block.sentences]
        if citation.quote in quotes:
            return [normalised(quote) for quote in quotes[: quotes.index(citation.quote) + 1]]
    return [normalised(citation.quote)]


def _is_figure(statement: Statement, asked: Asked) -> bool:
    entry = asked.known.vocabulary.predicates.get(str(statement.values.get("predicate")))
    return entry is not None and entry.kind is ValueKind.COUNT


def _stands_in(form: str, text: str) -> bool:
    """True for a word of the text; of an English one in any of its forms."""
    if not form.isascii():
        return form in text
    if " " in form:
        return form in text
    return any(stem(word) == stem(form) for word in re.findall("[a-z]+", text))
