"""`/subscriptions` and its buttons: listed, paused, resumed, previewed, tried out, ended; for this chat or another one."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.answers.deck import exchanged, without
from bot.messages.coming import Outlook
from bot.messages.manager import Desk, Listed, list_message, one_message, preview_message
from bot.messages.manager_data import Action, Task, decode_task
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.messages.places import lacking_message, lacking_text
from bot.messages.subscriptions import ended_message, nothing_to_end_message, refusal_text
from bot.messages.voice import Voice
from bot.outbox.entry import Draft
from bot.schedule.occurrence import next_occurrence, occurrence_key
from bot.services.ledger import SHOWN_POSTS, Ledger
from bot.services.outlook import goes_round
from bot.services.planning import Planning
from bot.services.pressed import Pressed
from bot.services.refusing import refused
from bot.services.rooms import Room, Rooms
from bot.services.speaker import Speaker
from bot.storage.database import StorageError, reason
from bot.storage.subscriptions import Planned
from bot.storage.work import Work
from bot.subscriptions.chat import ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.wish import Wish

log = logging.getLogger(__name__)

# Looking changes nothing: in a group everybody may.
_LOOKING = frozenset({Action.LIST, Action.SHOW})
# Nothing would arrive, a trial neither.
_NOT_SENT = frozenset({Pause.GONE, Pause.RIGHTS, Pause.TOPIC})


@dataclass(frozen=True, eq=False, slots=True)
class Managing:
    """What is done with subscriptions that are there. `posted` is called when something new waits to be sent."""

    ledger: Ledger
    planning: Planning
    posted: Callable[[], None]

    def owns(self, data: str) -> bool:
        """Whether a button belongs here, so that `press` answers it."""
        return data.startswith("w:")

    async def list(self, speaker: Speaker, room: Room | None = None) -> Message:
        """The subscriptions of a chat; in private also the other chats the speaker subscribed for. Raises `StorageError`."""
        desk = _desk(speaker, room)
        kind = room.kind if room else speaker.kind
        async with self.ledger.database.work() as work:
            planned = await work.subscriptions.of_place(desk.place)
            listed = [await self._listed(work, each, kind) for each in planned]
            own = speaker.in_private and room is None and speaker.user is not None
            others = await work.subscriptions.chats_of(speaker.user) if own and speaker.user else ()
        return list_message(desk, listed, others, self.ledger.voice(speaker.language))

    async def end(self, feed: Feed | None, speaker: Speaker, room: Room | None = None) -> Message:
        """End a subscription, or all of them. Raises `StorageError`."""
        desk, said = _desk(speaker, room), self.ledger.voice(speaker.language)
        async with self.ledger.database.work() as work:
            there = [planned.subscription for planned in await work.subscriptions.of_place(desk.place)]
            await work.subscriptions.remove(desk.place, feed)
        ended = [each for each in there if feed in (None, each.feed)]
        return ended_message(ended, said, title=desk.title) if ended else nothing_to_end_message(said)

    async def press(self, data: str, speaker: Speaker, rooms: Rooms) -> Pressed:
        """What the button says. What is altered, stale, or pressed by who may not changes nothing."""
        said = self.ledger.voice(speaker.language)
        task = decode_task(data, speaker.place)
        if task is None:
            return Pressed(said.texts("button.stale"))
        foreign = task.elsewhere or not speaker.in_private
        if (task.elsewhere or task.action not in _LOOKING) and (
            why := await refused(task.place, task.elsewhere, speaker.user, rooms, said)
        ):
            return Pressed(why)
        room = await rooms.look(task.place.chat, speaker.user) if foreign else None
        if foreign and room is None:
            return Pressed(refusal_text("unknown_chat", said))
        try:
            return await self._do(task, speaker, room, said)
        except StorageError as error:
            log.error("A button of the subscriptions could not be carried out: %s", reason(error))
            return Pressed(refusal_text("storage", said))

    async def _do(self, task: Task, speaker: Speaker, room: Room | None, said: Voice) -> Pressed:
        elsewhere = room if task.elsewhere else None
        match task.action:
            case Action.LIST:
                return Pressed("", await self.list(speaker, elsewhere))
            case Action.NEW:
                return Pressed("", await self.planning.open(speaker, Wish(), elsewhere))
            case Action.REPAIR | Action.LEAVE:
                return await self._repair(task, speaker, room, said)
        feed = task.feed or Feed.DAILY
        async with self.ledger.database.work() as work:
            planned = await _find(work, task.place, feed)
            if planned is None:
                return Pressed(said.texts("unsubscribe.none"))
            kind, desk = room.kind if room else speaker.kind, _desk(speaker, elsewhere)
            toast = ""
            match task.action:
                case Action.PAUSE:
                    await work.subscriptions.hold(task.place, feed, Pause.WISH)
                    toast = said.texts("manager.paused")
                case Action.RESUME:
                    if room and room.missing:
                        return Pressed(lacking_text(room.missing, said))
                    await self._resume(work, planned)
                    toast = said.texts("manager.resumed")
                case Action.SKIP | Action.SWAP:
                    if not await self._change(work, task, planned, kind):
                        toast = said.texts(f"preview.cannot.{task.action}")
                case Action.TEST:
                    if planned.pause in _NOT_SENT:
                        return Pressed(said.texts(f"subscriptions.paused.{planned.pause}"))
                    if not await self._test(work, planned, kind):
                        return Pressed(said.texts("preview.nothing"))
                    toast = said.texts("manager.tested")
            following = await _find(work, task.place, feed)
            if following is None:
                return Pressed(said.texts("unsubscribe.none"))
            count = SHOWN_POSTS if task.action in (Action.PREVIEW, Action.SKIP, Action.SWAP) else 1
            outlook = await self.ledger.outlook(work, following.subscription, kind, following.language, count)
        match task.action:
            case Action.EDIT:
                return Pressed("", await self.planning.open(speaker, Wish(feed), elsewhere))
            case Action.END:
                return Pressed("", await self.end(feed, speaker, elsewhere))
            case Action.TEST:
                self.posted()
                return Pressed(toast)
            case Action.PREVIEW | Action.SKIP | Action.SWAP:
                return Pressed(toast, preview_message(desk, following.subscription, outlook, said))
        return Pressed(toast, one_message(desk, _listed(following, outlook), outlook, said))

    async def _listed(self, work: Work, planned: Planned, kind: ChatKind) -> Listed:
        return _listed(planned, await self.ledger.outlook(work, planned.subscription, kind, planned.language, 1))

    async def _change(self, work: Work, task: Task, planned: Planned, kind: ChatKind) -> bool:
        """Pass over an item or exchange it; of a feed made from the day, leave the day out."""
        chat, feed, item = task.place.chat, planned.subscription.feed, task.item
        if goes_round(feed):
            if task.action is Action.SKIP:
                return await self.ledger.change_deck(
                    work, chat, feed, planned.language, lambda deck, ids: without(deck, ids, item)
                )
            return await self.ledger.change_deck(
                work, chat, feed, planned.language, lambda deck, ids: exchanged(deck, ids, item, SHOWN_POSTS)
            )
        outlook = await self.ledger.outlook(work, planned.subscription, kind, planned.language, SHOWN_POSTS)
        due = next((each.occurrence for each in outlook.coming if each.item == item), None)
        if task.action is not Action.SKIP or due is None:
            return False
        key = occurrence_key(task.place, feed, date.fromisoformat(item))
        await work.occurrences.leave_out(key, due.due)
        return True

    async def _test(self, work: Work, planned: Planned, kind: ChatKind) -> bool:
        """Let the next post go out now as well; what comes next stays as it is."""
        outlook = await self.ledger.outlook(work, planned.subscription, kind, planned.language, 1)
        if not outlook.coming:
            return False
        now = self.ledger.clock.now()
        payload = to_payload(Post(outlook.coming[0].content, planned.subscription.silent))
        key = f"test/{secrets.token_hex(8)}"
        draft = Draft(key, planned.subscription.place, payload, now, now + self.ledger.config.delivery.grace)
        await work.outbox.add([draft])
        return True

    async def _resume(self, work: Work, planned: Planned) -> None:
        """From now on; what came due meanwhile does not come any more."""
        subscription = planned.subscription
        await work.subscriptions.hold(subscription.place, subscription.feed, None)
        await work.chats.resume(subscription.place.chat)
        if subscription.feed.is_scheduled:
            following = next_occurrence(subscription.times, self.ledger.clock.now())
            await work.subscriptions.advance([(subscription, following)])

    async def _repair(self, task: Task, speaker: Speaker, room: Room | None, said: Voice) -> Pressed:
        """Go on in a chat that took the bot's rights away, if it has given them back, or closed a topic."""
        if room and room.missing:
            return Pressed(lacking_text(room.missing, said), lacking_message(room.title, room.missing, said, room.id))
        async with self.ledger.database.work() as work:
            await work.chats.resume(task.place.chat)
            await work.subscriptions.open_topics(task.place.chat, leave=task.action is Action.LEAVE)
        return Pressed(said.texts("manager.resumed"), await self.list(speaker, room if task.elsewhere else None))


async def _find(work: Work, place: Place, feed: Feed) -> Planned | None:
    there = await work.subscriptions.of_place(place)
    return next((each for each in there if each.subscription.feed is feed), None)


def _desk(speaker: Speaker, room: Room | None) -> Desk:
    return Desk(Place(room.id), room.title or str(room.id)) if room else Desk(speaker.place)


def _listed(planned: Planned, outlook: Outlook) -> Listed:
    """Its next post comes on a day that has one."""
    following = outlook.coming[0].occurrence if outlook.coming else None
    return Listed(planned.subscription, following, planned.pause)
