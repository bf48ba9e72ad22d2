"""What admins are told without having asked: the files that a watched seeds folder leaves out."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Collection, Sequence

from bot.clock import Clock
from bot.config import Config
from bot.corpus.problem import Problem
from bot.language import Language
from bot.messages.payload import Post, to_payload
from bot.messages.reload import left_out_message
from bot.messages.voice import Voice
from bot.outbox.entry import Draft
from bot.storage.database import Database, StorageError, reason
from bot.subscriptions.chat import Chat, ChatKind, Place

log = logging.getLogger(__name__)


class TellingAdmins:
    """Writes to `admins` (numbers of users) in private, once however many processes see the same.

    Who never wrote to the bot cannot be told; Telegram's refusal pauses the chat until they do. `posted` is called when
    something waits to be sent.
    """

    def __init__(
        self,
        database: Database,
        admins: Collection[int],
        config: Config,
        clock: Clock,
        speaking: Callable[[Language], Voice],
        posted: Callable[[], None],
    ) -> None:
        self._database = database
        self._admins = admins
        self._config = config
        self._clock = clock
        self._speaking = speaking
        self._posted = posted

    async def left_out(self, problems: Sequence[Problem]) -> None:
        """Tell why these files are left out. A fault of the database is logged."""
        now = self._clock.now()
        expires = now + self._config.delivery.grace
        seen = "\n".join(f"{each.path}:{each.line}:{each.code}" for each in problems)
        about = f"left_out/{now.date()}/{hashlib.sha256(seen.encode()).hexdigest()[:16]}"
        try:
            async with self._database.work() as work:
                first = await work.outbox.first_time([(f"{about}/{user}", expires) for user in sorted(self._admins)])
                drafts = []
                for user in sorted(self._admins):
                    chat = await work.chats.get(user)
                    if chat is None:
                        chat = Chat(user, ChatKind.PRIVATE, self._config.default_language)
                        await work.chats.put(chat)
                    key = f"{about}/{user}"
                    if chat.pause is None and key in first:
                        payload = to_payload(Post(left_out_message(problems, self._speaking(chat.language))))
                        drafts.append(Draft(key, Place(user), payload, now, expires))
                await work.outbox.add(drafts)
        except StorageError as error:
            log.error("Admins could not be told of files that are left out: %s", reason(error))
        else:
            if drafts:
                self._posted()
