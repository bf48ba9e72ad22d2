from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.outbox.share import Share, share_of


def test_one_sender_takes_everything_and_two_take_half_each() -> None:
    assert share_of("a", {}, 30) == Share(30, 0, 1)
    assert share_of("a", {"a": 30, "b": 0}, 30) == Share(15, 0, 2)
    assert share_of("b", {"a": 15, "b": 1}, 30) == Share(15, 1, 2)


def test_who_comes_takes_what_is_left_until_the_others_made_room() -> None:
    assert share_of("b", {"a": 30}, 30) == Share(1, 1, 2)
    assert share_of("b", {"a": 20}, 30) == Share(10, 1, 2)


@given(st.lists(st.sampled_from("abcdefgh"), max_size=60), st.integers(8, 1000))
def test_together_they_never_take_more_than_there_is_but_one_each_of_those_that_came(
    beats: list[str], overall: int
) -> None:
    shares: dict[str, int] = {}
    for name in beats:
        shares[name] = share_of(name, shares, overall).messages
        assert sum(shares.values()) <= overall + len(shares) - 1
    for _ in range(2):
        for name in shares:
            shares[name] = share_of(name, shares, overall).messages
    assert sum(shares.values()) <= overall
    assert not shares or min(shares.values()) == overall // len(shares)


@given(st.sets(st.text(max_size=4), min_size=1, max_size=6), st.integers(-(2**52), 2**52))
def test_every_chat_belongs_to_exactly_one(names: set[str], chat: int) -> None:
    shares = {name: share_of(name, dict.fromkeys(names, 1), 30) for name in names}
    assert sum(abs(chat) % share.senders == share.rank for share in shares.values()) == 1
