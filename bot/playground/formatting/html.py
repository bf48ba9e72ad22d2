"""`parse_mode=HTML`: https://core.telegram.org/bots/api#html-style, with TDLib's refusals and byte offsets."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from bot.playground.formatting.entities import Entity, utf16_length
from bot.playground.formatting.links import MAX_INT64, LinkError, check_link, user_of
from bot.playground.refusal import RefusalError, bad_request

_STYLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset(_STYLE) | {"a", "code", "pre", "blockquote", "tg-emoji"}
# What TDLib's is_space takes for a blank, NUL among them.
_SPACE = r" \t\r\n\x00\v"
_SPECIAL = re.compile(r"[<&]")
_TAG_NAME = re.compile(rf"[^{_SPACE}>]*")
_ATTRIBUTE_NAME = re.compile(rf"[^{_SPACE}=>]*")
_BLANKS = re.compile(rf"[{_SPACE}]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_ENTITY = re.compile(r"&(?:#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}))|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_INVALID_UNICODE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    argument: str
    offset: int  # UTF-16 units of text before it
    piece: int  # pieces of text before it


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text without its markup, and the entities. Raises `RefusalError` as Telegram does."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.units = 0
        self.open: list[_OpenTag] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        position = 0
        while special := _SPECIAL.search(self.source, position):
            self._write(self.source[position : special.start()])
            position = special.start()
            if self.source[position] == "&":
                character, position = _decode(self.source, position)
                self._write(character)
            elif self.source.startswith("</", position):
                position = self._close_tag(position)
            else:
                position = self._open_tag(position)
        self._write(self.source[position:])
        if self.open:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        text = "".join(self.pieces)
        if _SURROGATE.search(text):
            raise _refusal(_INVALID_UNICODE)
        # The language of <code> counts only inside <pre>.
        return text, [
            e if e.type != "code" or not e.language else Entity("code", e.offset, e.length) for e in self.entities
        ]

    def _write(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.units += utf16_length(text)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))

    def _skip(self, pattern: re.Pattern[str], position: int) -> int:
        match = pattern.match(self.source, position)
        return match.end() if match else position

    def _at(self, position: int) -> str:
        return self.source[position : position + 1]

    def _open_tag(self, begin: int) -> int:
        position = self._skip(_TAG_NAME, begin + 1)
        where = f"at byte offset {self._bytes(begin)}"
        if position == len(self.source):
            raise _refusal(f"Unclosed start tag {where}")
        name = self.source[begin + 1 : position].lower()
        if name not in _TAGS:
            raise _refusal(f'Unsupported start tag "{name}" {where}')
        argument = ""
        while True:
            position = self._skip(_BLANKS, position)
            if self._at(position) == ">":
                break
            end = self._skip(_ATTRIBUTE_NAME, position)
            attribute = self.source[position:end]
            if not attribute:
                raise _refusal(f'Empty attribute name in the tag "{name}" {where}')
            position = self._skip(_BLANKS, end)
            value: str | None = None
            if self._at(position) == "=":
                position = self._skip(_BLANKS, position + 1)
                value, position = self._value(position, name, where)
            if position >= len(self.source):
                raise _refusal(f"Unclosed start tag {where}")
            argument = _argument(name, attribute, value, argument)
        if name == "span" and argument != "spoiler":
            raise _refusal(f'Tag "span" must have class "tg-spoiler" {where}')
        self.open.append(_OpenTag(name, argument, self.units, len(self.pieces)))
        return position + 1

    def _value(self, begin: int, name: str, where: str) -> tuple[str, int]:
        quote = self._at(begin)
        if not quote:
            raise _refusal(f'Unclosed start tag "{name}" {where}')
        if quote in "'\"":
            end = self.source.find(quote, begin + 1)
            if end < 0:
                raise _refusal(f"Unclosed start tag {where}")
            return _ENTITY.sub(_character, self.source[begin + 1 : end]), end + 1
        end = self._skip(_TOKEN, begin)
        if end < len(self.source) and self.source[end] not in " \t\r\n\0\v>":
            raise _refusal(f"Unexpected end of name token at byte offset {self._bytes(begin)}")
        return self.source[begin:end].lower(), end

    def _close_tag(self, begin: int) -> int:
        where = f"at byte offset {self._bytes(begin)}"
        if not self.open:
            raise _refusal(f"Unexpected end tag {where}")
        end = self._skip(_TAG_NAME, begin + 2)
        name = self.source[begin + 2 : end].lower()
        position = self._skip(_BLANKS, end)
        if self._at(position) != ">":
            raise _refusal(f"Unclosed end tag {where}")
        tag = self.open.pop()
        if name and name != tag.name:
            raise _refusal(f'Unmatched end tag {where}, expected "</{tag.name}>", found "</{name}>"')
        if self.units > tag.offset:
            self._add(tag)
        return position + 1

    def _add(self, tag: _OpenTag) -> None:
        offset, length = tag.offset, self.units - tag.offset
        last = self.entities[-1] if self.entities else None
        twin = last if last and (last.offset, last.length) == (offset, length) else None
        if style := _STYLE.get(tag.name):
            self.entities.append(Entity(style, offset, length))
        elif tag.name == "a":
            url = tag.argument or "".join(self.pieces[tag.piece :])
            if user := user_of(url):
                self.entities.append(Entity("text_mention", offset, length, user_id=user))
                return
            with suppress(LinkError):  # Telegram shows the words without a link
                self.entities.append(Entity("text_link", offset, length, url=check_link(url)))
        elif tag.name == "pre":
            if twin and twin.type == "code" and twin.language:
                self.entities[-1] = Entity("pre", offset, length, language=twin.language)
            else:
                self.entities.append(Entity("pre", offset, length))
        elif tag.name == "code":
            if twin and twin.type == "pre" and tag.argument:
                self.entities[-1] = Entity("pre", offset, length, language=tag.argument)
            else:
                self.entities.append(Entity("code", offset, length, language=tag.argument))
        elif tag.name == "blockquote":
            kind = "expandable_blockquote" if tag.argument else "blockquote"
            self.entities.append(Entity(kind, offset, length))
        else:
            number = tag.argument
            if not (number.isascii() and number.isdigit() and 0 < int(number) <= MAX_INT64):
                raise _refusal("Invalid custom emoji identifier specified")
            self.entities.append(Entity("custom_emoji", offset, length, custom_emoji_id=number))


def _argument(tag: str, attribute: str, value: str | None, before: str) -> str:
    if tag == "blockquote" and attribute == "expandable":
        return "1"
    if value is not None:
        if (tag, attribute) in (("a", "href"), ("tg-emoji", "emoji-id")):
            return value
        if (tag, attribute) == ("code", "class") and value.startswith("language-"):
            return value[len("language-") :]
        if (tag, attribute) == ("span", "class") and value.startswith("tg-"):
            return value[len("tg-") :]
    return before


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code < 0x10FFFF else match[0]


def _decode(source: str, position: int) -> tuple[str, int]:
    match = _ENTITY.match(source, position)
    return (_character(match), match.end()) if match else ("&", position + 1)


def _refusal(reason: str) -> RefusalError:
    return bad_request(f"can't parse entities: {reason}")
