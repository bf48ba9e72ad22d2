"""What Telegram finds in a text on its own: commands, mentions, hashtags, cashtags, links, addresses.

After TDLib's find_entities; a word character is a letter or digit of any script or `_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.playground.formatting.entities import Entity, utf16_length

# Domains without a scheme are links only under a top-level domain people use.
_TOP = "com|net|org|edu|gov|int|info|io|me|dev|app|cn|hk|tw|uk|de|fr|jp|kr|ru|eu|us|ai|tv|cc|xyz|site|online|中国"
_PATH_END = ".:;,('?!`"
_PATH = r"[/?#][^\s<>\"«»\u2000-\u200b\u200e\u200f\u2016-\u206f]*"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w-])")),
    (
        "url",
        re.compile(
            rf"(?<![\w@.-])(?:(?:https?|tg)://[^\s/?#<>\"«»]+|(?:[\w-]+\.)+(?:{_TOP})(?::\d{{1,5}})?(?![\w-]))(?:{_PATH})?",
            re.IGNORECASE,
        ),
    ),
    ("mention", re.compile(r"(?<![\w@/.+-])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w/#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
)
_HINT = re.compile(r"[/@#$.:]")


def detect(text: str) -> list[Entity]:
    """The entities of a text, none running into another."""
    if not _HINT.search(text):
        return []
    taken: list[tuple[int, int]] = []
    found = []
    for kind, begin, end in _candidates(text):
        if all(end <= b or begin >= e for b, e in taken):
            taken.append((begin, end))
            found.append(Entity(kind, utf16_length(text[:begin]), utf16_length(text[begin:end])))
    return found


def _candidates(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            begin, end = match.span()
            if kind == "url":
                end = begin + len(match[0].rstrip(_PATH_END))
                if "://" in match[0] and "." not in match[0]:
                    continue
            yield kind, begin, end
