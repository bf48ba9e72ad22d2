"""getChat, getChatMember, getChatAdministrators, getChatMemberCount."""

from __future__ import annotations

from typing import Any

from bot.playground.bot_api.lookup import check_inside, find_chat
from bot.playground.bot_api.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.standing import member, private_member
from bot.playground.world import World

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
    chat = find_chat(world, parameters, public=True)
    if not chat.started and not chat.blocked:
        raise bad_request("chat not found")
    full = {**chat.as_bot_api(), "accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    full["accepted_gift_types"] = _NO_GIFTS
    if chat.username or (chat.person and chat.person.username):
        full["active_usernames"] = [full["username"]]
    if chat.type == "supergroup":
        full["permissions"] = dict.fromkeys(_PERMISSIONS, not chat.muted)
        full["join_to_send_messages"] = True
    return full


def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getchatmember"""
    chat = find_chat(world, parameters, public=True)
    if not chat.is_private:
        check_inside(world, chat)
    person = world.people.get(parameters.integer("user_id"))
    if person is None:
        raise bad_request("invalid user_id specified")
    if chat.is_private:
        if person.id not in (chat.id, world.bot.id):
            raise bad_request("member not found")
        return private_member(chat, person, world.bot)
    # Who is in a channel is for its administrators to know.
    if chat.type == "channel" and not chat.leads(world.bot.id):
        raise bad_request("member list is inaccessible")
    return member(chat, person)


def get_chat_administrators(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """https://core.telegram.org/bots/api#getchatadministrators"""
    chat = find_chat(world, parameters)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    check_inside(world, chat)
    if chat.type == "channel" and not chat.leads(world.bot.id):
        raise bad_request("member list is inaccessible")
    return [member(chat, world.people[user]) for user in chat.members if chat.leads(user)]


def get_chat_member_count(world: World, parameters: Parameters) -> int:
    """https://core.telegram.org/bots/api#getchatmembercount"""
    return find_chat(world, parameters).size


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
}
