"""Chinese names of the cities that time zones are named for, from Unicode's CLDR: `python tools/zone_cities.py`."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import available_timezones

from babel import Locale

TARGET = Path("bot/subscriptions/cities.yaml")
HEAD = "# Time zone: its city in Chinese. Written by tools/zone_cities.py from CLDR; other names stand in words.yaml.\n"


def cities() -> dict[str, str]:
    """Zone name to city, for the zones of this machine's database."""
    known = available_timezones()
    names = Locale("zh").time_zones
    return {zone: names[zone]["city"] for zone in sorted(names) if zone in known and "city" in names[zone]}


if __name__ == "__main__":
    TARGET.write_text(HEAD + "".join(f"{zone}: {city}\n" for zone, city in cities().items()), encoding="utf-8")
