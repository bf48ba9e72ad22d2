"""answerCallbackQuery: https://core.telegram.org/bots/api#answercallbackquery"""

from __future__ import annotations

from bot.playground.bot_api.parameters import Parameters
from bot.playground.formatting.links import LinkError, check_link
from bot.playground.refusal import bad_request
from bot.playground.world import CALLBACK_LIFETIME, CallbackAnswer, World

MAX_ANSWER = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """Once a query, within its lifetime; at most 200 characters."""
    query = parameters.text("callback_query_id")
    text, url = parameters.text("text"), parameters.text("url")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url:
        try:
            url = check_link(url)
        except LinkError:
            raise bad_request("URL_INVALID") from None
    pending = world.callbacks.pop(query, None)
    if pending is None or world.clock.now() - pending.asked > CALLBACK_LIFETIME:
        raise bad_request(_TOO_OLD)
    if not pending.answer.done():
        pending.answer.set_result(CallbackAnswer(text, parameters.boolean("show_alert"), url))
    return True


METHODS = {"answerCallbackQuery": answer_callback_query}
