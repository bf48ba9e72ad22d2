"""The parameters of one call, read as the Bot API reads them.

They come from a query string, a form, a multipart body or JSON; everything but JSON carries text only, so each reader
takes the value itself or its text. Unknown parameters are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from aiohttp.web import FileField

from bot.playground.refusal import RefusalError, bad_request

_INTEGER = re.compile(r"-?[0-9]{1,19}\Z")


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file in a multipart body."""

    name: str
    content: bytes


class Parameters:
    """Typed access to the parameters by name; absent, null and empty are the same."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Whether a value was given."""
        return self._values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """The value as text; a number or an object given in JSON becomes its text."""
        value = self._values.get(name)
        if value is None or isinstance(value, FileField):
            return ""
        return value if isinstance(value, str) else orjson.dumps(value).decode()

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number, `default` if it is none."""
        value = self._values.get(name)
        if isinstance(value, str):
            return int(value) if _INTEGER.match(value) else default
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def file(self, name: str) -> SentFile | None:
        """The file that was sent under that name."""
        value = self._values.get(name)
        return SentFile(value.filename, value.file.read()) if isinstance(value, FileField) else None

    def boolean(self, name: str) -> bool:
        """True for true, `true`, `yes` and `1`."""
        value = self._values.get(name)
        return value is True or (isinstance(value, str | int) and str(value).strip().lower() in ("true", "yes", "1"))

    def json(self, name: str, refusal: RefusalError) -> Any:
        """A JSON-serialised value, None when absent. Raises `refusal` when it is not JSON."""
        value = self._values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise refusal from None


def field_of(data: Mapping[str, Any], name: str, kind: type, *, prefix: str = "", required: bool = False) -> Any:
    """A field of a JSON object, checked as TDLib checks it: `kind` is bool, str, int or list.

    Absent gives the kind's empty value unless `required`. Numbers may come as text. `prefix` stands before the reason.
    """
    value = data.get(name)
    if value is None:
        if required:
            raise _refusal(prefix, f'Can\'t find field "{name}"')
        return kind()
    if kind is int and isinstance(value, str) and _INTEGER.match(value):
        return int(value)
    if kind is str and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        names = {bool: "Boolean", str: "String", int: "Number", list: "Array"}
        raise _refusal(prefix, f'Field "{name}" must be of type {names[kind]}')
    return value


def _refusal(prefix: str, reason: str) -> RefusalError:
    # Telegram puts a lower letter behind "Bad Request: ", and leaves the reason alone behind a prefix.
    return bad_request(f"{prefix}: {reason}" if prefix else reason[0].lower() + reason[1:])
