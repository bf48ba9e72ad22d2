"""Secrets never reach the log."""

from __future__ import annotations

import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator

import pytest

from bot.logs import REDACTED, RedactingFormatter, hide_in_logs, set_up_logging

TOKEN = "123456789:AAH-an_invented-token_of_35_letters"


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(False)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", TOKEN),
        (f"url=https%3A//api.telegram.org/bot{TOKEN.replace(':', '%3A')}/getMe", TOKEN.replace(":", "%3A")),
        (f"Bot[token={TOKEN}]", TOKEN),
        ("proxy http://user:pa55word@10.0.0.1:3128 failed", "pa55word"),
        ("postgresql://bot:s3cret@db/bot", "s3cret"),
    ],
)
def test_what_looks_like_a_secret_is_hidden_without_being_told(text: str, hidden: str) -> None:
    redacted = RedactingFormatter().redact(text)
    assert hidden not in redacted
    assert REDACTED in redacted


@pytest.mark.parametrize(
    "text",
    ["2024-11-19 10:00:00 started", "http://127.0.0.1:8765/", "12345678:90", "update 810000001: 35 bytes", "a@b.org"],
)
def test_innocent_text_stays(text: str) -> None:
    assert RedactingFormatter().redact(text) == text


def test_known_secrets_are_hidden_whole_and_in_part() -> None:
    formatter = RedactingFormatter()
    formatter.hide(["42:short_secret", "x"])
    assert formatter.redact("42:short_secret and short_secret and 42%3Ashort_secret, x") == (
        f"{REDACTED} and {REDACTED} and {REDACTED}, x"
    )


def test_messages_arguments_and_tracebacks_pass_the_filter(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO")
    hide_in_logs("7:an_odd_secret")
    log = logging.getLogger("bot.test")
    try:
        try:
            raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
        except ValueError as error:
            raise RuntimeError("7:an_odd_secret") from error
    except RuntimeError:
        log.exception("could not call %s", {"url": TOKEN})
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"careless {TOKEN}", stacklevel=1)
    written = capsys.readouterr().err
    assert "RuntimeError" in written
    assert "ValueError" in written
    assert "careless" in written
    assert TOKEN.partition(":")[2] not in written
    assert "an_odd_secret" not in written


@pytest.mark.parametrize(("level", "shown"), [("INFO", False), ("DEBUG", True)])
def test_libraries_are_quiet_unless_everything_is_wanted(
    level: str, shown: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(level)
    logging.getLogger("telegram.ext.Application").info("Application started")
    logging.getLogger("telegram.ext.Application").warning("something odd")
    logging.getLogger("bot").info("our own")
    written = capsys.readouterr().err
    assert ("Application started" in written) is shown
    assert "something odd" in written
    assert "our own" in written


def test_an_unhandled_error_is_logged_without_the_token() -> None:
    program = f"from bot.logs import *; set_up_logging(); raise ValueError('bot{TOKEN}')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ValueError: bot[secret]" in done.stderr
    assert TOKEN not in done.stderr
    assert done.stderr.count("CRITICAL") == 1
