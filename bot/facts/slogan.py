"""The slogan of an edition as it is kept: one form of the dash, nothing around it."""

from __future__ import annotations

import re

_DASH = re.compile(r"\s?(?:一一|——|--|―|——|—|－－|–)\s?")


def tidy_slogan(slogan: str) -> str:
    """The slogan as printed, its dash in one form (—— for 一一, --, ― and the like)."""
    return _DASH.sub("——", slogan.strip()).strip("，。 ,")
