"""A day of the year and what happened on it; the anniversaries ahead."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Quantity
from bot.knowledge.anniversaries import FOUNDINGS, Event, EventKind
from bot.language import Language
from bot.messages.dates import date_text
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.numbers import english_ordinal, in_words
from bot.messages.sources import Numbering
from bot.messages.timeline import what_happened
from bot.messages.topic import topic_message
from bot.messages.values import name_text, remarks
from bot.messages.voice import Voice


def day_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """`7 月 12 日｜成立 4 周年`, then what happened, oldest first within each kind."""
    day = date_of(answer.values["day"])
    numbering = Numbering(answer.citations)
    counts = dict.fromkeys(
        count
        for statement in answer.statements
        if (count := count_text(statement, voice, is_today=bool(answer.values["is_today"])))
    )
    shown = date_text(PartialDate.of(day), voice.language, with_year=False)
    heading = voice.texts("day.counts", day=shown, counts=voice.texts("list.comma").join(counts)) if counts else shown
    lines = [bold(heading)]
    for statement in answer.statements:
        text = happened_text(statement, voice, is_today=bool(answer.values["is_today"]))
        lines.append(escape(text) + numbering.marks(statement.citations))
    return topic_message(lines, answer, voice, numbering)


def anniversaries_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """A line for each of the next days: when it is, in how many days, what it is the anniversary of."""
    today = date_of(answer.values["today"])
    numbering = Numbering(answer.citations)
    lines = [bold(voice.texts("anniversaries.title"))]
    for statement in answer.statements:
        day = date_of(statement.values["day"])
        shown = date_text(PartialDate.of(day), voice.language)
        wait = (day - today).days
        ahead = voice.texts.plural("ahead.days", wait) if wait else voice.texts("ahead.today")
        lines.append(
            f"{bold(shown)}{escape(ahead + ahead_text(statement, voice))}" + numbering.marks(statement.citations)
        )
    return topic_message(lines, answer, voice, numbering)


def event_text(statement: Statement, voice: Voice) -> str:
    """An event by itself, plain: its own date and what happened."""
    event = event_of(statement)
    when = date_text(PartialDate.of(event.day), voice.language)
    return f"{when} {what_text(event, voice)}{_beside(statement, voice)}{remarks_text(event, voice)}"


def happened_text(statement: Statement, voice: Voice, *, is_today: bool) -> str:
    """`2022 年的今天，世界互联网大会国际组织成立，由六家单位共同发起`: plain."""
    event, years = event_of(statement), int(str(statement.values["years"]))
    form = "happened.this_year" if years == 0 else "happened.today" if is_today else "happened.that_day"
    what = (
        what_text(event, voice) + _beside(statement, voice) + remarks_text(event, voice) + _leap_day(statement, voice)
    )
    return voice.texts(form, year=event.day.year, what=what)


def ahead_text(statement: Statement, voice: Voice) -> str:
    """`世界互联网大会国际组织成立满 4 周年`; an opening is `4 年前的这一天，2022 年峰会开幕`: plain."""
    event, years = event_of(statement), int(str(statement.values["years"]))
    form = "ahead.founding" if event.kind in FOUNDINGS else "ahead.other"
    text = voice.texts.plural(form, years, what=what_text(event, voice), number=anniversary_number(years, voice))
    return text + remarks_text(event, voice) + _leap_day(statement, voice)


def count_text(statement: Statement, voice: Voice, *, is_today: bool) -> str:
    """`成立 4 周年` for foundings and first times, `4 年前的今天` for the others; empty for what was this year."""
    event, years = event_of(statement), int(str(statement.values["years"]))
    if years < 1:
        return ""
    number = anniversary_number(years, voice)
    other = "day.other" if is_today else "day.other_day"
    form = "day.founding" if event.kind is EventKind.FOUNDED else "day.first" if event.kind in FOUNDINGS else other
    return voice.texts.plural(form, years, number=number)


def anniversary_number(years: int, voice: Voice) -> str:
    """The number in `4 周年`, `4th anniversary`."""
    return str(years) if voice.language is Language.ZH else english_ordinal(years)


def what_text(event: Event, voice: Voice) -> str:
    """What happened: plain, without its date."""
    if event.first:
        return voice.texts("happened.first_edition", subject=voice.subject(event.fact.subject))
    if event.kind is EventKind.OPENED:
        return voice.texts("happened.opened", subject=voice.subject(event.fact.subject))
    if event.kind is EventKind.CLOSED:
        return voice.texts("happened.closed", subject=voice.subject(event.fact.subject))
    return what_happened(event.fact, voice)


def _beside(statement: Statement, voice: Voice) -> str:
    """By how many it was founded, and where it sits."""
    parts = ""
    for fact in statement.facts[1:]:
        if fact.predicate == "founder_count" and isinstance(fact.value, Quantity):
            parts += voice.texts("happened.founders", number=in_words(fact.value.value, voice.language))
        elif fact.predicate == "headquarters":
            parts += voice.texts("happened.headquarters", place=name_text(str(fact.value), voice))
    return parts


def remarks_text(event: Event, voice: Voice) -> str:
    """In brackets that the date was announced, or derived; empty for another one."""
    said = remarks((event.fact,), voice)
    return voice.texts("remark.brackets", remarks=voice.texts("card.comma").join(said)) if said else ""


def _leap_day(statement: Statement, voice: Voice) -> str:
    """That it was on 29 February, where it is remembered on the 28th."""
    event, day = event_of(statement), date_of(statement.values["day"])
    return voice.texts("happened.leap_day") if event.day.day == 29 and day.day == 28 and day.month == 2 else ""


def event_of(statement: Statement) -> Event:
    """The event of a statement; TypeError for a statement without one."""
    event = statement.values["event"]
    if not isinstance(event, Event):
        raise TypeError(f"no event in {statement.topic}")
    return event


def date_of(value: object) -> date:
    """The date in `values`; TypeError for something else."""
    if not isinstance(value, date):
        raise TypeError(f"no date: {value!r}")
    return value
