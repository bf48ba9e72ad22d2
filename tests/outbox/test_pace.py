from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.outbox.pace import GROUP_MESSAGES, GROUP_SECONDS, Pace


def test_a_chat_gets_one_message_a_second_and_others_do_not_wait_for_it() -> None:
    pace = Pace(30)
    pace.went(5, 100.0)
    assert pace.chat_wait(5, False, 100.25) == 0.75
    assert pace.chat_wait(6, False, 100.25) == 0
    assert pace.chat_wait(5, False, 101.0) == 0


def test_a_group_gets_twenty_messages_a_minute_and_a_person_more() -> None:
    pace = Pace(30)
    for second in range(GROUP_MESSAGES):
        assert pace.chat_wait(-5, True, second) == 0
        pace.went(-5, second)
    assert pace.chat_wait(-5, True, 20.0) == 40.0
    assert pace.chat_wait(-5, False, 20.0) == 0
    assert pace.chat_wait(-5, True, 60.0) == 0


def test_three_limited_chats_within_two_seconds_stop_everything() -> None:
    pace = Pace(30)
    for chat, now in ((1, 10.0), (2, 11.0), (2, 11.5)):
        pace.flooded(chat, 8, now)
    assert pace.overall_wait(11.5) == 0
    pace.flooded(3, 8, 12.5)  # the first is too long ago
    assert pace.overall_wait(12.5) == 0
    pace.flooded(4, 8, 13.0)
    assert pace.overall_wait(13.0) == 8
    assert pace.overall_wait(21.0) == 0


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 0.5)), max_size=200), st.integers(1, 40), st.booleans())
def test_no_window_ever_holds_more_than_its_limit(
    messages: list[tuple[int, float]], overall: int, is_group: bool
) -> None:
    pace, now = Pace(overall), 1000.0
    went: list[tuple[int, float]] = []
    for chat, gap in messages:
        now += gap
        while wait := max(pace.chat_wait(chat, is_group, now), pace.overall_wait(now)):
            now = max(now + wait, now + 1e-9)
        pace.went(chat, now)
        went.append((chat, now))
    for n, (chat, at) in enumerate(went):
        assert sum(1 for _, other in went[n:] if other < at + 1.0) <= overall
        same = [other for who, other in went[n + 1 :] if who == chat]
        assert not same or same[0] >= at + 1.0 - 1e-6
        assert not is_group or sum(1 for other in same if other < at + GROUP_SECONDS - 1e-6) < GROUP_MESSAGES


def test_posts_leave_their_places_to_answers_that_wait() -> None:
    pace = Pace(3)
    pace.went(1, 100.0)
    pace.answers = 1
    assert pace.overall_wait(100.0) == pace.post_wait(100.0) == 0
    pace.answers = 2
    assert pace.overall_wait(100.0) == 0
    assert pace.post_wait(100.0) > 1
    pace.answers = 9
    assert pace.post_wait(100.5) > 0
    assert pace.overall_wait(100.5) == 0


def test_a_limited_chat_is_left_alone_for_its_time() -> None:
    pace = Pace(30)
    pace.flooded(5, 8, 100.0)
    assert pace.chat_wait(5, False, 101.0) == 7
    assert pace.chat_wait(6, False, 101.0) == 0
    assert pace.chat_wait(5, False, 108.0) == 0
    pace.went(5, 108.0)
    assert pace.chat_wait(5, False, 108.5) == 0.5


def test_a_limit_without_a_chat_stops_everything() -> None:
    pace = Pace(30)
    pace.flooded(None, 8, 100.0)
    assert (pace.overall_wait(101.0), pace.post_wait(108.0)) == (7, 0)


def test_what_counts_for_no_chat_counts_overall() -> None:
    pace = Pace(1)
    pace.went(None, 100.0)
    assert pace.overall_wait(100.0) > 1


def test_posts_keep_a_distance_and_make_up_for_a_little_lateness() -> None:
    pace, now = Pace(100), 1000.0
    went: list[float] = []
    while now < 1003:
        if not pace.post_wait(now):
            pace.posted(len(went), now)
            went.append(now)
        now += 0.001
    assert 285 <= len(went) <= 300
    assert all(sum(1 for other in went if at <= other < at + 0.1) <= 13 for at in went)
