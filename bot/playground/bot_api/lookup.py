"""The chat, message or user a call names."""

from __future__ import annotations

from bot.playground.bot_api.parameters import Parameters
from bot.playground.chat import Chat, Message
from bot.playground.refusal import bad_request, forbidden
from bot.playground.standing import POST
from bot.playground.world import World


def find_chat(world: World, parameters: Parameters, name: str = "chat_id", *, public: bool = False) -> Chat:
    """The chat of `chat_id`, a number or a public `@name`, if the bot has met it; `public`: or if it has a public name."""
    if not parameters.has(name):
        raise bad_request(f"{name} is empty")
    wanted = parameters.text(name)
    if wanted.startswith("@"):
        named = [chat for chat in world.chats.values() if chat.username.lower() == wanted[1:].lower() != ""]
        chat = named[0] if named else None
    else:
        chat = world.chats.get(parameters.integer(name))
    if chat is None or (not chat.is_private and world.bot.id not in chat.members and not (public and chat.username)):
        raise bad_request("chat not found")
    return chat


def check_inside(world: World, chat: Chat) -> None:
    """Refuse what only those in a chat may do."""
    if not chat.has(world.bot.id):
        done = "was kicked from" if chat.status(world.bot.id) == "kicked" else "is not a member of"
        raise forbidden(f"bot {done} the {chat.type} chat")


def find_writable_chat(world: World, parameters: Parameters) -> Chat:
    """A chat the bot may write to; in private only after the person wrote first, in a channel with the right to post."""
    chat = find_chat(world, parameters, public=True)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    if not chat.is_private:
        check_inside(world, chat)
    if chat.type == "channel" and not chat.may(world.bot.id, POST):
        raise bad_request("need administrator rights in the channel chat")
    if chat.muted and not chat.leads(world.bot.id):
        raise bad_request("not enough rights to send text messages to the chat")
    if topic := parameters.integer("message_thread_id"):
        if topic not in chat.topics:
            raise bad_request("message thread not found")
        if not chat.topics[topic] and not chat.may(world.bot.id, "can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
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
