"""What is said of subscriptions: made, ended, misread, refused."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages.coming import Outlook, first_lines, outlook_lines
from bot.messages.html import bold, escape, neutral
from bot.messages.manager_data import Action, Task, encode_task
from bot.messages.message import Button, Message
from bot.messages.planner_data import Page, Step, encode_step
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Weekdays

_WORKDAYS: Weekdays = frozenset(range(1, 6))
_EXAMPLES = 4


def made_message(subscription: Subscription, outlook: Outlook, kept: str, voice: Voice, *, title: str = "") -> Message:
    """What was agreed on, the next dates, what comes first, and what can be done with it.

    `kept` is `new`, `changed` or `same`; `title` names the chat it is for when that is another one.
    """
    texts = voice.texts
    place = texts("planner.for", title=title) if title else ""
    lines = [
        bold(texts(f"subscribe.{kept}")) + escape(place),
        escape(subscription_text(subscription, voice)),
        *outlook_lines(subscription, outlook, voice),
        *([] if title else [escape(texts("subscribe.stop", command=stop_command(subscription.feed)))]),
        *first_lines(outlook, voice),
    ]
    keys = [
        Button(
            texts(f"manager.{action}"),
            encode_task(Task(action, subscription.place, subscription.feed, elsewhere=bool(title))),
        )
        for action in (Action.EDIT, Action.PREVIEW, Action.TEST)
        if subscription.feed.is_scheduled or action is Action.EDIT
    ]
    return Message(fit_lines(lines), (tuple(keys),))


def ended_message(ended: Sequence[Subscription], voice: Voice, *, title: str = "") -> Message:
    """What does not come any more, each with a button that brings it back."""
    texts = voice.texts
    names = texts("list.comma").join(texts(f"feed.{each.feed}") for each in ended)
    place = texts("planner.for", title=title) if title else ""
    rows = tuple(
        (
            Button(
                texts("unsubscribe.undo", feed=texts(f"feed.{each.feed}")),
                encode_step(Step(Page.SAVE, each, bool(title))),
            ),
        )
        for each in ended
    )
    return Message(escape(texts("unsubscribe.done", feeds=names) + place), rows)


def nothing_to_end_message(voice: Voice) -> Message:
    """There was no such subscription."""
    return Message(escape(voice.texts("unsubscribe.none")))


def usage_lines(voice: Voice) -> list[str]:
    """How to subscribe in one line, by examples."""
    texts = voice.texts
    lines = [bold(texts("subscribe.usage"))]
    lines += [
        f"<code>{escape(texts(f'subscribe.example.{n}', command='/subscribe'))}</code>" for n in range(1, _EXAMPLES + 1)
    ]
    return [*lines, escape(texts("subscribe.parts"))]


def misread_message(code: str, found: str, voice: Voice) -> Message:
    """The part of the line that is not understood, and how it should be."""
    problem = voice.texts(f"subscribe.misread.{code}", found=neutral(found)[:60])
    return Message("\n".join([escape(problem), "", *usage_lines(voice)]))


def refusal_text(code: str, voice: Voice, **values: object) -> str:
    """Why nothing was changed: `admins`, `channel_admins`, `limit`, `storage`, `unknown_chat` …, plain."""
    return voice.texts(f"subscribe.refused.{code}", **values)


def refusal_message(code: str, voice: Voice, **values: object) -> Message:
    """`refusal_text` as a message."""
    return Message(escape(refusal_text(code, voice, **values)))


def subscription_text(subscription: Subscription, voice: Voice) -> str:
    """`每日涨知识 · 周一至周五 08:30 · Asia/Shanghai · 静音`, plain."""
    texts, times = voice.texts, subscription.times
    parts = [texts(f"feed.{subscription.feed}")]
    if subscription.feed.is_scheduled:
        parts += [
            texts("subscription.when", days=days_text(times.weekdays, voice), time=f"{times.at:%H:%M}"),
            times.zone,
        ]
    if subscription.feed is Feed.ANNIVERSARIES and subscription.ahead:
        parts.append(texts.plural("subscription.ahead", subscription.ahead))
    return " · ".join([*parts, *([texts("subscription.silent")] if subscription.silent else [])])


def days_text(days: Weekdays, voice: Voice) -> str:
    """`每天`, `周一至周五`, `周一、周三`."""
    if days == EVERY_DAY:
        return voice.texts("weekdays.all")
    if days == _WORKDAYS:
        return voice.texts("weekdays.work")
    if days == EVERY_DAY - _WORKDAYS:
        return voice.texts("weekdays.end")
    return voice.texts("list.comma").join(voice.texts(f"weekday.{day}") for day in sorted(days))


def stop_command(feed: Feed) -> str:
    """The command that ends a subscription."""
    return f"/unsubscribe {feed}"
