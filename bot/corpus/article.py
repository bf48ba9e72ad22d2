"""One file to one document: bytes in, `Document` or the problems that prevent it out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.corpus.blocks import blocks
from bot.corpus.chrome import chrome_lines, is_short
from bot.corpus.credits import first_byline, last_credit
from bot.corpus.date import PartialDate
from bot.corpus.document import Document, Sentence
from bot.corpus.front_matter import Entry, FrontMatter, read_front_matter
from bot.corpus.head import names_under_title, title_lines
from bot.corpus.identity import short_id
from bot.corpus.lines import Line, LineKind, lines
from bot.corpus.problem import Problem, Severity
from bot.corpus.reading import printed, reader
from bot.corpus.url import is_web, normalised

_DATE = re.compile(
    r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?\s*月?|年|(\d{2})(\d{2}))?"
    r"(?:[T\s,]\s*\d{1,2}:\d{2}.*|\s+#.*)?"
)
_CUT = re.compile(r"(?:\.{3,}|…+)\W{0,3}$")


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
    if not front.entries:
        return Article(None, (Problem(path, 1, Severity.ERROR, "front_matter_missing"),))
    read = reader(text)
    body = list(lines(text, front.body_start, front.body_line, read))
    problems = [Problem(path, r.line, r.severity, r.code, r.params) for r in front.remarks]
    title = _title(path, front, body, problems)
    published = _date(path, front, problems)
    if title is None or published is None:
        return Article(None, tuple(problems))

    publisher = printed(front.value("source"))
    titles = title_lines(body, read(title.value))
    # The first stays as a heading, so that what it says can be cited.
    chrome = chrome_lines(body) | {line.number for line in titles[1:]}
    names = names_under_title(body, titles[-1], read(publisher), chrome) if titles else []
    author, author_line = _author(front, body, names, read(publisher))
    credited, credited_line = last_credit(line for line in body if line.number not in chrome)
    url = _url(path, front, problems)
    document = Document(
        id=short_id(normalised(url) or path),
        path=path,
        title=title.value,
        url=url,
        publisher=publisher,
        date=published,
        fetched=front.value("fetch_date"),
        blocks=blocks(text, body, chrome | {line.number for line in names}, read),
        title_line=title.line,
        author=author,
        author_line=author_line,
        credited_to=credited,
        credited_line=credited_line,
    )
    fetched = _fetched(path, front, problems)
    top = titles[0].number if titles else 0
    sentences = [sentence for sentence in document.sentences() if sentence.line != top]
    problems.extend(_about_body(path, front.body_line, sentences))
    # Blanks and the title's own heading do not tell two copies apart.
    told = "".join("".join(sentence.text for sentence in sentences).split())
    key = hashlib.sha256(told.encode()).hexdigest() if told else ""
    return Article(document, tuple(problems), key, len(told), fetched)


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


def _title(path: str, front: FrontMatter, body: Sequence[Line], problems: list[Problem]) -> Entry | None:
    stated = front.entries.get("title")
    if stated and (value := printed(stated.value)):
        return Entry("title", value, stated.line)
    heading = next((line for line in body if line.kind is LineKind.HEADING), None)
    if heading is None:
        problems.append(Problem(path, stated.line if stated else 1, Severity.ERROR, "title_missing"))
        return None
    problems.append(Problem(path, heading.number, Severity.WARNING, "title_from_heading", {"title": heading.text}))
    return Entry("title", heading.text, heading.number)


def _url(path: str, front: FrontMatter, problems: list[Problem]) -> str:
    entry = front.entries.get("url")
    if entry is None or not entry.value or is_web(entry.value):
        return entry.value if entry else ""
    problems.append(Problem(path, entry.line, Severity.WARNING, "url_bad", {"value": entry.value[:200]}))
    return ""


def _date(path: str, front: FrontMatter, problems: list[Problem]) -> PartialDate | None:
    entry = front.entries.get("date")
    if entry is None or not entry.value:
        problems.append(Problem(path, entry.line if entry else 1, Severity.ERROR, "date_missing"))
        return None
    date = parse_date(entry.value)
    if date is None:
        problems.append(Problem(path, entry.line, Severity.ERROR, "date_bad", {"value": entry.value[:80]}))
    return date


def _fetched(path: str, front: FrontMatter, problems: list[Problem]) -> datetime | None:
    entry = front.entries.get("fetch_date")
    if entry is None or not entry.value:
        return None
    moment = fetch_time(entry.value)
    if moment is None:
        problems.append(Problem(path, entry.line, Severity.WARNING, "fetch_date_bad", {"value": entry.value[:80]}))
    return moment


def _author(front: FrontMatter, body: Sequence[Line], names: Sequence[Line], publisher: str) -> tuple[str, int]:
    """The front matter's author, else a byline, else the name under the title that is not the publisher's."""
    if stated := front.entries.get("author"):
        return printed(stated.value), stated.line
    found = first_byline(body)
    return found if found[0] else next(((n.text, n.number) for n in names if n.text != publisher), ("", 0))


def _about_body(path: str, body_line: int, sentences: Sequence[Sentence]) -> Iterator[Problem]:
    if not sentences:
        yield Problem(path, body_line, Severity.WARNING, "body_empty")
    elif _CUT.search(sentences[-1].text) and not is_short(sentences[-1].text):
        yield Problem(path, sentences[-1].line, Severity.NOTE, "body_cut")
