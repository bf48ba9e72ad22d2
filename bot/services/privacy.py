"""`/privacy` and `/forgetme`: in private a person's rows everywhere, in a group the group's."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.messages.message import Message
from bot.messages.privacy import (
    Whose,
    forget_question,
    forgotten_message,
    kept_message,
    privacy_message,
    read_forget,
)
from bot.messages.subscriptions import refusal_message, refusal_text
from bot.services.ledger import Ledger
from bot.services.pressed import Pressed
from bot.services.rooms import Rooms
from bot.services.speaker import Speaker
from bot.storage.database import StorageError, reason

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False, slots=True)
class Privacy:
    """What is kept of whom, and forgetting it. `forgot` is called with the number of the chat, which in private is the
    person's, for what is kept elsewhere."""

    ledger: Ledger
    forgot: Callable[[int], None]

    def owns(self, data: str) -> bool:
        """Whether a button belongs here, so that `press` answers it."""
        return read_forget(data) is not None

    def told(self, speaker: Speaker) -> Message:
        """What is kept."""
        return privacy_message(self.ledger.config.delivery.keep_days, self.ledger.voice(speaker.language))

    def ask(self, speaker: Speaker, *, allowed: bool) -> Message:
        """Whether it should really be forgotten; in a group its administrators may say so."""
        said = self.ledger.voice(speaker.language)
        return forget_question(_whose(speaker), said) if allowed else refusal_message("admins", said)

    async def press(self, data: str, speaker: Speaker, rooms: Rooms) -> Pressed:
        """Forget, or let it be."""
        said = self.ledger.voice(speaker.language)
        if not await rooms.manages(speaker.place.chat, speaker.user):
            return Pressed(refusal_text("admins", said))
        if not read_forget(data):
            return Pressed("", kept_message(said))
        try:
            async with self.ledger.database.work() as work:
                await work.chats.forget(speaker.place.chat)
                if speaker.in_private and speaker.user:
                    await work.subscriptions.forget(speaker.user)
                    await work.offers.take(speaker.user)
        except StorageError as error:
            log.error("What is kept of a chat could not be dropped: %s", reason(error))
            return Pressed(refusal_text("storage", said))
        self.forgot(speaker.place.chat)
        return Pressed("", forgotten_message(_whose(speaker), said))


def _whose(speaker: Speaker) -> Whose:
    return Whose.PERSON if speaker.in_private else Whose.CHAT
