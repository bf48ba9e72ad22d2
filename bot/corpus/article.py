"""One file to one document: bytes in, `Document` or the problems that prevent it out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.corpus.blocks import blocks
from bot.corpus.chrome import byline, chrome_lines, core, credit, is_short
from bot.corpus.date import PartialDate
from bot.corpus.document import Document, Sentence
from bot.corpus.front_matter import FrontMatter, Remark, read_front_matter
from bot.corpus.identity import short_id
from bot.corpus.lines import Line, LineKind, lines
from bot.corpus.problem import Problem, Severity
from bot.corpus.reading import reader
from bot.corpus.url import is_web, normalised

_DATE = re.compile(
    r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?\s*月?|年|(\d{2})(\d{2}))?"
    r"(?:[T\s,]\s*\d{1,2}:\d{2}.*|\s+#.*)?"
)
_CUT = re.compile(r"(?:\.{3,}|…+)\W{0,3}$")
_NAME = re.compile(r"[^\W\d_](?:[\w·•・.\-—|丨 ]{0,18}\w)?")
_MOST_NAMES = 3
# How many blanks and marks a title printed again may have more or less.
_TITLE_EDGES = 12


@dataclass(frozen=True, slots=True)
class Article:
    """What one file gave: a document unless an error stands among the problems.

    By the rest copies of it are known: a key of the body's text ("" when there is none), how many characters that
    has, and when the page was fetched.
    """

    document: Document | None
    problems: tuple[Problem, ...]
    body_key: str = ""
    body_length: int = 0
    fetched: datetime | None = None


def read_article(path: str, content: bytes) -> Article:
    """Read one seed. `path` is relative to the seeds folder. Never raises, whatever the bytes are."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Article(None, (Problem(path, line, Severity.ERROR, "not_utf8", {"byte": error.start}),))
    front = read_front_matter(text)
    problems = [Problem(path, r.line, r.severity, r.code, r.params) for r in front.remarks]
    if not front.entries:
        missing = front.remarks or (Remark(1, Severity.ERROR, "front_matter_missing", {}),)
        return Article(None, tuple(Problem(path, r.line, Severity.ERROR, r.code, r.params) for r in missing))
    read = reader(text)
    body = list(lines(text, front.body_start, front.body_line, read))

    title, title_line = read(front.value("title")), front.entries["title"].line if "title" in front.entries else 0
    if not title:
        heading = next((line for line in body if line.kind is LineKind.HEADING), None)
        if heading:
            title, title_line = heading.text, heading.number
            problems.append(Problem(path, heading.number, Severity.WARNING, "title_from_heading", {"title": title}))
        else:
            problems.append(Problem(path, title_line or 1, Severity.ERROR, "title_missing"))
    published = _date(path, front, problems)
    if not title or published is None:
        return Article(None, tuple(problems))

    url = front.value("url")
    if url and not is_web(url):
        problems.append(Problem(path, front.entries["url"].line, Severity.WARNING, "url_bad", {"value": url[:200]}))
    fetched = front.value("fetch_date")
    if fetched and fetch_time(fetched) is None:
        line = front.entries["fetch_date"].line
        problems.append(Problem(path, line, Severity.WARNING, "fetch_date_bad", {"value": fetched[:80]}))

    publisher = read(front.value("source"))
    chrome = chrome_lines(body) | _repeated_title(body, title)
    names = _names_under_title(body, title, publisher, chrome)
    found = blocks(text, body, chrome | {line.number for line in names}, read)
    author, author_line = _author(front, body, names, publisher)
    credited, credited_line = _credit(body, chrome)
    document = Document(
        id=short_id(normalised(url) or path),
        path=path,
        title=title,
        url=url,
        publisher=publisher,
        date=published,
        fetched=fetched,
        blocks=found,
        title_line=title_line,
        author=author,
        author_line=author_line,
        credited_to=credited,
        credited_line=credited_line,
    )
    sentences = [sentence for sentence in document.sentences() if not _same_title(sentence.text, title)]
    problems.extend(_about_body(path, front.body_line, sentences))
    # Blanks and the title's own heading do not tell two copies apart.
    told = "".join("".join(sentence.text for sentence in sentences).split())
    key = hashlib.sha256(told.encode()).hexdigest() if told else ""
    return Article(document, tuple(problems), key, len(told), fetch_time(fetched))


def fetch_time(text: str) -> datetime | None:
    """`fetch_date` as a moment (naive times count as UTC), or None if it is no date."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        date = parse_date(text)
        return datetime(date.first.year, date.first.month, date.first.day, tzinfo=UTC) if date else None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None


def parse_date(text: str) -> PartialDate | None:
    """A year, month or day: `2022`, `2022-07`, `2022/7/12`, `2022年7月12日`, `20220712`; a time behind is ignored."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day, compact_month, compact_day = match.groups()
    month, day = month or compact_month, day or compact_day
    try:
        return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError:
        return None


def _date(path: str, front: FrontMatter, problems: list[Problem]) -> PartialDate | None:
    entry = front.entries.get("date")
    if entry is None or not entry.value:
        problems.append(Problem(path, entry.line if entry else 1, Severity.ERROR, "date_missing"))
        return None
    date = parse_date(entry.value)
    if date is None:
        problems.append(Problem(path, entry.line, Severity.ERROR, "date_bad", {"value": entry.value[:80]}))
    return date


def _same_title(text: str, title: str) -> bool:
    if abs(len(text) - len(title)) > _TITLE_EDGES:
        return False
    return core(text).replace(" ", "") == core(title).replace(" ", "")


def _repeated_title(body: Sequence[Line], title: str) -> frozenset[int]:
    """The title printed again: every heading equal to it but the first, and such a line above the text."""
    found = [line for line in body if line.kind in (LineKind.HEADING, LineKind.TEXT) and _same_title(line.text, title)]
    return frozenset(line.number for line in found[1:])


def _names_under_title(body: Sequence[Line], title: str, publisher: str, chrome: frozenset[int]) -> list[Line]:
    """Author and account as WeChat prints them: up to three name-like lines of their own under the title."""
    headings = [i for i, line in enumerate(body) if line.text and _same_title(line.text, title)]
    if not headings:
        return []
    names: list[Line] = []
    for line in body[headings[-1] + 1 :]:
        if line.kind is LineKind.RULE or line.number in chrome:
            continue
        plain = line.kind is LineKind.TEXT and not line.quoted and len(line.text) == line.stop - line.start
        if not plain or not _NAME.fullmatch(line.text):
            break
        names.append(line)
    # A sub-heading looks like a name too: only the publisher's name, or the account printed again, proves the layout.
    texts = [line.text for line in names]
    proven = publisher in texts or len(set(texts)) < len(texts)
    return names if proven and len(names) <= _MOST_NAMES else []


def _author(front: FrontMatter, body: Sequence[Line], names: Sequence[Line], publisher: str) -> tuple[str, int]:
    if stated := front.entries.get("author"):
        return stated.value, stated.line
    for line in body:
        if name := byline(line.text):
            return name, line.number
    for line in names:
        if line.text != publisher:
            return line.text, line.number
    return "", 0


def _credit(body: Sequence[Line], chrome: frozenset[int]) -> tuple[str, int]:
    """The last credit line that is no chrome: where the text came from."""
    for line in reversed(body):
        if line.number not in chrome and (origin := credit(line.text)):
            return origin, line.number
    return "", 0


def _about_body(path: str, body_line: int, sentences: Sequence[Sentence]) -> Iterator[Problem]:
    if not sentences:
        yield Problem(path, body_line, Severity.WARNING, "body_empty")
    elif _CUT.search(sentences[-1].text) and not is_short(sentences[-1].text):
        yield Problem(path, sentences[-1].line, Severity.NOTE, "body_cut")
