"""The state of the playground: people, chats, messages, and what waits for the bot."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.playground.chat import Chat, Keyboard, Message
from bot.playground.documents import Document, Files
from bot.playground.events import EventStream
from bot.playground.faults import Faults
from bot.playground.formatting.formatted import FormattedText
from bot.playground.people import ADMIN, EVERYONE, MEMBER, OWNER, Person
from bot.playground.privacy import reaches_bot
from bot.playground.profile import Profile
from bot.playground.standing import member, private_member, stand
from bot.playground.update_queue import UpdateQueue
from bot.playground.webhook import Webhook

GROUP_ID = -1_002_100_000_001
GROUP_TITLE = "研习小组 · Study group"
GROUP_USERNAME = "study_group_demo"
CHANNEL_ID = -1_002_200_000_001
CHANNEL_TITLE = "每日一读 · Daily reading"
CHANNEL_USERNAME = "daily_reading_demo"
# Without a public name.
PRIVATE_CHANNEL_ID = -1_002_200_000_002
PRIVATE_CHANNEL_TITLE = "编辑部 · Editors"
# Telegram gives a bot this long to answer a pressed button; afterwards the query is too old.
CALLBACK_LIFETIME = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What answerCallbackQuery said: a toast, an alert when `show_alert`, a link to open; all may be empty."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class PendingCallback:
    """A pressed button that the bot has not answered."""

    asked: datetime
    answer: asyncio.Future[CallbackAnswer]


class World:
    """Everything the Bot API methods and the page work on. Not thread-safe: one event loop."""

    def __init__(self, clock: Clock, bot: Person) -> None:
        self.clock = clock
        self.bot = bot
        self.people: dict[int, Person] = {person.id: person for person in (*EVERYONE, bot)}
        self.chats: dict[int, Chat] = {
            person.id: Chat(person.id, "private", person.name, {}, person=person, started=False) for person in EVERYONE
        }
        status = {OWNER.id: "creator", ADMIN.id: "administrator", MEMBER.id: "member", bot.id: "member"}
        self.chats[GROUP_ID] = Chat(GROUP_ID, "supergroup", GROUP_TITLE, status, username=GROUP_USERNAME)
        # The bot is not in the channels: somebody has to add it.
        readers = {OWNER.id: "creator", ADMIN.id: "administrator", MEMBER.id: "member"}
        self.chats[CHANNEL_ID] = Chat(CHANNEL_ID, "channel", CHANNEL_TITLE, readers, username=CHANNEL_USERNAME)
        alone = {OWNER.id: "creator"}
        self.chats[PRIVATE_CHANNEL_ID] = Chat(PRIVATE_CHANNEL_ID, "channel", PRIVATE_CHANNEL_TITLE, alone)
        self.files = Files()
        self.updates = UpdateQueue()
        self.webhook = Webhook(self.updates, self.seconds)
        self.events = EventStream()
        self.profile = Profile()
        self.faults = Faults()
        self.callbacks: dict[str, PendingCallback] = {}
        # By poll: who chose what.
        self.votes: dict[str, dict[int, int]] = {}
        self._private_ids = 0  # private chats of one account share their numbering
        self._group_ids: dict[int, int] = {}
        self._chat_instance = str(secrets.randbits(62))

    def seconds(self) -> int:
        """The present in Unix seconds."""
        return int(self.clock.now().timestamp())

    def _next_message_id(self, chat: Chat) -> int:
        if chat.is_private:
            self._private_ids += 1
            return self._private_ids
        self._group_ids[chat.id] = self._group_ids.get(chat.id, 0) + 1
        return self._group_ids[chat.id]

    def add_message(
        self,
        chat: Chat,
        sender: Person,
        content: FormattedText,
        *,
        keyboard: Keyboard = (),
        reply_to: Message | None = None,
        link_preview: Mapping[str, Any] | None = None,
        document: Document | None = None,
        more: Mapping[str, Any] | None = None,
        topic: int = 0,
    ) -> Message:
        """Post a message; one of a person goes to the bot as an update if it may see it."""
        answered = replace(reply_to, reply_to=None) if reply_to else None
        message = Message(
            self._next_message_id(chat),
            chat,
            sender,
            self.seconds(),
            content,
            keyboard,
            0,
            answered,
            link_preview or {},
            document,
            more or {},
            topic,
        )
        chat.keep(message)
        if sender.id != self.bot.id:
            if chat.is_private:
                chat.started = True
            if reaches_bot(message, self.bot):
                kind = "channel_post" if chat.type == "channel" else "message"
                self.updates.add(kind, message.as_bot_api(self.people))
        self._tell("message", message)
        return message

    def change_message(self, message: Message, *, keep_date: bool = False, **changes: Any) -> Message:
        """Replace parts of a message. `keep_date`: a changed keyboard alone leaves no edit mark."""
        date = message.edit_date if keep_date else self.seconds()
        changed = replace(message, edit_date=date, **changes)
        message.chat.keep(changed)
        self._tell("edited", changed)
        return changed

    def remove_message(self, message: Message) -> None:
        """Delete a message for everyone."""
        del message.chat.messages[message.id]
        self.events.publish("deleted", chat=message.chat.id, message_id=message.id)

    def set_keys(self, chat: Chat, keys: Keyboard) -> None:
        """Show these keys in the place of the reader's keyboard."""
        chat.keys = keys
        self.events.publish("keys", chat=chat.id, keys=keys)

    def set_standing(self, chat: Chat, by: Person, status: str, rights: Collection[str] | None = None) -> None:
        """`by` gives the bot another standing in a chat; the bot is told. In private `kicked` blocks it."""
        before = self._own_member(chat)
        if chat.is_private:
            chat.blocked = status == "kicked"
        else:
            stand(chat, self.bot, status, rights)
        after = self._own_member(chat)
        if before == after:
            return
        content = {"chat": chat.as_bot_api(), "from": by.as_user(), "date": self.seconds()}
        self.updates.add("my_chat_member", {**content, "old_chat_member": before, "new_chat_member": after})
        self.events.publish("standing", chat=chat.id)

    def _own_member(self, chat: Chat) -> dict[str, Any]:
        return private_member(chat, self.bot, self.bot) if chat.is_private else member(chat, self.bot)

    def press(self, person: Person, message: Message, data: str) -> PendingCallback:
        """A pressed callback button becomes an update; the answer comes through the pending callback."""
        now = self.clock.now()
        for query, pending in tuple(self.callbacks.items()):
            if now - pending.asked <= CALLBACK_LIFETIME:
                break
            del self.callbacks[query]
        query = str(secrets.randbits(62))
        self.callbacks[query] = PendingCallback(now, asyncio.get_running_loop().create_future())
        content = {
            "id": query,
            "from": person.as_user(),
            "message": message.as_bot_api(self.people),
            "chat_instance": self._chat_instance,
            "data": data,
        }
        self.updates.add("callback_query", content)
        return self.callbacks[query]

    def _tell(self, kind: str, message: Message) -> None:
        if self.events.heard:
            self.events.publish(kind, chat=message.chat.id, message=message.as_bot_api(self.people))
