from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.deck import Deck, draw, exchanged, preview, without

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


@given(SEEDS, IDS, st.data())
def test_what_is_passed_over_does_not_come_in_this_round_and_nothing_else_changes(
    seed: int, ids: list[str], data: st.DataObject
) -> None:
    _, deck = drawn(Deck(seed), ids, data.draw(st.integers(0, len(ids) - 1)))
    left = list(preview(deck, ids, len(ids) - len(deck.seen)))
    unwanted = data.draw(st.sampled_from(left))
    changed = without(deck, ids, unwanted)
    if len(left) == 1:
        assert changed is None
    else:
        assert changed
        left.remove(unwanted)
        assert list(preview(changed, ids, len(left))) == left


def test_what_was_seen_or_is_not_there_cannot_be_passed_over() -> None:
    assert without(Deck(5, ("a",)), ["a", "b", "c"], "a") is None
    assert without(Deck(5, ("a",)), ["a", "b", "c"], "x") is None


@given(SEEDS, IDS, st.data())
def test_another_comes_in_its_place_and_rounds_are_kept(seed: int, ids: list[str], data: st.DataObject) -> None:
    _, deck = drawn(Deck(seed), ids, data.draw(st.integers(0, len(ids))))
    before = preview(deck, ids, 7)
    place = before.index(data.draw(st.sampled_from(before)))
    changed = exchanged(deck, ids, before[place], 7)
    left = len(set(ids) - set(deck.seen))
    if changed is None:
        # The last of a round has no other that could come for it.
        assert len(ids) <= 7 or (left == 1 and place == 0)
        return
    after = preview(changed, ids, 7)
    assert after[place] != before[place]
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 2
    rest = len(set(ids) - set(deck.seen))
    assert len(set(drawn(changed, ids, rest)[0])) == rest
    again, _ = drawn(drawn(changed, ids, rest)[1], ids, len(ids))
    assert sorted(again) == sorted(ids)


def test_with_many_the_other_is_one_that_was_not_shown() -> None:
    ids = [f"item {n}" for n in range(40)]
    before = preview(Deck(1), ids, 8)
    changed = exchanged(Deck(1), ids, before[2], 7)
    assert changed
    assert preview(changed, ids, 7) == (*before[:2], before[7], *before[3:7])
    assert before[2] in preview(changed, ids, 40)
    assert exchanged(Deck(1), ids, "unknown", 7) is None


def test_what_was_put_first_and_is_gone_is_passed_over() -> None:
    assert draw(Deck(5, (), ("gone", "b")), ["a", "b"]) == ("b", Deck(5, ("b",), ("gone",)))
