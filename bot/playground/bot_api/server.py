"""`/bot<token>/<method>` over HTTP: https://core.telegram.org/bots/api#making-requests"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web

from bot.playground.bot_api.parameters import Parameters
from bot.playground.bot_api.table import METHODS
from bot.playground.documents import LARGEST_DOWNLOAD
from bot.playground.faults import CutConnectionError
from bot.playground.refusal import RefusalError, bad_request
from bot.playground.world import World

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+\Z")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class BotApi:
    """Answers the calls of the one bot whose token it knows."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token

    def add_routes(self, application: web.Application) -> None:
        """GET and POST, as Telegram takes them."""
        path = "/bot{token:[^/]+}/{method:[^/]*}"
        application.router.add_get(path, self.handle, allow_head=False)
        application.router.add_post(path, self.handle)
        application.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download, allow_head=False)

    async def handle(self, request: web.Request) -> web.Response:
        """One call."""
        try:
            result = await self.call(request)
        except RefusalError as refusal:
            return _refused(refusal)
        except CutConnectionError:
            if request.transport:
                request.transport.abort()
            return web.Response()
        return _answer(200, {"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.Response:
        """A file that getFile told the path of."""
        try:
            self._check_token(request)
        except RefusalError as refusal:
            return _refused(refusal)
        document = self._world.files.at(request.match_info["path"])
        if document is None or len(document.content) > LARGEST_DOWNLOAD:
            return _refused(RefusalError(404, "Not Found"))
        return web.Response(body=document.content, content_type="application/octet-stream")

    async def call(self, request: web.Request) -> object:
        """The result of a call, or a `RefusalError`; or a fault that was asked for."""
        self._check_token(request)
        name = request.match_info["method"].lower()
        method = METHODS.get(name)
        if method is None:
            raise RefusalError(404, "Not Found")
        parameters = Parameters(await _values(request))
        async with self._world.faults.around(name, parameters.integer("chat_id")):
            result = method(self._world, parameters)
            return await result if inspect.isawaitable(result) else result

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not _TOKEN.match(token):
            raise RefusalError(404, "Not Found")
        if token != self._token:
            raise RefusalError(401, "Unauthorized")


async def _values(request: web.Request) -> Mapping[str, Any]:
    """Query and body together; the body counts where both name a parameter."""
    if not request.can_read_body:
        return request.query
    if request.content_type in _FORMS:
        body: Mapping[str, Any] = await request.post()
    elif request.content_type == "application/json":
        try:
            body = orjson.loads(await request.read() or b"{}")
        except orjson.JSONDecodeError:
            raise bad_request("can't parse JSON object in the request body") from None
        if not isinstance(body, dict):
            raise bad_request("expected an Object in the request body")
    else:
        return request.query
    return {**request.query, **body} if request.query else body


def _refused(refusal: RefusalError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return _answer(refusal.code, body)


def _answer(status: int, body: Mapping[str, Any]) -> web.Response:
    return web.Response(status=status, body=orjson.dumps(body), content_type="application/json")
