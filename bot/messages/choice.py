"""What can stand behind a command: a button for each."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.choice import Option
from bot.language import Language
from bot.messages.callback import Press, View
from bot.messages.html import escape, shortened
from bot.messages.keyboard import button, grid, pages
from bot.messages.message import Message
from bot.messages.topic import page_of
from bot.messages.unknown import suggestion_keyboard
from bot.messages.values import unquoted
from bot.messages.voice import Voice

PAGE = 20
LABEL_CHARACTERS = 32
# Labels up to this long stand beside each other.
SHORT_CHARACTERS = 6
SHORT_IN_A_ROW = 4
PAIR_CHARACTERS = 14


def choice_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """A line on what is to be chosen, and the buttons, twenty a page."""
    command = str(answer.values["command"])
    options = options_of(answer)
    page, count, shown = page_of(len(options), page, PAGE)
    labels = [shortened(option_text(option, voice), LABEL_CHARACTERS) for option in options[shown]]
    buttons = [
        button(label, Press(View.COMMAND, command=command, argument=option.argument))
        for label, option in zip(labels, options[shown], strict=True)
    ]
    longest = max(map(len, labels), default=0)
    width = SHORT_IN_A_ROW if longest <= SHORT_CHARACTERS else 2 if longest <= PAIR_CHARACTERS else 1
    turns = pages(page, count, lambda number: Press(View.COMMAND, command=command, page=number))
    # Of several that are meant there are few, and no pages of them: they could not be asked for again.
    more = turns if answer.title.startswith("choose.") else ()
    suggested = suggestion_keyboard(answer, voice)
    return Message(escape(voice.texts(answer.title)), (*grid(buttons, width), *more, *suggested))


def options_of(answer: Answer) -> tuple[Option, ...]:
    """What can be chosen; empty for an answer that is no choice."""
    options = answer.values.get("options")
    return options if isinstance(options, tuple) else ()


def typed_commands(answer: Answer, voice: Voice) -> list[str]:
    """The options of the first page as commands that may be typed instead: `/who 任贤良`."""
    command = answer.values.get("command")
    shown = options_of(answer)[:PAGE]
    return [f"/{command} {option_text(option, voice) if option.is_id else option.argument}" for option in shown]


def option_text(option: Option, voice: Voice) -> str:
    """The label of an option, a name in the reader's language where it is known."""
    name = unquoted(option.label)
    return (voice.names.english(name) or name) if voice.language is Language.EN else (voice.names.chinese(name) or name)
