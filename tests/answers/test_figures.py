"""Wrong figures beside a right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.figures import wrong_figures
from bot.facts.fact import Approximation, Quantity

OVER = Approximation.OVER


@given(st.integers(0, 100_000), st.sampled_from(Approximation), st.text(max_size=5))
def test_three_figures_that_are_plainly_wrong_or_none(number: int, hedge: Approximation, seed: str) -> None:
    right = Quantity(number, hedge)
    wrong = wrong_figures(right, seed)
    assert wrong == wrong_figures(right, seed)
    assert len({each.value for each in wrong}) in (0, 3)
    for each in wrong:
        assert each.approximation is hedge
        assert each.value > 0
        assert abs(each.value - number) * 5 >= number
        assert hedge is not OVER or each.value <= number


@pytest.mark.parametrize(("number", "step"), [(2100, 100), (1100, 100), (400, 50), (120, 10), (40, 5), (24, 1), (7, 1)])
def test_they_are_as_round_as_the_right_one(number: int, step: int) -> None:
    wrong = wrong_figures(Quantity(number), "seed")
    assert wrong
    assert all(each.value % step == 0 for each in wrong)


@pytest.mark.parametrize("right", [Quantity(0), Quantity(1), Quantity(3, OVER)])
def test_where_there_are_not_three_there_are_none(right: Quantity) -> None:
    assert wrong_figures(right, "seed") == ()
