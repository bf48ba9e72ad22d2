"""The guided keyboard of /subscribe: what a press, a written word or a location makes of the subscription in it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from bot.messages.coming import Outlook
from bot.messages.html import escape
from bot.messages.message import Message
from bot.messages.places import lacking_message, lacking_text
from bot.messages.planner import (
    Sheet,
    closed_message,
    days_message,
    hours_message,
    location_message,
    main_message,
    minutes_message,
    zones_message,
)
from bot.messages.planner_data import Page, Step, decode_step
from bot.messages.subscriptions import made_message, misread_message, refusal_message, refusal_text
from bot.messages.voice import Voice
from bot.services.lately import Lately
from bot.services.ledger import Kept, Ledger
from bot.services.pressed import Pressed
from bot.services.refusing import refused
from bot.services.rooms import Room, Rooms
from bot.services.speaker import Speaker
from bot.storage.database import StorageError, reason
from bot.storage.work import Work
from bot.subscriptions.chat import Chat, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.nearest import nearest_zones
from bot.subscriptions.subscription import Subscription, Times
from bot.subscriptions.wish import Misread, Wish, read_wish

log = logging.getLogger(__name__)

_PAGES = {
    Page.HOURS: hours_message,
    Page.MINUTES: minutes_message,
    Page.DAYS: days_message,
    Page.ZONES: zones_message,
}
_NEAR = 6


class Planning:
    """One message that changes. Everything that is chosen stands in its buttons; only keeping it writes anything."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        # Who was asked for their location.
        self._asked: Lately[Step] = Lately()

    def owns(self, data: str) -> bool:
        """Whether a button belongs to the keyboard, so that `press` answers it."""
        return data.startswith("b:")

    async def open(self, speaker: Speaker, wish: Wish, room: Room | None = None) -> Message:
        """The keyboard with what was said so far; for `room` if it is another chat. Raises `StorageError`."""
        place = Place(room.id) if room else speaker.place
        async with self._ledger.database.work() as work:
            feed = wish.feed or await self._first_feed(work, place)
            wanted, exists = await self._ledger.wanted(work, place, feed, wish)
            sheet = await self._sheet(work, wanted, speaker, room, exists)
        return main_message(sheet, self._ledger.voice(speaker.language))

    async def press(self, data: str, speaker: Speaker, rooms: Rooms) -> Pressed:
        """Another page, or what is put together is kept. What is altered, stale, or pressed by who may not changes nothing."""
        said = self._ledger.voice(speaker.language)
        step = decode_step(data, speaker.place)
        if step is None:
            return Pressed(said.texts("button.stale"))
        if why := await refused(step.subscription.place, step.elsewhere, speaker.user, rooms, said):
            return Pressed(why)
        try:
            return await self._go(step, speaker, rooms, said)
        except StorageError as error:
            log.error("A subscription could not be kept: %s", reason(error))
            return Pressed(refusal_text("storage", said))

    async def reply(self, text: str, data: Iterable[str], speaker: Speaker, rooms: Rooms) -> Message | None:
        """What a reply to the keyboard changes: `20:00 伦敦`. None when `data`, that of its buttons, is none of ours."""
        steps = [step for each in data if (step := decode_step(each, speaker.place))]
        # The button that keeps it, or on the other pages the last one, which leads back.
        kept = next((step for step in steps if step.page is Page.SAVE), None) or next(
            (step for step in reversed(steps) if step.page is Page.MAIN), None
        )
        if kept is None:
            return None
        said, wish = self._ledger.voice(speaker.language), read_wish(text)
        if isinstance(wish, Misread):
            return misread_message(wish.code, wish.found, said)
        if why := await refused(kept.subscription.place, kept.elsewhere, speaker.user, rooms, said):
            return Message(escape(why))
        wanted = _with(kept.subscription, wish)
        try:
            return main_message(await self._looked_at(wanted, kept.elsewhere, speaker, rooms), said)
        except StorageError as error:
            log.error("What comes next could not be told: %s", reason(error))
            return refusal_message("storage", said)

    async def located(
        self, latitude: float, longitude: float, speaker: Speaker, rooms: Rooms
    ) -> tuple[Message, Message]:
        """A word that takes the location key away, and the nearest cities to choose from."""
        said = self._ledger.voice(speaker.language)
        thanks = Message(said.texts("planner.location.thanks"), reply_keys=())
        step = self._asked.take(speaker.user or 0)
        try:
            if step is None:
                async with self._ledger.database.work() as work:
                    wanted, _ = await self._ledger.wanted(work, speaker.place, Feed.DAILY, Wish())
                step = Step(Page.ZONES, wanted)
            sheet = await self._looked_at(step.subscription, step.elsewhere, speaker, rooms)
        except StorageError as error:
            log.error("The nearest cities could not be offered: %s", reason(error))
            return thanks, refusal_message("storage", said)
        return thanks, zones_message(sheet, said, nearest_zones(latitude, longitude, _NEAR))

    async def _go(self, step: Step, speaker: Speaker, rooms: Rooms, said: Voice) -> Pressed:
        wanted = step.subscription
        if step.page is Page.CLOSE:
            return Pressed("", closed_message(said))
        if step.page is Page.LOCATION:
            return self._ask_location(step, speaker, said)
        if step.page is Page.SAVE:
            return await self._save(step, speaker, rooms, said)
        if step.page in _PAGES:
            title = await self._title(step, rooms, speaker)
            sheet = Sheet(wanted, Outlook(), self._ledger.clock.now(), title, private=speaker.in_private)
            return Pressed("", _PAGES[step.page](sheet, said))
        return Pressed("", main_message(await self._looked_at(wanted, step.elsewhere, speaker, rooms), said))

    def _ask_location(self, step: Step, speaker: Speaker, said: Voice) -> Pressed:
        if not speaker.in_private or speaker.user is None:
            return Pressed(said.texts("button.stale"))
        self._asked.keep(speaker.user, step)
        return Pressed("", beside=location_message(said))

    async def _save(self, step: Step, speaker: Speaker, rooms: Rooms, said: Voice) -> Pressed:
        wanted = replace(step.subscription, subscriber=speaker.user)
        chat, title = Chat(speaker.place.chat, speaker.kind, speaker.language, title=speaker.title), ""
        if not speaker.in_private or step.elsewhere:
            room = await rooms.look(wanted.place.chat, speaker.user)
            if room is None:
                return Pressed(refusal_text("unknown_chat", said))
            if room.missing:
                return Pressed(lacking_text(room.missing, said), beside=lacking_message(room.title, room.missing, said))
            chat = Chat(room.id, room.kind, speaker.language, title=room.title)
            title = (room.title or str(room.id)) if step.elsewhere else ""
        async with self._ledger.database.work() as work:
            kept = await self._ledger.keep(work, wanted, chat)
            if kept is Kept.LIMIT:
                return Pressed(refusal_text("limit", said, limit=self._ledger.limit))
            outlook = await self._ledger.outlook(work, wanted, chat.kind, chat.language)
        message = made_message(wanted, outlook, kept, said, title=title)
        return Pressed(said.texts(f"subscribe.{kept}"), message)

    async def _looked_at(self, wanted: Subscription, elsewhere: bool, speaker: Speaker, rooms: Rooms) -> Sheet:
        room = await rooms.look(wanted.place.chat, speaker.user) if elsewhere else None
        async with self._ledger.database.work() as work:
            there = await work.subscriptions.of_place(wanted.place)
            exists = any(each.subscription.feed is wanted.feed for each in there)
            return await self._sheet(work, wanted, speaker, room, exists)

    async def _sheet(
        self, work: Work, wanted: Subscription, speaker: Speaker, room: Room | None, exists: bool
    ) -> Sheet:
        kind = room.kind if room else speaker.kind
        outlook = await self._ledger.outlook(work, wanted, kind, speaker.language)
        title = (room.title or str(room.id)) if room else ""
        return Sheet(wanted, outlook, self._ledger.clock.now(), title, exists, speaker.in_private)

    async def _title(self, step: Step, rooms: Rooms, speaker: Speaker) -> str:
        if not step.elsewhere:
            return ""
        room = await rooms.look(step.subscription.place.chat, speaker.user)
        return (room.title if room else "") or str(step.subscription.place.chat)

    async def _first_feed(self, work: Work, place: Place) -> Feed:
        """The first that is not there yet."""
        there = {each.subscription.feed for each in await work.subscriptions.of_place(place)}
        return next((feed for feed in Feed if feed not in there), Feed.DAILY)


def _with(wanted: Subscription, wish: Wish) -> Subscription:
    times = wanted.times
    return replace(
        wanted,
        feed=wish.feed or wanted.feed,
        times=Times(wish.at or times.at, wish.zone or times.zone, wish.weekdays or times.weekdays),
        silent=wanted.silent if wish.silent is None else wish.silent,
        ahead=wanted.ahead if wish.ahead is None else wish.ahead,
    )
