"""`/subscriptions`: the list of a chat, one subscription with what can be done, and its next seven posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.coming import Outlook, headline, moment_text, outlook_lines
from bot.messages.html import bold, escape, shortened
from bot.messages.keyboard import Keyboard
from bot.messages.manager_data import Action, Task, encode_task
from bot.messages.message import Button, Message
from bot.messages.splitting import fit_lines
from bot.messages.subscriptions import stop_command, subscription_text
from bot.messages.voice import Voice
from bot.schedule.occurrence import Occurrence
from bot.subscriptions.chat import Chat, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import Subscription

_TITLE = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """A subscription, when its next post comes if it is due by the clock and has one, and why it is not sent if it is not."""

    subscription: Subscription
    next: Occurrence | None
    pause: Pause | None


@dataclass(frozen=True, slots=True)
class Desk:
    """The place whose subscriptions are managed; `title` names it when it is another chat than the one this stands in."""

    place: Place
    title: str = ""

    def key(self, label: str, action: Action, feed: Feed | None = None, item: str = "") -> Button:
        """A button that does something here."""
        return Button(label, encode_task(Task(action, self.place, feed, item, bool(self.title))))


def list_message(desk: Desk, listed: Sequence[Listed], others: Sequence[Chat], voice: Voice) -> Message:
    """The subscriptions of a place, and other chats the reader subscribed for."""
    texts = voice.texts
    lines = [bold(_named("subscriptions.title", desk, voice))]
    if not listed:
        lines = [escape(_named("subscriptions.none", desk, voice))]
    for each in listed:
        lines += ["", escape(subscription_text(each.subscription, voice)), *_state_lines(each, voice)]
        if not desk.title:
            lines.append(escape(texts("subscribe.stop", command=stop_command(each.subscription.feed))))
    rows: list[tuple[Button, ...]] = [
        (
            desk.key(
                texts("manager.one", feed=texts(f"feed.{each.subscription.feed}")), Action.SHOW, each.subscription.feed
            ),
        )
        for each in listed
    ]
    rows.append((desk.key(texts("manager.new"), Action.NEW),))
    for chat in others:
        there = Desk(Place(chat.id), shortened(chat.title, _TITLE) or str(chat.id))
        rows.append((there.key(texts("manager.other", title=there.title), Action.LIST),))
    if desk.title:
        rows.append((Desk(desk.place).key(texts("manager.own"), Action.LIST),))
    return Message(fit_lines(lines), tuple(rows))


def one_message(desk: Desk, one: Listed, outlook: Outlook, voice: Voice) -> Message:
    """One subscription, what comes next, and what can be done with it."""
    texts, feed = voice.texts, one.subscription.feed
    lines = [bold(_named("manager.title", desk, voice)), escape(subscription_text(one.subscription, voice))]
    lines += _state_lines(one, voice) if one.pause else outlook_lines(one.subscription, outlook, voice)
    held = Action.RESUME if one.pause else Action.PAUSE
    rows: list[tuple[Button, ...]] = [(_key(desk, Action.EDIT, feed, voice), _key(desk, held, feed, voice))]
    if feed.is_scheduled:
        rows.append((_key(desk, Action.PREVIEW, feed, voice), _key(desk, Action.TEST, feed, voice)))
    rows.append((_key(desk, Action.END, feed, voice), desk.key(texts("manager.list"), Action.LIST)))
    return Message(fit_lines(lines), tuple(rows))


def preview_message(desk: Desk, subscription: Subscription, outlook: Outlook, voice: Voice) -> Message:
    """The next posts by number, and the buttons that pass over or exchange one of them."""
    texts, feed = voice.texts, subscription.feed
    lines = [bold(_named("preview.title", desk, voice)), escape(subscription_text(subscription, voice)), ""]
    if not outlook.coming:
        lines.append(escape(texts("subscribe.nothing_coming")))
    for number, each in enumerate(outlook.coming, 1):
        moment = moment_text(subscription, each.occurrence, voice)
        lines.append(
            escape(texts("preview.line", number=number, moment=moment, headline=headline(each.content, voice)))
        )
    rows: Keyboard = ()
    if outlook.coming:
        lines += ["", escape(texts("preview.help.deck" if outlook.items is not None else "preview.help.day"))]
        rows = (_numbered(desk, feed, outlook, Action.SKIP, "✕"),)
        if outlook.items is not None:
            rows = (*rows, _numbered(desk, feed, outlook, Action.SWAP, "⇄"))
    back = (_key(desk, Action.TEST, feed, voice), desk.key(texts("planner.back"), Action.SHOW, feed))
    return Message(fit_lines(lines), (*rows, back))


def _numbered(desk: Desk, feed: Feed, outlook: Outlook, action: Action, sign: str) -> tuple[Button, ...]:
    return tuple(desk.key(f"{sign} {number}", action, feed, each.item) for number, each in enumerate(outlook.coming, 1))


def _state_lines(each: Listed, voice: Voice) -> list[str]:
    texts = voice.texts
    if each.pause:
        return [escape(texts(f"subscriptions.paused.{each.pause}"))]
    if each.next:
        return [escape(texts("subscribe.next", dates=moment_text(each.subscription, each.next, voice)))]
    nothing = "subscribe.nothing_coming" if each.subscription.feed.is_scheduled else "subscribe.when_added"
    return [escape(texts(nothing))]


def _key(desk: Desk, action: Action, feed: Feed, voice: Voice) -> Button:
    return desk.key(voice.texts(f"manager.{action}"), action, feed)


def _named(code: str, desk: Desk, voice: Voice) -> str:
    return voice.texts(code) + (voice.texts("planner.for", title=desk.title) if desk.title else "")
