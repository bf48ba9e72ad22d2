"""What happens on an update: read it, ask the service, send what it says."""

from __future__ import annotations

import logging
from functools import partial

import telegram
from telegram import Update, User
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import CallbackContext, ExtBot

from bot.language import Language, from_code, of_text
from bot.messages.commands import Command, looks_like_command
from bot.messages.message import Attachment, Message
from bot.services.administering import COMMANDS as ADMIN_COMMANDS
from bot.services.administering import DELIVERY_COMMANDS, Administering
from bot.services.answering import Answering
from bot.services.calendars import COMMAND as CALENDAR_COMMAND
from bot.services.calendars import calendar_answer
from bot.services.conversation import ConversationKey
from bot.services.reporting import COMMANDS as REPORT_COMMANDS
from bot.services.reporting import Reporting
from bot.services.subscribing import COMMANDS as SUBSCRIBE_COMMANDS
from bot.services.subscribing import Subscribing
from bot.telegram_bot.files import fetched
from bot.telegram_bot.inputs import Input, read_input
from bot.telegram_bot.membership import on_membership
from bot.telegram_bot.putting_together import answers_to
from bot.telegram_bot.reading import (
    Article,
    conversation_of,
    presser_of,
    quoted_html,
    read_article,
    read_message,
    read_post,
    speaker_id,
    speaker_of,
)
from bot.telegram_bot.rights import may_manage
from bot.telegram_bot.rooms import TelegramRooms
from bot.telegram_bot.sending import edit, reply, take_buttons

log = logging.getLogger(__name__)

Context = CallbackContext[ExtBot[None], dict[object, object], dict[object, object], dict[object, object]]


class Handlers:
    """The callbacks of the Application. `default_language` is for readers whose language Telegram does not tell."""

    def __init__(
        self,
        answering: Answering,
        administering: Administering,
        reporting: Reporting,
        subscribing: Subscribing,
        default_language: Language,
    ) -> None:
        self._answering = answering
        self._administering = administering
        self._reporting = reporting
        self._subscribing = subscribing
        self._default_language = default_language

    async def on_message(self, update: Update, context: Context) -> None:
        """A message or a command, in any chat."""
        message = update.message
        if message is None:
            return
        language = self._language_of(message.from_user)
        if (put_in := read_input(message, context.bot.bot)) and await self._put_together(
            put_in, message, language, context
        ):
            return
        if (article := read_article(message)) and await self._took(article, message, language, context):
            return
        if (request := read_message(message, context.bot.bot)) is None:
            return
        answer: Message | Attachment
        conversation: ConversationKey | None = None
        if isinstance(request, Command) and request.name in ADMIN_COMMANDS:
            # On its own: the chat goes on being answered meanwhile, another /reload in it too.
            context.application.create_task(self._administer(request.name, message, language, context), update=update)
            return
        if isinstance(request, Command) and request.name in DELIVERY_COMMANDS:
            html = quoted_html(message, request.argument)
            answer = await self._administering.delivery(request.name, html, speaker_of(message, language))
        elif isinstance(request, Command) and request.name in REPORT_COMMANDS:
            answer = self._reporting.command(speaker_id(message), language)
        elif isinstance(request, Command) and request.name == CALENDAR_COMMAND:
            answer = calendar_answer(self._answering.voice(language))
        elif isinstance(request, Command) and request.name in SUBSCRIBE_COMMANDS:
            manages = partial(may_manage, context.bot, message)
            speaker = speaker_of(message, language)
            rooms = TelegramRooms(context.bot)
            answer = await self._subscribing.command(request.name, request.argument, speaker, manages, rooms)
        elif isinstance(request, Command):
            conversation = conversation_of(message)
            answer = self._answering.command(request.name, request.argument, language, conversation)
        else:
            conversation = conversation_of(message)
            answer = self._answering.ask(request.text, of_text(request.text, language), conversation)
        sent = await reply(context.bot, message, answer)
        if conversation:
            self._answering.sent(conversation, sent.message_id)
        if isinstance(request, Command) and request.name == "start":
            # What could not be said before they wrote to the bot.
            for offer in await self._subscribing.life.waiting(
                speaker_of(message, language), TelegramRooms(context.bot)
            ):
                await reply(context.bot, message, offer)

    async def on_channel_post(self, update: Update, context: Context) -> None:
        """A command on subscriptions, said in the channel itself: whoever can post there may. Other posts are for its readers."""
        post = update.channel_post
        if post is None or (command := read_post(post, context.bot.bot)) is None:
            return
        if command.name not in SUBSCRIBE_COMMANDS:
            return
        speaker, manages = speaker_of(post, self._default_language), partial(may_manage, context.bot, post)
        rooms = TelegramRooms(context.bot)
        await reply(
            context.bot,
            post,
            await self._subscribing.command(command.name, command.argument, speaker, manages, rooms),
        )

    async def on_membership(self, update: Update, context: Context) -> None:
        """The bot's own standing in a chat changed."""
        if change := update.my_chat_member:
            await on_membership(self._subscribing.life, context.bot, change, self._language_of(change.from_user))

    async def _took(self, article: Article, message: telegram.Message, language: Language, context: Context) -> bool:
        """Answer a file, if it is meant for the seeds; whether nothing of the message is left to answer then.

        A file that is no text is met with the reason only where an admin sent it.
        """
        user_id, caption = speaker_id(message), message.caption or ""
        if not article.is_text and not self._administering.is_admin(user_id):
            return False
        fetch = partial(fetched, context.bot, article.file_id)
        answer = await self._administering.article(article.name, article.size, fetch, user_id, language)
        await reply(context.bot, message, answer)
        # What stands below an article is a note on it, unless it is a command.
        return not (caption.strip() if not article.is_text else looks_like_command(caption))

    async def _put_together(
        self, put_in: Input, message: telegram.Message, language: Language, context: Context
    ) -> bool:
        """Whether it was for a subscription, and answered."""
        speaker = speaker_of(message, language)
        answers = await answers_to(put_in, self._subscribing, speaker, TelegramRooms(context.bot))
        for answer in answers or ():
            await reply(context.bot, message, answer)
        return answers is not None

    async def _administer(self, name: str, message: telegram.Message, language: Language, context: Context) -> None:
        await reply(context.bot, message, await self._administering.command(name, speaker_id(message), language))

    async def on_press(self, update: Update, context: Context) -> None:
        """A button under one of our messages. The press is answered whatever happens, or the button spins on."""
        query = update.callback_query
        if query is None:
            return
        language = self._language_of(query.from_user)
        toast: str | None = None
        answer: Message | None = None
        beside: Message | None = None
        spent = False
        data = query.data or ""
        try:
            if self._administering.owns(data):
                pressed = await self._administering.press(data, query.from_user.id, language)
                toast, answer, spent = pressed.toast or None, pressed.message, pressed.spent
            elif self._subscribing.owns(data) and (speaker := presser_of(query, language)):
                pressed = await self._subscribing.press(data, speaker, TelegramRooms(context.bot))
                toast, answer, beside = pressed.toast or None, pressed.message, pressed.beside
            elif self._reporting.owns(data):
                said = query.message.text or "" if isinstance(query.message, telegram.Message) else ""
                pressed = await self._reporting.press(data, said, query.from_user.id, language)
                toast, answer = pressed.toast or None, pressed.message
            else:
                answer = self._answering.press(data, language)
                # A message may be too old to be read back (48 hours) or gone; then there is nothing to change.
                if answer is None or not isinstance(query.message, telegram.Message):
                    toast = self._answering.stale_button(language)
        finally:
            await _acknowledge(query, toast)
        if answer is not None and isinstance(query.message, telegram.Message):
            await edit(context.bot, query.message, answer)
        if spent and isinstance(query.message, telegram.Message):
            await take_buttons(context.bot, query.message)
        if beside is not None and isinstance(query.message, telegram.Message):
            await reply(context.bot, query.message, beside)

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
