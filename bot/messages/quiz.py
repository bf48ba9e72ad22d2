"""A quiz question as a poll."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.quiz import Question, QuestionKind
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact, GlossaryItem, Phase, Quantity, Value
from bot.knowledge.snapshot import SUMMIT
from bot.language import Language, of_text
from bot.messages.dates import date_text
from bot.messages.html import escape, shortened
from bot.messages.poll import EXPLANATION_LIMIT, OPTION_LIMIT, QUESTION_LIMIT, Poll
from bot.messages.post import stop_line
from bot.messages.splitting import utf16_length
from bot.messages.values import name_text, short_name, value_text
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed


def quiz_poll(question: Question, voice: Voice, *, anonymous: bool = False) -> Poll | None:
    """The poll; None for a question that does not fit into one, or whose options cannot be told in this language.

    The explanation is the proving sentence with its article; below the question stands how to stop.
    """
    asked = _asked(question, voice)
    options = tuple(_option(question, option, voice) for option in question.options)
    fits = utf16_length(asked) <= QUESTION_LIMIT and all(0 < utf16_length(each) <= OPTION_LIMIT for each in options)
    if not fits or len(set(options)) < len(options) or not all(_is_readable(each, voice) for each in options):
        return None
    description = f"{escape(voice.texts('quiz.source_later'))} {stop_line(Feed.QUIZ, voice)}"
    return Poll(asked, options, question.correct, _explanation(question, voice), description, anonymous)


def _asked(question: Question, voice: Voice) -> str:
    texts, item = voice.texts, question.item
    if isinstance(item, GlossaryItem):
        return texts("quiz.term", definition=" ".join(item.definition.split()))
    remark = texts("remark.brackets", remarks=texts("remark.announced")) if item.phase is Phase.ANNOUNCED else ""
    values = {"subject": voice.subject(item.subject), "name": voice.label(item), "remark": remark}
    if question.kind is QuestionKind.TITLE:
        day = voice.snapshot.documents[item.sources[0].document_id].date
        person = short_name(str(item.value), voice)
        return texts("quiz.title", person=person, date=date_text(day, voice.language), **values)
    form = f"quiz.{question.kind}.{item.predicate}"
    text = texts(form if texts.has(form) else f"quiz.{question.kind}", **values)
    return text[0].upper() + text[1:] if voice.language is Language.EN else text


def _option(question: Question, option: Value, voice: Voice) -> str:
    item = question.item
    if isinstance(option, Quantity) and isinstance(item, Fact):
        return value_text(replace(item, value=option), voice)
    if isinstance(option, PartialDate):
        in_subject = isinstance(item, Fact) and item.subject.startswith(SUMMIT)
        return date_text(option, voice.language, with_year=not in_subject)
    if isinstance(item, GlossaryItem):
        return _term(str(option), voice)
    if question.kind is QuestionKind.TITLE:
        return name_text(str(option), voice)
    return short_name(str(option), voice)


def _is_readable(option: str, voice: Voice) -> bool:
    """An English reader can do nothing with Chinese options; a Chinese reader of English articles can."""
    return voice.language is Language.ZH or of_text(option) is Language.EN


def _term(name: str, voice: Voice) -> str:
    """The term in the reader's language, where it has a name in it."""
    if voice.language is Language.EN:
        known = (item.term_en for item in voice.snapshot.glossary if name in (item.term_zh, item.term_en))
        return next(known, "") or name
    return name


def _explanation(question: Question, voice: Voice) -> str:
    """The sentence that proves it, and where it stands: within the limit, one line feed."""
    item = question.item
    citation = item.source if isinstance(item, GlossaryItem) else item.sources[0]
    document = voice.snapshot.documents[citation.document_id]
    name = document.publisher or shortened(document.title, OPTION_LIMIT)
    source = shortened(name + voice.texts("source.date", date=str(document.date)), OPTION_LIMIT)
    room = EXPLANATION_LIMIT - utf16_length(source) - 1
    return f"{shortened(' '.join(citation.quote.split()), room // 2 if _is_wide(citation.quote) else room)}\n{source}"


def _is_wide(text: str) -> bool:
    """Whether a character of it takes two of Telegram's units."""
    return utf16_length(text) > len(text)
