"""Which links Telegram accepts, and in what form it gives them back (TDLib's LinkManager and HttpUrl)."""

from __future__ import annotations

import re

_USER_LINK = re.compile(r"tg:(?://)?user\?id=([0-9]{1,19})\Z", re.IGNORECASE)
_EMOJI_LINK = re.compile(r"tg:(?://)?emoji\?id=([0-9]{1,19})\Z", re.IGNORECASE)
_TG_LINK = re.compile(r"tg:(?://)?([a-z0-9_-]{1,253})([/?#].*)?\Z", re.IGNORECASE | re.DOTALL)
_PARTS = re.compile(r"(?:([^:/?#]*)://)?([^/?#]*)(.*)\Z", re.DOTALL)
_HOST = re.compile(r"[a-z0-9.\-_!$,~*'();&+=%\u0080-\U0010ffff]+\Z")
_UNSAFE = re.compile(r"[\x00-\x20]")
MAX_INT64 = 2**63 - 1


class LinkError(ValueError):
    """Why a link is refused, in Telegram's words."""


def user_of(url: str) -> int:
    """The user of `tg://user?id=…`, or 0."""
    match = _USER_LINK.match(url)
    return int(match[1]) if match else 0


def emoji_of(url: str) -> str:
    """The custom emoji of `tg://emoji?id=…`, or an empty text."""
    match = _EMOJI_LINK.match(url)
    return match[1] if match and 0 < int(match[1]) <= MAX_INT64 else ""


def check_link(url: str) -> str:
    """The link in Telegram's form: a scheme, a host in lower case, at least `/` behind it. Raises `LinkError`."""
    if match := _TG_LINK.match(url):
        return f"tg://{match[1].lower()}{match[2] or ''}"
    parts = _PARTS.match(url)
    assert parts  # every part of the pattern is optional
    scheme, authority, rest = (parts[1] or "http").lower(), parts[2], parts[3]
    if scheme not in ("http", "https"):
        raise LinkError("Unsupported URL protocol")
    user, _, address = authority.rpartition("@")
    host, colon, port = address.partition(":")
    host = host.lower()
    if not host or host == ".":
        raise LinkError("URL host is empty")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port) <= 65535):
        raise LinkError("Wrong port number specified in the URL")
    if not _HOST.match(host):
        raise LinkError("Disallowed character in URL host")
    if "." not in host:
        raise LinkError("Wrong HTTP URL")
    path = rest.rstrip(" \t\r\n\v\0")
    if not path.startswith("/"):
        path = "/" + path
    path = _UNSAFE.sub(lambda c: f"%{ord(c[0]):02X}", path)
    return f"{scheme}://{user + '@' if user else ''}{host}{colon}{port}{path}"
