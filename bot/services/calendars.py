"""`/calendar`: the anniversaries as a file."""

from __future__ import annotations

from bot.messages.calendar import calendar_entries, calendar_message, calendar_name, no_calendar_message
from bot.messages.ics import to_ics
from bot.messages.message import Attachment, Message
from bot.messages.voice import Voice

COMMAND = "calendar"


def calendar_answer(voice: Voice) -> Attachment | Message:
    """The calendar in the reader's language; a word on it when there is nothing to put into one."""
    entries = calendar_entries(voice)
    if not entries:
        return no_calendar_message(voice)
    return calendar_message(to_ics(calendar_name(voice), entries), len(entries), voice)
