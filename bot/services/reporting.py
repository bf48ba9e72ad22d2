"""Reports of readers: taken when a button is pressed, shown to admins by `/gaps`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.clock import Clock, today
from bot.config import Config
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.gaps import Report, gaps_message, read_list_press, read_report
from bot.messages.message import Message
from bot.messages.reload import in_private_message, not_admin_message
from bot.messages.voice import Voice, voice
from bot.services.gaps import GapReports
from bot.services.pressed import Pressed
from bot.services.recent import RecentQuestions

log = logging.getLogger(__name__)

# The commands answered here.
COMMANDS = ("gaps",)
_SAID_CHARACTERS = 300


class Reporting:
    """What the buttons under answers lead to. Of a reader nothing is kept but the language. Use from one event loop."""

    def __init__(
        self,
        reports: GapReports,
        admins: frozenset[int],
        recent: RecentQuestions,
        snapshot: Callable[[], Snapshot],
        config: Config,
        vocabulary: Vocabulary,
        clock: Clock,
    ) -> None:
        self._reports = reports
        self._admins = admins
        self._recent = recent
        self._snapshot = snapshot
        self._config = config
        self._vocabulary = vocabulary
        self._clock = clock
        self._turn = asyncio.Lock()

    def owns(self, data: str) -> bool:
        """Whether a button is one of these, so that `press` answers it."""
        return read_report(data) is not None or read_list_press(data) is not None

    async def press(self, data: str, said: str, user_id: int, language: Language) -> Pressed:
        """Take a report on the answer that reads `said`, or turn or clear the list."""
        speaker = self._voice(language)
        if report := read_report(data):
            kind, key = report
            first_line = said.split("\n", 1)[0][:_SAID_CHARACTERS]
            day = today(self._clock, self._config.zone)
            # Of a question that is not remembered any more (after a restart) only what was said to it is kept.
            taken = Report(kind, self._recent.find(key), first_line, language, day)
            try:
                await self._do(lambda: self._reports.add(taken))
            except OSError as error:
                log.error("A report of a reader could not be written down: %s", error)
                return Pressed(speaker.texts("report.failed"))
            return Pressed(speaker.texts("report.thanks"))
        wanted = read_list_press(data)
        if wanted is None or user_id not in self._admins:
            return Pressed(speaker.texts("button.stale"))
        try:
            if wanted.clear and not await self._do(lambda: self._reports.clear(wanted.clear)):
                return Pressed(speaker.texts("button.stale"))
        except OSError as error:
            log.error("The reports of readers could not be cleared: %s", error)
            return Pressed(speaker.texts("report.failed"))
        return Pressed("", gaps_message(self._reports.newest(), speaker, wanted.page))

    def command(self, user_id: int | None, language: Language) -> Message:
        """The reply to `/gaps`. A `user_id` of None is somebody who speaks in the name of a chat."""
        speaker = self._voice(language)
        if user_id is None:
            return in_private_message(speaker)
        if user_id not in self._admins:
            return not_admin_message(speaker)
        return gaps_message(self._reports.newest(), speaker)

    async def _do(self, work: Callable[[], object]) -> object:
        async with self._turn:
            return await asyncio.to_thread(work)

    def _voice(self, language: Language) -> Voice:
        return voice(language, self._snapshot(), self._config, self._vocabulary)
