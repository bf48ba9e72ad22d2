from __future__ import annotations

from typing import Any

import pytest

from bot.playground.playground import Playground
from bot.playground.talk import NotAllowedError
from bot.playground.world import CHANNEL_ID
from tests.playground.conftest import Caller

QUIZ: dict[str, Any] = {
    "question": "几场？",
    "options": [{"text": "12"}, {"text": "19"}, {"text": "24"}],
    "type": "quiz",
    "correct_option_ids": [1],
    "is_anonymous": False,
    "explanation": "原句",
    "description": "<b>stop</b>",
    "description_parse_mode": "HTML",
}


async def test_a_quiz_stands_in_the_chat(api: Caller, chat: int) -> None:
    sent = await api.call("sendPoll", chat_id=chat, **QUIZ)
    poll = sent["poll"]
    assert (poll["type"], poll["question"], poll["correct_option_ids"]) == ("quiz", "几场？", [1])
    assert [option["text"] for option in poll["options"]] == ["12", "19", "24"]
    assert (poll["explanation"], poll["description"], poll["is_anonymous"]) == ("原句", "stop", False)
    assert "text" not in sent


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "问" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": [{"text": "x"}] * 13}, "poll can't have more than 12 options"),
        ({"options": [{"text": " "}]}, "poll options must be non-empty"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"correct_option_ids": [3]}, "wrong correct option ID specified"),
        ({"correct_option_ids": []}, "wrong correct option ID specified"),
        ({"explanation": "x" * 201}, "poll explanation length must not exceed 200"),
        ({"explanation": "a\nb\nc\nd"}, "explanation has too many line feeds"),
        ({"type": "exam"}, "unsupported poll type specified"),
    ],
)
async def test_what_telegram_refuses_is_refused(
    api: Caller, chat: int, changed: dict[str, object], reason: str
) -> None:
    assert await api.refused("sendPoll", chat_id=chat, **{**QUIZ, **changed}) == f"Bad Request: {reason}"


async def test_answers_are_counted_and_told_unless_anonymous(api: Caller, playground: Playground, chat: int) -> None:
    owner = playground.people[0]
    await api.call("getUpdates", allowed_updates=["poll_answer"])
    for anonymous in (False, True):
        sent = await api.call("sendPoll", chat_id=chat, **{**QUIZ, "is_anonymous": anonymous})
        message = playground.vote(owner, chat, sent["message_id"], 1)
        assert [option["voter_count"] for option in message.more["poll"]["options"]] == [0, 1, 0]
        with pytest.raises(NotAllowedError):
            playground.vote(owner, chat, sent["message_id"], 0)
    answers = [update["poll_answer"] for update in await api.call("getUpdates")]
    assert [(answer["user"]["id"], answer["option_ids"]) for answer in answers] == [(owner.id, [1])]


async def test_polls_in_channels_are_anonymous(api: Caller, playground: Playground, chat: int) -> None:
    playground.world.chats[CHANNEL_ID].members[playground.world.bot.id] = "administrator"
    refused = await api.refused("sendPoll", chat_id=CHANNEL_ID, **QUIZ)
    assert refused == "Bad Request: non-anonymous polls can't be sent to channel chats"
    assert (await api.call("sendPoll", chat_id=CHANNEL_ID, **{**QUIZ, "is_anonymous": True}))["poll"]["is_anonymous"]


async def test_a_stopped_poll_takes_no_answers(api: Caller, playground: Playground, chat: int) -> None:
    sent = await api.call("sendPoll", chat_id=chat, question="?", options=["a", "b"])
    stopped = await api.call("stopPoll", chat_id=chat, message_id=sent["message_id"])
    assert stopped["is_closed"]
    with pytest.raises(NotAllowedError):
        playground.vote(playground.people[0], chat, sent["message_id"], 0)
    assert "closed" in await api.refused("stopPoll", chat_id=chat, message_id=sent["message_id"])
