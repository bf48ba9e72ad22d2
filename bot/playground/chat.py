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
    `document`, `content` is its caption, which may be empty."""

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

    @property
    def text(self) -> str:
        """The text without markup."""
        return self.content.text

    def as_bot_api(self, people: Mapping[int, Person]) -> dict[str, Any]:
        """The Bot API Message object."""
        message: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender.as_user(),
            "chat": self.chat.as_bot_api(),
            "date": self.date,
        }
        if self.document:
            message["document"] = self.document.as_bot_api()
        text, entities = ("caption", "caption_entities") if self.document else ("text", "entities")
        if self.content.text or not self.document:
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
    """A private chat (its id is the person's) or a group.

    `members` maps a user's id to ChatMember status (`creator`, `administrator`, `member`). `started` is whether the bot
    may write: in private only once the person wrote first.
    """

    id: int
    type: str
    title: str
    members: dict[int, str]
    username: str = ""
    person: Person | None = None
    started: bool = True
    messages: OrderedDict[int, Message] = field(default_factory=OrderedDict)

    @property
    def is_private(self) -> bool:
        """Whether one person talks here with the bot."""
        return self.person is not None

    def as_bot_api(self) -> dict[str, Any]:
        """The Bot API Chat object."""
        if self.person:
            names = {key: value for key, value in self.person.as_user().items() if key.endswith("name")}
            return {"id": self.id, "type": self.type, **names}
        chat = {"id": self.id, "type": self.type, "title": self.title}
        return {**chat, "username": self.username} if self.username else chat

    def keep(self, message: Message) -> None:
        """Store a new or changed message."""
        self.messages[message.id] = message
        if len(self.messages) > HISTORY:
            self.messages.popitem(last=False)
