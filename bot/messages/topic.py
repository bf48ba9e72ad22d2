"""What the replies to commands have in common: a heading, lines with their proofs, and the way to the proving sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.answers.answer import Answer
from bot.corpus.document import Citation
from bot.messages.callback import Press, View
from bot.messages.html import escape
from bot.messages.keyboard import Keyboard, button, pages, row
from bot.messages.message import Message
from bot.messages.sources import Numbering
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice

PAGE = 10


def itself(answer: Answer, page: int = 1, *, proof: bool = False) -> Press:
    """The button that shows this answer again."""
    values = answer.values
    return Press(View.COMMAND, page=page, proof=proof, command=str(values["command"]), argument=str(values["argument"]))


def topic_message(
    lines: Sequence[str],
    answer: Answer,
    voice: Voice,
    numbering: Numbering,
    keyboard: Keyboard = (),
    page: int = 1,
    shown: Collection[Citation] | None = None,
) -> Message:
    """`lines` of HTML, what the numbers in them stand for (of a page only the proofs `shown`), the buttons and the one to
    the proving sentences."""
    if answer.understood.from_context and lines:
        lines = [escape(voice.texts("context.other")) + lines[0], *lines[1:]]
    corrected = [escape(voice.texts("corrected", read=read)) for _, read in answer.understood.corrected]
    proof = button(voice.texts("button.proof"), itself(answer, page, proof=True)) if answer.citations else None
    return Message(fit_lines([*corrected, *lines, *numbering.footer(voice, shown)]), (*keyboard, *row(proof)))


def page_of(count: int, page: int, size: int = PAGE) -> tuple[int, int, slice]:
    """The page that is shown (the last for one behind it), how many there are, and what stands on it."""
    last = max(1, -(-count // size))
    page = max(1, min(page, last))
    return page, last, slice((page - 1) * size, page * size)


def page_buttons(answer: Answer, page: int, count: int) -> Keyboard:
    """The way to the pages before and behind."""
    return pages(page, count, lambda number: itself(answer, number))
