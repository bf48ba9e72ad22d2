"""The people of the playground and their places in a chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user, a bot too. `language_code` is an IETF tag, empty when the app tells none."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    @property
    def name(self) -> str:
        """First and last name as a chat shows them."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_user(self) -> dict[str, Any]:
        """The Bot API User object."""
        user: dict[str, Any] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for field in ("last_name", "username", "language_code"):
            if value := getattr(self, field):
                user[field] = value
        return user


# The owner has the bot and the group, the administrator helps with the group, the member only talks.
OWNER = Person(7_100_000_001, "林晓", username="linxiao_demo", language_code="zh-hans")
ADMIN = Person(7_100_000_002, "周宁", username="zhouning_demo", language_code="zh-hans")
MEMBER = Person(7_100_000_003, "Alex", "Morgan", username="alex_morgan_demo", language_code="en")
EVERYONE = (OWNER, ADMIN, MEMBER)
