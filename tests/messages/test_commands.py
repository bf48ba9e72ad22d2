"""How commands are recognised in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.commands import COMMANDS, Command, looks_like_command, read_command


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/summit", Command("summit", "")),
        ("/summit 2024", Command("summit", "2024")),
        ("/SUMMIT 2024", Command("summit", "2024")),
        ("  /summit\n2024 ", Command("summit", "2024")),
        ("/summit　2024", Command("summit", "2024")),
        ("/summit@wuzhen_bot 2024", Command("summit", "2024", "wuzhen_bot")),
        ("/summit@wuzhen_bot", Command("summit", "", "wuzhen_bot")),
        ("/峰会 2024", Command("summit", "2024")),
        ("／峰会 2024", Command("summit", "2024")),
        ("/峰会2024", Command("summit", "2024")),
        ("/峰会第十一届", Command("summit", "第十一届")),
        ("/峰会@wuzhen_bot 2024", Command("summit", "2024", "wuzhen_bot")),
        ("／峰会＠wuzhen_bot 2024", Command("summit", "2024", "wuzhen_bot")),
        ("/帮助", Command("help", "")),
        ("/来源", Command("sources", "")),
        ("/开始", Command("start", "")),
        ("/start summit_2024", Command("start", "summit_2024")),
        ("/summit <b>2024</b>", Command("summit", "<b>2024</b>")),
        ("/summit 第一行\n第二行", Command("summit", "第一行\n第二行")),
        ("/summits", None),
        ("/summit_2024", None),
        ("/starting", None),
        ("/unknown 2024", None),
        ("summit 2024", None),
        ("峰会 2024", None),
        ("see /summit 2024", None),
        ("//summit", None),
        ("/", None),
        ("", None),
    ],
)
def test_a_command_is_read_with_its_argument_and_addressee(text: str, expected: Command | None) -> None:
    assert read_command(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/weather", True),
        ("／天气 北京", True),
        ("/x@other_bot", True),
        ("what / why", False),
        ("/ 2024", False),
        ("", False),
    ],
)
def test_unknown_commands_are_told_from_questions(text: str, expected: bool) -> None:
    assert looks_like_command(text) is expected


@given(st.text())
def test_any_text_is_read_without_error_and_the_argument_is_part_of_it(text: str) -> None:
    command = read_command(text)
    assert command is None or command.argument in text


def test_names_are_unique_and_fit_telegrams_menu() -> None:
    spellings = [spelling for command in COMMANDS for spelling in (command.name, *command.aliases)]
    assert len(spellings) == len(set(spellings))
    # https://core.telegram.org/bots/api#botcommand
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", command.name) for command in COMMANDS)
