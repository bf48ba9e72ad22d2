"""Chats and the messages they keep."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.playground.documents import Document
from bot.playground.formatting.entities import Entity, as_bot_api
from bot.playground.formatting.formatted import FormattedText
from bot.playground.people import Person

# A chat forgets its oldest messages beyond this many, so that a load test does not fill the memory.
HISTORY = 2000
Keyboard = Sequence[Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `date` and `edit_date` are Unix seconds, `edit_date` 0 for never; `keyboard` is rows of
    InlineKeyboardButton objects; `reply_to` is what it answers, as it was then, without what that answered. With a
    `document`, `content` is its caption, which may be empty. `more` are further fields of the Bot API Message object: a
    location, a shared chat, where it was forwarded from; without a text these are all it is. `topic` is 0 outside of
    topics."""

    id: int
    chat: Chat
    sender: Person
    date: int
    content: FormattedText
    keyboard: Keyboard = ()
    edit_date: int = 0
    reply_to: Message | None = None
    link_preview: Mapping[str, Any] = field(default_factory=dict)
    document: Document | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    topic: int = 0

    @property
    def text(self) -> str:
        """The text without markup."""
        return self.content.text

    def as_bot_api(self, people: Mapping[int, Person]) -> dict[str, Any]:
        """The Bot API Message object."""
        # A post of a channel tells nobody's name: https://core.telegram.org/bots/api#message
        channel = self.chat.type == "channel"
        message: dict[str, Any] = {
            "message_id": self.id,
            **({"sender_chat": self.chat.as_bot_api()} if channel else {"from": self.sender.as_user()}),
            "chat": self.chat.as_bot_api(),
            "date": self.date,
            **self.more,
        }
        if self.topic:
            message |= {"message_thread_id": self.topic, "is_topic_message": True}
        if self.document:
            message["document"] = self.document.as_bot_api()
        text, entities = ("caption", "caption_entities") if self.document else ("text", "entities")
        if self.content.text or not (self.document or self.more):
            message[text] = self.content.text
        if self.edit_date:
            message["edit_date"] = self.edit_date
        if self.content.entities:
            message[entities] = [_entity(entity, people) for entity in self.content.entities]
        if self.link_preview:
            message["link_preview_options"] = dict(self.link_preview)
        if self.keyboard:
            message["reply_markup"] = {"inline_keyboard": self.keyboard}
        if self.reply_to:
            message["reply_to_message"] = self.reply_to.as_bot_api(people)
        return message


def _entity(entity: Entity, people: Mapping[int, Person]) -> dict[str, Any]:
    shape = as_bot_api(entity)
    if entity.user_id:
        shape["user"] = people[entity.user_id].as_user()
    return shape


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat (its id is the person's), a group or a channel.

    `members` maps a user's id to ChatMember status (`creator`, `administrator`, `member`, `left`, `kicked`); `rights` are those of
    administrators who have not all of them. `started` is whether the bot may write: in private only once the person wrote
    first, and not while they block it. `muted`: plain members of the group may not write. `topics` of a forum are open (True) or
    closed. `keys` are rows of KeyboardButton objects in the place of the reader's keyboard.
    """

    id: int
    type: str
    title: str
    members: dict[int, str]
    username: str = ""
    person: Person | None = None
    started: bool = True
    blocked: bool = False
    muted: bool = False
    rights: dict[int, frozenset[str]] = field(default_factory=dict)
    topics: dict[int, bool] = field(default_factory=dict)
    keys: Keyboard = ()
    messages: OrderedDict[int, Message] = field(default_factory=OrderedDict)

    @property
    def is_private(self) -> bool:
        """Whether one person talks here with the bot."""
        return self.person is not None

    @property
    def size(self) -> int:
        """How many are in it."""
        return 2 if self.is_private else sum(self.has(user) for user in self.members)

    def status(self, user: int) -> str:
        """The ChatMember status of somebody."""
        return self.members.get(user, "left")

    def has(self, user: int) -> bool:
        """Whether somebody is in it."""
        return self.status(user) not in ("left", "kicked")

    def leads(self, user: int) -> bool:
        """Whether somebody is its owner or an administrator."""
        return self.status(user) in ("creator", "administrator")

    def may(self, user: int, right: str) -> bool:
        """Whether somebody has a right of administrators."""
        if self.status(user) == "administrator":
            return user not in self.rights or right in self.rights[user]
        return self.status(user) == "creator"

    def as_bot_api(self) -> dict[str, Any]:
        """The Bot API Chat object."""
        if self.person:
            names = {key: value for key, value in self.person.as_user().items() if key.endswith("name")}
            return {"id": self.id, "type": self.type, **names}
        chat: dict[str, Any] = {"id": self.id, "type": self.type, "title": self.title}
        if self.topics:
            chat["is_forum"] = True
        return {**chat, "username": self.username} if self.username else chat

    def keep(self, message: Message) -> None:
        """Store a new or changed message."""
        self.messages[message.id] = message
        if len(self.messages) > HISTORY:
            self.messages.popitem(last=False)
