"""What a person can do in a chat: say something, press a button."""

from __future__ import annotations

import asyncio

from bot.playground.chat import Chat, Message
from bot.playground.formatting.formatted import MAX_CAPTION, MAX_TEXT, FormattedText, formatted
from bot.playground.people import Person
from bot.playground.refusal import bad_request
from bot.playground.world import CallbackAnswer, World

# A Telegram app stops waiting for the answer to a pressed button after about this long.
ANSWER_SECONDS = 15.0


class NotAllowedError(LookupError):
    """The person cannot do that: no such chat, message or button."""


class Talk:
    """People's side of the world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def say(self, person: Person, chat_id: int, text: str, reply_to: int | None = None) -> Message:
        """Send a text as a Telegram app does: trimmed, and in several messages when too long. Returns the last one.

        Raises `NotAllowedError` in a chat of others, `RefusalError` for a text of blanks.
        """
        chat = self._chat(person, chat_id)
        answered = chat.messages.get(reply_to) if reply_to else None
        parts = [formatted(part) for part in _parts(text.strip(" \n"))]
        sent = [self._world.add_message(chat, person, part, reply_to=answered) for part in parts]
        return sent[-1]

    def say_document(self, person: Person, chat_id: int, name: str, content: bytes, caption: str = "") -> Message:
        """Send a file under a name, taken as it is, with or without a caption (at most 1024 UTF-16 units).

        Raises `NotAllowedError` in a chat of others, `RefusalError` for an empty file or a long caption.
        """
        chat = self._chat(person, chat_id)
        if not content:
            raise bad_request("file must be non-empty")
        text = formatted(caption.strip(" \n")) if caption.strip() else FormattedText("", ())
        if text.length > MAX_CAPTION:
            raise bad_request("message caption is too long")
        return self._world.add_message(chat, person, text, document=self._world.files.add(name, content))

    def _chat(self, person: Person, chat_id: int) -> Chat:
        chat = self._world.chats.get(chat_id)
        if chat is None or (chat.person != person and not chat.has(person.id)):
            raise NotAllowedError(f"{person.name} is not in chat {chat_id}")
        return chat

    async def press(
        self, person: Person, chat_id: int, message_id: int, data: str, timeout_seconds: float = ANSWER_SECONDS
    ) -> CallbackAnswer | None:
        """Press the callback button that carries `data`; the bot's answer, None if it gave none in time."""
        chat = self._world.chats.get(chat_id)
        message = chat.messages.get(message_id) if chat else None
        if message is None or not any(
            button.get("callback_data") == data for row in message.keyboard for button in row
        ):
            raise NotAllowedError(f"no button {data!r} under message {message_id} in chat {chat_id}")
        pending = self._world.press(person, message, data)
        try:
            async with asyncio.timeout(timeout_seconds):
                return await asyncio.shield(pending.answer)
        except TimeoutError:
            return None

    def vote(self, person: Person, chat_id: int, message_id: int, option: int) -> Message:
        """Answer a poll, once; who answered an anonymous one is not told.

        Raises `NotAllowedError` where there is no such poll or option, or this person has answered.
        """
        message = self._chat(person, chat_id).messages.get(message_id)
        poll = message.more.get("poll") if message else None
        if message is None or poll is None or poll["is_closed"] or not 0 <= option < len(poll["options"]):
            raise NotAllowedError(f"no open poll {message_id} with an option {option} in chat {chat_id}")
        votes = self._world.votes.setdefault(poll["id"], {})
        if person.id in votes:
            raise NotAllowedError(f"{person.name} has answered poll {message_id}")
        votes[person.id] = option
        options = [
            {**each, "voter_count": each["voter_count"] + (number == option)}
            for number, each in enumerate(poll["options"])
        ]
        counted = {**poll, "options": options, "total_voter_count": len(votes)}
        if not poll["is_anonymous"]:
            answer = {"poll_id": poll["id"], "user": person.as_user(), "option_ids": [option]}
            self._world.updates.add("poll_answer", answer)
        return self._world.change_message(message, keep_date=True, more={**message.more, "poll": counted})


def _parts(text: str) -> list[str]:
    """The text in pieces of at most 4096 UTF-16 units; a character is never cut."""
    units = text.encode("utf-16-le", "surrogatepass")
    parts, begin = [], 0
    while len(units) - begin > 2 * MAX_TEXT:
        end = begin + 2 * MAX_TEXT
        if 0xD8 <= units[end - 1] <= 0xDB:
            end -= 2
        parts.append(units[begin:end].decode("utf-16-le", "surrogatepass"))
        begin = end
    return [*parts, units[begin:].decode("utf-16-le", "surrogatepass")]
