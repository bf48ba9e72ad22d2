"""Raw Markdown to the text a person reads: markup, entities, odd spaces and Traditional characters resolved.

Every pattern is bounded, so that a line of a million characters takes time in proportion to its length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from opencc import OpenCC

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,1000}\]\((?:[^()\n]++|\([^()\n]{0,200}\))*+\)")
_LINK = re.compile(r"(?<!\\)\[([^\[\]]{0,1000})\]\((?:[^()\n]++|\([^()\n]{0,200}\))*+\)")
_COMMENT = re.compile(r"<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:[\s:/][^<>]{0,5000})?>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_EMPHASIS = re.compile(
    r"\\([\\`*_{}\[\]()#+.!|>~-])"
    r"|\*{2,}|~~|`"
    r"|\*(?<![\w*]\*)(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])"
    r"|_(?<![^\W_]_)_{0,2}(?=[^\s_])([^_\n]{1,300})(?<=\S)_{1,3}(?![^\W_])"
)
_MARKUP = re.compile(r"[\[<&*`~\\_]")
_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
                  r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")  # fmt: skip
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SPACES = re.compile(r"[ \t]{2,}")
_BREAK = re.compile(r"[ \t\r]*\n[ \t>]*")
# Scripts written without spaces, with their punctuation.
_WIDE = re.compile(r"[\u2014\u2018-\u201d\u2026\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HYPHENATED = re.compile(r"[A-Za-z]-$")
_LETTER = re.compile(r"[A-Za-z]")


def _readable(character: str) -> str | None:
    code = ord(character)
    if 0xFF10 <= code <= 0xFF5A:
        return chr(code - 0xFEE0)
    if 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x206F or code in (0xAD, 0xFEFF):
        return None
    return " " if character.isspace() or code in (0x85, 0xA0) else None


_TABLE = {
    code: _readable(chr(code))
    for code in (
        *range(0x0A),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA1),
        0xAD,
        0x1680,
        *range(0x2000, 0x2010),
        *range(0x2028, 0x2030),
        *range(0x205F, 0x2070),
        0x3000,
        0xFEFF,
        *range(0xFF10, 0xFF1A),
        *range(0xFF21, 0xFF3B),
        *range(0xFF41, 0xFF5B),
    )
}


# Words that only Taiwan writes so; its texts need their terms converted as well (軟體 is 软件, not 软体).
_TAIWAN = re.compile(
    "網際網路|網路|資訊|數位|軟體|硬體|人工智慧|伺服器|程式|專案|晶片|影音|行動支付|智慧型|資安|駭客|金鑰|演算法|封包|隨身碟|記憶體|作業系統|位元組"
)
# A text is Traditional if at least one in so many of its characters is; fewer are names or quotations.
_TRADITIONAL_ONE_IN = 12


# Quotation marks of Traditional texts as those of Simplified ones; places in the text stay.
_CORNERS = str.maketrans("「」『』", "“”‘’")


@cache
def _converter(scheme: str) -> OpenCC:
    return OpenCC(scheme)


def simplified(text: str, scheme: str = "t2s") -> str:
    """Traditional characters as Simplified, by phrase; `tw2sp` turns the terms of Taiwan into those of the mainland too.

    The number of lines stays.
    """
    converted: str = _converter(scheme).convert(text)
    return converted


def plain_quotes(text: str) -> str:
    """「…」 and 『…』 as “…” and ‘…’; every character keeps its place."""
    return text.translate(_CORNERS) if "「" in text or "『" in text else text


def printed(text: str) -> str:
    """A title or a name as it is printed, on one line: odd blanks become one space, invisible characters go."""
    return " ".join(_INVISIBLE.sub("", text).split())


def reader(text: str) -> Callable[[str], str]:
    """The `read` for slices of `text`: cheaper where no character can change to Simplified."""
    if text.isascii():
        return _plain
    converted = simplified(text)
    if converted == text:
        return _plain
    return _read_taiwan if _TAIWAN.search(text) and _is_traditional(text, converted) else read


def _is_traditional(text: str, converted: str) -> bool:
    changed = sum(before != after for before, after in zip(text, converted, strict=False))
    return changed * _TRADITIONAL_ONE_IN >= len(_HAN.findall(text))


def read(raw: str) -> str:
    """What a person reads of a slice of Markdown, on one line; see `Sentence.text`."""
    return simplified(_plain(raw))


def _read_taiwan(raw: str) -> str:
    return simplified(_plain(raw), "tw2sp")


def _plain(raw: str) -> str:
    text = _BREAK.sub("\n", raw) if "\n" in raw else raw
    if _MARKUP.search(text):
        text = _without_markup(text)
    if _ODD.search(text):
        text = text.translate(_TABLE)
    if "\n" in text:
        text = _joined(text)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip()


def _without_markup(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if "<" in text:
        text = _TAG.sub("", _COMMENT.sub("", text))
    text = _EMPHASIS.sub(lambda match: next((group for group in match.groups() if group), ""), text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def _joined(text: str) -> str:
    """Lines of one paragraph as one: no space beside a Chinese character, one between Latin words."""
    parts = [part for part in (line.strip(" ") for line in text.split("\n")) if part]
    joined = parts[:1]
    for before, after in pairwise(parts):
        joined.append(("" if _HYPHENATED.search(before) else _glue(before[-1], after[0])) + after)
    return "".join(joined)


def _glue(before: str, after: str) -> str:
    wide = bool(_WIDE.match(before)), bool(_WIDE.match(after))
    if all(wide):
        return ""
    # 于 + Nov: a space; 共有 + 2100: none; a mark such as ，needs none.
    narrow = after if wide[0] else before
    neighbour = before if wide[0] else after
    if any(wide) and (not _LETTER.match(narrow) or not neighbour.isalpha()):
        return ""
    return " "
