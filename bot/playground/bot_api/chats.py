"""getChat, getChatMember, getChatAdministrators, getChatMemberCount."""

from __future__ import annotations

from typing import Any

from bot.playground.bot_api.lookup import find_chat
from bot.playground.bot_api.parameters import Parameters
from bot.playground.chat import Chat
from bot.playground.people import Person
from bot.playground.refusal import bad_request
from bot.playground.world import World

_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_change_info"),
    *("can_invite_users", "can_pin_messages", "can_post_stories", "can_edit_stories", "can_delete_stories"),
    *("can_manage_topics", "can_send_welcome_messages"),
)
_PERMISSIONS = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
    *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
    *("can_add_web_page_previews", "can_invite_users"),
)
_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_chat(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getchat"""
    chat = find_chat(world, parameters)
    if not chat.started:
        raise bad_request("chat not found")
    full = {**chat.as_bot_api(), "accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    full["accepted_gift_types"] = _NO_GIFTS
    if chat.username or (chat.person and chat.person.username):
        full["active_usernames"] = [full["username"]]
    if not chat.is_private:
        full["permissions"] = dict.fromkeys(_PERMISSIONS, True)
        full["join_to_send_messages"] = True
    return full


def member(chat: Chat, person: Person) -> dict[str, Any]:
    """The ChatMember object of a person in a chat."""
    status = chat.members.get(person.id, "left")
    shape: dict[str, Any] = {"user": person.as_user(), "status": status}
    if status == "creator":
        shape["is_anonymous"] = False
    elif status == "administrator":
        shape |= {"can_be_edited": False, "is_anonymous": False, "can_promote_members": False}
        shape |= dict.fromkeys(_RIGHTS, True)
    return shape


def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getchatmember"""
    chat = find_chat(world, parameters)
    person = world.people.get(parameters.integer("user_id"))
    if person is None:
        raise bad_request("invalid user_id specified")
    if chat.is_private:
        if person.id not in (chat.id, world.bot.id):
            raise bad_request("member not found")
        return {"user": person.as_user(), "status": "member"}
    return member(chat, person)


def get_chat_administrators(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """https://core.telegram.org/bots/api#getchatadministrators"""
    chat = find_chat(world, parameters)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    lead = [user for user, status in chat.members.items() if status in ("creator", "administrator")]
    return [member(chat, world.people[user]) for user in lead]


def get_chat_member_count(world: World, parameters: Parameters) -> int:
    """https://core.telegram.org/bots/api#getchatmembercount"""
    chat = find_chat(world, parameters)
    return 2 if chat.is_private else len(chat.members)


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
}
