"""Commands to answers: what stands behind each name of the table, and how its argument is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.answers.about import about
from bot.answers.answer import Answer, Kind
from bot.answers.brief import brief
from bot.answers.cite import cite
from bot.answers.comparison import comparison
from bot.answers.coverage import coverage
from bot.answers.days import anniversaries, day_choice, day_of_year, on_this_day, same_day
from bot.answers.editions import Edition, resolve
from bot.answers.forums import forums
from bot.answers.interpret.edition_words import edition_at, edition_of
from bot.answers.interpret.reading import normalised
from bot.answers.known import Known
from bot.answers.random_fact import Pick, random_fact
from bot.answers.search import search
from bot.answers.sources import sources
from bot.answers.summit import bad_argument, edition_card, listing, unknown_edition
from bot.answers.term import term
from bot.answers.timeline import timeline
from bot.answers.who import who
from bot.config import Series

# Longer than any argument that means something; a longer one is not read.
ARGUMENT_CHARACTERS = 200
# What stands around an edition and says nothing; what the series is called beside a year, besides its names.
_MARKS = " \"'“”‘’「」『』《》<>()[]!?。.,;:、~*#"
_SERIES_NOUNS = ("峰会", "大会", "summit", "edition", "conference")
_BETWEEN = re.compile(r"[\s,，、;；/|~—–-]+|和|与|跟|对比|比|\band\b|\bwith\b|\bvs\.?\b|\bversus\b|\bto\b")


@dataclass(frozen=True, eq=False)
class Asking:
    """What the answer to a command may depend on. `today` is the reader's calendar date, `pick` chooses at random."""

    known: Known
    series: Series
    today: date
    pick: Pick

    def edition(self, text: str) -> Edition | None:
        """The edition that `text` names; None if it names none."""
        if len(text) > ARGUMENT_CHARACTERS:
            return None
        plain = normalised(text)
        ref = edition_of(plain, self.today) or edition_of(self._bare(plain), self.today)
        return resolve(ref, self.known.snapshot, self.today) if ref else None

    def _bare(self, text: str) -> str:
        """Without the name of the series beside the year, and without marks around: `“2024”`, `2024年峰会!`."""
        names = sorted(
            map(normalised, (*self.series.aliases, *self.series.short_names, *_SERIES_NOUNS)), key=len, reverse=True
        )
        bare = text.strip(_MARKS).removeprefix("the ")
        for name in names:
            shorter = bare.removesuffix(name).removeprefix(name).strip(_MARKS)
            bare = shorter.removesuffix("的") if shorter else bare
        return bare


Topic = Callable[[str, Asking], Answer]


def topic_answer(command: str, argument: str, asking: Asking) -> Answer | None:
    """The answer to `/command argument`; None for a command that is not answered here."""
    topic = TOPICS.get(command)
    return topic(argument[: ARGUMENT_CHARACTERS + 1].strip(), asking) if topic else None


def _summit(argument: str, asking: Asking) -> Answer:
    if not normalised(argument):
        return listing(asking.known)
    edition = asking.edition(argument)
    return edition_card(edition, asking.known) if edition else bad_argument(argument, asking.known.snapshot)


def _of_edition(answer: Callable[[int | None, Known], Answer]) -> Topic:
    """A topic whose argument is an edition, or nothing."""

    def topic(argument: str, asking: Asking) -> Answer:
        if not normalised(argument):
            return answer(None, asking.known)
        edition = asking.edition(argument)
        if edition is None:
            return bad_argument(argument, asking.known.snapshot)
        if edition.year is None:
            return unknown_edition(edition, asking.known.snapshot)
        return answer(edition.year, asking.known)

    return topic


def _compare(argument: str, asking: Asking) -> Answer:
    editions = [asking.edition(part) for part in _editions_in(normalised(argument), asking.today)]
    if unreadable := next((part for part in editions if part is None or part.year is None), None):
        return unknown_edition(unreadable, asking.known.snapshot)
    if None in editions or len(editions) > 2:
        return bad_argument(argument, asking.known.snapshot)
    years = tuple(edition.year for edition in editions if edition and edition.year is not None)
    return comparison(years, asking.known)


def _editions_in(text: str, today: date) -> list[str]:
    """The pieces that name an edition each, as far as what stands between them can be told from them."""
    parts: list[str] = []
    position = 0
    while position < len(text):
        if between := _BETWEEN.match(text, position):
            position = between.end()
        elif found := edition_at(text, position, today):
            parts.append(text[position : found[0]].strip())
            position = found[0]
        else:
            end = next((m.start() for m in _BETWEEN.finditer(text, position)), len(text))
            parts.append(text[position:end])
            position = end
    return parts


def _on(argument: str, asking: Asking) -> Answer:
    if not normalised(argument):
        return day_choice(asking.known.snapshot)
    day = day_of_year(argument)
    if day is None:
        return Answer(Kind.UNKNOWN, title="unknown.day.argument", values={"argument": argument})
    return on_this_day(same_day(*day, asking.today.year), asking.today, asking.known)


def _cite(argument: str, asking: Asking) -> Answer:
    edition = asking.edition(argument)
    # A bare edition is no part of a title.
    text = "" if edition or not normalised(argument) else argument
    return cite(text, edition.year if edition else None, asking.known.snapshot)


# One line a command; `/ask` is a question and stands in `answering.py`.
TOPICS: Mapping[str, Topic] = {
    "summit": _summit,
    "sources": lambda argument, asking: sources(asking.known.snapshot),
    "search": lambda argument, asking: search(argument, asking.known),
    "term": lambda argument, asking: term(argument, asking.known),
    "who": lambda argument, asking: who(argument, asking.known),
    "about": lambda argument, asking: about(argument, asking.known, asking.series),
    "forums": _of_edition(forums),
    "brief": _of_edition(brief),
    "compare": _compare,
    "timeline": lambda argument, asking: timeline(asking.known),
    "today": lambda argument, asking: on_this_day(asking.today, asking.today, asking.known),
    "on": _on,
    "anniversaries": lambda argument, asking: anniversaries(asking.today, asking.known),
    "fact": lambda argument, asking: random_fact(argument, asking.known, asking.pick),
    "coverage": lambda argument, asking: coverage(asking.known.snapshot),
    "cite": _cite,
}
