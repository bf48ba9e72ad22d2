from __future__ import annotations

from bot.services.lately import Lately


def test_one_thing_a_user_is_taken_once() -> None:
    lately: Lately[str] = Lately()
    lately.keep(5, "a")
    lately.keep(5, "b")
    assert 5 in lately
    assert lately.take(5) == "b"
    assert lately.take(5) is None
    assert 5 not in lately


def test_the_oldest_is_forgotten_first() -> None:
    lately: Lately[int] = Lately(limit=2)
    for user in (1, 2, 1, 3):
        lately.keep(user, user)
    assert [user in lately for user in (1, 2, 3)] == [True, False, True]
