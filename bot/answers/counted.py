"""Stated numbers and the lists they count."""

from __future__ import annotations

from collections.abc import Mapping

# A stated number beats the length of its list; a list is closed only when both agree (KNOWLEDGE, lists).
COUNTED_LISTS: Mapping[str, str] = {
    "subforums": "forum",
    "topics": "topic",
    "contest_tracks": "contest_track",
    "special_activities": "special_activity",
    "founder_count": "founder",
}
NUMBERS: Mapping[str, str] = {items: number for number, items in COUNTED_LISTS.items()}
