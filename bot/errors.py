"""The one error tree.

    BotError
    ├── ConfigError        config.yaml or the environment cannot be used; carries every problem at once
    ├── SeedsError         the seeds folder is missing, empty, unreadable, or no article in it can be used
    ├── TokenMissingError  `run` without TELEGRAM_BOT_TOKEN
    ├── TokenRefusedError  Telegram answered 401
    ├── PollerConflictError  Telegram answered 409: another process polls with this token
    ├── DatabaseError      the database cannot be reached or changed
    ├── DatabaseInUseError another process has the SQLite file
    ├── PortInUseError     a listening port is taken
    └── UsageError         a command-line argument is out of range

An error carries a code and named values; the sentence a person reads is made in `bot.messages` from
the code, so that it exists in both languages and no room below needs wording.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class BotError(Exception):
    """Something a person can mend. `code` names the wording `error.<code>`, `params` are its values."""

    code = "internal"

    def __init__(self, **params: object) -> None:
        super().__init__(self.code, params)
        self.params: dict[str, object] = params

    def __str__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({values})"


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One key that cannot be used: where it stands (`delivery.tick_seconds`), what was found, what was expected.

    `found` is shown as it is, empty for nothing at all; `expected` names the wording `expected.<code>`, `params` are
    its values.
    """

    key: str
    found: str
    expected: str
    params: Mapping[str, object] = field(default_factory=dict)


class ConfigError(BotError):
    """config.yaml or the environment cannot be used. `path` names the file, `problems` is never empty."""

    code = "config"

    def __init__(self, path: str, problems: Sequence[ConfigProblem]) -> None:
        super().__init__(path=path, count=len(problems))
        self.path = path
        self.problems = tuple(problems)


class SeedsError(BotError):
    """The seeds folder cannot be used. Params: `path`, and `reason`: `missing`, `empty`, `unreadable`, or `rejected` when it
    holds files and each is rejected."""

    code = "seeds"


class TokenMissingError(BotError):
    """No bot token in the environment."""

    code = "token_missing"


class TokenRefusedError(BotError):
    """Telegram does not know this token (401)."""

    code = "token_refused"


class PollerConflictError(BotError):
    """Another process polls with the same token (409)."""

    code = "poller_conflict"


class DatabaseError(BotError):
    """The database cannot be reached or changed. Param: `reason` (the driver's words)."""

    code = "database"


class DatabaseInUseError(BotError):
    """Another process works with this SQLite file. Params: `path`, `other` (the database for several processes)."""

    code = "database_in_use"


class PortInUseError(BotError):
    """The port asked for is taken. Params: `port`, `option` (how to choose another)."""

    code = "port_in_use"


class UsageError(BotError):
    """A command-line argument is out of range. Params: `argument`, `found`, `expected`."""

    code = "usage"
