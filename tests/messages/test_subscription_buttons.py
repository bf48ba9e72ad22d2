from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.callback import DATA_LIMIT
from bot.messages.manager_data import Action, Task, decode_task, encode_task
from bot.messages.planner_data import Page, Step, decode_step, encode_step
from bot.subscriptions.chat import Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, MOST_AHEAD, Subscription, Times
from bot.subscriptions.zone import zone_names

HERE = Place(-1001234567890, 77)
ELSEWHERE = Place(-1009999999999)
DAYS = st.frozensets(st.sampled_from(sorted(EVERY_DAY)), min_size=1)
MINUTES = st.times().map(lambda at: time(at.hour, at.minute))
ZONES = st.sampled_from([*sorted(set(zone_names().values()) - {"GMT+0", "GMT-0"}), "UTC+05:30", "UTC-09:30"])
STEPS = st.builds(
    Step,
    st.sampled_from(Page),
    st.builds(
        Subscription,
        st.just(HERE),
        st.sampled_from(Feed),
        st.builds(Times, MINUTES, ZONES, DAYS),
        st.booleans(),
        st.none(),
        st.integers(0, MOST_AHEAD),
    ),
)


@given(STEPS)
def test_a_subscription_in_a_button_comes_back_as_it_went_in(step: Step) -> None:
    data = encode_step(step)
    assert len(data.encode()) <= DATA_LIMIT
    assert decode_step(data, HERE) == step


def test_one_for_another_chat_names_it() -> None:
    wanted = Subscription(ELSEWHERE, Feed.ANNIVERSARIES, Times(time(23, 59), "America/Argentina/ComodRivadavia"))
    step = Step(Page.SAVE, wanted, elsewhere=True)
    assert len(encode_step(step)) <= DATA_LIMIT
    assert decode_step(encode_step(step), HERE) == step


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_task_comes_back_as_it_went_in(action: Action, elsewhere: bool) -> None:
    of_chat = action in (Action.LIST, Action.NEW, Action.REPAIR, Action.LEAVE)
    item = "onafby6mmu" if action in (Action.SKIP, Action.SWAP) else ""
    place = ELSEWHERE if elsewhere else HERE
    task = Task(action, place, None if of_chat else Feed.ANNIVERSARIES, item, elsewhere)
    assert len(encode_task(task)) <= DATA_LIMIT
    assert decode_task(encode_task(task), HERE) == task


@pytest.mark.parametrize(
    "data",
    [
        "",
        "b:m:daily:2460:7f000:abcdef",
        "b:m:daily:0830:00000:p0800",
        "b:m:daily:0830:7f099:p0800",
        "b:m:daily:0830:7f000:zzzzzz",
        "b:m:weekly:0830:7f000:p0800",
        "b:q:daily:0830:7f000:p0800",
        "b:m:daily:0830:7f000:p0800:1001",
        "b:m:daily:0830:7f000:p0800:-10012345678901234567",
        "b:m:daily:０８３０:7f000:p0800",
        "w:list:daily",
        "w:pause",
        "w:skip:daily",
        "w:show:daily:onafby6mmu",
        "w:burn",
        "w:list:::5",
        "w:swap:daily:" + "x" * 60,
    ],
)
def test_garbage_is_none_of_ours(data: str) -> None:
    assert decode_step(data, HERE) is None
    assert decode_task(data, HERE) is None


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused(data: str) -> None:
    for text in (data, f"b:{data}", f"w:{data}"):
        decode_step(text, HERE)
        decode_task(text, HERE)
