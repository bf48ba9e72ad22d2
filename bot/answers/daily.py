"""每日涨知识: one item a day that can be understood alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.answers.answer import Answer, Kind
from bot.answers.known import Known
from bot.answers.random_fact import item_statement, items_of
from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.snapshot import SUMMIT

Item = GlossaryItem | Fact
# A definition that begins by pointing at something else says nothing alone.
_POINTING = re.compile(r"[它其该此这]|上述|前者|后者|(?:It|This|That|These|They|The (?:above|former|latter))\b")


def daily_items(known: Known) -> Mapping[str, Item]:
    """What can be posted, by id: terms, and facts of editions that no source disagrees with."""
    return {item.id: item for item in items_of(known) if _stands_alone(item, known)}


def daily(item: Item, known: Known) -> Answer:
    """The post for one of `daily_items`."""
    return Answer(Kind.FOUND, title="daily.title", statements=(item_statement(item, known),))


def _stands_alone(item: Item, known: Known) -> bool:
    if isinstance(item, GlossaryItem):
        return bool(item.definition) and not _POINTING.match(item.definition)
    # Its line names the year with the subject.
    return item.subject.startswith(SUMMIT) and not known.rivals(item.subject, (item.predicate,))
