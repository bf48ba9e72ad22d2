"""A quiz poll within Telegram's limits (https://core.telegram.org/bots/api#sendpoll)."""

from __future__ import annotations

from dataclasses import dataclass

QUESTION_LIMIT = 300
OPTION_LIMIT = 100
EXPLANATION_LIMIT = 200
DESCRIPTION_LIMIT = 1024


@dataclass(frozen=True, slots=True)
class Poll:
    """One Bot API quiz. `correct` counts from 0; `explanation` (plain) is shown after a vote, `description` (HTML) at once.

    In channels polls must be anonymous; answers to an anonymous one are not told.
    """

    question: str
    options: tuple[str, ...]
    correct: int
    explanation: str = ""
    description: str = ""
    anonymous: bool = False
