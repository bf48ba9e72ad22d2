from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.outbox.backoff import pause
from bot.outbox.decision import Decision, arrived, decide
from bot.outbox.entry import Entry, State
from bot.outbox.errors import (
    ChatGone,
    ChatMigrated,
    DeliveryError,
    Flooded,
    NotSent,
    Rejected,
    RightsLost,
    SenderRefused,
    TopicClosed,
    Uncertain,
)
from bot.outbox.transport import Sent
from bot.subscriptions.chat import Pause, Place

NOW = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)
ENTRY = Entry(1, "5/0/daily/2025-03-01", Place(5), b"{}", NOW + timedelta(hours=1))


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("entry", "error", "expected"),
    [
        (
            ENTRY,
            Flooded("slow", timedelta(seconds=17)),
            Decision(NOW, State.PENDING, "flooded", "slow", after(17), chat_not_before=after(17)),
        ),
        (ENTRY, ChatMigrated("up", -1005), Decision(NOW, State.PENDING, "migrated", "up", NOW, migrated_to=-1005)),
        (ENTRY, ChatGone("blocked"), Decision(NOW, State.FAILED, "gone", "blocked", pause=Pause.GONE)),
        (ENTRY, RightsLost("no"), Decision(NOW, State.FAILED, "rights", "no", pause=Pause.RIGHTS)),
        (ENTRY, TopicClosed("no"), Decision(NOW, State.FAILED, "topic", "no", pause=Pause.TOPIC)),
        (ENTRY, Rejected("bad"), Decision(NOW, State.FAILED, "rejected", "bad")),
        (ENTRY, NotSent("off"), Decision(NOW, State.PENDING, "not_sent", "off", after(2), failures=1)),
        (
            replace(ENTRY, failures=3),
            NotSent("off"),
            Decision(NOW, State.PENDING, "not_sent", "off", after(16), failures=4),
        ),
        (ENTRY, SenderRefused("401"), Decision(NOW, State.PENDING, "refused", "401", after(2), failures=1)),
        (ENTRY, Uncertain("cut"), Decision(NOW, State.PENDING, "uncertain", "cut", after(2), resent=1)),
        (replace(ENTRY, resent=1), Uncertain("cut"), Decision(NOW, State.UNCERTAIN, "uncertain", "cut", resent=1)),
        (ENTRY, DeliveryError("odd"), Decision(NOW, State.FAILED, "", "odd")),
    ],
)
def test_every_outcome_decides_about_entry_and_chat(entry: Entry, error: DeliveryError, expected: Decision) -> None:
    assert decide(entry, error, NOW, resend_uncertain=True) == expected


def test_what_is_uncertain_stays_so_where_a_second_copy_is_not_wanted() -> None:
    decision = decide(ENTRY, Uncertain("cut"), NOW, resend_uncertain=False)
    assert (decision.state, decision.not_before) == (State.UNCERTAIN, None)


def test_what_arrived_keeps_its_message() -> None:
    assert arrived(ENTRY, Sent(77), NOW) == Decision(NOW, State.SENT, "sent", message=77)


@pytest.mark.parametrize(("failures", "seconds"), [(1, 2), (2, 4), (3, 8), (8, 256), (9, 300), (10_000, 300)])
def test_pauses_grow_up_to_five_minutes(failures: int, seconds: int) -> None:
    assert pause(failures) == timedelta(seconds=seconds)


def test_every_outcome_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in DeliveryError.__subclasses__()]
    assert len({*codes, ""}) == len(codes) + 1
