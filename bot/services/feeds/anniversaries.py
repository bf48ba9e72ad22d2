"""What happened on this day, and on the day so many days ahead."""

from __future__ import annotations

from bot.answers.days import anniversary_post
from bot.messages.anniversaries import anniversary_message
from bot.services.feeds.feed import Composed, DayFeed, Material, Turn


def _post(turn: Turn, material: Material) -> Composed | None:
    answer = anniversary_post(turn.day, turn.ahead, material.known(turn.language))
    if answer is None:
        return None
    facts = dict.fromkeys(fact.id for statement in answer.statements for fact in statement.facts)
    return Composed(anniversary_message(answer, material.voice(turn.language)), tuple(facts))


ANNIVERSARIES = DayFeed(_post)
