"""What admins ask for, and what they are told: reload, rollback, and articles that they send."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.config import Config
from bot.corpus.problem import Problem
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.difference import Difference, rejected
from bot.knowledge.outdated import outdated
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.corrections import read_offer
from bot.messages.message import Message
from bot.messages.reload import (
    added_message,
    in_private_message,
    not_admin_message,
    only_private_message,
    refused_message,
    reloaded_message,
    rolled_back_message,
)
from bot.messages.report import problem_line
from bot.messages.upload import cancelled_message, preview_message, read_choice, upload_refused_message
from bot.messages.voice import Voice, voice
from bot.services.background import Background
from bot.services.broadcasting import COMMAND as BROADCAST
from bot.services.broadcasting import Broadcasting
from bot.services.correcting import Correcting
from bot.services.overseeing import COMMAND as DELIVERY
from bot.services.overseeing import Overseeing
from bot.services.pressed import Pressed
from bot.services.reloading import Done, Outcome, Refusal, Refused, Reloading
from bot.services.speaker import Speaker
from bot.services.telling_admins import TellingAdmins
from bot.services.uploading import NotTaken, Offers, examined, unseen
from bot.storage.database import StorageError, reason

log = logging.getLogger(__name__)

# The commands answered here: those that change what is known, and those on what is sent.
COMMANDS = ("reload", "rollback")
DELIVERY_COMMANDS = (DELIVERY, BROADCAST)
# Of the files that a look at the folder leaves out, so many are named in the log.
MOST_LOGGED = 20


class Administering:
    """Rights and wording around `Reloading`. `admins` are numbers of users; nobody else becomes one. `changed` is told
    of every difference that was made.

    A `user_id` of None is somebody who speaks in the name of a chat: an anonymous admin of a group is no admin here.
    """

    def __init__(
        self,
        reloading: Reloading,
        background: Background,
        admins: frozenset[int],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
        changed: Callable[[Difference], Awaitable[None]] | None = None,
        correcting: Correcting | None = None,
        overseeing: Overseeing | None = None,
        broadcasting: Broadcasting | None = None,
        telling: TellingAdmins | None = None,
    ) -> None:
        self._telling = telling
        self.admins = admins
        self._changed = changed
        self._correcting = correcting
        self._overseeing = overseeing
        self._broadcasting = broadcasting
        self._reloading = reloading
        # As of the last look at the folder, so that each is told once.
        self._known_left_out = rejected(reloading.snapshot)
        self._background = background
        self._config = config
        self._vocabulary = vocabulary
        self._offers = Offers(clock, timedelta(minutes=config.reload.offer_minutes))

    def is_admin(self, user_id: int | None) -> bool:
        """Whether this person is an admin of the bot."""
        return user_id is not None and user_id in self.admins

    async def command(self, name: str, user_id: int | None, language: Language) -> Message:
        """The reply to one of `COMMANDS`, when it is done."""
        if user_id is None:
            return in_private_message(self._voice(language))
        if not self.is_admin(user_id):
            return not_admin_message(self._voice(language))
        before = self._reloading.snapshot
        outcome = await (self._reloading.rollback() if name == "rollback" else self._reloading.reload())
        log.info("/%s by %d: %s", name, user_id, _summary(outcome))
        speaker = self._voice(language)
        if isinstance(outcome, Refused):
            return _refused(outcome, speaker)
        found, generation = outcome.difference, outcome.generation
        reply = (
            rolled_back_message(found, generation, outcome.removed, outcome.pinned, speaker)
            if name == "rollback"
            else reloaded_message(found, generation, speaker)
        )
        return await self._followed_up(reply, before, outcome, speaker)

    async def delivery(self, name: str, html: str, speaker: Speaker) -> Message:
        """The reply to one of `DELIVERY_COMMANDS`, in private only: it tells of chats. `html` is what is to be sent."""
        voice = self._voice(speaker.language)
        if speaker.user is None or not self.is_admin(speaker.user):
            return not_admin_message(voice)
        if not speaker.in_private or self._overseeing is None or self._broadcasting is None:
            return only_private_message(voice)
        if name == BROADCAST:
            return await self._broadcasting.preview(html, speaker.user, voice)
        return await self._overseeing.overview(voice)

    async def article(
        self,
        name: str,
        size: int | None,
        fetch: Callable[[], Awaitable[bytes | None]],
        user_id: int | None,
        language: Language,
    ) -> Message:
        """The preview of a sent article with its buttons, or why it is refused. `size` is in bytes if it is known.

        `fetch` gives the content, None when it cannot be had; it is not called for what is refused anyway.
        """
        speaker = self._voice(language)
        if user_id is None or not self.is_admin(user_id):
            return not_admin_message(speaker)
        found: Snapshot | NotTaken | None = unseen(name, size, self._config)
        content = b""
        if found is None:
            fetched = await fetch()
            if fetched is None:
                found = NotTaken("fetch")
            else:
                content = fetched
                look = partial(examined, name, content, self._reloading.corpus, self._config, self._vocabulary)
                found = await self._background.do(look)
        if isinstance(found, NotTaken):
            return self._not_taken(name, found, speaker)
        offer = self._offers.make(user_id, name, content)
        speaker = voice(language, found, self._config, self._vocabulary)
        return preview_message(name, offer, self._config.reload.offer_minutes, self._reloading.snapshot, speaker)

    def _not_taken(self, name: str, found: NotTaken, speaker: Voice) -> Message:
        values = dict(found.values)
        if same := values.get("same"):
            known = f"upload.same.{same}"
            values["same"] = speaker.texts(known if speaker.texts.has(known) else "upload.same.other")
        return upload_refused_message(name, found.reason, values, found.problems, speaker)

    def owns(self, data: str) -> bool:
        """Whether a button is for admins, so that `press` answers it."""
        desks = (self._overseeing, self._broadcasting)
        return (
            any(desk and desk.owns(data) for desk in desks)
            or read_choice(data) is not None
            or read_offer(data) is not None
        )

    async def press(self, data: str, user_id: int, language: Language) -> Pressed:
        """Do what a button offers; one that is foreign, altered or too old does nothing."""
        speaker = self._voice(language)
        if self._overseeing and self._overseeing.owns(data) and self.is_admin(user_id):
            return await self._overseeing.press(data, speaker)
        if self._broadcasting and self._broadcasting.owns(data) and self.is_admin(user_id):
            return await self._broadcasting.press(data, user_id, speaker)
        if correction := read_offer(data):
            return await self._correct(correction, user_id, speaker)
        choice = read_choice(data)
        offer = self._offers.find(choice[1], user_id) if choice and self.is_admin(user_id) else None
        if choice is None or offer is None:
            over = choice is not None and self.is_admin(user_id) and self._offers.is_over(choice[1])
            return Pressed(speaker.texts("upload.stale"), spent=over)
        accepted, key = choice
        if not accepted:
            self._offers.end(key)
            return Pressed("", cancelled_message(offer.name, speaker))
        corpus = self._reloading.corpus
        look = partial(examined, offer.name, offer.content, corpus, self._config, self._vocabulary)
        if not self._reloading.is_busy and isinstance(again := await self._background.do(look), NotTaken):
            # What was new when it was shown may have come by another way since.
            self._offers.end(key)
            return Pressed("", self._not_taken(offer.name, again, speaker))
        before = self._reloading.snapshot
        outcome = await self._reloading.add(offer.name, offer.content)
        log.info("%s added by %d: %s", offer.name, user_id, _summary(outcome))
        if isinstance(outcome, Refused) and outcome.refusal is Refusal.BUSY:
            return Pressed(speaker.texts("refused.busy"))  # the buttons stay: it can be pressed again
        self._offers.end(key)
        speaker = self._voice(language)
        if isinstance(outcome, Refused):
            return Pressed("", _refused(outcome, speaker))
        reply = added_message(offer.name, outcome.difference, outcome.generation, speaker)
        return Pressed("", await self._followed_up(reply, before, outcome, speaker))

    async def look(self) -> None:
        """Reload when the seeds folder was changed by hand, and tell the log, with each file that is newly left out, of
        which the admins are told too. For the ticker."""
        outcome = await self._reloading.look()
        if outcome is not None:
            level = logging.WARNING if isinstance(outcome, Refused) else logging.INFO
            log.log(level, "The seeds folder has changed: %s", _summary(outcome))
            await self._left_out(outcome.problems if isinstance(outcome, Refused) else outcome.difference.rejected)
        if isinstance(outcome, Done):
            await self._tell(outcome.difference)

    async def _left_out(self, problems: Sequence[Problem]) -> None:
        fresh = [problem for problem in problems if problem not in self._known_left_out]
        self._known_left_out = tuple(problems)
        for problem in fresh[:MOST_LOGGED]:
            log.warning("Left out: %s", problem_line(problem, Language.EN, problem.severity))
        if len(fresh) > MOST_LOGGED:
            log.warning("%d more problems keep files out: see `python -m bot check`", len(fresh) - MOST_LOGGED)
        if fresh and self._telling:
            await self._telling.left_out(fresh)

    async def _correct(self, offer: str, user_id: int, speaker: Voice) -> Pressed:
        """Correct the posts that a change made wrong."""
        if self._correcting is None or not self.is_admin(user_id):
            return Pressed(speaker.texts("button.stale"))
        try:
            done = await self._correcting.correct(offer, speaker)
        except StorageError as error:
            log.error("Posts could not be corrected: %s", reason(error))
            return Pressed(speaker.texts("subscribe.refused.storage"))
        log.info("Corrections wanted by %d", user_id)
        return Pressed("", done) if done else Pressed(speaker.texts("button.stale"))

    async def _followed_up(self, reply: Message, before: Snapshot, outcome: Done, speaker: Voice) -> Message:
        """Others are told of a change; the reply offers to correct the posts that it made wrong."""
        await self._tell(outcome.difference)
        if self._correcting is None:
            return reply
        found = outdated(before, outcome.snapshot, outcome.difference)
        return await self._correcting.offered(reply, found, speaker)

    async def _tell(self, difference: Difference) -> None:
        if self._changed:
            await self._changed(difference)

    def _voice(self, language: Language) -> Voice:
        return voice(language, self._reloading.snapshot, self._config, self._vocabulary)


def _refused(outcome: Refused, voice: Voice) -> Message:
    return refused_message(outcome.refusal, outcome.problems, outcome.detail, voice)


def _summary(outcome: Outcome) -> str:
    """One line for the log."""
    if isinstance(outcome, Refused):
        return f"refused ({outcome.refusal}{', ' + outcome.detail if outcome.detail else ''})"
    found = outcome.difference
    return (
        f"generation {outcome.generation}, articles +{len(found.added)} ~{len(found.changed)} -{len(found.removed)}, "
        f"{len(found.rejected)} problems keep files out"
    )
