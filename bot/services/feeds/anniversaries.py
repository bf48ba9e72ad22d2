"""What happened on this day, and on the day so many days ahead."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from bot.answers.days import anniversary_post
from bot.knowledge.anniversaries import events
from bot.messages.anniversaries import anniversary_message
from bot.services.feeds.feed import Composed, DayFeed, Material, Turn

_YEARS = 2


def _post(turn: Turn, material: Material) -> Composed | None:
    answer = anniversary_post(turn.day, turn.ahead, material.known(turn.language))
    if answer is None:
        return None
    facts = dict.fromkeys(fact.id for statement in answer.statements for fact in statement.facts)
    return Composed(anniversary_message(answer, material.voice(turn.language)), tuple(facts))


def _days(turn: Turn, material: Material) -> Collection[date]:
    told = (event for event in events(material.snapshot) if not event.is_minor)
    days = {event.observed(turn.day.year + later) for event in told for later in range(_YEARS + 1)}
    return days | {day - timedelta(days=turn.ahead) for day in days}


ANNIVERSARIES = DayFeed(_post, _days)
