"""sendMessage, editMessageText, editMessageReplyMarkup, deleteMessage, sendChatAction."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.playground.bot_api.keyboard import read_keyboard
from bot.playground.bot_api.keys import read_keys
from bot.playground.bot_api.lookup import find_message, find_writable_chat
from bot.playground.bot_api.parameters import Parameters, field_of
from bot.playground.bot_api.text_input import read_link_preview, read_text
from bot.playground.chat import Chat, Message
from bot.playground.refusal import bad_request
from bot.playground.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
# https://core.telegram.org/bots/api#deletemessage
DELETABLE_FOR = timedelta(hours=48)
ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
        *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    }
)


def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#sendmessage"""
    content = read_text(parameters, world.people, too_long="message is too long")
    chat = find_writable_chat(world, parameters)
    keys = read_keys(parameters, private=chat.is_private)
    message = world.add_message(
        chat,
        world.bot,
        content,
        keyboard=read_keyboard(parameters) if keys is None else (),
        reply_to=read_reply(chat, parameters),
        link_preview=read_link_preview(parameters),
        topic=parameters.integer("message_thread_id"),
    )
    if keys is not None:
        world.set_keys(chat, keys)
    return message.as_bot_api(world.people)


def read_reply(chat: Chat, parameters: Parameters) -> Message | None:
    """The message of `reply_parameters` or the older `reply_to_message_id` in the same chat; a quote is passed over."""
    data = parameters.json("reply_parameters", bad_request("can't parse reply parameters JSON object"))
    if data is None:
        identifier = parameters.integer("reply_to_message_id")
        optional = parameters.boolean("allow_sending_without_reply")
        if not identifier:
            return None
    else:
        if not isinstance(data, dict):
            raise bad_request("object expected as reply parameters")
        identifier = field_of(data, "message_id", int, required=True)
        optional = field_of(data, "allow_sending_without_reply", bool)
    message = chat.messages.get(identifier)
    if message is None and not optional:
        raise bad_request("message to be replied not found")
    return message


def _editable(world: World, parameters: Parameters) -> Message:
    if parameters.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    message = find_message(world, parameters, "message to edit not found")
    if message.sender.id != world.bot.id:
        raise bad_request("message can't be edited")
    return message


def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#editmessagetext; a call without `reply_markup` takes the keyboard away."""
    content = read_text(parameters, world.people, too_long="MESSAGE_TOO_LONG")
    message = _editable(world, parameters)
    keyboard, preview = read_keyboard(parameters), read_link_preview(parameters)
    if (message.content, message.keyboard, message.link_preview) == (content, keyboard, preview):
        raise bad_request(_NOT_MODIFIED)
    changed = world.change_message(message, content=content, keyboard=keyboard, link_preview=preview)
    return changed.as_bot_api(world.people)


def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#editmessagereplymarkup"""
    message = _editable(world, parameters)
    keyboard = read_keyboard(parameters)
    if message.keyboard == keyboard:
        raise bad_request(_NOT_MODIFIED)
    return world.change_message(message, keep_date=True, keyboard=keyboard).as_bot_api(world.people)


def delete_message(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemessage; in a group a plain member deletes only its own messages."""
    message = find_message(world, parameters, "message to delete not found")
    foreign = message.sender.id != world.bot.id and not message.chat.is_private
    if foreign and not message.chat.may(world.bot.id, "can_delete_messages"):
        raise bad_request("message can't be deleted")
    if world.seconds() - message.date > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    world.remove_message(message)
    return True


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#sendchataction"""
    action = parameters.text("action").lower()
    chat = find_writable_chat(world, parameters)
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.publish("typing", chat=chat.id, action=action)
    return True


METHODS = {
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "sendChatAction": send_chat_action,
}
