"""HTTP to the Bot API: python-telegram-bot's request interface over aiohttp, with orjson both ways."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from io import BytesIO
from typing import Any

import aiohttp
import orjson
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.telegram_bot.failures import UNCERTAIN_STATUSES, AnswerUncertain, from_client_error

# A connection the server closed meanwhile would make the next post uncertain, so idle ones are dropped early.
IDLE_CONNECTION_SECONDS = 15.0
_DNS_CACHE_SECONDS = 300
_JSON_HEADERS = {"Content-Type": "application/json"}
# Stands in for an error page that is no JSON, so that the library names the status and does not quote the page.
_NO_DESCRIPTION = b'{"description":""}'


class AiohttpRequest(BaseRequest):
    """Calls the Bot API over kept-alive connections.

    Timeouts are seconds, None for no limit: `pool_timeout` to get a free connection, `connect_timeout` to make one,
    `read_timeout` between two reads, `write_timeout` (by default `media_write_timeout`) to hand files over: a call with
    files takes at most their sum. A body without files goes to the system at once. `proxy` is an HTTP proxy's URL.

    Raises the library's errors for answers of the Bot API, and those of `failures` when no answer came.
    """

    def __init__(
        self,
        connection_pool_size: int = 512,
        read_timeout: float | None = 10.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 5.0,
        media_write_timeout: float | None = 60.0,
        proxy: str | None = None,
    ) -> None:
        self._connection_pool_size = connection_pool_size
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The default for `read_timeout`, seconds."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the connection pool; does nothing if it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connection_pool_size,
                    keepalive_timeout=IDLE_CONNECTION_SECONDS,
                    ttl_dns_cache=_DNS_CACHE_SECONDS,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close every connection; does nothing if they are closed."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call: the HTTP status and the body. Raises `NotSent`, `AnswerUncertain` or `AnswerTimedOut`."""
        if self._session is None:
            raise RuntimeError("this request object is not initialized")
        has_files = request_data is not None and request_data.contains_files
        timeout = _client_timeout(
            read=_chosen(read_timeout, self._read_timeout),
            write=_chosen(write_timeout, self._media_write_timeout),
            connect=_chosen(connect_timeout, self._connect_timeout),
            pool=_chosen(pool_timeout, self._pool_timeout),
            limit_whole=has_files,
        )
        body, headers = _encoded(request_data)
        failure: NetworkError
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                payload = await response.read()
        except (aiohttp.ClientError, OSError) as error:  # TimeoutError is an OSError
            failure = from_client_error(error)
        else:
            if response.status in UNCERTAIN_STATUSES:
                raise AnswerUncertain(f"A gateway answered for the Bot API ({response.status})")
            if response.status >= HTTPStatus.MULTIPLE_CHOICES and not payload.startswith(b"{"):
                payload = _NO_DESCRIPTION
            return response.status, payload
        # Raised here, outside of the except block, so that the client's exception with its URL is not kept as context.
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON object of an answer; `AnswerUncertain` if it is none of the Bot API's."""
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = None
        if isinstance(answer, dict) and ("result" in answer or "description" in answer):
            return answer
        raise AnswerUncertain("The answer is not one of the Bot API")


def _chosen(value: object, default: float | None) -> float | None:
    """The timeout of one call: the default unless the caller named one (None: without limit)."""
    if value is BaseRequest.DEFAULT_NONE:
        return default
    return value if value is None or isinstance(value, int | float) else default


@lru_cache(maxsize=64)  # a few values come over and over
def _client_timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None, limit_whole: bool
) -> aiohttp.ClientTimeout:
    """aiohttp's form of the four timeouts. It has none for writing, so `limit_whole` sets one on the whole call.

    Only where it is needed: that timer alone costs a tenth of the calls a second.
    """
    connecting = None if connect is None or pool is None else connect + pool
    whole = None if connecting is None or read is None or write is None else connecting + read + write
    return aiohttp.ClientTimeout(
        total=whole if limit_whole else None, connect=connecting, sock_connect=connect, sock_read=read
    )


def _encoded(request_data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, Mapping[str, str] | None]:
    """The body and its headers: JSON, or multipart when there are files.

    Both are among the four ways the Bot API accepts (https://core.telegram.org/bots/api#making-requests). In a JSON
    body nested values stay nested, so they are encoded once and not twice.
    """
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        return orjson.dumps(request_data.parameters), _JSON_HEADERS
    # Telegram takes file names as they are, not percent-encoded.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.parameters.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    for name, (filename, content, mime_type) in request_data.multipart_data.items():
        # As a stream: aiohttp writes bytes of more than a megabyte in one go and warns of it.
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=mime_type)
    return form, None
