"""The bar of long work: only for a person, only where it takes long, and never on stdout."""

from __future__ import annotations

import io
import sys

import pytest

from bot.progress import MOST_WITHOUT, progress_bar


class Terminal(io.StringIO):
    """A stream where a person looks."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "count", "shown"),
    [
        (Terminal(), MOST_WITHOUT + 1, True),
        (Terminal(), MOST_WITHOUT, False),
        (io.StringIO(), MOST_WITHOUT + 1, False),
    ],
    ids=["long", "short", "no terminal"],
)
def test_a_bar_is_shown_for_long_work_on_a_terminal(
    stream: io.StringIO, count: int, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar() as progress:
        for _ in range(2):  # reading, then facts
            for done in range(1, count + 1):
                progress(done, count)
    assert ("100%" in stream.getvalue()) is shown
    assert stream.getvalue().count("100%") == (2 if shown else 0)
    assert capsys.readouterr().out == ""
