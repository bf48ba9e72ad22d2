"""Who is what in a chat: https://core.telegram.org/bots/api#chatmember, and how the bot's own standing changes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bot.playground.chat import Chat
from bot.playground.people import Person

_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_change_info"),
    *("can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages"),
)
_GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
POST = "can_post_messages"
_CHANNEL_RIGHTS = (POST, "can_edit_messages", "can_manage_direct_messages")
# A date that never comes: https://core.telegram.org/bots/api#chatmemberbanned
_FOR_EVER = 0


def member(chat: Chat, person: Person) -> dict[str, Any]:
    """The ChatMember object of a person in a chat."""
    status = chat.status(person.id)
    shape: dict[str, Any] = {"user": person.as_user(), "status": status}
    if status == "creator":
        shape["is_anonymous"] = False
    elif status == "administrator":
        shape |= {"can_be_edited": False, "is_anonymous": False, "can_promote_members": False}
        shape |= {right: chat.may(person.id, right) for right in rights_of(chat)}
    elif status == "kicked":
        shape["until_date"] = _FOR_EVER
    return shape


def rights_of(chat: Chat) -> tuple[str, ...]:
    """The rights an administrator can have there."""
    return (*_RIGHTS, *(_CHANNEL_RIGHTS if chat.type == "channel" else _GROUP_RIGHTS))


def private_member(chat: Chat, person: Person, bot: Person) -> dict[str, Any]:
    """The same in a private chat: whoever blocks the bot has thrown it out."""
    if person == bot and chat.blocked:
        return {"user": person.as_user(), "status": "kicked", "until_date": _FOR_EVER}
    return {"user": person.as_user(), "status": "member"}


def stand(chat: Chat, person: Person, status: str, rights: Collection[str] | None) -> None:
    """Give somebody another standing; `rights` are those of an administrator, None for all."""
    chat.members[person.id] = status
    chat.rights.pop(person.id, None)
    if status == "administrator" and rights is not None:
        chat.rights[person.id] = frozenset(rights)
