"""The chat, message or user a call names."""

from __future__ import annotations

from bot.playground.bot_api.parameters import Parameters
from bot.playground.chat import Chat, Message
from bot.playground.refusal import bad_request, forbidden
from bot.playground.world import World


def find_chat(world: World, parameters: Parameters, name: str = "chat_id") -> Chat:
    """The chat of `chat_id`, a number or a public `@name`, if the bot has met it."""
    if not parameters.has(name):
        raise bad_request(f"{name} is empty")
    wanted = parameters.text(name)
    if wanted.startswith("@"):
        named = [chat for chat in world.chats.values() if chat.username.lower() == wanted[1:].lower() != ""]
        chat = named[0] if named else None
    else:
        chat = world.chats.get(parameters.integer(name))
    if chat is None or (not chat.is_private and world.bot.id not in chat.members):
        raise bad_request("chat not found")
    return chat


def find_writable_chat(world: World, parameters: Parameters) -> Chat:
    """A chat the bot may write to; in private only after the person wrote first."""
    chat = find_chat(world, parameters)
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    if parameters.integer("message_thread_id"):
        raise bad_request("message thread not found")
    return chat


def find_message(world: World, parameters: Parameters, missing: str) -> Message:
    """The message of `chat_id` and `message_id`; `missing` is the refusal when it is not there."""
    chat = find_chat(world, parameters)
    identifier = parameters.integer("message_id")
    if identifier <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(identifier)
    if message is None:
        raise bad_request(missing)
    return message
