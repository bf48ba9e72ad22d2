"""What is said of subscriptions: made, listed, ended, refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.date import PartialDate
from bot.messages.dates import date_text
from bot.messages.html import bold, escape, neutral
from bot.messages.message import Message
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice
from bot.schedule.occurrence import Occurrence
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Weekdays
from bot.subscriptions.zone import zone_of

_WORKDAYS: Weekdays = frozenset(range(1, 6))
# Fewer items than two weeks: it is said when they come again.
_FEW = 14


@dataclass(frozen=True, slots=True)
class Made:
    """A subscription as it is now, when it comes, how many items there are, and the first of them if there is one."""

    subscription: Subscription
    coming: Sequence[Occurrence]
    items: int
    first: Message | None
    new: bool


def made_message(made: Made, voice: Voice) -> Message:
    """What was agreed on, the next dates, and what comes first."""
    texts = voice.texts
    lines = [
        bold(texts("subscribe.new" if made.new else "subscribe.changed")),
        escape(subscription_text(made.subscription, voice)),
        escape(texts("subscribe.next", dates=_dates(made, voice))),
    ]
    if 0 < made.items < _FEW:
        lines.append(escape(texts.plural("subscribe.few", made.items)))
    stop = _command("unsubscribe", made.subscription.feed)
    lines.append(escape(texts("subscribe.stop", command=stop)))
    if made.first:
        # Without the line on how to stop, which stands above.
        lines += ["", escape(texts("subscribe.first")), *made.first.html.split("\n")[:-1]]
    return Message(fit_lines(lines))


def listed_message(listed: Sequence[tuple[Subscription, Occurrence | None]], paused: bool, voice: Voice) -> Message:
    """The subscriptions of a place with their next dates."""
    texts = voice.texts
    if not listed:
        return Message(escape(texts("subscriptions.none", command=_command("subscribe", Feed.DAILY))))
    lines = [bold(texts("subscriptions.title"))]
    for subscription, following in listed:
        lines.append(escape(subscription_text(subscription, voice)))
        if following and not paused:
            lines.append(escape(texts("subscribe.next", dates=_date(subscription, following, voice))))
        lines.append(escape(texts("subscribe.stop", command=_command("unsubscribe", subscription.feed))))
    if paused:
        lines.append(escape(texts("subscriptions.paused", command=_command("subscribe", Feed.DAILY))))
    return Message(fit_lines(lines))


def ended_message(feeds: Sequence[Feed], voice: Voice) -> Message:
    """What does not come any more."""
    names = voice.texts("list.comma").join(voice.texts(f"feed.{feed}") for feed in feeds)
    return Message(escape(voice.texts("unsubscribe.done", feeds=names)))


def nothing_to_end_message(voice: Voice) -> Message:
    """There was no such subscription."""
    return Message(escape(voice.texts("unsubscribe.none")))


def usage_message(voice: Voice) -> Message:
    """How to subscribe in one line, by examples."""
    texts = voice.texts
    lines = [bold(texts("subscribe.usage")), escape(texts("feed.daily.text"))]
    lines += [f"<code>{escape(texts(f'subscribe.example.{n}', command='/subscribe'))}</code>" for n in range(1, 4)]
    return Message("\n".join([*lines, escape(texts("subscribe.parts"))]))


def misread_message(code: str, found: str, voice: Voice) -> Message:
    """The part of the line that is not understood, and how it should be."""
    problem = voice.texts(f"subscribe.misread.{code}", found=neutral(found)[:60])
    return Message(f"{escape(problem)}\n\n{usage_message(voice).html}")


def refusal_message(code: str, voice: Voice, **values: object) -> Message:
    """Why nothing was changed: `admins`, `limit`, `storage`."""
    return Message(escape(voice.texts(f"subscribe.refused.{code}", **values)))


def subscription_text(subscription: Subscription, voice: Voice) -> str:
    """`每日涨知识 · 周一至周五 08:30 · Asia/Shanghai · 静音`, plain."""
    texts, times = voice.texts, subscription.times
    parts = [
        texts(f"feed.{subscription.feed}"),
        texts("subscription.when", days=_days(times.weekdays, voice), time=f"{times.at:%H:%M}"),
        times.zone,
        *([texts("subscription.silent")] if subscription.silent else []),
    ]
    return " · ".join(parts)


def _days(days: Weekdays, voice: Voice) -> str:
    if days == EVERY_DAY:
        return voice.texts("weekdays.all")
    if days == _WORKDAYS:
        return voice.texts("weekdays.work")
    return voice.texts("list.comma").join(voice.texts(f"weekday.{day}") for day in sorted(days))


def _dates(made: Made, voice: Voice) -> str:
    return voice.texts("subscribe.separator").join(_date(made.subscription, each, voice) for each in made.coming)


def _date(subscription: Subscription, occurrence: Occurrence, voice: Voice) -> str:
    """The local day and time it really comes at, which a gap of the clock may have moved."""
    local: datetime = occurrence.due.astimezone(zone_of(subscription.times.zone))
    day = date_text(PartialDate(local.year, local.month, local.day), voice.language, with_year=False, short=True)
    weekday = voice.texts(f"weekday.{local.isoweekday()}")
    return voice.texts("subscribe.date", weekday=weekday, day=day, time=f"{local:%H:%M}")


def _command(name: str, feed: Feed) -> str:
    return f"/{name} {feed}"
