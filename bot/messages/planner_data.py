"""Callback data of the guided keyboard: the whole subscription that is being put together, so that nothing is kept.

    b:m:daily:0830:7f000:abcdef                   the page of a subscription: feed, time, weekdays, silent, days ahead, zone
    b:s:daily:0830:7f000:abcdef:-1001234567890    keep it, for the channel of that number

Read back with distrust: whoever presses must have the right to change what the place gets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.messages.callback import DATA_LIMIT
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, MOST_AHEAD, Subscription, Times
from bot.subscriptions.zone import zone_key, zone_of_key

_DATA = re.compile(
    rf"b:(?P<page>[a-z]):(?P<feed>{'|'.join(Feed)}):(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r":(?P<days>[0-7][0-9a-f])(?P<silent>[01])(?P<ahead>\d\d):(?P<zone>[a-z0-9]{4,7})(?::(?P<chat>-\d{1,16}))?",
    re.ASCII,
)


class Page(StrEnum):
    """What a press leads to."""

    MAIN = "m"
    HOURS = "h"
    MINUTES = "n"
    DAYS = "d"
    ZONES = "z"
    LOCATION = "l"  # asks for the place on Earth
    ELSEWHERE = "e"  # asks for a channel or a group
    SAVE = "s"
    CLOSE = "x"


@dataclass(frozen=True, slots=True)
class Step:
    """A page for a subscription. `elsewhere`: it is for another chat than the one the button stands in."""

    page: Page
    subscription: Subscription
    elsewhere: bool = False


def encode_step(step: Step) -> str:
    """The data of a button, 64 bytes at most."""
    wanted, times = step.subscription, step.subscription.times
    days = sum(1 << day - 1 for day in times.weekdays)
    data = f"b:{step.page}:{wanted.feed}:{times.at:%H%M}:{days:02x}{int(wanted.silent)}{wanted.ahead:02}:{zone_key(times.zone)}"
    return f"{data}:{wanted.place.chat}" if step.elsewhere else data


def decode_step(data: str, here: Place) -> Step | None:
    """What the data of a button under a message in `here` asks for; None when it is none of ours."""
    match = _DATA.fullmatch(data) if len(data) <= DATA_LIMIT else None
    if match is None or match["page"] not in set(Page) or (zone := zone_of_key(match["zone"])) is None:
        return None
    bits, ahead = int(match["days"], 16), int(match["ahead"])
    weekdays = frozenset(day for day in EVERY_DAY if bits >> day - 1 & 1)
    if not weekdays or ahead > MOST_AHEAD:
        return None
    times = Times(time(int(match["hour"]), int(match["minute"])), zone, weekdays)
    place = Place(int(match["chat"])) if match["chat"] else here
    wanted = Subscription(place, Feed(match["feed"]), times, match["silent"] == "1", ahead=ahead)
    return Step(Page(match["page"]), wanted, match["chat"] is not None)
