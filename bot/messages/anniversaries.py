"""The post of an anniversary: today's, and those some days ahead."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.knowledge.anniversaries import FOUNDINGS
from bot.messages.dates import date_text
from bot.messages.days import ahead_text, anniversary_number, count_text, date_of, event_of, happened_text
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.post import stop_line
from bot.messages.sources import Numbering
from bot.messages.splitting import fit_lines
from bot.messages.values import remarks, value_text
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed


def anniversary_message(answer: Answer, voice: Voice) -> Message:
    """`7 月 12 日｜成立 4 周年`, what happened, the sources, and how to stop."""
    texts, numbering = voice.texts, Numbering(answer.citations)
    today = date_of(answer.values["day"])
    events = [statement for statement in answer.statements if statement.topic != "event.series"]
    counts = dict.fromkeys(_count(statement, today, voice) for statement in events)
    heading = texts("day.counts", day=_day(today, voice), counts=texts("list.comma").join(counts))
    told = [_told(statement, today, voice) for statement in answer.statements]
    marked = [
        escape(text) + numbering.marks(statement.citations)
        for text, statement in zip(told, answer.statements, strict=True)
    ]
    return Message(fit_lines([bold(heading), *marked, *numbering.footer(voice), stop_line(Feed.ANNIVERSARIES, voice)]))


def _count(statement: Statement, today: date, voice: Voice) -> str:
    """`成立 4 周年`; ahead of it `再过 7 天满 4 周年`."""
    wait = _wait(statement, today)
    if not wait:
        return count_text(statement, voice, is_today=True)
    event, day = event_of(statement), date_of(statement.values["day"])
    years = event.years(day)
    if event.kind in FOUNDINGS:
        return voice.texts.plural("ahead.count.founding", wait, number=anniversary_number(years, voice))
    return voice.texts.plural("ahead.count.other", wait, day=_day(day, voice))


def _told(statement: Statement, today: date, voice: Voice) -> str:
    if statement.topic == "event.series":
        fact = statement.facts[0]
        said = remarks((fact,), voice)
        remark = voice.texts("remark.brackets", remarks=voice.texts("card.comma").join(said)) if said else ""
        return voice.texts(
            "anniversary.series", subject=voice.subject(fact.subject), value=value_text(fact, voice), remark=remark
        )
    if wait := _wait(statement, today):
        day = _day(date_of(statement.values["day"]), voice)
        return voice.texts.plural("ahead.post", wait, day=day, what=ahead_text(statement, voice))
    return happened_text(statement, voice, is_today=True)


def _wait(statement: Statement, today: date) -> int:
    """Days until the anniversary."""
    return (date_of(statement.values["day"]) - today).days


def _day(day: date, voice: Voice) -> str:
    return date_text(PartialDate.of(day), voice.language, with_year=False)
