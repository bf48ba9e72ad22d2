"""What came of an attempt, one class each.

    DeliveryError
    ├── Flooded        429: `after` says how long to wait
    ├── ChatMigrated   the group became the supergroup `chat`
    ├── ChatGone       blocked, kicked, deleted, deactivated, chat not found
    ├── RightsLost     not enough rights to write there
    ├── TopicClosed    the topic is closed or gone
    ├── Rejected       any other refusal of this very post
    ├── NotSent        surely not carried out: connection never made, 500, 503
    ├── Uncertain      perhaps carried out: 502, 504, the answer never came
    └── SenderRefused  401: nothing can be sent any more

`str()` is the reason in the server's or our own words, without secrets.
"""

from __future__ import annotations

from datetime import timedelta


class DeliveryError(Exception):
    """An attempt that was not plainly a success. `code` stands in the attempts table."""

    code = ""


class Flooded(DeliveryError):  # noqa: N818 - named for what happened
    """Too many messages. `after` counts from now."""

    code = "flooded"

    def __init__(self, reason: str, after: timedelta) -> None:
        super().__init__(reason)
        self.after = after


class ChatMigrated(DeliveryError):  # noqa: N818
    """The group is now the supergroup with the id `chat`."""

    code = "migrated"

    def __init__(self, reason: str, chat: int) -> None:
        super().__init__(reason)
        self.chat = chat


class ChatGone(DeliveryError):  # noqa: N818
    """Nothing can be sent to this chat."""

    code = "gone"


class RightsLost(DeliveryError):  # noqa: N818
    """The chat is there, and the bot may not write in it."""

    code = "rights"


class TopicClosed(DeliveryError):  # noqa: N818
    """The chat is there, and nothing can be written in this topic of it."""

    code = "topic"


class Rejected(DeliveryError):  # noqa: N818
    """The post itself was refused; it would be again."""

    code = "rejected"


class NotSent(DeliveryError):  # noqa: N818
    """Nothing was carried out: it can be tried again."""

    code = "not_sent"


class Uncertain(DeliveryError):  # noqa: N818
    """It may have been carried out."""

    code = "uncertain"


class SenderRefused(DeliveryError):  # noqa: N818
    """The bot's token is not accepted."""

    code = "refused"
