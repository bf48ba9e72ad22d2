"""Time zones as readers call them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.language import Language
from bot.messages.voice import Voice
from bot.subscriptions.words import load_words
from bot.subscriptions.zone import chinese_cities, zone_of

_HOUR = timedelta(hours=1)


def zone_city(zone: str, voice: Voice) -> str:
    """`上海`, `New York`; the zone itself when it is named for no city."""
    if "/" not in zone:
        return zone
    if voice.language is Language.ZH:
        others = (name for name in load_words().zones.get(zone, ()) if not name.isascii())
        if city := chinese_cities().get(zone) or next(others, None):
            return city
    return zone.rpartition("/")[2].replace("_", " ")


def zone_text(zone: str, voice: Voice, now: datetime) -> str:
    """The city and how far its clocks are from UTC now: `上海（UTC+8）`."""
    if "/" not in zone:
        return zone
    return voice.texts("zone.city", city=zone_city(zone, voice), offset=offset_text(zone, now))


def offset_text(zone: str, now: datetime) -> str:
    """`UTC+8`, `UTC-3:30`."""
    offset = now.astimezone(zone_of(zone)).utcoffset() or timedelta()
    hours, rest = divmod(abs(offset), _HOUR)
    minutes = f":{rest // timedelta(minutes=1):02}" if rest else ""
    return f"UTC{'-' if offset < timedelta() else '+'}{hours}{minutes}"
