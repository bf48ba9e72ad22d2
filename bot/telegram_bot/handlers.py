"""What happens on an update: read it, ask the service, send what it says."""

from __future__ import annotations

import logging

import telegram
from telegram import Update, User
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import CallbackContext, ExtBot

from bot.language import Language, from_code, of_text
from bot.messages.message import Message
from bot.services.answering import Answering
from bot.telegram_bot.commands import Command
from bot.telegram_bot.reading import read_message
from bot.telegram_bot.sending import edit, reply

log = logging.getLogger(__name__)

Context = CallbackContext[ExtBot[None], dict[object, object], dict[object, object], dict[object, object]]


class Handlers:
    """The callbacks of the Application. `default_language` is for readers whose language Telegram does not tell."""

    def __init__(self, answering: Answering, default_language: Language) -> None:
        self._answering = answering
        self._default_language = default_language

    async def on_message(self, update: Update, context: Context) -> None:
        """A message or a command, in any chat."""
        message = update.message
        if message is None or (request := read_message(message, context.bot.bot)) is None:
            return
        language = self._language_of(message.from_user)
        answer: Message
        if isinstance(request, Command):
            answer = self._answering.command(request.name, request.argument, language)
        else:
            answer = self._answering.ask(request.text, of_text(request.text, language))
        await reply(context.bot, message, answer)

    async def on_press(self, update: Update, context: Context) -> None:
        """A button under one of our messages. The press is answered whatever happens, or the button spins on."""
        query = update.callback_query
        if query is None:
            return
        language = self._language_of(query.from_user)
        toast: str | None = None
        answer: Message | None = None
        try:
            answer = self._answering.press(query.data or "", language)
            # A message may be too old to be read back (48 hours) or gone; then there is nothing to change.
            if answer is None or not isinstance(query.message, telegram.Message):
                toast = self._answering.stale_button(language)
        finally:
            await _acknowledge(query, toast)
        if answer is not None and isinstance(query.message, telegram.Message):
            await edit(context.bot, query.message, answer)

    async def on_error(self, update: object, context: Context) -> None:
        """Log what went wrong once, and tell the person who waits for an answer, if telling can help."""
        error = context.error
        if isinstance(error, TelegramError) and not isinstance(error, BadRequest):
            # The way to the chat is broken (network, flood limit, blocked): a second message would fail as well.
            log.warning("Could not answer update %s: %s", _id_of(update), error)
            return
        log.error("Could not answer update %s", _id_of(update), exc_info=error)
        if not isinstance(update, Update) or not isinstance(update.effective_message, telegram.Message):
            return
        apology = self._answering.apology(self._language_of(update.effective_user))
        try:
            await reply(context.bot, update.effective_message, apology)
        except TelegramError as failure:
            log.warning("Could not apologise for update %s: %s", _id_of(update), failure)

    def _language_of(self, user: User | None) -> Language:
        return from_code(user.language_code if user else None, self._default_language)


async def _acknowledge(query: telegram.CallbackQuery, toast: str | None) -> None:
    """Stop the button's spinner. Telegram refuses this for a press older than some minutes; nobody waits then."""
    try:
        await query.answer(toast)
    except (BadRequest, NetworkError, RetryAfter) as error:
        log.info("Could not acknowledge a press: %s", error)


def _id_of(update: object) -> object:
    return update.update_id if isinstance(update, Update) else type(update).__name__
