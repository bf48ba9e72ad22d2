"""getMe, getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

from __future__ import annotations

import re
from typing import Any

import orjson

from bot.playground.bot_api.parameters import Parameters
from bot.playground.refusal import bad_request, conflict
from bot.playground.world import World

MAX_UPDATES = 100
MAX_TIMEOUT_SECONDS = 50
_ADDRESS = re.compile(r"https?://[^\s/?#]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")


def get_me(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getme"""
    return {
        **world.bot.as_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, parameters: Parameters) -> list[orjson.Fragment]:
    """https://core.telegram.org/bots/api#getupdates"""
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _read_allowed(world, parameters)
    limit = parameters.integer("limit", MAX_UPDATES)
    limit = limit if 1 <= limit <= MAX_UPDATES else MAX_UPDATES
    timeout = min(max(parameters.integer("timeout"), 0), MAX_TIMEOUT_SECONDS)
    return await world.updates.take(parameters.integer("offset"), limit, timeout)


def _read_allowed(world: World, parameters: Parameters) -> None:
    refusal = bad_request("can't parse allowed updates list")
    types = parameters.json("allowed_updates", refusal)
    if types is None:
        return
    if not isinstance(types, list) or not all(isinstance(kind, str) for kind in types):
        raise refusal
    world.updates.allow(types)


def set_webhook(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setwebhook; `http` is allowed, as a local Bot API server allows it.

    An empty `url` takes the webhook away.
    """
    url = parameters.text("url")
    secret = parameters.text("secret_token")
    if url and not _ADDRESS.match(url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
    _read_allowed(world, parameters)
    if parameters.boolean("drop_pending_updates"):
        world.updates.clear()
    world.webhook.set(url, secret)
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook"""
    if parameters.boolean("drop_pending_updates"):
        world.updates.clear()
    world.webhook.set("")
    return True


def get_webhook_info(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#getwebhookinfo"""
    hook = world.webhook
    info: dict[str, Any] = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if hook.last_error:
        info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if world.updates.allowed is not None:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


METHODS = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
