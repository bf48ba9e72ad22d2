"""每日涨知识: a term or a fact of an edition."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers.daily import Item, daily, daily_items
from bot.language import Language
from bot.messages.daily import daily_message
from bot.services.feeds.feed import Composed, DeckFeed, Material, Turn


def _items(material: Material, language: Language) -> Mapping[str, Item]:
    return daily_items(material.known(language))


def _post(item: Item, turn: Turn, material: Material) -> Composed:
    answer = daily(item, material.known(turn.language))
    return Composed(daily_message(answer, material.voice(turn.language)), (item.id,))


DAILY = DeckFeed(_items, _post)
