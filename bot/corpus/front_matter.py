"""Front matter: what stands between the first two `---` lines, entry by entry, with line numbers.

What YAML refuses or damages is mended and reported: one bad line costs only its own entry, and a value of a known key is
then taken from the line as it is written. `SeedHandler` gives python-frontmatter the same reading, without the remarks
and line numbers that `read_front_matter` keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import YAMLHandler

from bot.corpus.problem import Severity

KNOWN_KEYS = ("title", "url", "source", "date", "fetch_date", "author")
# Dates are read by us from the line; YAML would lose the month of `2022-10` and the zone of a time.
DATE_KEYS = ("date", "fetch_date")

_FENCE = re.compile(r"-{3,}[ \t\r]*")
_ENTRY = re.compile(r"\ufeff?([A-Za-z_][\w.-]*)[ \t]*([:：][ \t]*)(.*)", re.DOTALL)
# A known key that was moved in. YAML has no place for it below a value that ends on its own line.
_INDENTED = re.compile(rf"[ \t\xa0\u3000]+(?=(?:{'|'.join(KNOWN_KEYS)})[ \t]*[:：])", re.IGNORECASE)
_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}
_BELONGS = re.compile(r"[ \t]|#|- |\r?$")
# What a front matter in good order looks like: nothing but entries and what may stand below them, no blank line.
_IN_ORDER = re.compile(r"(?:(?:[A-Za-z_][\w.-]*[ \t]*:|[ \t]+[^\s]|#|- )[^\n]*\n)*")
# A plain YAML scalar that is a string beyond doubt: no indicator, no digit or sign in front, no `: `, no ` #`.
_PLAIN = re.compile(
    r"[^\W\d_](?:[\w,;.!?&=%/|()（）《》“”‘’「」—…·、，。：；！？+*~@\-]++| (?!#)|:(?![ \t]|$)|(?<! )#)*+"
)
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"[ \t]+#.*|[ \t]*")
# libyaml's composer recurses on the C stack, so nesting is refused before it sees it; and no real value is so long.
_NESTING = re.compile(r"[\[{]|[-?:][ \t]")
_MOST_NESTING = 100
_LONGEST_YAML = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value`; `line` as in the file. `value` is "" when nothing stands there."""

    key: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something wrong in the front matter: wording `problem.<code>` with `params`."""

    line: int
    severity: Severity
    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Entries by key (the last of a repeated key, as YAML has it); the body begins at `body_start` on `body_line`."""

    entries: Mapping[str, Entry]
    remarks: tuple[Remark, ...]
    body_start: int
    body_line: int

    def value(self, key: str) -> str:
        """The value of `key`, or ""."""
        entry = self.entries.get(key)
        return entry.value if entry else ""


class SeedHandler(YAMLHandler):
    """The handler of seeds, for `frontmatter.load(path, handler=SeedHandler())`: values of known keys are strings."""

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and content. ValueError when the text does not begin with `---`."""
        found = _locate(text)
        if found is None:
            raise ValueError("no front matter")
        return text[found.start : found.stop], text[found.body_start :]

    def load(self, fm: str, **_: object) -> dict[str, str]:
        """The entries; never raises."""
        entries, _remarks = _read_entries(fm, 1)
        return {entry.key: entry.value for entry in entries}


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a file. Never raises; a file without one has no entries and its body at the top."""
    found = _locate(text)
    if found is None:
        return FrontMatter({}, (Remark(1, Severity.ERROR, "front_matter_missing", {}),), 0, 1)
    entries, remarks = _read_entries(text[found.start : found.stop], found.line)
    if not found.closed:
        remarks.insert(0, Remark(found.line - 1, Severity.WARNING, "front_matter_unclosed", {}))
    body_line = found.line + text.count("\n", found.start, found.body_start)
    return FrontMatter({entry.key: entry for entry in entries}, tuple(remarks), found.body_start, body_line)


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    stop: int
    line: int
    body_start: int
    closed: bool


def _locate(text: str) -> _Span | None:
    """Where the entries stand; `line` is the file's line of the first one."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    end = _line_end(text, start)
    if not _FENCE.fullmatch(text, start, end):
        return None
    first = position = min(end + 1, len(text))
    line = text.count("\n", 0, first) + 1
    closing = text.find("\n---", first - 1)
    if closing >= 0 and _IN_ORDER.fullmatch(text, first, closing + 1):
        end = _line_end(text, closing + 1)
        if _FENCE.fullmatch(text, closing + 1, end):
            return _Span(first, closing + 1, line, min(end + 1, len(text)), True)
    blank_at: int | None = None
    while position < len(text):
        end = _line_end(text, position)
        if _FENCE.fullmatch(text, position, end):
            return _Span(first, position, line, min(end + 1, len(text)), True)
        if not text[position:end].strip():
            blank_at = position if blank_at is None else blank_at
        elif (
            not _ENTRY.match(text, position, end)
            and not _INDENTED.match(text, position, end)
            and (blank_at is not None or not _BELONGS.match(text, position))
        ):
            # Prose: the front matter was never closed, it ended at the blank line or just here.
            break
        elif blank_at is not None and text.startswith(("#", "- ", " "), position):
            break
        else:
            blank_at = None
        position = end + 1
    stop = min(position if blank_at is None else blank_at, len(text))
    return _Span(first, stop, line, stop, False)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _read_entries(block: str, first_line: int) -> tuple[list[Entry], list[Remark]]:
    entries: dict[str, Entry] = {}
    remarks: list[Remark] = []
    for line, key, in_place, raw, rest in _split_entries(block, first_line):
        value, damaged = _value(key, raw, rest)
        damaged = damaged or not in_place
        if damaged and key in KNOWN_KEYS:
            remarks.append(Remark(line, Severity.WARNING, "value_recovered", {"key": key, "value": value}))
        elif damaged:
            remarks.append(Remark(line, Severity.NOTE, "value_not_yaml", {"key": key}))
        if key in entries:
            params = {"key": key, "first": entries[key].line}
            remarks.append(Remark(line, Severity.WARNING, "duplicate_key", params))
        entries[key] = Entry(key, value, line)
    return list(entries.values()), remarks


def _split_entries(block: str, first_line: int) -> Iterator[tuple[int, str, bool, str, str]]:
    """(line, key, whether YAML sees a key there, rest of its line, following lines up to the next key)."""
    current: tuple[int, str, bool, str] | None = None
    rest: list[str] = []
    for number, line in enumerate(block.split("\n"), first_line):
        moved_in = bool(_INDENTED.match(line)) and not (current and _goes_on(current[1], current[3]))
        match = _ENTRY.fullmatch(line.lstrip() if moved_in else line)
        if match:
            if current:
                yield (*current, "\n".join(rest))
            raw = match[3].strip()
            # YAML knows no key without a blank behind its colon, and no full-width colon.
            in_place = not moved_in and match[2][0] == ":" and (match[2] != ":" or raw == "")
            current, rest = (number, match[1].lower(), in_place, raw), []
        else:
            rest.append(line.rstrip("\r"))
    if current:
        yield (*current, "\n".join(rest))


def _goes_on(key: str, raw: str) -> bool:
    """True if what stands below the entry may be its value: a block, an open quotation or list, what a key of others holds."""
    closing = _CLOSING.get(raw[:1])
    if closing:
        return closing not in raw[1:]
    return bool(_BLOCK.fullmatch(raw)) if raw else key not in KNOWN_KEYS


def _value(key: str, raw: str, rest: str) -> tuple[str, bool]:
    """The value, and whether YAML would have refused or damaged it."""
    if (_PLAIN.fullmatch(raw) and raw.lower() not in _WORDS) and not rest.strip():
        return raw, False
    if key in DATE_KEYS and raw[:1] not in ("'", '"'):
        return raw, False
    loaded = _load(f"v: {raw}\n{rest}")
    if not raw and not isinstance(loaded, str):
        return "", False
    if isinstance(loaded, str):
        quoted_or_block = raw[:1] in ("'", '"') or _BLOCK.fullmatch(raw)
        comment = raw.startswith(loaded) and _COMMENT.fullmatch(raw, len(loaded))
        if quoted_or_block or raw == loaded or (rest.strip() and loaded.startswith(raw)):
            return loaded.strip(), False
        if comment and key not in ("title", "source", "author"):
            return loaded, False
    return _unquoted(raw), True


def _load(entry: str) -> object:
    if len(entry) > _LONGEST_YAML or sum(1 for _ in _NESTING.finditer(entry)) > _MOST_NESTING:
        return None
    try:
        loaded = yaml.load(entry, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError):
        return None
    return loaded.get("v") if isinstance(loaded, dict) else None


def _unquoted(raw: str) -> str:
    """`raw` without a pair of quotes that surrounds all of it."""
    for quote in ('"', "'"):
        if len(raw) > 1 and raw[0] == raw[-1] == quote and quote not in raw[1:-1]:
            return raw[1:-1]
    return raw
