"""sendPoll, stopPoll: quizzes and plain polls with one answer; nothing of media, revoting or added options."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from bot.playground.bot_api.keyboard import read_keyboard
from bot.playground.bot_api.lookup import find_message, find_writable_chat
from bot.playground.bot_api.messages import read_reply
from bot.playground.bot_api.parameters import Parameters, field_of
from bot.playground.bot_api.text_input import read_text
from bot.playground.chat import Chat
from bot.playground.formatting.formatted import FormattedText, formatted
from bot.playground.refusal import bad_request
from bot.playground.world import World

# https://core.telegram.org/bots/api#sendpoll
QUESTION_LIMIT = 300
OPTION_LIMIT = 100
MOST_OPTIONS = 12
EXPLANATION_LIMIT = 200
EXPLANATION_LINES = 2
DESCRIPTION_LIMIT = 1024
_NOTHING = FormattedText("", ())


def send_poll(world: World, parameters: Parameters) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#sendpoll"""
    question = _text(world, parameters, "question", QUESTION_LIMIT)
    if not question.text:
        raise bad_request("poll question must be non-empty")
    options = _options(parameters)
    chat = find_writable_chat(world, parameters)
    poll: dict[str, Any] = {
        "id": str(secrets.randbits(62)),
        "question": question.text,
        "options": [{"text": option, "voter_count": 0} for option in options],
        "total_voter_count": 0,
        "is_closed": parameters.boolean("is_closed"),
        "is_anonymous": _is_anonymous(parameters, chat),
        "type": "regular",
        "allows_multiple_answers": False,
        **_quiz(world, parameters, len(options)),
    }
    if description := _text(world, parameters, "description", DESCRIPTION_LIMIT).text:
        poll["description"] = description
    message = world.add_message(
        chat,
        world.bot,
        _NOTHING,
        keyboard=read_keyboard(parameters),
        reply_to=read_reply(chat, parameters),
        more={"poll": poll},
        topic=parameters.integer("message_thread_id"),
    )
    return message.as_bot_api(world.people)


def stop_poll(world: World, parameters: Parameters) -> Mapping[str, Any]:
    """https://core.telegram.org/bots/api#stoppoll"""
    message = find_message(world, parameters, "message with poll to stop not found")
    poll: Mapping[str, Any] | None = message.more.get("poll")
    if poll is None or message.sender.id != world.bot.id:
        raise bad_request("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    closed = {**poll, "is_closed": True}
    world.change_message(message, keep_date=True, more={"poll": closed})
    return closed


def _options(parameters: Parameters) -> list[str]:
    data = parameters.json("options", bad_request("can't parse options JSON object"))
    if not isinstance(data, list):
        raise bad_request("poll options must be an array")
    if not data:
        raise bad_request("poll must have at least 1 option")
    if len(data) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    texts = [field_of(each, "text", str, required=True) if isinstance(each, dict) else str(each) for each in data]
    found = [formatted(text).text if text.strip() else "" for text in texts]
    if not all(found):
        raise bad_request("poll options must be non-empty")
    if any(formatted(text).length > OPTION_LIMIT for text in found):
        raise bad_request(f"poll options length must not exceed {OPTION_LIMIT}")
    return found


def _quiz(world: World, parameters: Parameters, options: int) -> dict[str, Any]:
    """The fields of a quiz; none for another poll."""
    kind = parameters.text("type") or "regular"
    if kind == "regular":
        return {}
    if kind != "quiz":
        raise bad_request("unsupported poll type specified")
    data = parameters.json("correct_option_ids", bad_request("can't parse correct option ids"))
    if data is None and parameters.has("correct_option_id"):
        data = [parameters.integer("correct_option_id", -1)]
    if (
        not isinstance(data, list)
        or not data
        or not all(isinstance(each, int) and 0 <= each < options for each in data)
    ):
        raise bad_request("wrong correct option ID specified")
    explanation = _text(world, parameters, "explanation", EXPLANATION_LIMIT).text
    if explanation.count("\n") > EXPLANATION_LINES:
        raise bad_request("explanation has too many line feeds")
    fields = {"type": "quiz", "correct_option_ids": data, "correct_option_id": data[0]}
    return {**fields, **({"explanation": explanation} if explanation else {})}


def _is_anonymous(parameters: Parameters, chat: Chat) -> bool:
    anonymous = parameters.boolean("is_anonymous") or not parameters.has("is_anonymous")
    if not anonymous and chat.type == "channel":
        raise bad_request("non-anonymous polls can't be sent to channel chats")
    return anonymous


def _text(world: World, parameters: Parameters, name: str, limit: int) -> FormattedText:
    if not parameters.has(name):
        return _NOTHING
    values = {"text": parameters.text(name), "parse_mode": parameters.text(f"{name}_parse_mode")}
    too_long = f"poll {name} length must not exceed {limit}"
    content = read_text(Parameters(values), world.people, too_long=too_long)
    if content.length > limit:
        raise bad_request(too_long)
    return content


METHODS = {"sendPoll": send_poll, "stopPoll": stop_poll}
