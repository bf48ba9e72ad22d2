"""Every feed that is due by the clock, and how its posts are made."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.feeds.anniversaries import ANNIVERSARIES
from bot.services.feeds.daily import DAILY
from bot.services.feeds.feed import DayFeed, DeckFeed
from bot.services.feeds.quiz import QUIZ
from bot.subscriptions.feed import Feed

FEEDS: Mapping[Feed, DeckFeed | DayFeed] = {
    Feed.DAILY: DAILY,
    Feed.ANNIVERSARIES: ANNIVERSARIES,
    Feed.QUIZ: QUIZ,
}
