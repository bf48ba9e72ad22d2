"""Callback data: what a button carries, at most 64 bytes, and reading it back with distrust.

    s:2024                      the card of an edition
    l                           the list of editions
    d:2                         the documents, page 2
    v:2024,series:theme:2       the values of predicates (joined by commas) of subjects, page 2
    v:2022:person.ch@全体会议    people by what they did (two letters each) and where
    c:term:onafby6mmu:2         what a command says of an argument (a year, an id, words), page 2
    p:<one of the above>        the sentences that prove it

The data names things, never positions in a snapshot, so that it outlives a reload.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.snapshot import SUMMIT

DATA_LIMIT = 64  # Bot API, InlineKeyboardButton: "callback_data … 1-64 bytes"

_SUBJECT = r"(?:[12]\d{3}|series|organisation)"
_PREDICATE = r"[a-z][a-z_]{1,39}(?:\.[a-z]{2})*(?:@[\u4e00-\u9fff]{1,10})?"
_PAGE = r"[1-9]\d{0,2}"
_DATA = re.compile(
    rf"(?P<proof>p:)?(?:s:(?P<year>[12]\d{{3}})|(?P<listing>l)|d:(?P<documents>{_PAGE})"
    rf"|v:(?P<subjects>{_SUBJECT}(?:,{_SUBJECT})*):(?P<predicates>{_PREDICATE}(?:,{_PREDICATE})*)"
    rf"(?::(?P<page>{_PAGE}))?"
    rf"|c:(?P<command>[a-z]{{2,13}}):(?P<argument>[^:\n]{{0,50}})(?::(?P<command_page>{_PAGE}))?)"
)


class View(StrEnum):
    """What a press asks to see."""

    CARD = "card"
    LISTING = "listing"
    DOCUMENTS = "documents"
    VALUES = "values"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Press:
    """What a button asks for. `proof` asks for the proving sentences of it instead; pages count from 1.

    `command` and `argument` are those of `View.COMMAND`: an argument comes back as altered as anybody may send it.
    """

    view: View
    year: int = 0
    subjects: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    page: int = 1
    proof: bool = False
    command: str = ""
    argument: str = ""


def encode(press: Press) -> str:
    """The callback data; empty when it would not fit, and then there is no button."""
    match press.view:
        case View.CARD:
            data = f"s:{press.year}"
        case View.LISTING:
            data = "l"
        case View.DOCUMENTS:
            data = f"d:{press.page}"
        case View.VALUES:
            subjects = ",".join(subject.removeprefix(SUMMIT) for subject in press.subjects)
            data = f"v:{subjects}:{','.join(press.predicates)}"
            data += f":{press.page}" if press.page > 1 else ""
        case View.COMMAND:
            data = f"c:{press.command}:{press.argument}"
            data += f":{press.page}" if press.page > 1 else ""
    data = f"p:{data}" if press.proof else data
    return data if decode(data) == press else ""


def decode(data: str) -> Press | None:
    """What `data` asks for, None when it is none of ours."""
    match = _DATA.fullmatch(data) if len(data.encode("utf-8", "replace")) <= DATA_LIMIT else None
    if match is None:
        return None
    proof = match["proof"] is not None
    if match["year"]:
        return Press(View.CARD, year=int(match["year"]), proof=proof)
    if match["listing"]:
        return Press(View.LISTING, proof=proof)
    if match["documents"]:
        return Press(View.DOCUMENTS, page=int(match["documents"]), proof=proof)
    if match["command"]:
        page = int(match["command_page"] or 1)
        return Press(View.COMMAND, page=page, proof=proof, command=match["command"], argument=match["argument"])
    return Press(
        View.VALUES,
        subjects=tuple(f"{SUMMIT}{part}" if part.isdecimal() else part for part in match["subjects"].split(",")),
        predicates=tuple(match["predicates"].split(",")),
        page=int(match["page"] or 1),
        proof=proof,
    )
