"""How the Bot API says no: an HTTP status, a description in Telegram's words, and parameters."""

from __future__ import annotations

from collections.abc import Mapping


class RefusalError(Exception):
    """An answer `{"ok": false, …}`. `parameters` is ResponseParameters (`retry_after`, `migrate_to_chat_id`)."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})


def bad_request(reason: str) -> RefusalError:
    """400 with Telegram's prefix."""
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    """403 with Telegram's prefix."""
    return RefusalError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    """409 with Telegram's prefix."""
    return RefusalError(409, f"Conflict: {reason}")
