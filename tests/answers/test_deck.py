from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.deck import Deck, draw, preview

SEEDS = st.integers(0, 2**63 - 1)
IDS = st.lists(st.text("abcdef", min_size=1), min_size=1, max_size=30, unique=True)


def drawn(deck: Deck, ids: list[str], count: int) -> tuple[list[str], Deck]:
    found = []
    for _ in range(count):
        step = draw(deck, ids)
        assert step
        identifier, deck = step
        found.append(identifier)
    return found, deck


@given(SEEDS, IDS)
def test_none_comes_twice_before_all_have_come(seed: int, ids: list[str]) -> None:
    first, deck = drawn(Deck(seed), ids, len(ids))
    assert sorted(first) == sorted(ids)
    second, deck = drawn(deck, ids, len(ids))
    assert sorted(second) == sorted(ids)
    assert len(ids) == 1 or first[-1] != second[0]
    assert len(deck.seen) == len(ids)


@given(SEEDS, IDS, st.data())
def test_a_reload_changes_neither_the_order_nor_what_was_seen(seed: int, ids: list[str], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(ids)))
    before, deck = drawn(Deck(seed), ids, count)
    shuffled = data.draw(st.permutations(ids))
    rest, _ = drawn(deck, shuffled, len(ids) - count)
    assert before + rest == drawn(Deck(seed), ids, len(ids))[0]


@given(SEEDS, IDS)
def test_what_is_new_comes_in_the_same_round(seed: int, ids: list[str]) -> None:
    _, deck = drawn(Deck(seed), ids, len(ids))
    assert drawn(deck, [*ids, "new"], 1)[0] == ["new"]


def test_chats_get_different_orders_and_rounds_too() -> None:
    ids = [f"item {n}" for n in range(40)]
    first, deck = drawn(Deck(1), ids, 40)
    assert first != drawn(Deck(2), ids, 40)[0]
    assert first != drawn(deck, ids, 40)[0]


def test_a_preview_changes_nothing_and_nothing_gives_nothing() -> None:
    deck = Deck(5, ("a",))
    assert preview(deck, ["a", "b", "c"], 2) == tuple(drawn(deck, ["a", "b", "c"], 2)[0])
    assert preview(deck, [], 3) == ()
    assert draw(deck, []) is None
