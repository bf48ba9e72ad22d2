"""Seeds for tests."""

from __future__ import annotations

from bot.corpus.article import Article, read_article
from bot.corpus.document import Block, BlockKind, Document

FRONT = "---\ntitle: 乌镇见闻\nurl: https://a.example/1\nsource: 示例报\ndate: 2024-11-20\n---\n"
BODY_LINE = 7


def article(body: str, front: str = FRONT) -> Article:
    """The article of a file with this body, which begins on `BODY_LINE`."""
    return read_article("a.md", (front + body).encode())


def document(body: str, front: str = FRONT) -> Document:
    """The document of a sound file."""
    found = article(body, front).document
    assert found is not None
    return found


def blocks(body: str) -> list[tuple[BlockKind, int, str]]:
    """(kind, line within the body, text) of each block."""
    return [(block.kind, block.line - BODY_LINE + 1, block.text) for block in document(body).blocks]


def legible(body: str) -> list[str]:
    """The texts of the blocks that are no separators."""
    return [block.text for block in document(body).blocks if block.kind is not BlockKind.SEPARATOR]


def only(body: str) -> Block:
    """The one block of a body."""
    (block,) = document(body).blocks
    return block
