"""Posts over the Bot API, and what each of its answers means for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import telegram
from telegram.constants import ParseMode, PollType
from telegram.error import (
    BadRequest,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.messages.message import Message
from bot.messages.payload import from_payload
from bot.messages.poll import Poll
from bot.outbox.errors import (
    ChatGone,
    ChatMigrated,
    DeliveryError,
    Flooded,
    NotSent,
    Rejected,
    RightsLost,
    SenderRefused,
    TopicClosed,
    Uncertain,
)
from bot.outbox.transport import Sent, SentPoll, Transport
from bot.subscriptions.chat import Place
from bot.telegram_bot.failures import AnswerUncertain
from bot.telegram_bot.limiter import POST

# The server's words, in lower case; there are no codes for them.
_GONE = (
    "chat not found",
    "peer_id_invalid",
    "deactivated",
    "was kicked",
    "was blocked",
    "user not found",
    "group chat was deleted",
)
_RIGHTS = (
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "need administrator rights",
    "chat_restricted",
)
_TOPIC = ("topic_closed", "topic_deleted", "thread not found")

_NOT_MODIFIED = "message is not modified"


class BotTransport:
    """Sends posts as the bot, which must be initialised; as paid broadcasts if wanted."""

    def __init__(self, bot: ExtBot[Any], *, paid: bool = False) -> None:
        self._bot = bot
        self._paid = paid

    async def send(self, place: Place, payload: bytes) -> Sent:
        """See `bot.outbox.transport.Transport`."""
        post = from_payload(payload)
        if post.edits is not None and isinstance(post.content, Message):
            return await self._edit(place, post.edits, post.content)
        parameters: dict[str, object] = {"chat_id": place.chat, "disable_notification": post.silent}
        if post.replies_to is not None:
            parameters["reply_parameters"] = {"message_id": post.replies_to, "allow_sending_without_reply": True}
        if self._paid:
            # https://core.telegram.org/bots/faq#how-can-i-message-all-of-my-bot-39s-subscribers-at-once
            parameters["allow_paid_broadcast"] = True
        if place.topic:
            parameters["message_thread_id"] = place.topic
        if isinstance(post.content, Poll):
            method, content = "SendPoll", _poll(post.content)
        else:
            method, content = "SendMessage", _message(post.content)
        result = await self._call(method, parameters | content)
        if isinstance(result, dict) and isinstance(number := result.get("message_id"), int):
            return Sent(number, _sent_poll(post.content, result))
        raise Uncertain("the answer names no message")

    async def _edit(self, place: Place, message: int, content: Message) -> Sent:
        """https://core.telegram.org/bots/api#editmessagetext; what stands there already is as good as changed."""
        try:
            await self._call("EditMessageText", {"chat_id": place.chat, "message_id": message} | _message(content))
        except Rejected as error:
            if _NOT_MODIFIED not in str(error).lower():
                raise
        return Sent(message)

    async def _call(self, method: str, parameters: dict[str, object]) -> object:
        """The result of a call. Raises `DeliveryError`.

        Without Message objects: twice as fast. Names of methods are not case-sensitive; the library warns of those that it has
        itself.
        """
        try:
            lane = POST if self._bot.rate_limiter else None
            result: object = await self._bot.do_api_request(method, api_kwargs=parameters, rate_limit_args=lane)
        except TelegramError as error:
            failure = delivery_error(error)
        else:
            return result
        raise failure


@dataclass(frozen=True, slots=True)
class _Counted:
    transport: Transport
    count: Callable[[str], None]

    async def send(self, place: Place, payload: bytes) -> Sent:
        try:
            sent = await self.transport.send(place, payload)
        except DeliveryError as error:
            self.count(error.code)
            raise
        self.count("sent")
        return sent


def counted(transport: Transport, count: Callable[[str], None]) -> Transport:
    """A transport that tells what came of each call: `sent`, or the code of the error."""
    return _Counted(transport, count)


def delivery_error(error: TelegramError) -> DeliveryError:
    """The outcome for an error of the library, most specific first: some are subclasses of others."""
    reason = error.message
    match error:
        case RetryAfter():
            wait = error.retry_after
            return Flooded(reason, wait if isinstance(wait, timedelta) else timedelta(seconds=wait))
        case telegram.error.ChatMigrated():
            return ChatMigrated(reason, error.new_chat_id)
        case InvalidToken() | EndPointNotFound():  # the library takes 401 for a method that does not exist
            return SenderRefused("the token is refused")
        case BadRequest() if _says(reason, _TOPIC):
            return TopicClosed(reason)
        case Forbidden() | BadRequest() if _says(reason, _RIGHTS):
            return RightsLost(reason)
        case Forbidden():
            return ChatGone(reason)
        case BadRequest() if _says(reason, _GONE):
            return ChatGone(reason)
        case BadRequest():
            return Rejected(reason)
        case AnswerUncertain():
            return Uncertain(reason)
        case NetworkError():  # no connection, or 500 and 503 in the server's own words
            return NotSent(reason)
    return NotSent(reason)


def _says(reason: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in reason.lower() for phrase in phrases)


def _message(message: Message) -> dict[str, object]:
    """https://core.telegram.org/bots/api#sendmessage"""
    content: dict[str, object] = {
        "text": message.html,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": {"is_disabled": True},
    }
    return content | ({"reply_markup": {"inline_keyboard": _rows(message)}} if message.keyboard else {})


def _poll(poll: Poll) -> dict[str, object]:
    """https://core.telegram.org/bots/api#sendpoll"""
    return {
        "question": poll.question,
        "options": [{"text": option} for option in poll.options],
        "type": PollType.QUIZ,
        "correct_option_ids": [poll.correct],
        "explanation": poll.explanation,
        "description": poll.description,
        "description_parse_mode": ParseMode.HTML,
        "is_anonymous": poll.anonymous,
    }


def _sent_poll(content: Message | Poll, result: Mapping[str, object]) -> SentPoll | None:
    poll = result.get("poll")
    if not isinstance(content, Poll) or not isinstance(poll, dict):
        return None
    return SentPoll(str(poll.get("id")), content.correct)


def _rows(message: Message) -> list[list[dict[str, str]]]:
    return [
        [{"text": key.label, **({"url": key.url} if key.url else {"callback_data": key.data})} for key in row]
        for row in message.keyboard
    ]
