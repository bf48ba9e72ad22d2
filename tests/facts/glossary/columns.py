"""An article around a glossary column, and what is read in it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.corpus.article import read_article
from bot.facts.glossary.items import Glossary, glossary

HEADINGS = ("每日涨知识", "每日一词", "名词小贴士", "Word of the Day", "每日漲知識卡")
COLUMN = "**每日涨知识**\n\n"
BOTNET = ("僵尸网络", "botnet", "由被控主机组成的网络。")
ITEM = "僵尸网络（botnet）\n\n由被控主机组成的网络。"
_PAGE = """---
title: 安全资讯
source: 示例学院
author: 左右里
date: 2023-01-02
---

# 安全资讯

示例学院

正文讲的是别的事情。

"""


def column(body: str, headings: Sequence[str] = HEADINGS) -> Glossary:
    """What is read in an article that ends with `body`."""
    document = read_article("a.md", f"{_PAGE}{body}\n".encode()).document
    assert document
    return glossary(document, headings)


def explained(body: str, headings: Sequence[str] = HEADINGS) -> list[tuple[str, str, str]]:
    """Names and explanations of every item in an article that ends with `body`."""
    return [(item.term_zh, item.term_en, item.definition) for item in column(body, headings).items]
