"""Logging to stderr, with every secret taken out of the finished text, tracebacks included."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType

LEVEL_VARIABLE = "BOT_LOG_LEVEL"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
REDACTED = "[secret]"
_SHORTEST_SECRET = 8

# A bot token as Telegram makes them: the bot's id, a colon (perhaps quoted for a URL), 35 characters.
_TOKEN_SHAPE = re.compile(r"\d{5,}(?::|%3[Aa])[\w-]{30,}", re.ASCII)
# A password in an address: proxies and databases.
_PASSWORD = re.compile(r"(?<=://)[^/\s:@]*:[^/\s@]+(?=@)")
# Libraries that tell of every request and every update at INFO.
_CHATTY = ("telegram", "aiohttp", "asyncio", "apscheduler")


class RedactingFormatter(logging.Formatter):
    """Formats a record, then hides known secrets and whatever looks like a token or a password in what was formatted.

    Working on the finished text catches arguments, exception messages and tracebacks alike.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets: list[str] = []

    def hide(self, secrets: Iterable[str]) -> None:
        """Hide these too. Of a token also the part behind the colon alone."""
        parts = {part for secret in secrets for part in (secret, secret.replace(":", "%3A"), secret.rpartition(":")[2])}
        # A short one would tear holes into innocent words. Longest first: a secret may contain another.
        known = {*self._secrets, *(part for part in parts if len(part) >= _SHORTEST_SECRET)}
        self._secrets = sorted(known, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line (and traceback) for `record`, without secrets."""
        return self.redact(super().format(record))

    def redact(self, text: str) -> str:
        """`text` with every secret replaced."""
        for secret in self._secrets:
            text = text.replace(secret, REDACTED)
        return _PASSWORD.sub(REDACTED, _TOKEN_SHAPE.sub(REDACTED, text))


def set_up_logging(level: str = "INFO") -> None:
    """Log to stderr from `level` (one of `LEVELS`) on.

    Above DEBUG the libraries underneath speak of warnings only. Unhandled exceptions and warnings are logged too, so
    that they pass the same filter.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.NOTSET if level == "DEBUG" else logging.WARNING)
    logging.captureWarnings(True)
    sys.excepthook = _log_unhandled


def hide_in_logs(*secrets: str) -> None:
    """Keep `secrets` out of everything logged from now on."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, RedactingFormatter):
            handler.formatter.hide(secrets)


def _log_unhandled(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("Unhandled %s", kind.__name__, exc_info=(kind, error, traceback))
