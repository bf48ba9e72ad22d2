"""Judges answers, given in the JSON of `ask`, against a bank of questions.

An entry of a bank: `id` (category and number), `question` (a list when it is a short dialogue: only the reply to the
last line is judged), `language` (`zh`, `en`, or `mixed` where a reply in either will do), `today`, `articles` (the
name of a set), `kind` and `expect`:

- `values`: every one is required; each is a list of forms of which one must be in the text. `@2022-11-09` stands for
  all ways to write that day (a range that begins or ends there too); its year must be in the text or the question.
- `sources`: each is required; a file (its name, or how it begins) and a fragment, or a list of fragments of which one
  must be in a quoted sentence of that file.
- `verdict`: what a yes/no question gets (`yes` or `no`; absent: not looked at).
- `must_not`: forms that must not be in the text, such as a figure of another year or another noun.
- `preferred_over`: losing values of a conflict; when shown they stand behind the first value.

An expected answer (`kind` found or ambiguous):
- **right**: the reply is of that kind (found will do where ambiguous is expected: both readings in one reply), is in
  the language, holds every value and every source, has the verdict, and nothing of `must_not`;
- **declined**: the reply is `unknown` and nothing of `must_not` stands in it;
- **wrong**: anything else: a wrong or missing figure, no proof, another language.

An unanswerable question (`kind` unknown):
- **right**: the reply is `unknown` and holds nothing of `must_not` and no telling figure or name of the set (`leaks`)
  that is not in the question itself;
- **wrong**: anything else.

Text is compared without spaces (but between digits), thousands commas, quotation marks, widths, case and kinds of
dashes. Source lines (`[1] publisher, date`) are no part of the text. A number stands alone: 12 is not in 2012, nor
is the count 12 in 12月 or 12 November.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

MONTHS = "|".join(f"{name[:3].lower()}[a-z]*" for name in calendar.month_name[1:])
CATEGORY = re.compile(r"[a-z]+(?=-\d+$)")


class Outcome(StrEnum):
    """What became of one question."""

    RIGHT = "right"
    WRONG = "wrong"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proof:
    """A file, and fragments of which one must be in a sentence quoted from it."""

    file: str
    fragments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with what is expected; see the head of this file."""

    id: str
    turns: tuple[str, ...]
    language: str
    today: str
    articles: str
    kind: str
    values: tuple[tuple[str, ...], ...] = ()
    sources: tuple[Proof, ...] = ()
    verdict: str | None = None
    must_not: tuple[str, ...] = ()
    preferred_over: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the articles hold an answer."""
        return self.kind != "unknown"

    @property
    def category(self) -> str:
        """The words of the id before its number."""
        match = CATEGORY.match(self.id)
        return match[0] if match else ""


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions, and the telling figures and names of each set of articles."""

    entries: tuple[Entry, ...]
    leaks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome of one question, whether something was answered at all, and why it is not right."""

    entry: Entry
    outcome: Outcome
    answered: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Shares between 0 and 1: right of the answerable, right of all that got an answer, declined of the unanswerable."""

    right: float
    precision: float
    declined: float

    def __str__(self) -> str:
        return f"right {self.right:.1%} · precision {self.precision:.1%} · unanswerable declined {self.declined:.1%}"


def load_bank(path: Path) -> Bank:
    """Read a bank. Raises KeyError or TypeError for an entry without its parts or with unknown ones."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    leaks = {name: tuple(map(str, forms)) for name, forms in data.get("leaks", {}).items()}
    return Bank(tuple(map(_entry, data["questions"])), leaks)


def _entry(row: Mapping[str, object]) -> Entry:
    turns = row["question"]
    expect = dict(_mapping(row.get("expect", {})))
    entry = Entry(
        id=str(row["id"]),
        turns=_strings(turns),
        language=str(row["language"]),
        today=str(row["today"]),
        articles=str(row["articles"]),
        kind=str(row["kind"]),
        values=tuple(_strings(value) for value in _sequence(expect.pop("values", ()))),
        sources=tuple(_proof(_mapping(each)) for each in _sequence(expect.pop("sources", ()))),
        verdict=_optional(expect.pop("verdict", None)),
        must_not=_strings(expect.pop("must_not", ())),
        preferred_over=_strings(expect.pop("preferred_over", ())),
    )
    if unknown := [*expect, *(row.keys() - {"id", "question", "language", "today", "articles", "kind", "expect"})]:
        raise TypeError(f"{entry.id}: unknown keys {unknown}")
    return entry


def judge(entry: Entry, reply: Mapping[str, object], leaks: Sequence[str] = ()) -> Judged:
    """Judge one reply in the JSON of `ask`."""
    text = body(reply)
    kind = str(reply["kind"])
    answered = kind != "unknown"
    asked = normalised(" ".join(entry.turns))
    leaked = [form for form in entry.must_not if contains(text, form, asked)]
    if not entry.answerable:
        leaked += [form for form in leaks if contains(text, form, asked) and not contains(asked, form, asked)]
        if answered or leaked:
            return Judged(entry, Outcome.WRONG, answered, f"{kind}, leaked {leaked}" if leaked else kind)
        return Judged(entry, Outcome.RIGHT, answered)
    if leaked:
        return Judged(entry, Outcome.WRONG, answered, f"{kind} with {leaked}")
    if not answered:
        return Judged(entry, Outcome.DECLINED, answered, "unknown")
    reason = _flaw(entry, reply, text, asked)
    return Judged(entry, Outcome.WRONG if reason else Outcome.RIGHT, answered, reason)


def _flaw(entry: Entry, reply: Mapping[str, object], text: str, asked: str) -> str:
    if entry.kind == "found" and reply["kind"] != "found":
        return "ambiguous"
    if entry.language not in ("mixed", reply["language"]):
        return f"in {reply['language']}"
    if missing := [forms for forms in entry.values if not any(contains(text, form, asked) for form in forms)]:
        return f"without {missing}"
    if entry.verdict is not None and reply.get("verdict") != entry.verdict:
        return f"verdict {reply.get('verdict')}"
    for loser in entry.preferred_over:
        if contains(text, loser, asked) and position(text, (loser,), asked) < position(text, entry.values[0], asked):
            return f"{loser} is preferred"
    quotes = [
        (str(source["document"]), normalised(str(source["quote"])))
        for source in map(_mapping, _sequence(reply["sources"]))
    ]
    for proof in entry.sources:
        fragments = [normalised(fragment) for fragment in proof.fragments]
        if not any(file.startswith(proof.file) and any(map(quote.__contains__, fragments)) for file, quote in quotes):
            return f"no proof {proof.file}: {proof.fragments}"
    return ""


def total(judged: Sequence[Judged]) -> Score:
    """The shares of a whole bank."""
    answerable = [each for each in judged if each.entry.answerable]
    unanswerable = [each for each in judged if not each.entry.answerable]
    answered = [each for each in judged if each.answered]
    return Score(_right(answerable), _right(answered), _right(unanswerable))


def report(judged: Sequence[Judged], errors: bool = False) -> str:
    """The shares, a line a category (right/wrong/declined), and on request every question that is not right."""
    lines = [str(total(judged))]
    for category in sorted({each.entry.category for each in judged}):
        outcomes = [each.outcome for each in judged if each.entry.category == category]
        counts = "/".join(str(outcomes.count(outcome)) for outcome in Outcome)
        lines.append(f"  {category:12} {counts}")
    if errors:
        lines += [
            f"{each.outcome} {each.entry.id} {' >> '.join(each.entry.turns)} — {each.reason}"
            for each in judged
            if each.outcome is not Outcome.RIGHT
        ]
    return "\n".join(lines)


def body(reply: Mapping[str, object]) -> str:
    """The normalised text of a reply without its source lines and citation numbers."""
    text = str(reply["text"])
    publishers = {str(source["publisher"]) for source in map(_mapping, _sequence(reply["sources"]))} - {""}
    if publishers:
        text = re.sub(rf"\[\d+\]\s*(?:{'|'.join(map(re.escape, publishers))})[^\n\[]*", "", text)
    return normalised(re.sub(r"\[\d+\]", "", text))


def normalised(text: str) -> str:
    """Without widths, case, quotation marks, thousands commas and spaces (one stays between digits); dashes alike."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[“”\"'‘’「」『』《》]", "", text)
    text = re.sub(r"[‐‑–—―−─~]+|-+|一一", "-", text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text)


def contains(text: str, form: str, asked: str = "") -> bool:
    """Whether normalised `text` holds `form`; the year of a day may stand in `asked`."""
    return position(text, (form,), asked) >= 0


def position(text: str, forms: Iterable[str], asked: str = "") -> int:
    """Where the first of `forms` stands in normalised `text`; -1 for nowhere."""
    found = [
        match.start()
        for form in forms
        for match in [_pattern(form).search(text)]
        if match and _dated(form, text + asked)
    ]
    return min(found, default=-1)


def _dated(form: str, text: str) -> bool:
    return not form.startswith("@") or form[1:5] in text


def _pattern(form: str) -> re.Pattern[str]:
    if form.startswith("@"):
        return re.compile(_date_pattern(*map(int, form[1:].split("-"))))
    plain = normalised(form)
    alone = re.escape(plain)
    if plain[:1].isdigit():
        alone = rf"(?<![\d.])(?<!第){alone}"
    if plain[-1:].isdigit():
        alone += r"(?!\d)"
    if plain.isdigit() and len(plain) < 3:
        alone += rf"(?!-?\d*(?:[月日年号]|{MONTHS}))"
    return re.compile(alone)


def _date_pattern(year: int, month: int = 0, day: int = 0) -> str:
    if not month:
        return rf"(?<!\d){year}(?!\d)"
    name = f"{calendar.month_name[month][:3].lower()}[a-z]*\\.?"
    if not day:
        return rf"{year}年{month}月|{name},?{year}|{year}-0?{month}(?!\d)"
    to = r"(?:-|至|到|to|and)"
    return "|".join(
        (
            rf"(?<!\d){month}月{day}(?!\d)",
            rf"(?<!\d){month}月\d+日?{to}{day}(?!\d)",
            rf"(?<!\d){day}{name}",
            rf"(?<!\d){day}{to}\d+{name}",
            rf"{name}{day}(?!\d)",
            rf"{name}\d+{to}{day}(?!\d)",
            rf"{year}-0?{month}-0?{day}(?!\d)",
        )
    )


def _right(judged: Sequence[Judged]) -> float:
    return sum(each.outcome is Outcome.RIGHT for each in judged) / len(judged) if judged else 1.0


def _proof(row: Mapping[str, object]) -> Proof:
    return Proof(str(row["file"]), _strings(row["fragment"]))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"not a mapping: {value!r}")
    return value


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"not a list: {value!r}")
    return value


def _strings(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(map(str, _sequence(value)))


def _optional(value: object) -> str | None:
    return None if value is None else str(value)
