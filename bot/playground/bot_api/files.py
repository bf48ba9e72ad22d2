"""getFile, sendDocument: files that people sent, and files of the bot."""

from __future__ import annotations

from typing import Any

from bot.playground.bot_api.keyboard import read_keyboard
from bot.playground.bot_api.lookup import find_writable_chat
from bot.playground.bot_api.messages import read_reply
from bot.playground.bot_api.parameters import Parameters
from bot.playground.bot_api.text_input import read_text
from bot.playground.documents import LARGEST_DOWNLOAD, Document
from bot.playground.formatting.formatted import MAX_CAPTION, FormattedText
from bot.playground.refusal import bad_request
from bot.playground.world import World

_ATTACHED = "attach://"


def get_file(world: World, parameters: Parameters) -> dict[str, Any]:
    """Where to download a file of at most 20 MB. https://core.telegram.org/bots/api#getfile"""
    if not parameters.has("file_id"):
        raise bad_request("file_id not specified")
    document = world.files.find(parameters.text("file_id"))
    if document is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(document.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return document.as_file()


def send_document(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#senddocument; nothing is fetched from an address."""
    document = _document(world, parameters)
    caption = _caption(world, parameters)
    chat = find_writable_chat(world, parameters)
    message = world.add_message(
        chat,
        world.bot,
        caption,
        keyboard=read_keyboard(parameters),
        reply_to=read_reply(chat, parameters),
        document=document,
        topic=parameters.integer("message_thread_id"),
    )
    return message.as_bot_api(world.people)


def _document(world: World, parameters: Parameters) -> Document:
    """The file that was sent along, under its own name or one that is referred to; or one that is here by its id."""
    named = parameters.text("document")
    is_attached = named.startswith(_ATTACHED)
    sent = parameters.file(named.removeprefix(_ATTACHED) if is_attached else "document")
    if sent is not None:
        if not sent.content:
            raise bad_request("file must be non-empty")
        return world.files.add(sent.name, sent.content)
    if is_attached or not named:
        raise bad_request("there is no document in the request")
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if (known := world.files.find(named)) is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return known


def _caption(world: World, parameters: Parameters) -> FormattedText:
    if not parameters.has("caption"):
        return FormattedText("", ())
    too_long = "message caption is too long"
    values = {
        "text": parameters.text("caption"),
        "parse_mode": parameters.text("parse_mode"),
        "entities": parameters.text("caption_entities"),
    }
    caption = read_text(Parameters(values), world.people, too_long=too_long)
    if caption.length > MAX_CAPTION:
        raise bad_request(too_long)
    return caption


METHODS = {"getFile": get_file, "sendDocument": send_document}
