"""An edition in three sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact
from bot.messages.card import derived_part
from bot.messages.dates import date_text, range_text
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.numbers import closed_up
from bot.messages.rivals import rivals_text
from bot.messages.sources import Numbering
from bot.messages.topic import topic_message
from bot.messages.values import is_our_translation, name_text, short_name, value_text
from bot.messages.voice import Voice


def brief_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The heading, the sentences with their proofs, and the sources."""
    numbering = Numbering(answer.citations)
    name = voice.config.series.name.in_language(voice.language)
    lines = [bold(voice.texts("card.title", year=answer.values["year"], name=name))]
    for statement in answer.statements:
        text = escape(brief_text(statement, voice)) + numbering.marks(statement.citations)
        lines.append(text + rivals_text(statement, voice, numbering))
    if answer.values["announced"]:
        lines.append(escape(voice.texts("note.line", notes=voice.texts("note.announced_only"))))
    return topic_message(lines, answer, voice, numbering)


def brief_text(statement: Statement, voice: Voice) -> str:
    """One sentence, plain."""
    facts: dict[str, list[Fact]] = {}
    for fact in statement.facts:
        facts.setdefault(fact.predicate, []).append(fact)
    parts = _SENTENCES[statement.topic](facts, statement, voice)
    return voice.texts("brief.sentence", text=_capital(voice.texts("brief.comma").join(filter(None, parts))))


Facts = Mapping[str, list[Fact]]


def _held(facts: Facts, statement: Statement, voice: Voice) -> list[str]:
    """When and where it was held, and on which theme."""
    texts = voice.texts
    days = [fact.value for name in ("start_date", "end_date") for fact in facts.get(name, ())[:1]]
    dates = [day for day in days if isinstance(day, PartialDate)]
    opening = next((f.value for f in facts.get("opening_date", ()) if isinstance(f.value, PartialDate)), None)
    when = ""
    if len(dates) == 2:
        when = texts("brief.from_to", dates=range_text(dates[0], dates[1], voice.language))
    elif dates or opening:
        when = texts("brief.from", date=date_text(dates[0] if dates else _day(opening), voice.language))
    where = [texts("brief.at", place=name_text(str(fact.value), voice)) for fact in facts.get("venue", ())[:1]]
    theme = [_theme(str(fact.value), voice) for fact in facts.get("theme", ())[:1]]
    form = "brief.held.announced" if statement.values["announced"] else "brief.held"
    held = texts(form, subject=voice.subject(str(statement.values["subject"])), when=when, where="".join(where))
    if derived := derived_part([fact for name in ("start_date", "end_date") for fact in facts.get(name, ())], voice):
        held += texts("remark.brackets", remarks=derived)
    return [texts("list.also").join([held, *theme])] if when or where else theme


def _theme(value: str, voice: Voice) -> str:
    ours = voice.names.translation(value) if is_our_translation(value, voice) else None
    return voice.texts("brief.theme_ours", theme=ours) if ours else voice.texts("brief.theme", theme=value)


def _counts(*predicates: str) -> Callable[[Facts, Statement, Voice], list[str]]:
    """What is said of each figure that is there: `brief.<predicate>`."""

    def parts(facts: Facts, statement: Statement, voice: Voice) -> list[str]:
        return [
            closed_up(voice.texts(f"brief.{predicate}", value=value_text(facts[predicate][0], voice)))
            for predicate in predicates
            if predicate in facts
        ]

    return parts


def _programme(facts: Facts, statement: Statement, voice: Voice) -> list[str]:
    """Who came, and what there was to hear."""
    said = {predicate: value_text(found[0], voice) for predicate, found in facts.items()}
    people = {name: said[name] for name in ("guests", "countries") if name in said}
    parts = []
    if people:
        form = "both" if len(people) > 1 else next(iter(people))
        parts.append(closed_up(voice.texts(f"brief.people.{form}", **people)))
    if held := [
        closed_up(voice.texts(f"brief.{name}", value=said[name]))
        for name in ("subforums", "coffee_talks")
        if name in said
    ]:
        parts.append(voice.texts("brief.there_were", items=voice.texts("brief.and").join(held)))
    return parts


def _new(facts: Facts, statement: Statement, voice: Voice) -> list[str]:
    names = [str(fact.value) for fact in facts["new_feature"]]
    shown = voice.texts("list.comma").join(short_name(name, voice) for name in names)
    ours = any(is_our_translation(name, voice) for name in names)
    return [voice.texts("brief.new", names=shown) + (voice.texts("remark.our_translation") if ours else "")]


_SENTENCES: Mapping[str, Callable[[Facts, Statement, Voice], list[str]]] = {
    "brief.held": _held,
    "brief.programme": _programme,
    "brief.shown": _counts("expo_exhibitors", "contest_projects", "leading_tech_results", "cases_selected"),
    "brief.new": _new,
}


def _day(day: PartialDate | None) -> PartialDate:
    if day is None:
        raise ValueError("no day to name")
    return day


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
