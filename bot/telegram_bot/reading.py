"""What an incoming message asks of the bot, if it asks anything: pure, before any answer is made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, Message, User

from bot.corpus.load import SUFFIXES
from bot.language import Language
from bot.messages.commands import UNKNOWN, Command, looks_like_command, read_command
from bot.messages.html import escape
from bot.services.conversation import ConversationKey
from bot.services.speaker import Speaker
from bot.subscriptions.chat import ChatKind, Place


@dataclass(frozen=True, slots=True)
class Ask:
    """A question in plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A file sent in private: `name` as the sender's system calls it, `size` in bytes if Telegram tells it."""

    file_id: str
    name: str
    size: int | None

    @property
    def is_text(self) -> bool:
        """Whether its name ends as those of articles do."""
        return self.name.lower().endswith(SUFFIXES)


Request = Command | Ask

_HELP = Command("help", "")
_UNKNOWN = Command(UNKNOWN, "")


def read_message(message: Message, bot: User) -> Request | None:
    """What `message` asks of `bot`; None for what is not meant for it.

    In a private chat everything is meant for it: a text is a question, what cannot be read (a sticker) is met with help, an
    unknown command with a word on it; for a file see `read_article`. Elsewhere: commands that name no other bot,
    texts that mention it, replies to it.
    """
    if not _from_a_person(message):
        return None
    text = message.text or message.caption or ""
    private = message.chat.type == Chat.PRIVATE
    if command := read_command(text):
        return command if _same_name(command.addressee, bot) or not command.addressee else None
    if looks_like_command(text):
        return _UNKNOWN if private else None
    if private:
        return Ask(text) if text.strip() else _HELP if message.effective_attachment else None
    return _in_group(message, text, bot)


def read_post(post: Message, bot: User) -> Command | None:
    """The command that a post of a channel is, if it is one for `bot`. Telegram may mark none in it."""
    command = read_command(post.text or "")
    return command if command and (not command.addressee or _same_name(command.addressee, bot)) else None


def read_article(message: Message) -> Article | None:
    """The file that a person sent in private, of whatever kind; None without one. An animation is no file to its sender."""
    document = message.document
    private = message.chat.type == Chat.PRIVATE and _from_a_person(message)
    if document is None or message.animation or not private:
        return None
    return Article(document.file_id, document.file_name or "", document.file_size)


def _in_group(message: Message, text: str, bot: User) -> Request | None:
    mention = re.compile(rf"@{re.escape(bot.username or '')}(?!\w)", re.IGNORECASE) if bot.username else None
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
    # In a forum every message without a reply "replies" to the service message that opened its topic.
    to_us = to_us and not (replied is not None and replied.forum_topic_created)
    if mention and mention.search(text):
        rest = mention.sub(" ", text).strip()
        # "@bot /summit 2024": the mention comes first, the command is meant all the same.
        return (read_command(rest) or Ask(rest)) if rest else _HELP
    return Ask(text) if to_us and text.strip() else None


def _from_a_person(message: Message) -> bool:
    """False for other bots and for channel posts copied into a linked group; an anonymous admin is a person.

    An anonymous admin comes as the chat itself (`sender_chat`), with a stand-in bot as the sender.
    """
    if message.is_automatic_forward:
        return False
    return message.sender_chat is not None or (message.from_user is not None and not message.from_user.is_bot)


def speaker_id(message: Message) -> int | None:
    """The number of the person who wrote `message`; None for one that was written in the name of a chat."""
    if message.sender_chat is not None or message.from_user is None or message.from_user.is_bot:
        return None
    return message.from_user.id


def quoted_html(message: Message, argument: str) -> str:
    """What a command speaks of: its argument, else the text of the message it replies to with its formatting, as Telegram HTML."""
    if argument or message.reply_to_message is None:
        return escape(argument)
    replied = message.reply_to_message
    return replied.text_html if replied.text else replied.caption_html if replied.caption else ""


def conversation_of(message: Message) -> ConversationKey:
    """Who speaks where, and the message that is replied to; one that is written in the name of a chat is spoken by it."""
    topic = message.message_thread_id or 0 if message.is_topic_message else 0
    speaker = speaker_id(message) or (message.sender_chat.id if message.sender_chat else 0)
    replied = message.reply_to_message.message_id if message.reply_to_message else 0
    return ConversationKey(message.chat.id, topic, speaker, replied)


def _same_name(addressee: str, bot: User) -> bool:
    return addressee.lower() == (bot.username or "").lower()


def speaker_of(message: Message, language: Language) -> Speaker:
    """Where `message` was said, and by whom. A thread's number also stands on plain replies; only a topic has posts."""
    topic = message.message_thread_id if message.is_topic_message else None
    place = Place(message.chat_id, topic or 0)
    return Speaker(place, ChatKind(message.chat.type), speaker_id(message), language, message.chat.title or "")


def presser_of(query: CallbackQuery, language: Language) -> Speaker | None:
    """Who pressed a button, and where; an anonymous admin comes as the person. None when Telegram does not tell the chat."""
    message = query.message
    if message is None:
        return None
    # A message too old to be read back still tells its chat, and no topic.
    topic = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    place, kind = Place(message.chat.id, topic or 0), ChatKind(message.chat.type)
    return Speaker(place, kind, query.from_user.id, language, message.chat.title or "")
