"""What became of posts, and another try, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.outbox.decision import arrived, decide
from bot.outbox.entry import Draft, State
from bot.outbox.errors import DeliveryError, Rejected, Uncertain
from bot.outbox.transport import Sent
from bot.storage.database import Database
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place

NOW = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def post(database: Database, key: str, outcome: DeliveryError | int | None = None, due: datetime = NOW) -> None:
    """A post that was due then and came to that: a message's number, an error; None waits."""
    chat = int(key.split("/")[0])
    async with database.work() as work:
        await work.chats.put(Chat(chat, ChatKind.CHANNEL, Language.ZH, title=f"频道{-chat}"))
        await work.outbox.first_time([(key, due)])
        payload = to_payload(Post(Message("文")))
        await work.outbox.add([Draft(key, Place(chat), payload, due, due + HOUR)])
        if outcome is None:
            return
        (entry,) = [each for each in await work.outbox.claim("me", due, 9, 60) if each.key == key]
        await work.outbox.begin([entry.id], "me", 60)
        decision = (
            arrived(entry, Sent(outcome), due)
            if isinstance(outcome, int)
            else decide(entry, outcome, due, resend_uncertain=False)
        )
        await work.outbox.finish([(entry, decision)], "me")


async def filled(database: Database) -> None:
    await post(database, "-1/0/daily/2025-02-28", Rejected("of yesterday"), NOW - timedelta(days=1))
    await post(database, "-1/0/daily/2025-03-01", 7)
    await post(database, "-2/0/daily/2025-03-01", Rejected("message is too long"))
    await post(database, "-3/0/daily/2025-03-01", Uncertain("the answer never came"))
    await post(database, "-4/0/daily/2025-03-01")


async def test_posts_are_counted_by_state_since_a_moment_or_ever(database: Database) -> None:
    await filled(database)
    async with database.work() as work:
        today = {State.SENT: 1, State.FAILED: 1, State.UNCERTAIN: 1, State.PENDING: 1}
        assert await work.posts.counts(NOW - HOUR) == today
        assert await work.posts.counts() == today | {State.FAILED: 2}


async def test_they_are_listed_newest_first_with_the_reason_of_the_last_attempt(database: Database) -> None:
    await filled(database)
    async with database.work() as work:
        found = await work.posts.listed([State.FAILED, State.UNCERTAIN], 10)
        assert [(each.key[:2], each.title, each.detail) for each in found] == [
            ("-3", "频道3", "the answer never came"),
            ("-2", "频道2", "message is too long"),
            ("-1", "频道1", "of yesterday"),
        ]
        assert [each.key[:2] for each in await work.posts.listed(list(State), 2)] == ["-4", "-3"]
        (waiting,) = await work.posts.listed([State.PENDING], 10, NOW - HOUR)
        assert (waiting.outcome, waiting.detail, waiting.finished, waiting.expires) == ("", "", None, NOW + HOUR)


@pytest.mark.parametrize(
    ("states", "chats"), [([State.FAILED], ["-2"]), ([State.FAILED, State.UNCERTAIN], ["-3", "-2"])]
)
async def test_what_went_wrong_is_tried_again_for_a_while(
    database: Database, states: list[State], chats: list[str]
) -> None:
    await filled(database)
    later = NOW + 5 * HOUR
    async with database.work() as work:
        again = await work.posts.retry(later, HOUR, states=states, since=NOW - HOUR)
        waiting = [each for each in await work.posts.listed([State.PENDING], 10) if each.id in again]
        assert [each.key[:2] for each in waiting] == chats
        assert {(each.not_before, each.expires, each.failures) for each in waiting} == {(later, later + HOUR, 0)}
        assert await work.posts.retry(later, HOUR, states=states, since=NOW - HOUR) == ()
        # It still is a post of that day.
        assert (await work.posts.counts(NOW - HOUR))[State.PENDING] == 1 + len(chats)
        assert {entry.id for entry in await work.outbox.claim("me", later, 9, 60)} == set(again)


async def test_only_what_can_be_is_tried_again(database: Database) -> None:
    await filled(database)
    async with database.work() as work:
        ids = {each.key: each.id for each in await work.posts.listed(list(State), 10)}
        await work.chats.stop({-2: Pause.GONE})
        again = await work.posts.retry(NOW, HOUR, ids=[*ids.values(), 999_999])
        assert {key[:2] for key, number in ids.items() if number in again} == {"-1", "-3"}
        assert ids["-1/0/daily/2025-03-01"] not in again
