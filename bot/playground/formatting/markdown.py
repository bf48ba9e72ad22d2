r"""`parse_mode=MarkdownV2`: https://core.telegram.org/bots/api#markdownv2-style, with TDLib's refusals."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from bot.playground.formatting.entities import Entity, utf16_length
from bot.playground.formatting.links import LinkError, check_link, emoji_of, user_of
from bot.playground.refusal import RefusalError, bad_request

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_SIMPLE = {"*": "bold", "~": "strikethrough"}
# TDLib's names in "Can't find end of … entity".
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}
_MARKS = {"bold": "*", "strikethrough": "~", "underline": "__", "spoiler": "||", "code": "`", "pre": "```"}


@dataclass(frozen=True, slots=True)
class _Open:
    type: str
    language: str
    offset: int  # UTF-16 units of text before it
    begin: int  # where its mark stands in the source
    written: int  # pieces of text before it


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """The text without its marks, and the entities. Raises `RefusalError` as Telegram does."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.pieces: list[str] = []
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []
        self.quoted = False

    def parse(self) -> tuple[str, list[Entity]]:
        while self.position < len(self.source):
            character = self.source[self.position]
            following = self.source[self.position + 1 : self.position + 2]
            if character == "\\" and "\0" < following <= "~":
                self._write(following, 2)
            elif character not in self._reserved():
                self._write(character)
            elif self._ends(character):
                self._close(character)
            else:
                self._begin(character)
        if self.open and self.open[-1].type == "blockquote":
            self._add(self.open.pop())
        if self.open:
            raise self._endless(self.open[-1])
        return "".join(self.pieces), self.entities

    def _write(self, text: str, step: int = 1) -> None:
        self.pieces.append(text)
        self.units += utf16_length(text)
        self.position += step

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))

    def _endless(self, opened: _Open) -> RefusalError:
        return _refusal(f"Can't find end of {_NAMES[opened.type]} entity at byte offset {self._bytes(opened.begin)}")

    def _reserved(self) -> frozenset[str]:
        return frozenset("`") if self.open and self.open[-1].type in ("code", "pre") else _RESERVED

    def _starts(self, mark: str) -> bool:
        return self.source.startswith(mark, self.position)

    def _ends(self, character: str) -> bool:
        if not self.open:
            return False
        if self.quoted and character == "\n" and not self._starts("\n>"):
            return True
        kind = self.open[-1].type
        if kind == "italic":
            return character == "_" and not self._starts("__")
        if kind in ("text_link", "custom_emoji"):
            return character == "]"
        return kind in _MARKS and self._starts(_MARKS[kind])

    def _begin(self, character: str) -> None:
        begin, kind, language, step = self.position, "", "", 1
        if character in _SIMPLE:
            kind = _SIMPLE[character]
        elif character == "_":
            kind, step = ("underline", 2) if self._starts("__") else ("italic", 1)
        elif self._starts("||"):
            kind, step = "spoiler", 2
        elif character == "[":
            kind = "text_link"
        elif self._starts("!["):
            kind, step = "custom_emoji", 2
        elif self._starts("```"):
            kind = "pre"
            language, step = self._language(begin + 3)
        elif character == "`":
            kind = "code"
        elif character == "\n":
            self._write("\n")
            if not self._starts(">"):
                return
            self.position += 1
            if self.quoted:
                return
            kind, step, self.quoted = "blockquote", 0, True
        elif character == ">" and begin == 0:
            kind, self.quoted = "blockquote", True
        else:
            raise _refusal(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        self.open.append(_Open(kind, language, self.units, begin, len(self.pieces)))
        self.position += step

    def _language(self, position: int) -> tuple[str, int]:
        """The word behind ``` and how far to go, one line feed skipped."""
        end = position
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        language = self.source[position:end] if end < len(self.source) and self.source[end] != "`" else ""
        end = end if language else position
        if self.source.startswith(("\r\n", "\n\r"), end):
            end += 2
        elif self.source.startswith(("\n", "\r"), end):
            end += 1
        return language, end - self.position

    def _close(self, character: str) -> None:
        opened = self.open.pop()
        if character == "\n":
            if opened.type != "blockquote":
                raise self._endless(opened)
            self.quoted = False
            self._write("\n")
            self._add(opened)
            return
        self.position += len(_MARKS.get(opened.type, "]"))
        if opened.type == "text_link":
            target = self._target("URL") if self._starts("(") else "".join(self.pieces[opened.written :])
            self._add_link(opened, target)
        elif opened.type == "custom_emoji":
            number = emoji_of(self._target("custom emoji URL")) if self._starts("(") else ""
            if not number:
                raise _refusal("Custom emoji entity must contain a tg://emoji URL")
            self._add(opened, custom_emoji_id=number)
        else:
            self._add(opened)

    def _target(self, what: str) -> str:
        """The address in parentheses; a backslash keeps the next character."""
        begin = position = self.position + 1
        target: list[str] = []
        while position < len(self.source) and self.source[position] != ")":
            if self.source[position] == "\\" and "\0" < self.source[position + 1 : position + 2] <= "~":
                position += 1
            target.append(self.source[position])
            position += 1
        if position >= len(self.source):
            raise _refusal(f"Can't find end of a {what} at byte offset {self._bytes(begin)}")
        self.position = position + 1
        return "".join(target)

    def _add_link(self, opened: _Open, url: str) -> None:
        if user := user_of(url):
            self._add(opened, user_id=user)
            return
        with suppress(LinkError):  # Telegram shows the words without a link
            self._add(opened, url=check_link(url))

    def _add(self, opened: _Open, *, url: str = "", user_id: int = 0, custom_emoji_id: str = "") -> None:
        if self.units > opened.offset:
            kind = "text_mention" if user_id else opened.type
            length = self.units - opened.offset
            self.entities.append(Entity(kind, opened.offset, length, url, opened.language, user_id, custom_emoji_id))


def _refusal(reason: str) -> RefusalError:
    return bad_request(f"can't parse entities: {reason}")
