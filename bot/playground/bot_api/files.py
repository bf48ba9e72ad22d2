"""getFile: https://core.telegram.org/bots/api#getfile"""

from __future__ import annotations

from typing import Any

from bot.playground.bot_api.parameters import Parameters
from bot.playground.documents import LARGEST_DOWNLOAD
from bot.playground.refusal import bad_request
from bot.playground.world import World


def get_file(world: World, parameters: Parameters) -> dict[str, Any]:
    """Where to download a file of at most 20 MB."""
    if not parameters.has("file_id"):
        raise bad_request("file_id not specified")
    document = world.files.find(parameters.text("file_id"))
    if document is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(document.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return document.as_file()


METHODS = {"getFile": get_file}
