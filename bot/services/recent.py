"""The questions of the last while by their ids, so that a button can carry ten characters and mean a whole question."""

from __future__ import annotations

from collections import OrderedDict

from bot.messages.gaps import question_id

# The oldest are forgotten first, all of them with the process.
LIMIT = 5_000
QUESTION_CHARACTERS = 500


class RecentQuestions:
    """Of each question its text, and nothing about who asked. Not for several threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._texts: OrderedDict[str, str] = OrderedDict()

    def keep(self, text: str) -> None:
        """Remember a question."""
        key = question_id(text)
        self._texts[key] = text[:QUESTION_CHARACTERS]
        self._texts.move_to_end(key)
        while len(self._texts) > self._limit:
            self._texts.popitem(last=False)

    def find(self, key: str) -> str:
        """The question of this id; empty when it is not remembered."""
        return self._texts.get(key, "")
