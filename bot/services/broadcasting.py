"""`/broadcast`: an admin's text to every chat that subscribed: previewed, confirmed, stopped."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from bot.clock import Clock
from bot.config import Config
from bot.language import Language
from bot.messages.broadcast import (
    Act,
    Reach,
    broadcast_message,
    dropped_message,
    how_message,
    is_too_long,
    nobody_message,
    preview_message,
    progress_message,
    read_act,
    too_long_message,
)
from bot.messages.delivery import Count
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.messages.voice import Voice
from bot.services.overseeing import STATES, storage_failed
from bot.services.pressed import Pressed
from bot.storage.database import Database, StorageError
from bot.storage.work import Work

log = logging.getLogger(__name__)

COMMAND = "broadcast"
# How long it may take to reach everybody; what is later is left out.
_LASTS = timedelta(days=1)
_OFFERS = 20


@dataclass(frozen=True, slots=True)
class _Offer:
    html: str
    admin: int
    until: datetime


class Broadcasting:
    """Who may ask is the caller's business. Previews end with the process, what was confirmed does not.

    `voice` gives the wording of a language; `posted` is called when something waits to be sent.
    """

    def __init__(
        self,
        database: Database,
        config: Config,
        clock: Clock,
        voice: Callable[[Language], Voice],
        posted: Callable[[], None],
    ) -> None:
        self._database = database
        self._config = config
        self._clock = clock
        self._voice = voice
        self._posted = posted
        self._offers: OrderedDict[str, _Offer] = OrderedDict()

    async def preview(self, html: str, admin: int, voice: Voice) -> Message:
        """How `html` (Telegram HTML) would be sent, to how many; or why it cannot be."""
        if not html.strip():
            return how_message(voice)
        if is_too_long(html):
            return too_long_message(html, voice)
        try:
            async with self._database.work() as work:
                chats = await work.broadcasts.recipients()
        except StorageError as error:
            return storage_failed(error, voice)
        if not chats:
            return nobody_message(voice)
        name = secrets.token_hex(8)
        minutes = self._config.reload.offer_minutes
        self._offers[name] = _Offer(html, admin, self._clock.now() + timedelta(minutes=minutes))
        while len(self._offers) > _OFFERS:
            self._offers.popitem(last=False)
        seconds = ceil(sum(chats.values()) / self._config.delivery.messages_per_second)
        return preview_message(html, name, Reach(chats, seconds), voice)

    def owns(self, data: str) -> bool:
        """Whether a button stands below a broadcast."""
        return read_act(data) is not None

    async def press(self, data: str, admin: int, voice: Voice) -> Pressed:
        """Send or drop what was previewed by this admin; look how far one is, or stop it, whoever began it."""
        read = read_act(data)
        if read is None:
            return Pressed(voice.texts("button.stale"))
        act, name = read
        offer = self._offers.get(name)
        if act in (Act.SEND, Act.DROP) and (offer is None or offer.admin != admin or offer.until < self._clock.now()):
            return Pressed(voice.texts("button.stale"))
        if act is Act.DROP:
            self._offers.pop(name, None)
            return Pressed("", dropped_message(voice))
        try:
            async with self._database.work() as work:
                if act is Act.SEND and offer:
                    await self._start(work, name, offer, admin)
                elif act is Act.STOP:
                    log.info(
                        "Broadcast %s stopped by %d: %d left out", name, admin, await work.broadcasts.stop(_key(name))
                    )
                counts = await work.broadcasts.progress(_key(name))
        except StorageError as error:
            return Pressed(storage_failed(error, voice).html)  # the buttons stay: it can be pressed again
        if act is Act.SEND:
            self._offers.pop(name, None)
            self._posted()
        told = dict.fromkeys(Count, 0)
        for state, count in counts.items():
            told[STATES[state]] += count
        return Pressed("", progress_message(name, told, voice))

    async def _start(self, work: Work, name: str, offer: _Offer, admin: int) -> None:
        now = self._clock.now()
        payloads: Mapping[Language, bytes] = {
            language: to_payload(Post(broadcast_message(offer.html, self._voice(language)))) for language in Language
        }
        count = await work.broadcasts.start(_key(name), payloads, now, now + _LASTS)
        log.info("Broadcast %s begun by %d: to %d chats", name, admin, count)


def _key(name: str) -> str:
    return f"broadcast-{name}"
