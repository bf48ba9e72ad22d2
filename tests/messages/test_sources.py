"""Numbers behind statements and the lines that explain them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.corpus.document import Block, BlockKind, Citation, Document, Sentence
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.written import written_in
from bot.language import Language
from bot.messages.html import plain
from bot.messages.sources import MOST_LINES, MOST_MARKS, Numbering, document_line
from bot.messages.voice import Voice, voice
from tests.knowledge_fixtures import config, document, vocabulary

CHINESE = replace(document("a.md", "2024-10-26", "中国信息安全", "https://a.b/1", "峰会将举行"), credited_to="人民日报")
ENGLISH = document("b.md", "2022-11", "Example Wire", "", "The summit opens")


def speaker(language: Language, *documents: Document) -> Voice:
    known = Snapshot({each.id: each for each in documents or (CHINESE, ENGLISH)}, (), frozenset())
    return voice(language, known, config(), vocabulary())


def cited(*where: tuple[Document, int]) -> Numbering:
    return Numbering(tuple(Citation(source.id, line, f"{line}") for source, line in where))


def test_a_footer_line_stands_for_each_article_with_its_numbers() -> None:
    numbering = cited((CHINESE, 1), (CHINESE, 2), (CHINESE, 3), (ENGLISH, 1), (CHINESE, 9))
    lines = [plain(line) for line in numbering.footer(speaker(Language.ZH))]
    assert lines == ["[1]–[3]、[5] 中国信息安全（据人民日报），2024-10-26", "[4] Example Wire，2022-11（英文）"]


def test_an_english_reader_is_told_what_is_in_chinese() -> None:
    lines = [plain(line) for line in cited((CHINESE, 1), (ENGLISH, 1)).footer(speaker(Language.EN))]
    assert lines == [
        "[1] 中国信息安全 (crediting People's Daily), 26 Oct 2024 (in Chinese)",
        "[2] Example Wire, Nov 2022",
    ]


@pytest.mark.parametrize(
    ("lines", "marks"), [((), ""), ((1,), " [1]"), ((2, 1), " [1][2]"), ((1, 2, 3), " [1]–[3]"), ((1, 3), " [1][3]")]
)
def test_marks_are_short(lines: tuple[int, ...], marks: str) -> None:
    numbering = cited(*((CHINESE, line) for line in (1, 2, 3)))
    assert numbering.marks(Citation(CHINESE.id, line, f"{line}") for line in lines) == marks


def test_an_article_without_publisher_or_address_is_named_by_its_title() -> None:
    bare = document("c.md", "2019", "", title="很长的标题" * 20)
    line = document_line(bare, speaker(Language.ZH, bare))
    assert line.startswith("很长的标题")
    assert "<a" not in line
    assert line.endswith("…，2019")


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("WIC 2024", "2024年峰会在乌镇开幕，ITU 与 WIPO 到会。", Language.ZH),
        ("乌镇 Wuzhen", "The summit opened in Wuzhen (乌镇) on Tuesday with guests from many countries.", Language.EN),
        ("Wuzhen", "2024", Language.EN),
        ("峰会", "", Language.ZH),
    ],
)
def test_an_article_is_in_the_language_of_its_text(title: str, text: str, language: Language) -> None:
    block = Block(BlockKind.PARAGRAPH, 1, (text,), (Sentence(1, text, text),))
    article = replace(document("d.md", "2024", title=title), blocks=(block,))
    assert written_in(article) is language
    assert ("（英文）" in document_line(article, speaker(Language.ZH, article))) is (language is Language.EN)


def test_of_very_many_sources_the_first_are_told() -> None:
    documents = [document(f"{number}.md", "2024") for number in range(MOST_LINES + 1)]
    citations = tuple(Citation(each.id, line, "x") for each in documents for line in (1, 2))
    numbering = Numbering(citations)
    footer = numbering.footer(speaker(Language.ZH, *documents))
    assert len(footer) == MOST_LINES + 1
    assert footer[-1] == "…"
    assert numbering.marks(citations[::2]) == " " + "".join(f"[{2 * n + 1}]" for n in range(MOST_MARKS)) + "…"
    fewer = Numbering(citations[:-2])
    assert "…" not in fewer.footer(speaker(Language.ZH, *documents))
