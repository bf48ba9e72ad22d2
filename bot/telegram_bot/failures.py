"""Why a call to the Bot API gave no answer, told apart by what a repeat would risk.

    telegram.error.NetworkError
    ├── NotSent             the request never left this machine: repeating it is safe
    └── AnswerUncertain     it may have been carried out: repeating it may do it twice
        └── AnswerTimedOut  (also telegram.error.TimedOut) nobody answered in time

Messages name the kind of failure only. The exceptions of the HTTP client are dropped rather than chained, because
they carry the URL, and the URL carries the token.
"""

from __future__ import annotations

import os
from http import HTTPStatus

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut


class NotSent(NetworkError):  # noqa: N818 - named for what happened, as the library's own errors are
    """The connection was never made, or the request could not be written down: nothing reached the server."""


class AnswerUncertain(NetworkError):  # noqa: N818
    """The request left, and no readable answer of the Bot API came: cut, garbled, or a gateway's 502 or 504."""


class AnswerTimedOut(AnswerUncertain, TimedOut):
    """The request left and the time to answer ran out."""


class AnswerDropped(TelegramError):  # noqa: N818
    """Telegram's limits would have kept this answer waiting for too long."""

    def __init__(self) -> None:
        super().__init__("dropped, the limits would have kept it waiting for too long")


# Answers of a gateway in front of the Bot API: whether it passed the request on is unknown (RFC 9110, 15.6.3, 15.6.5).
UNCERTAIN_STATUSES = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT})

# Raised before the first byte of a request is written. A proxy that refuses to connect belongs here too.
_BEFORE_SENDING = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ServerFingerprintMismatch,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


def from_client_error(error: BaseException) -> NetworkError:
    """The failure for an exception of aiohttp. What is not surely unsent is uncertain."""
    kind = type(error).__name__
    if isinstance(error, _BEFORE_SENDING):
        return NotSent(f"No connection to the Bot API ({kind}{_reason(error)})")
    if isinstance(error, TimeoutError):
        return AnswerTimedOut("The Bot API did not answer in time")
    return AnswerUncertain(f"The connection to the Bot API broke before the answer ({kind})")


def _reason(error: BaseException) -> str:
    """`: Connection refused` in the operating system's own words, which never contain a URL."""
    # Only the plain connector errors keep the system's error; those about certificates have none to read.
    if not isinstance(error, aiohttp.ClientConnectorError) or isinstance(
        error, aiohttp.ClientConnectorCertificateError
    ):
        return ""
    number = error.os_error.errno or 0  # negative for names that cannot be resolved
    return f": {os.strerror(number)}" if number > 0 else ""
