"""What can be subscribed to."""

from __future__ import annotations

from enum import StrEnum


class Feed(StrEnum):
    """A kind of post. Its value stands in keys of the database and never changes."""

    DAILY = "daily"
    ANNIVERSARIES = "anniversaries"
    QUIZ = "quiz"
    NEWS = "news"

    @property
    def is_scheduled(self) -> bool:
        """Whether it is due by the clock; news come when an article was added."""
        return self is not Feed.NEWS
