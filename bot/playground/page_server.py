"""The page at `/` and the JSON it talks: `/playground/api/…`, events over server-sent events.

Local and without a login: only requests from the page's own origin are taken.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.playground.chat import Chat, Message
from bot.playground.deeds import POSTING, Deeds
from bot.playground.movable_clock import LONGEST, MovableClock
from bot.playground.people import EVERYONE, OWNER, Person
from bot.playground.refusal import RefusalError
from bot.playground.standing import POST
from bot.playground.talk import NotAllowedError, Talk
from bot.playground.world import GROUP_ID, World

PAGE = Path(__file__).parent / "page"
# A page opens a chat with this many messages, the latest.
SHOWN_MESSAGES = 200
_PING_SECONDS = 20
# What t.me/<bot>?startchannel&admin=post_messages lets choose from.
_ANY_CHANNEL = {"chat_is_channel": True, "user_administrator_rights": {"can_invite_users": True}}
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class PageServer:
    """Serves the page to people who speak in the chats."""

    def __init__(self, world: World, talk: Talk, deeds: Deeds) -> None:
        self._world = world
        self._talk = talk
        self._deeds = deeds

    def add_routes(self, application: web.Application) -> None:
        """The page, its files and its API."""
        application.router.add_get("/", self._index)
        application.router.add_get("/playground/page/{name:[a-z_]+\\.[a-z]+}", self._file)
        for method, path, handler in (
            ("GET", "state", self._state),
            ("GET", "messages", self._messages),
            ("POST", "say", self._say),
            ("POST", "say_document", self._say_document),
            ("GET", "document", self._document),
            ("POST", "press", self._press),
            ("GET", "events", self._events),
            ("GET", "choices", self._choices),
            ("POST", "do", self._do),
            ("POST", "clock", self._move_clock),
        ):
            application.router.add_route(method, f"/playground/api/{path}", _same_origin(handler))

    async def _index(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html", headers=_HEADERS)

    async def _file(self, request: web.Request) -> web.FileResponse:
        path = PAGE / request.match_info["name"]
        if not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=_HEADERS)

    async def _state(self, request: web.Request) -> web.Response:
        """The bot, the people and their place in the group, the chats of `person` (else the owner) with commands."""
        person = self._person(request.query.get("person", OWNER.id))
        roles = self._world.chats[GROUP_ID].members
        chats = [chat for chat in self._world.chats.values() if self._sees(person, chat)]
        return _json(
            {
                "bot": self._bot(person),
                "people": [{**one.as_user(), "role": roles[one.id]} for one in EVERYONE],
                "person": person.as_user(),
                "chats": [self._chat(chat, person) for chat in chats],
                "now": self._world.seconds(),
                "movable": isinstance(self._world.clock, MovableClock),
            }
        )

    def _bot(self, person: Person) -> dict[str, Any]:
        profile, language = self._world.profile, person.language_code[:2]
        return {
            **self._world.bot.as_user(),
            "first_name": profile.text("name", language) or self._world.bot.first_name,
            "description": profile.text("description", language),
            "short_description": profile.text("short_description", language),
        }

    def _chat(self, chat: Chat, person: Person) -> dict[str, Any]:
        last = next(reversed(chat.messages.values()), None)
        return {
            "id": chat.id,
            "type": chat.type,
            "title": chat.title,
            "members": chat.size,
            "started": chat.started,
            "blocked": chat.blocked,
            "bot": "private" if chat.is_private else chat.status(self._world.bot.id),
            "bot_posts": chat.may(self._world.bot.id, POST),
            "leads": chat.leads(person.id),
            "keys": chat.keys,
            "commands": self._world.profile.shown_commands(chat, person.id, person.language_code[:2]),
            "last": last and last.as_bot_api(self._world.people),
        }

    async def _choices(self, request: web.Request) -> web.Response:
        """The chats that can be picked for a key of the person's chat with the bot, or added the bot to."""
        person, label = self._person(request.query.get("person")), request.query.get("key", "")
        keys = (each for row in self._world.chats[person.id].keys for each in row if each["text"] == label)
        wanted = next((dict(each["request_chat"]) for each in keys if "request_chat" in each), _ANY_CHANNEL)
        return _json([{"id": chat.id, "title": chat.title} for chat in self._deeds.choices(person, wanted)])

    async def _do(self, request: web.Request) -> web.Response:
        """A deed by its name."""
        values = await _body(request)
        person = self._person(values.get("person"))
        chat, message = _number(values.get("chat")), _number(values.get("message_id"))
        text, key = str(values.get("text", "")), str(values.get("key", ""))
        deeds: Mapping[str, Callable[[], object]] = {
            "locate": lambda: self._deeds.locate(person, float(values["latitude"]), float(values["longitude"])),
            "pick": lambda: self._deeds.pick(person, chat, key),
            "forward": lambda: self._deeds.forward(person, chat, message),
            "post": lambda: self._deeds.post(person, chat, text),
            "add_bot": lambda: self._deeds.add_bot(person, chat, POSTING),
            "add_silent_bot": lambda: self._deeds.add_bot(person, chat, {"can_manage_chat"}),
            "add_member_bot": lambda: self._deeds.add_bot(person, chat, ()),
            "remove_bot": lambda: self._deeds.remove_bot(person, chat),
            "unblock": lambda: self._deeds.unblock(person),
            "vote": lambda: self._talk.vote(person, chat, message, int(values["option"])),
        }
        deed = deeds.get(str(values.get("deed")))
        if deed is None:
            raise web.HTTPNotFound(text="no such deed")
        try:
            deed()
        except (KeyError, TypeError, ValueError):
            raise web.HTTPBadRequest from None
        return _json(True)

    async def _move_clock(self, request: web.Request) -> web.Response:
        """Move the clock by so many `minutes`; answers when it is there."""
        values, clock = await _body(request), self._world.clock
        minutes = _number(values.get("minutes"))
        if not isinstance(clock, MovableClock):
            raise web.HTTPConflict(text="this clock cannot be moved")
        if not 0 < minutes <= LONGEST // timedelta(minutes=1):
            raise web.HTTPBadRequest
        await clock.move(timedelta(minutes=minutes))
        self._world.events.publish("clock", now=self._world.seconds())
        return _json({"now": self._world.seconds()})

    async def _messages(self, request: web.Request) -> web.Response:
        chat = self._chat_of(self._person(request.query.get("person")), request.query.get("chat"))
        latest = list(chat.messages.values())[-SHOWN_MESSAGES:]
        return _json([message.as_bot_api(self._world.people) for message in latest])

    async def _say(self, request: web.Request) -> web.Response:
        values = await _body(request)
        person = self._person(values.get("person"))
        chat = self._chat_of(person, values.get("chat"))
        text, reply_to = values.get("text"), values.get("reply_to")
        if not isinstance(text, str) or not isinstance(reply_to, int | None):
            raise web.HTTPBadRequest
        return _json(self._api(self._talk.say(person, chat.id, text, reply_to)))

    async def _say_document(self, request: web.Request) -> web.Response:
        """The file is the body, as `application/octet-stream`; the rest stands in the query."""
        if request.content_type != "application/octet-stream":  # as for JSON: no form can send it across origins
            raise web.HTTPUnsupportedMediaType
        person = self._person(request.query.get("person"))
        chat = self._chat_of(person, request.query.get("chat"))
        name, caption = request.query.get("name", ""), request.query.get("caption", "")
        if not name:
            raise web.HTTPBadRequest
        return _json(self._api(self._talk.say_document(person, chat.id, name, await request.read(), caption)))

    async def _document(self, request: web.Request) -> web.Response:
        """A file of a message, to be saved and never shown in the page."""
        chat = self._chat_of(self._person(request.query.get("person")), request.query.get("chat"))
        message = chat.messages.get(_number(request.query.get("message_id")))
        if message is None or message.document is None:
            raise web.HTTPNotFound(text="no such document")
        headers = {**_HEADERS, "Content-Disposition": "attachment"}  # its name is in the link
        return web.Response(body=message.document.content, content_type="application/octet-stream", headers=headers)

    async def _press(self, request: web.Request) -> web.Response:
        """Press a callback button; answers when the bot did, `null` when it did not in time."""
        values = await _body(request)
        person = self._person(values.get("person"))
        chat = self._chat_of(person, values.get("chat"))
        message, data = values.get("message_id"), values.get("data")
        if not isinstance(message, int) or not isinstance(data, str):
            raise web.HTTPBadRequest
        answer = await self._talk.press(person, chat.id, message, data)
        return _json(answer and {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Everything that happens in the chats of `person`, until the page leaves."""
        person = self._person(request.query.get("person"))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        # A tab that is closed breaks the connection while something is written to it: that is how a page leaves.
        with self._world.events.listen() as listener, contextlib.suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write(b"retry: 500\n\n")
            async for event in listener.until_silent(_PING_SECONDS):
                if event is None:
                    await response.write(b": still here\n\n")
                elif "chat" not in event or self._sees(person, self._world.chats[event["chat"]]):
                    await response.write(b"data: " + orjson.dumps(event) + b"\n\n")
        return response

    def _api(self, message: Message) -> dict[str, Any]:
        return message.as_bot_api(self._world.people)

    def _sees(self, person: Person, chat: Chat) -> bool:
        return chat.person == person or chat.has(person.id)

    def _person(self, value: object) -> Person:
        person = self._world.people.get(_number(value))
        if person is None or person.is_bot:
            raise web.HTTPNotFound(text="no such person")
        return person

    def _chat_of(self, person: Person, value: object) -> Chat:
        chat = self._world.chats.get(_number(value))
        if chat is None or not self._sees(person, chat):
            raise web.HTTPNotFound(text="no such chat")
        return chat


def _number(value: object) -> int:
    try:
        return int(value) if isinstance(value, str | int) else 0
    except ValueError:
        return 0


async def _body(request: web.Request) -> dict[str, Any]:
    # A form cannot send this type across origins without asking first.
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        body = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        raise web.HTTPBadRequest(text="no JSON") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="no JSON object")
    return body


def _json(value: object) -> web.Response:
    return web.Response(body=orjson.dumps(value), content_type="application/json")


def _same_origin(handler: Handler) -> Callable[[web.Request], Any]:
    """Refuse other origins, and say what a person may not do with 409."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="another origin")
        try:
            return await handler(request)
        except (RefusalError, NotAllowedError) as refusal:
            raise web.HTTPConflict(text=str(refusal)) from None

    return guarded
