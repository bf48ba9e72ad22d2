"""Whether a name that somebody sent may become a file of the seeds folder, on every system the folder may move to."""

from __future__ import annotations

import re
import unicodedata

from bot.corpus.load import SUFFIXES

# Room for a suffix of a copy or a temporary file below the 255 bytes of common file systems.
LONGEST_BYTES = 180
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"/\\|?*')


def name_problem(name: str) -> str | None:
    """Why `name` is refused: `suffix`, `path`, `hidden`, `reserved`, `long`, `characters`; None for a good one."""
    if "/" in name or "\\" in name or name in (".", ".."):
        return "path"
    if not name.lower().endswith(SUFFIXES):
        return "suffix"
    if name.startswith("."):
        return "hidden"
    if _RESERVED.fullmatch(name):
        return "reserved"
    if len(name.encode("utf-8", "replace")) > LONGEST_BYTES:
        return "long"
    # Control and format characters, surrogates, unassigned and private ones, separators other than the blank.
    odd = any(unicodedata.category(c)[0] == "C" or unicodedata.category(c) in ("Zl", "Zp") for c in name)
    if odd or _FORBIDDEN & set(name) or name != name.strip() or not name.rpartition(".")[0].strip(" ."):
        return "characters"
    return None


def same_name(first: str, second: str) -> bool:
    """True for names that some file systems take for one: they differ in case or in the form of accents only."""
    return _folded(first) == _folded(second)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
