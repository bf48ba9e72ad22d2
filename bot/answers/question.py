"""A question in words to an answer: found, ambiguous, or honestly unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Context, Kind, Question, Understood
from bot.answers.articles import authorship
from bot.answers.asked import PLAIN, Asked
from bot.answers.contrast import contrast, superlative
from bot.answers.editions import Edition, EditionKind, EditionRef, resolve
from bot.answers.excused import excused
from bot.answers.filtered import filtered
from bot.answers.interpret.interpret import interpret
from bot.answers.interpret.interpretation import Interpretation
from bot.answers.interpret.lexicon import Lexicon, Meaning, Sense
from bot.answers.interpret.named import Named, named
from bot.answers.interpret.segments import Word
from bot.answers.itself import how_many_editions, itself
from bot.answers.known import Known
from bot.answers.meaning import meaning, part, subject_matter
from bot.answers.occasions import occasion
from bot.answers.passage import passage
from bot.answers.people import office, person
from bot.answers.plain import plain
from bot.answers.purpose import purpose
from bot.answers.quoted import quoted
from bot.answers.reverse import on_day, which_edition
from bot.answers.suggestions import nearby
from bot.answers.yes_no import yes_no
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot

# In this order; the first that knows what to say does. Values come last: they take every question of plain words.
TOPICS: tuple[Callable[[Asked], Answer | None], ...] = (
    itself,
    authorship,
    meaning,
    how_many_editions,
    on_day,
    superlative,
    contrast,
    purpose,
    occasion,
    which_edition,
    quoted,
    person,
    office,
    yes_no,
    part,
    filtered,
    subject_matter,
)
# Two questions in one message; more are a pasted text.
_PARTS = 4
_SENTENCES = re.compile(r"[?？。；;\n]+")
_ASKS = re.compile(
    r"多少|几|哪|什么|啥|谁|何|吗|怎|"
    r"\b(?:how|what|when|where|who|which|why|whose|did|was|were|is|are|number|count)\b"
)
# What is asked of somebody who was just spoken of: 他说了什么.
_OF_PEOPLE = frozenset({"said", "deeds", "title"})
_BESIDE = (EditionKind.PREVIOUS, EditionKind.NEXT)
_CLAUSES = re.compile(
    r"[?？。；;\n，,、]+|\s[-–—]+\s|(?<=[a-z])\s+and\s+(?=how|what|who|when|where|which)", re.IGNORECASE
)


def answer(question: Question, snapshot: Snapshot, lexicon: Lexicon, names: Named | None = None) -> Answer:
    """The answer to a question in words. Pure: the same question, snapshot and date give the same answer.

    `names` is what `named` makes of the snapshot; it is made here when it is not given.
    """
    known = Known(snapshot, lexicon.vocabulary, question.language)
    names = names or named(snapshot, lexicon, known.names)
    sentences = [text for text in _SENTENCES.split(question.text) if any(map(str.isalnum, text))]
    if 1 < len(sentences) <= _PARTS and (both := _several(sentences, question, known, lexicon, names)):
        return both
    whole = _one(question, known, lexicon, names)
    clauses = [text for text in _CLAUSES.split(question.text) if any(map(str.isalnum, text))]
    if whole.kind is not Kind.UNKNOWN:
        return _with_first(clauses, whole, question, known, lexicon, names)
    if not 1 < len(clauses) <= _PARTS:
        return whole
    return _several(clauses, question, known, lexicon, names, in_clauses=True) or whole


def _with_first(
    clauses: Sequence[str], whole: Answer, question: Question, known: Known, lexicon: Lexicon, names: Named
) -> Answer:
    """几家单位发起的，有阿里吗: what the first of two clauses asks beside the yes or no of the other."""
    if whole.verdict is None or len(clauses) != 2 or not _ASKS.search(clauses[0].lower()):
        return whole
    first = _one(replace(question, text=clauses[0]), known, lexicon, names)
    if first.kind is not Kind.FOUND or first.verdict is not None or first.title != whole.title:
        return whole
    said = {fact for statement in whole.statements for fact in statement.facts}
    others = tuple(statement for statement in first.statements if not said.issuperset(statement.facts))
    return replace(
        whole,
        statements=(*whole.statements, *others),
        understood=replace(
            whole.understood,
            predicates=tuple(dict.fromkeys((*whole.understood.predicates, *first.understood.predicates))),
        ),
    )


def _several(
    parts: Sequence[str],
    question: Question,
    known: Known,
    lexicon: Lexicon,
    names: Named,
    *,
    in_clauses: bool = False,
) -> Answer | None:
    """Each part answered for itself, with the edition of the one before where it names none; None if none is read.

    A part that was not read is named as missing, as it was typed. Beside such a clause (`in_clauses`) the others must
    ask: of 嘉宾里，记者有多少 the first part is not what is asked.
    """
    answers: list[Answer] = []
    asks: list[bool] = []
    is_read = True
    # "When and where was it in 2024": what one part names holds for the others.
    read = interpret(question.text, question.today, lexicon, names.words)
    years = [edition.year for edition in _resolved(read, question, known.snapshot) if edition.year is not None]
    context = Context((years[0],)) if len(years) == 1 else question.context
    for text in parts:
        one = _one(replace(question, text=text, context=context), known, lexicon, names)
        if one.kind is Kind.UNKNOWN and not (one.missing and one.title == "unknown.value"):
            is_read = False
            one = replace(one, missing=(text.strip(),))
        asks.append(one.kind is Kind.UNKNOWN or _ASKS.search(text.lower()) is not None)
        answers.append(one)
        context = one.context or context
    if in_clauses and not is_read and not all(asks):
        return None
    found = [one for one in answers if one.kind is not Kind.UNKNOWN and one.title == "values.title"]
    if not found or len(found) < sum(one.kind is not Kind.UNKNOWN for one in answers):
        return None
    # A yes or no is said of what stands first; of two nothing would tell which is meant.
    judged = [one for one in found if one.verdict is not None]
    if len(judged) == 1:
        found = [*judged, *(one for one in found if one is not judged[0])]
    statements = tuple(statement for one in found for statement in one.statements)
    understood = [one.understood for one in answers]
    return Answer(
        Kind.AMBIGUOUS if all(one.kind is Kind.AMBIGUOUS for one in found) else Kind.FOUND,
        Understood(
            tuple(dict.fromkeys(s for u in understood for s in u.subjects)),
            tuple(dict.fromkeys(p for u in understood for p in u.predicates)),
            tuple(dict.fromkeys(c for u in understood for c in u.corrected)),
            question.context is not None and understood[0].from_context,
        ),
        title="values.title",
        values={key: value for one in found for key, value in one.values.items()},
        statements=statements,
        missing=tuple(dict.fromkeys(m for one in answers for m in one.missing)),
        notes=tuple(dict.fromkeys(n for one in found for n in one.notes)),
        verdict=judged[0].verdict if len(judged) == 1 else None,
        context=context,
    )


def _one(question: Question, known: Known, lexicon: Lexicon, names: Named) -> Answer:
    read = interpret(question.text, question.today, lexicon, names.words)
    read, from_context = _in_context(read, question.context, lexicon)
    editions = _resolved(read, question, known.snapshot)
    asked = Asked(question, read, editions, known, names, lexicon, from_context)
    found = _from_facts(asked)
    if found.kind is not Kind.UNKNOWN:
        return found
    again = excused(asked, lambda reading: _from_facts(replace(asked, read=reading)))
    # A question whose every word was understood has no answer among the facts: a sentence would answer another one.
    return again or (passage(asked) if read.unread or _names_something(read) else None) or found


def _names_something(read: Interpretation) -> bool:
    """A thing or a person of the sources, of which an article may say more than its facts."""
    return (read.has(Sense.ITEM) or read.has(Sense.PERSON)) and (not read.predicates or "why" in read.intents)


def _from_facts(asked: Asked) -> Answer:
    """What the first topic says that knows what to say."""
    return next((found for topic in TOPICS if (found := topic(asked))), None) or plain(asked)


def _resolved(read: Interpretation, question: Question, snapshot: Snapshot) -> tuple[Edition, ...]:
    """The editions named; 上一届 counts from another one in the question, else from the one spoken of.

    下一届 is the one to come, but in a follow-up (那下一届呢) the one behind that which was spoken of.
    """
    spoken_of = question.context.years[0] if question.context and len(question.context.years) == 1 else None
    fixed = [resolve(ref, snapshot, question.today) for ref in read.editions if ref.kind not in _BESIDE]
    base = fixed[0].year if len(fixed) == 1 else spoken_of
    to_come = len(fixed) != 1 and not read.has(Sense.FOLLOW_UP)
    return tuple(
        resolve(ref, snapshot, question.today, None if to_come and ref.kind is EditionKind.NEXT else base)
        for ref in read.editions
    )


def _in_context(read: Interpretation, context: Context | None, lexicon: Lexicon) -> tuple[Interpretation, bool]:
    """The question with what was left unsaid taken over from what was spoken of."""
    if context is None or read.unread or read.has(Sense.PERSON):
        # Who is named is asked about as a whole.
        return read, False
    if len(context.people) == 1 and read.intents & _OF_PEOPLE and not read.editions:
        person = Word("", frozenset({Meaning(Sense.PERSON, context.people[0])}))
        return replace(read, words=(*read.words, person)), True
    plain = not read.rest({*PLAIN, Sense.EVERY_EDITION}, {"yes_no", "overview"})
    if read.editions and plain and not read.predicates and context.predicates:
        about_people = context.predicates == ("person",)
        return replace(
            read,
            predicates=context.predicates,
            names_organisation=context.organisation,
            roles=context.roles if about_people else frozenset(),
            events=context.events if about_people else (),
            intents=frozenset(),
            is_sound=True,
        ), True
    vocabulary = lexicon.vocabulary
    of_summit = read.predicates and all(vocabulary[p].subject == "summit" for p in read.predicates)
    unnamed = not read.editions and not read.names_organisation and not read.has(Sense.EVERY_EDITION)
    if of_summit and unnamed and context.years and not read.has(Sense.SUPERLATIVE) and not read.has(Sense.SERIES):
        editions = tuple(EditionRef(EditionKind.YEAR, year) for year in context.years)
        is_sound = read.is_sound or (
            read.predicates == ("person",) and read.intents <= {"who", "list"} and not read.rest(PLAIN, {"who", "list"})
        )
        return replace(read, editions=editions, is_sound=is_sound), True
    return read, False


def unread(question: Question, snapshot: Snapshot, vocabulary: Vocabulary) -> Answer:
    """The answer to a text that was not read: unknown, with what could be asked instead."""
    return Answer(
        Kind.UNKNOWN,
        title="unknown.question" if any(map(str.isalnum, question.text)) else "unknown.empty",
        values={"question": question.text},
        suggestions=nearby((), (), snapshot, vocabulary),
    )
