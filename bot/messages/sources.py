"""The numbers behind statements, and the lines that say what they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bot.corpus.document import Citation, Document
from bot.language import Language
from bot.messages.dates import date_text
from bot.messages.html import escape, link, shortened
from bot.messages.voice import Voice

TITLE_CHARACTERS = 40
# Lines below an answer, and runs of numbers behind a statement: more prove no more. The button shows them all.
MOST_LINES = 20
MOST_MARKS = 8


@dataclass(frozen=True)
class Numbering:
    """Number n stands for `citations[n - 1]`: one proving sentence each."""

    citations: tuple[Citation, ...]

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of `citations`, ascending; those that were never numbered are left out."""
        known = self._known
        return tuple(sorted({known[citation] for citation in citations if citation in known}))

    @cached_property
    def _known(self) -> Mapping[Citation, int]:
        return {citation: number for number, citation in enumerate(self.citations, 1)}

    def marks(self, citations: Iterable[Citation]) -> str:
        """` [1][2]` or ` [4]–[7]`, with a blank before, ready to stand behind a statement; empty without any.

        Of very many the first, and an ellipsis.
        """
        ranges = _ranges(self.numbers(citations))
        marks = "".join(ranges[:MOST_MARKS]) + ("…" if len(ranges) > MOST_MARKS else "")
        return f" {marks}" if marks else ""

    def footer(self, voice: Voice, shown: Collection[Citation] | None = None) -> list[str]:
        """A line of HTML for each document: `[1]–[4] 看雪学院，2022-11-12`, the publisher linked; only of the proofs `shown`
        on a page.

        Of very many the first, and an ellipsis.
        """
        by_document: dict[str, list[int]] = {}
        of_page = None if shown is None else frozenset(shown)
        for number, citation in enumerate(self.citations, 1):
            if of_page is not None and citation not in of_page:
                continue
            by_document.setdefault(citation.document_id, []).append(number)
        lines: list[str] = []
        for document_id, numbers in islice(by_document.items(), MOST_LINES):
            separator = "、" if voice.language is Language.ZH else ", "
            ranges = separator.join(_ranges(numbers))
            lines.append(f"{ranges} {document_line(voice.snapshot.documents[document_id], voice)}")
        return [*lines, "…"] if len(by_document) > MOST_LINES else lines


def document_line(document: Document, voice: Voice) -> str:
    """Publisher (linked), where the text came from first, date, and the language when it is not the reader's: HTML."""
    texts = voice.texts
    name = document.publisher or shortened(document.title, TITLE_CHARACTERS)
    credit = ""
    if document.credited_to:
        origins = [name_of(origin, voice) for origin in document.credited_to.split("、")]
        credit = escape(texts("source.credit", name=texts("list.comma").join(origins)))
    foreign = voice.snapshot.language_of(document.id) is not voice.language
    remark = escape(texts("source.foreign")) if foreign else ""
    day = str(document.date)
    if voice.language is Language.EN:
        day = date_text(document.date, voice.language, short=True)
    return link(name, document.url) + credit + escape(texts("source.date", date=day)) + remark


def name_of(publisher: str, voice: Voice) -> str:
    """A publisher's name in the reader's language, where it is known."""
    known = voice.names.english(publisher) if voice.language is Language.EN else None
    return known or publisher


def _ranges(numbers: Sequence[int]) -> list[str]:
    """Ascending numbers as `[1]–[4]`, `[6]`; two neighbours as `[1][2]`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"[{run[0]}]–[{run[-1]}]" if len(run) > 2 else "".join(f"[{number}]" for number in run) for run in runs]
