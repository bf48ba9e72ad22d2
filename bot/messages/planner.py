"""The guided keyboard of /subscribe: one message that changes from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.messages.coming import Outlook, first_lines, outlook_lines
from bot.messages.html import bold, escape
from bot.messages.keyboard import Keyboard, grid
from bot.messages.message import Button, Message, ReplyKey, Wants
from bot.messages.planner_data import Page, Step, encode_step
from bot.messages.splitting import fit_lines
from bot.messages.subscriptions import days_text, subscription_text
from bot.messages.voice import Voice
from bot.messages.zones import offset_text, zone_city, zone_text
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times, Weekdays

_WORKDAYS: Weekdays = frozenset(range(1, 6))
_QUARTERS = (0, 15, 30, 45)
_AHEAD = (0, 1, 3, 7)
# Offered at a press; every other zone can be written, or found by a location.
_ZONES = (
    *("Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney", "Pacific/Auckland"),
    *("Asia/Kolkata", "Asia/Dubai", "Europe/Moscow", "Europe/Berlin", "Europe/Paris", "Europe/London"),
    *("America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "UTC"),
)
# An example of a zone that is named for no city.
_AN_OFFSET = "UTC+5:30"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A subscription that is being put together, and what would come of it.

    `title` names the chat it is for when that is another one; `exists`: there is one of that feed, which would change;
    `private`: it is put together in a private chat, where the reader can send a location or pick a chat.
    """

    subscription: Subscription
    outlook: Outlook
    now: datetime
    title: str = ""
    exists: bool = False
    private: bool = False

    def step(self, page: Page, subscription: Subscription | None = None) -> str:
        """The data of a button that leads to a page with this subscription."""
        return encode_step(Step(page, subscription or self.subscription, bool(self.title)))

    @property
    def times(self) -> Times:
        """When it would come."""
        return self.subscription.times

    def timed(self, times: Times) -> Subscription:
        """The subscription at other times."""
        return replace(self.subscription, times=times)


def main_message(sheet: Sheet, voice: Voice) -> Message:
    """What is put together, what would come when, and where each part is changed."""
    texts, wanted = voice.texts, sheet.subscription
    lines = [*_head(sheet, voice), *outlook_lines(wanted, sheet.outlook, voice)]
    lines += first_lines(sheet.outlook, voice)
    lines += ["", escape(texts("planner.reply"))]
    feeds = [_choice(sheet, texts(f"feed.{feed}"), feed is wanted.feed, replace(wanted, feed=feed)) for feed in Feed]
    rows: list[tuple[Button, ...]] = [tuple(feeds[:2]), tuple(feeds[2:])]
    quiet = Button(
        texts("planner.silent" if wanted.silent else "planner.loud"),
        sheet.step(Page.MAIN, replace(wanted, silent=not wanted.silent)),
    )
    if wanted.feed.is_scheduled:
        times = wanted.times
        rows.append(
            (
                Button(texts("planner.time", time=f"{times.at:%H:%M}"), sheet.step(Page.HOURS)),
                Button(_capital(days_text(times.weekdays, voice)), sheet.step(Page.DAYS)),
            )
        )
        rows.append((Button(texts("planner.zone", city=zone_city(times.zone, voice)), sheet.step(Page.ZONES)), quiet))
    else:
        rows.append((quiet,))
    if wanted.feed is Feed.ANNIVERSARIES:
        rows.append(
            tuple(
                _choice(sheet, _ahead_text(days, voice), days == wanted.ahead, replace(wanted, ahead=days))
                for days in _AHEAD
            )
        )
    save = Button(texts("planner.change" if sheet.exists else "planner.save"), sheet.step(Page.SAVE))
    rows.append((save, Button(texts("planner.close"), sheet.step(Page.CLOSE))))
    if sheet.private and not sheet.title:
        rows.append((Button(texts("planner.elsewhere"), sheet.step(Page.ELSEWHERE)),))
    return Message(fit_lines(lines), tuple(rows))


def hours_message(sheet: Sheet, voice: Voice) -> Message:
    """Every hour of the day."""
    hours = [
        _choice(
            sheet,
            f"{hour:02}:{sheet.times.at.minute:02}",
            hour == sheet.times.at.hour,
            sheet.timed(replace(sheet.times, at=time(hour, sheet.times.at.minute))),
            Page.MINUTES,
        )
        for hour in range(24)
    ]
    return _page(sheet, "planner.ask.hour", grid(hours, 4), voice)


def minutes_message(sheet: Sheet, voice: Voice) -> Message:
    """The quarters of the hour; other minutes can be written."""
    hour = sheet.times.at.hour
    quarters = [
        _choice(
            sheet,
            f"{hour:02}:{minute:02}",
            minute == sheet.times.at.minute,
            sheet.timed(replace(sheet.times, at=time(hour, minute))),
        )
        for minute in _QUARTERS
    ]
    return _page(sheet, "planner.ask.minute", grid(quarters, 4), voice)


def days_message(sheet: Sheet, voice: Voice) -> Message:
    """The days of the week, each to be taken or left, and the usual groups of them."""
    texts, chosen = voice.texts, sheet.times.weekdays
    days = [
        # The last day that is left stays: no day at all is no subscription.
        _choice(
            sheet,
            texts(f"weekday.{day}"),
            day in chosen,
            sheet.timed(replace(sheet.times, weekdays=(chosen ^ {day}) or chosen)),
            Page.DAYS,
        )
        for day in sorted(EVERY_DAY)
    ]
    groups = [
        _choice(sheet, texts(name), chosen == group, sheet.timed(replace(sheet.times, weekdays=group)), Page.DAYS)
        for name, group in (
            ("weekdays.all", EVERY_DAY),
            ("weekdays.work", _WORKDAYS),
            ("weekdays.end", EVERY_DAY - _WORKDAYS),
        )
    ]
    return _page(sheet, "planner.ask.days", (*grid(days, 4), tuple(groups)), voice)


def zones_message(sheet: Sheet, voice: Voice, zones: Sequence[str] = _ZONES) -> Message:
    """Cities, and how to name others; `zones` are those near to a location when one was sent."""
    cities = [
        _choice(
            sheet,
            f"{zone_city(zone, voice)} {offset_text(zone, sheet.now).removeprefix('UTC')}".strip(),
            zone == sheet.times.zone,
            sheet.timed(replace(sheet.times, zone=zone)),
        )
        for zone in zones
    ]
    near = zones is not _ZONES
    rows = grid(cities, 1 if near else 3)
    if sheet.private and not near:
        rows = (*rows, (Button(voice.texts("planner.locate"), sheet.step(Page.LOCATION)),))
    return _page(sheet, "planner.ask.near" if near else "planner.ask.zone", rows, voice)


def location_message(voice: Voice) -> Message:
    """A key that sends where the reader is."""
    texts = voice.texts
    keys = ((ReplyKey(texts("planner.location.key"), Wants.LOCATION),), (ReplyKey(texts("planner.location.cancel")),))
    return Message(escape(texts("planner.location.ask")), reply_keys=keys)


def closed_message(voice: Voice) -> Message:
    """Nothing was subscribed."""
    return Message(escape(voice.texts("planner.closed")))


def _head(sheet: Sheet, voice: Voice) -> list[str]:
    texts, wanted = voice.texts, sheet.subscription
    title = texts("planner.title.change" if sheet.exists else "planner.title.new")
    lines = [bold(title) + escape(texts("planner.for", title=sheet.title) if sheet.title else "")]
    lines.append(escape(texts(f"feed.{wanted.feed}.text")))
    lines.append(escape(subscription_text(wanted, voice)))
    return lines


def _page(sheet: Sheet, question: str, rows: Keyboard, voice: Voice) -> Message:
    texts, wanted = voice.texts, sheet.subscription
    lines = [
        escape(subscription_text(wanted, voice)),
        escape(texts(question, zone=zone_text(wanted.times.zone, voice, sheet.now), offset=_AN_OFFSET)),
    ]
    return Message("\n".join(lines), (*rows, (Button(texts("planner.back"), sheet.step(Page.MAIN)),)))


def _choice(sheet: Sheet, label: str, chosen: bool, wanted: Subscription, page: Page = Page.MAIN) -> Button:
    return Button(f"● {label}" if chosen else label, sheet.step(page, wanted))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _ahead_text(days: int, voice: Voice) -> str:
    return voice.texts.plural("planner.ahead", days) if days else voice.texts("planner.on_the_day")
