"""The bot itself: who it is, what it can do, which years it has read of; and how many editions there were."""

from __future__ import annotations

from bot.answers.answer import Answer, Kind, Statement, Suggestion
from bot.answers.asked import Asked
from bot.answers.editions import latest_held
from bot.answers.interpret.lexicon import Sense
from bot.facts.fact import Quantity
from bot.knowledge.snapshot import summit

_NEWEST = 3


def itself(asked: Asked) -> Answer | None:
    """Who answers, from what, and some questions to begin with."""
    if not asked.read.has(Sense.BOT) or asked.editions or not asked.accounts_for({Sense.BOT}, {"list", "yes_no"}):
        return None
    snapshot = asked.known.snapshot
    return Answer(
        Kind.FOUND,
        asked.understood(()),
        title="bot.title",
        values={"years": snapshot.years, "articles": len(snapshot.documents)},
        statements=(),
        suggestions=tuple(Suggestion("suggest.card", {"year": year}) for year in snapshot.years[-_NEWEST:][::-1]),
    )


def how_many_editions(asked: Asked) -> Answer | None:
    """The number of the newest edition held; 之前 a year, of those before that edition."""
    if "how_many_editions" not in asked.read.intents or asked.read.has(Sense.PROGRAMME):
        return None
    if not asked.accounts_for({Sense.BEFORE, Sense.VERB}, {"how_many_editions", "count", "have"}):
        return None
    before = asked.read.has(Sense.BEFORE)
    if (before and not asked.years) or len(asked.years) > 1 or asked.read.names_another_meeting:
        return None
    year = asked.years[0] if asked.years else latest_held(asked.known.snapshot, asked.question.today)
    for predicate in ("ordinal", "nth_year") if year else ():
        for fact in asked.known.shown(summit(year or 0), (predicate,)):
            if isinstance(fact.value, Quantity):
                values = {
                    "subject": fact.subject,
                    "predicate": predicate,
                    "number": fact.value.value - (1 if before else 0),
                    "before": before,
                    "year": year,
                }
                return asked.found((Statement("value.editions", (fact,), values=values),), (predicate,))
    return None
