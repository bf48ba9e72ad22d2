"""A local time on a local date as a moment in UTC, also where clocks are moved.

The rules: a time inside a gap (clocks moved forward) is as far behind the gap as it was inside (02:30 → 03:30), a time
that comes twice is meant the first time, and a date that a zone left out (Samoa, 30 December 2011) has no moment.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo

_NOON = time(12)


def moment(day: date, at: time, zone: tzinfo) -> datetime | None:
    """When `at` is on `day` in `zone`, in UTC; None if the zone has no such date.

    Of a time in a gap Python takes the offset before it (PEP 495, fold=0), which is the rule above.
    """
    local = datetime.combine(day, at, zone)
    utc = local.astimezone(UTC)
    if _exists(local, utc) or _has_date(day, zone):
        return utc
    return None


def _has_date(day: date, zone: tzinfo) -> bool:
    """Whether clocks in `zone` ever showed this date: a gap over both its ends and its noon swallowed it."""
    return any(
        _exists(local, local.astimezone(UTC))
        for local in (datetime.combine(day, at, zone) for at in (time.min, _NOON, time.max))
    )


def _exists(local: datetime, utc: datetime) -> bool:
    return utc.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)
