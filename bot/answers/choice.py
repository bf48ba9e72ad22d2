"""A command whose argument is still to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.answer import Answer, Kind


@dataclass(frozen=True, slots=True)
class Option:
    """One argument that can be pressed: what stands on the button, and what is behind the command then (a year, an id).

    `is_id` is True for an argument that nobody types: the label means the same behind the command.
    """

    label: str
    argument: str
    is_id: bool = False


def choice(command: str, options: Sequence[Option], title: str = "choose") -> Answer:
    """What `command` could be told. `title` names the wording above the buttons: `<title>.<command>`."""
    return Answer(
        Kind.AMBIGUOUS if options else Kind.UNKNOWN,
        title=f"{title}.{command}" if options else f"unknown.nothing.{command}",
        values={"command": command, "options": tuple(options)},
    )
