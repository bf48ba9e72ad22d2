"""Which shape an answer to a command takes: by its title the message, by the topic of a statement its plain text.

To add one: a file in this room with both functions, and a line in each of the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.answer import Answer, Statement
from bot.messages.about import about_message, part_text
from bot.messages.brief import brief_message, brief_text
from bot.messages.choice import choice_message
from bot.messages.cite import cite_message, cite_text
from bot.messages.comparison import comparison_message, comparison_text
from bot.messages.coverage import coverage_message, coverage_text
from bot.messages.days import anniversaries_message, day_message, event_text
from bot.messages.message import Message
from bot.messages.passages import passage_message, passage_text, said_message, search_message
from bot.messages.terms import random_message, term_message, term_text
from bot.messages.timeline import entry_text, timeline_message
from bot.messages.voice import Voice
from bot.messages.who import deed_line, who_message

# Given the answer, the voice, and the page that is shown (from 1; a page behind the last is the last).
Shape = Callable[[Answer, Voice, int], Message]

MESSAGES: Mapping[str, Shape] = {
    "about.title": about_message,
    "anniversaries.title": anniversaries_message,
    "brief.title": brief_message,
    "cite.title": cite_message,
    "compare.title": comparison_message,
    "coverage.title": coverage_message,
    "day.title": day_message,
    "fact.title": random_message,
    "passage.title": passage_message,
    "said.title": said_message,
    "search.title": search_message,
    "term.title": term_message,
    "timeline.title": timeline_message,
    "who.title": who_message,
}
# By the part of a statement's topic before the dot.
TEXTS: Mapping[str, Callable[[Statement, Voice], str]] = {
    "about": part_text,
    "brief": brief_text,
    "cite": cite_text,
    "compare": comparison_text,
    "coverage": coverage_text,
    "event": event_text,
    "passage": passage_text,
    "term": term_text,
    "timeline": entry_text,
    "who": deed_line,
}


def shape_of(answer: Answer) -> Shape | None:
    """The shape of an answer to one of these commands; None for another answer."""
    if answer.title.startswith(("choose.", "which.")):
        return choice_message
    return MESSAGES.get(answer.title)
