"""The languages the bot speaks: which one a reader or a text uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

_BRACKETS = re.compile(r"[（(][^()（）]*[)）]")


class Language(StrEnum):
    """A language with a locale of its own."""

    ZH = "zh"
    EN = "en"


def from_code(code: str | None, default: Language = Language.ZH) -> Language:
    """The language for an IETF tag such as Telegram's `language_code` (`zh-hans`, `en-GB`).

    Chinese for every `zh…`; English for every other tag, since a reader of German reads English
    sooner than Chinese; `default` when no tag is known.
    """
    if not code:
        return default
    return Language.ZH if code.lower().split("-")[0] == "zh" else Language.EN


def from_locale(environment: Mapping[str, str]) -> Language:
    """The language of a terminal (POSIX: `LC_ALL` wins over `LC_MESSAGES`, that over `LANG`); English without one."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return from_code(locale.split(".")[0].replace("_", "-"), default=Language.EN)


def of_text(text: str, default: Language = Language.ZH) -> Language:
    """The language a text is written in: Chinese if it has a Han character, English if it has letters only."""
    # "Who is the Digital Academy (数字研修院) for" asks in English.
    outside = _BRACKETS.sub("", text)
    if _HAN.search(outside if any(map(str.isalpha, outside)) else text):
        return Language.ZH
    return Language.EN if re.search(r"[A-Za-z]", text) else default
