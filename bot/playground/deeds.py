"""What people do besides talking: press keys, pick chats, send where they are, forward posts, add and remove the bot."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bot.playground.chat import Chat, Message
from bot.playground.formatting.formatted import FormattedText, formatted
from bot.playground.people import Person
from bot.playground.standing import POST
from bot.playground.talk import NotAllowedError
from bot.playground.world import World

_NOTHING = FormattedText("", ())
# What an app asks for with t.me/<bot>?startchannel&admin=post_messages.
POSTING = frozenset({"can_manage_chat", POST})


class Deeds:
    """People's side of the world, where it changes more than a conversation. Raises `NotAllowedError`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def locate(self, person: Person, latitude: float, longitude: float) -> Message:
        """Send a location to the bot."""
        location = {"latitude": latitude, "longitude": longitude}
        return self._world.add_message(self._own(person), person, _NOTHING, more={"location": location})

    def choices(self, person: Person, wanted: dict[str, Any]) -> list[Chat]:
        """The chats that a person can pick for a key's `request_chat`."""
        rights = [name for name, on in (wanted.get("user_administrator_rights") or {}).items() if on]
        kind = "channel" if wanted.get("chat_is_channel") else "supergroup"
        return [
            chat
            for chat in self._world.chats.values()
            if chat.type == kind and chat.has(person.id) and all(chat.may(person.id, right) for right in rights)
        ]

    def pick(self, person: Person, chat_id: int, key: str) -> Message:
        """Pick a chat for the key with this label; the bot is added if need be, with the rights the key asks for."""
        own = self._own(person)
        wanted = next((each["request_chat"] for row in own.keys for each in row if _picks(each, key)), None)
        chat = self._world.chats.get(chat_id)
        if wanted is None or chat is None or chat not in self.choices(person, dict(wanted)):
            raise NotAllowedError(f"{person.name} cannot pick chat {chat_id}")
        rights = [name for name, on in (wanted.get("bot_administrator_rights") or {}).items() if on]
        bot = self._world.bot
        if rights and not all(chat.may(bot.id, right) for right in rights):
            self._world.set_standing(chat, person, "administrator", rights)
        elif wanted.get("bot_is_member") and not chat.has(bot.id):
            self._world.set_standing(chat, person, "member")
        shared: dict[str, Any] = {"request_id": wanted["request_id"], "chat_id": chat.id}
        if wanted.get("request_title"):
            shared["title"] = chat.title
        return self._world.add_message(own, person, _NOTHING, more={"chat_shared": shared})

    def forward(self, person: Person, chat_id: int, message_id: int) -> Message:
        """Forward a post of a channel to the bot."""
        chat = self._world.chats.get(chat_id)
        message = chat.messages.get(message_id) if chat and chat.type == "channel" and chat.has(person.id) else None
        if message is None:
            raise NotAllowedError(f"no post {message_id} of a channel {chat_id}")
        origin = {
            "type": "channel",
            "date": message.date,
            "chat": message.chat.as_bot_api(),
            "message_id": message.id,
        }
        return self._world.add_message(self._own(person), person, message.content, more={"forward_origin": origin})

    def post(self, person: Person, chat_id: int, text: str) -> Message:
        """Post in a channel."""
        chat = self._led(person, chat_id, POST)
        return self._world.add_message(chat, person, formatted(text.strip()))

    def add_bot(self, person: Person, chat_id: int, rights: Collection[str] | None = None) -> None:
        """Make the bot an administrator with these rights, None for all; without any, a plain member of a group."""
        chat = self._led(person, chat_id, "can_invite_users")
        if rights is not None and not rights:
            if chat.type == "channel":
                raise NotAllowedError("in a channel a bot can only be an administrator")
            self._world.set_standing(chat, person, "member")
        else:
            self._world.set_standing(chat, person, "administrator", rights)

    def remove_bot(self, person: Person, chat_id: int) -> None:
        """Throw the bot out of a group or channel, or block it in private."""
        chat = self._own(person) if chat_id == person.id else self._led(person, chat_id, "can_restrict_members")
        self._world.set_standing(chat, person, "kicked")

    def unblock(self, person: Person) -> None:
        """Let the bot write again."""
        self._world.set_standing(self._own(person), person, "member")

    def mute(self, person: Person, chat_id: int, muted: bool) -> None:
        """Whether plain members of a group may write."""
        self._led(person, chat_id, "can_restrict_members").muted = muted

    def _own(self, person: Person) -> Chat:
        return self._world.chats[person.id]

    def _led(self, person: Person, chat_id: int, right: str) -> Chat:
        chat = self._world.chats.get(chat_id)
        if chat is None or chat.is_private or not chat.may(person.id, right):
            raise NotAllowedError(f"{person.name} may not do that in chat {chat_id}")
        return chat


def _picks(key: Any, label: str) -> bool:
    return key["text"] == label and "request_chat" in key
