from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.coming import Outlook
from bot.schedule.occurrence import occurrence_key
from bot.services.composing import Composer
from bot.services.feeds.feed import Material, Turn
from bot.services.outlook import FEW, first_deck, outlook
from bot.storage.decks import StoredDeck
from bot.subscriptions.chat import ChatKind, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times, Weekdays
from tests.knowledge_fixtures import config, shipped, vocabulary
from tests.services.test_posting import TERMS, snapshot

NOW = datetime(2025, 3, 1, 4, tzinfo=UTC)  # Saturday noon in Shanghai
PLACE = Place(5)


def wanted(feed: Feed = Feed.DAILY, weekdays: Weekdays = EVERY_DAY, ahead: int = 0) -> Subscription:
    return Subscription(PLACE, feed, Times(time(9), "Asia/Shanghai", weekdays), ahead=ahead)


def composer(known: Snapshot) -> Composer:
    return Composer(Material(known, config(), vocabulary()))


def seen(
    subscription: Subscription,
    known: Snapshot,
    count: int = 7,
    deck: StoredDeck | None = None,
    done: frozenset[str] = frozenset(),
) -> Outlook:
    return outlook(subscription, ChatKind.PRIVATE, Language.ZH, deck, done, composer(known), NOW, count)


@pytest.mark.parametrize(
    ("weekdays", "days"),
    [(EVERY_DAY, 3), (frozenset({1}), 21), (frozenset({1, 2}), 8), (frozenset({6, 7}), 13)],
)
def test_few_items_are_said_to_repeat_after_so_many_days(weekdays: Weekdays, days: int) -> None:
    found = seen(wanted(weekdays=weekdays), snapshot(*TERMS), 4)
    assert (found.items, found.repeat_days) == (3, days)
    assert found.coming[3].item in {each.item for each in found.coming[:3]}
    assert (found.coming[3].occurrence.day - found.coming[0].occurrence.day).days == days


def test_items_for_two_weeks_are_enough() -> None:
    found = seen(wanted(), shipped())
    assert found.items is not None
    assert found.items >= FEW
    assert found.repeat_days == 0
    assert len({each.item for each in found.coming}) == 7


def test_what_was_done_or_left_out_does_not_come() -> None:
    first = seen(wanted(), shipped(), 2)
    done = frozenset({occurrence_key(PLACE, Feed.DAILY, first.coming[0].occurrence.day)})
    assert seen(wanted(), shipped(), 1, done=done).coming[0].occurrence == first.coming[1].occurrence
    assert seen(wanted(), shipped(), 1, done=done).coming[0].item == first.coming[0].item


def test_a_chat_without_a_deck_is_shown_what_it_will_get() -> None:
    assert seen(wanted(), shipped()) == seen(wanted(), shipped(), deck=first_deck(PLACE.chat, Feed.DAILY))
    assert first_deck(5, Feed.DAILY) != first_deck(6, Feed.DAILY) != first_deck(6, Feed.QUIZ)


@pytest.mark.parametrize("ahead", [0, 1, 60])
def test_anniversaries_come_on_every_day_that_has_one_and_on_no_other(ahead: int) -> None:
    found = seen(wanted(Feed.ANNIVERSARIES, ahead=ahead), shipped(), 99)
    one = composer(shipped())
    days = [NOW.date() + timedelta(days=step) for step in range(1, 360)]
    deck = first_deck(PLACE.chat, Feed.ANNIVERSARIES)
    told = [day for day in days if one.coming(Feed.ANNIVERSARIES, deck, Turn(day, Language.ZH, ahead))]
    assert told
    assert [each.occurrence.day for each in found.coming if each.occurrence.day in days] == told
    assert [each.item for each in found.coming] == [each.occurrence.day.isoformat() for each in found.coming]
    assert found.items is None


def test_nothing_is_due_by_the_clock_for_news_or_without_anything_known() -> None:
    assert seen(wanted(Feed.NEWS), shipped()) == Outlook()
    assert seen(wanted(Feed.QUIZ), snapshot()) == Outlook((), 0, 0)
