"""`text` with `parse_mode` or `entities`, and `link_preview_options`, of one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.bot_api.parameters import Parameters, field_of
from bot.playground.formatting.entities import DETECTED, MARKED, Entity
from bot.playground.formatting.formatted import MAX_TEXT, FormattedText, formatted
from bot.playground.formatting.html import parse_html
from bot.playground.formatting.links import MAX_INT64, LinkError, check_link, user_of
from bot.playground.formatting.markdown import parse_markdown
from bot.playground.people import Person
from bot.playground.refusal import bad_request

_PREFIX = "can't parse MessageEntity"
_PARSERS = {"html": parse_html, "markdownv2": parse_markdown}


def read_text(parameters: Parameters, people: Mapping[int, Person], *, too_long: str) -> FormattedText:
    """The text of a message, 1 to 4096 UTF-16 units once parsed. `too_long` is how the method says it is longer.

    The older `parse_mode=Markdown` is not supported here.
    """
    text = parameters.text("text")
    if not text:
        raise bad_request("message text is empty")
    mode = parameters.text("parse_mode").lower()
    if mode and mode != "none":
        if mode not in _PARSERS:
            raise bad_request("unsupported parse_mode")
        text, entities = _PARSERS[mode](text)
        # A mention of someone the bot never met stays as plain words.
        entities = [entity for entity in entities if not entity.user_id or entity.user_id in people]
    else:
        entities = _read_entities(parameters, people)
    content = formatted(text, entities)
    if content.length > MAX_TEXT:
        raise bad_request(too_long)
    return content


def _read_entities(parameters: Parameters, people: Mapping[int, Person]) -> list[Entity]:
    data = parameters.json("entities", bad_request("can't parse entities JSON object"))
    if data is None:
        return []
    if not isinstance(data, list):
        raise bad_request("expected an Array of MessageEntity")
    return [_read_entity(item, people) for item in data]


def _read_entity(data: object, people: Mapping[int, Person]) -> Entity:
    if not isinstance(data, dict):
        raise bad_request(f"{_PREFIX}: MessageEntity must be an Object")
    kind = field_of(data, "type", str, prefix=_PREFIX, required=True)
    offset = field_of(data, "offset", int, prefix=_PREFIX, required=True)
    length = field_of(data, "length", int, prefix=_PREFIX, required=True)
    if kind not in MARKED and kind not in DETECTED:
        raise bad_request(f"{_PREFIX}: Unsupported type specified")
    url, language, user, emoji = "", "", 0, ""
    if kind == "pre":
        language = field_of(data, "language", str, prefix=_PREFIX)
    elif kind == "text_link":
        url = field_of(data, "url", str, prefix=_PREFIX, required=True)
        user = user_of(url)
        kind, url = ("text_mention", "") if user else (kind, _checked(url))
    elif kind == "text_mention":
        if not isinstance(data.get("user"), dict):
            raise bad_request(f'{_PREFIX}: Can\'t find field "user"')
        user = field_of(data["user"], "id", int, prefix=_PREFIX, required=True)
    elif kind == "custom_emoji":
        emoji = field_of(data, "custom_emoji_id", str, prefix=_PREFIX, required=True)
        if not (emoji.isascii() and emoji.isdigit() and 0 < int(emoji) <= MAX_INT64):
            raise bad_request(f'{_PREFIX}: Field "custom_emoji_id" must be a valid Number')
    if kind == "text_mention" and user not in people:
        raise bad_request("user not found")
    return Entity(kind, offset, length, url, language, user, emoji)


def _checked(url: str) -> str:
    try:
        return check_link(url)
    except LinkError as error:
        raise bad_request(f"entity URL '{url}' is invalid: {error}") from None


def read_link_preview(parameters: Parameters) -> dict[str, Any]:
    """LinkPreviewOptions as Telegram gives it back: only what is set."""
    options = parameters.json("link_preview_options", bad_request("can't parse link preview options JSON object"))
    if options is None:
        return {"is_disabled": True} if parameters.boolean("disable_web_page_preview") else {}
    if not isinstance(options, dict):
        raise bad_request("object expected as link preview options")
    read = {
        name: field_of(options, name, bool)
        for name in ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")
    }
    if url := field_of(options, "url", str):
        try:
            read["url"] = check_link(url)
        except LinkError:
            raise bad_request("WEBPAGE_URL_INVALID") from None
    return {name: value for name, value in read.items() if value}
