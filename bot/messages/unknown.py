"""“资料里没有……的记载。”: what is said when the sources do not hold it."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import Answer, Suggestion
from bot.corpus.date import PartialDate
from bot.messages.callback import Press, View
from bot.messages.dates import date_text
from bot.messages.html import escape, shortened
from bot.messages.keyboard import Keyboard, button, grid
from bot.messages.message import Button, Message
from bot.messages.numbers import joined, ordinal_number
from bot.messages.planner_data import Page, Step, encode_step
from bot.messages.voice import Voice
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription, Times

QUOTED_CHARACTERS = 40
YEARS_NAMED = 30


def unknown_message(answer: Answer, voice: Voice) -> Message:
    """That it is not in the sources, why, and questions to press."""
    lines = unknown_lines(answer, voice)
    if answer.suggestions:
        lines.append(voice.texts("unknown.suggestions"))
    return Message("\n".join(escape(line) for line in lines), suggestion_keyboard(answer, voice))


def unknown_lines(answer: Answer, voice: Voice) -> list[str]:
    """The sentences, plain. The first says that the sources do not hold it, or why it was not looked for."""
    values = dict(answer.values)
    number = values.get("number")
    if isinstance(number, int):
        values["number"] = ordinal_number(number, voice.language)
    for name in ("argument", "question"):
        if name in values:
            values[name] = shortened(str(values[name]), QUOTED_CHARACTERS)
    if "predicate" in values:
        values["name"] = voice.predicate(str(values["predicate"]))
    for name in ("day", "next"):
        if isinstance(day := values.get(name), date):
            values[name] = date_text(PartialDate.of(day), voice.language, with_year=name == "next")
    lines = [voice.texts(answer.title, **values)]
    if values.get("next"):
        lines.append(voice.texts("unknown.next_day", date=values["next"]))
    if "subject" in values:
        values["subject"] = voice.subject(str(values["subject"]))
    lines += [voice.texts(f"unknown.{note}", **values) for note in answer.notes]
    years = values.get("years")
    if isinstance(years, tuple):
        named = joined(years[-YEARS_NAMED:], voice.texts)
        lines.append(
            voice.texts.plural("unknown.years", len(years), years=named) if years else voice.texts("list.empty")
        )
    return lines


def suggestion_text(suggestion: Suggestion, voice: Voice) -> str:
    """The whole question that a suggestion asks."""
    if suggestion.topic == "suggest.command":
        return f"/{suggestion.values['command']} {suggestion.values['argument']}".strip()
    if suggestion.topic == "suggest.news":
        return f"/subscribe {Feed.NEWS}"
    if suggestion.topic != "suggest.value":
        return voice.texts(suggestion.topic, **suggestion.values)
    subject, predicate = str(suggestion.values["subject"]), str(suggestion.values["predicate"])
    special = f"suggest.value.{predicate}"
    wording = special if voice.texts.has(special) else "suggest.value"
    text = voice.texts(wording, subject=voice.subject(subject), name=voice.predicate(predicate))
    return text[0].upper() + text[1:]


def suggestion_keyboard(answer: Answer, voice: Voice) -> Keyboard:
    """A button for each suggestion, one in a row: questions are long."""
    return grid([_button(one, voice) for one in answer.suggestions], 1)


def _button(suggestion: Suggestion, voice: Voice) -> Button | None:
    if suggestion.topic == "suggest.news":
        times = Times(voice.config.delivery.default_time, voice.config.time_zone)
        # The place is where the button stands.
        wanted = Subscription(Place(0), Feed.NEWS, times)
        return Button(voice.texts("suggest.news"), encode_step(Step(Page.SAVE, wanted)))
    return button(suggestion_text(suggestion, voice), suggestion_press(suggestion))


def suggestion_press(suggestion: Suggestion) -> Press:
    """What pressing a suggestion shows."""
    if suggestion.topic == "suggest.value":
        values = suggestion.values
        return Press(View.VALUES, subjects=(str(values["subject"]),), predicates=(str(values["predicate"]),))
    if suggestion.topic == "suggest.command":
        values = suggestion.values
        return Press(View.COMMAND, command=str(values["command"]), argument=str(values["argument"]))
    return Press(View.CARD, year=int(str(suggestion.values["year"])))
