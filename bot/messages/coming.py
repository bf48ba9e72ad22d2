"""What comes next of a subscription: dates, items, and after how many days they come again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.date import PartialDate
from bot.messages.dates import date_text
from bot.messages.html import escape, plain, shortened
from bot.messages.message import Message
from bot.messages.poll import Poll
from bot.messages.voice import Voice
from bot.schedule.occurrence import Occurrence
from bot.subscriptions.subscription import Subscription
from bot.subscriptions.zone import zone_of

_HEADLINE = 70
_YEAR = re.compile(r"\b[12]\d{3}\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Coming:
    """One of the next posts: when it comes, the id of its item (its date for feeds made from the day), and how it looks."""

    occurrence: Occurrence
    item: str
    content: Message | Poll


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next posts, and how many items there are and after how many days they repeat, for feeds that go round."""

    coming: Sequence[Coming] = ()
    items: int | None = None
    repeat_days: int = 0


def outlook_lines(subscription: Subscription, outlook: Outlook, voice: Voice) -> list[str]:
    """The next dates and when items repeat, as HTML."""
    texts, lines = voice.texts, []
    if not subscription.feed.is_scheduled:
        return [escape(texts("subscribe.when_added"))]
    if outlook.coming:
        lines.append(escape(texts("subscribe.next", dates=dates_text(subscription, outlook, voice))))
    else:
        lines.append(escape(texts("subscribe.nothing_coming")))
    if outlook.repeat_days:
        lines.append(escape(texts.plural("subscribe.few", outlook.items or 0, days=outlook.repeat_days)))
    return lines


def first_lines(outlook: Outlook, voice: Voice) -> list[str]:
    """The first of them as it will be posted, without the line on how to stop."""
    if not outlook.coming:
        return []
    return ["", escape(voice.texts("subscribe.first")), *content_lines(outlook.coming[0].content)]


def content_lines(content: Message | Poll) -> list[str]:
    """A post as lines of HTML, without the line on how to stop."""
    if isinstance(content, Poll):
        return [escape(content.question), *(escape(f"○ {option}") for option in content.options)]
    return content.html.split("\n")[:-1]


def headline(content: Message | Poll, voice: Voice) -> str:
    """A post on one line, plain."""
    if isinstance(content, Poll):
        return shortened(content.question, _HEADLINE)
    first, *rest = [line for line in plain(content.html).split("\n") if line]
    name = first.removeprefix(voice.texts("daily.title")).strip("｜| ")
    if name == first or not rest:
        return shortened(first, _HEADLINE)  # the title of an anniversary says it all
    # A fact names its edition by itself; what a term means does not name the term.
    alone = (year := _YEAR.search(name)) and year.group() in rest[0]
    return shortened(rest[0] if alone else f"{name} {rest[0]}", _HEADLINE)


def dates_text(subscription: Subscription, outlook: Outlook, voice: Voice) -> str:
    """The next dates in a row."""
    separator = voice.texts("subscribe.separator")
    return separator.join(moment_text(subscription, each.occurrence, voice) for each in outlook.coming)


def moment_text(subscription: Subscription, occurrence: Occurrence, voice: Voice) -> str:
    """The local day and time it really comes at, which a gap of the clock may have moved."""
    local: datetime = occurrence.due.astimezone(zone_of(subscription.times.zone))
    day = date_text(PartialDate(local.year, local.month, local.day), voice.language, with_year=False, short=True)
    weekday = voice.texts(f"weekday.{local.isoweekday()}")
    return voice.texts("subscribe.date", weekday=weekday, day=day, time=f"{local:%H:%M}")
