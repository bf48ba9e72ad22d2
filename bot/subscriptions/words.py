"""The words of a one-line subscription, from `words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Weekdays

_WORKDAYS: Weekdays = frozenset(range(1, 6))


@dataclass(frozen=True, slots=True)
class Words:
    """Words in lower case to what they mean; `zones` the other way round: a zone to its further names."""

    feeds: Mapping[str, Feed]
    silent: Mapping[str, bool]
    days: Mapping[str, int]
    day_signs: Mapping[str, int]
    day_groups: Mapping[str, Weekdays]
    range: tuple[str, ...]
    ahead: tuple[str, ...]
    days_word: tuple[str, ...]
    before: tuple[str, ...]
    morning: tuple[str, ...]
    afternoon: tuple[str, ...]
    filler: tuple[str, ...]
    zones: Mapping[str, tuple[str, ...]]


@cache
def load_words() -> Words:
    """Read `words.yaml` beside this file."""
    data = yaml.load(
        resources.files("bot.subscriptions").joinpath("words.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader
    )
    groups = dict.fromkeys(data["every_day"], EVERY_DAY)
    groups |= dict.fromkeys(data["groups"]["workdays"], _WORKDAYS)
    groups |= dict.fromkeys(data["groups"]["weekend"], EVERY_DAY - _WORKDAYS)
    return Words(
        feeds={word: Feed(feed) for feed, words in data["feeds"].items() for word in words},
        silent=dict.fromkeys(data["silent"], True) | dict.fromkeys(data["loud"], False),
        days={word: day for day, words in data["weekdays"].items() for word in words},
        day_signs=data["day_signs"],
        day_groups=groups,
        range=tuple(data["range"]),
        ahead=tuple(data["ahead"]),
        days_word=tuple(data["days"]),
        before=tuple(data["before"]),
        morning=tuple(data["morning"]),
        afternoon=tuple(data["afternoon"]),
        filler=tuple(data["filler"]),
        zones={zone: tuple(names) for zone, names in data["zones"].items()},
    )
