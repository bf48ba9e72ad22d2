"""The items of whole articles, several below one heading, and what makes two items one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import load_config
from bot.corpus.article import read_article
from bot.facts.glossary.items import glossary
from tests.articles.scoring import GLOSSARY, Row, articles
from tests.facts.glossary.columns import BOTNET, COLUMN, ITEM, column, explained

CONFIG = load_config(Path(__file__).parents[3] / "config.yaml")
WORM = ("蠕虫", "worm", "能自我复制的程序。")


@pytest.mark.parametrize(
    ("path", "gold"), articles(GLOSSARY, ".gold.json"), ids=lambda value: getattr(value, "stem", "")
)
def test_an_article_gives_exactly_its_items(path: Path, gold: list[Row]) -> None:
    document = read_article(path.name, path.read_bytes()).document
    assert document
    found = [
        {"line": item.source.line, "term_zh": item.term_zh, "term_en": item.term_en, "definition": item.definition}
        for item in glossary(document, CONFIG.glossary_headings).items
    ]
    assert found == gold


@pytest.mark.parametrize(
    "body",
    [
        "**每日涨知识**\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。",
        "【每日涨知识】\n\n【僵尸网络】(botnet)\n\n由被控主机组成的网络。",
        "## 每日涨知识\n\n**botnet（僵尸网络）**\n\n由被控主机组成的网络。\n\n## 下一节\n\n别的文字。",
        "**每日涨知识**\n\n僵尸网络\n\n（\n\nbotnet\n\n）\n\n由被控主机组成的网络。",
        "**每日涨知识**\n\n僵尸网络（\nbotnet\n）\n由被控主机\n组成的网络\n。",
        "**每日涨知识**\n\n僵尸网络（botnet）\n\n由被控主机组成的网络\n\n。\n\n﹀\n\n另一段文字。",
        "**每日涨知识**\n\n&nbsp;僵尸网络\u00a0（botnet）\u00a0\n\n\u00a0由被控主机组成的网络。\n\n![](x.png)\n\n另一段文字。",
        "**每日涨知识**\n\n![](x.png)\n\n僵尸网络（botnet）：由被控主机组成的网络。",
        "每日涨知识｜僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n---\n\n后文。",
        "每日涨知识 第128期\n\n僵尸网络\nbotnet\n\n由被控主机组成的网络。",
        "**每日涨知识**\n\n僵尸网络 botnet\n\n由被控主机组成的网络。\n\n**今日活动**\n\n别的文字。",
        "> **每日涨知识**\n>\n> 僵尸网络（botnet）\n>\n> 由被控主机组成的网络。\n\n正文又继续了。",
        "**每日漲知識**\n\n殭屍網路（botnet）\n\n由被控主機組成的網路。".replace("殭", "僵"),
    ],
)
def test_one_item_of_an_article_in_every_form(body: str) -> None:
    assert explained(body) == [BOTNET]


@pytest.mark.parametrize(
    "items",
    [
        "僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n蠕虫（worm）\n\n能自我复制的程序。",
        "**僵尸网络（botnet）**\n\n由被控主机组成的网络。\n\n**蠕虫（worm）**\n\n能自我复制的程序。",
        "1. 僵尸网络（botnet）：由被控主机组成的网络。\n\n2. 蠕虫（worm）：能自我复制的程序。",
        "1. 僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n2. 蠕虫（worm）\n\n能自我复制的程序。",
        "- **僵尸网络（botnet）**：由被控主机组成的网络。\n- **蠕虫（worm）**：能自我复制的程序。",
        "僵尸网络（botnet）：由被控主机组成的网络。\n\n蠕虫（worm）：能自我复制的程序。",
        "僵尸网络（botnet）：由被控主机组成的网络。蠕虫（worm）：能自我复制的程序。",
        "僵尸网络（botnet）：由被控主机组成的网络。\n蠕虫（worm）：能自我复制的程序。",
        "### 僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n### 蠕虫（worm）\n\n能自我复制的程序。",
        "**僵尸网络**（botnet）\n由被控主机组成的网络。\n\n**蠕虫**（worm）\n能自我复制的程序。",
        "一、僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n二、蠕虫（worm）\n\n能自我复制的程序。",
        "僵尸网络（botnet）\n由被控主机组成的网络。\n\n蠕虫（worm）\n能自我复制的程序。",
        "僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n![](a.png)\n\n蠕虫（worm）\n\n能自我复制的程序。",
        "僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n---\n\n蠕虫（worm）\n\n能自我复制的程序。",
        "① 僵尸网络（botnet）：由被控主机组成的网络。\n② 蠕虫（worm）：能自我复制的程序。",
        "botnet（僵尸网络）\n\n由被控主机组成的网络。\n\nworm（蠕虫）\n\n能自我复制的程序。",
        "**僵尸网络（botnet）：**由被控主机组成的网络。\n\n**蠕虫（worm）：**能自我复制的程序。",
        "僵尸网络（botnet）\n由被控主机组成的网络。\n蠕虫（worm）\n能自我复制的程序。",
    ],
)
def test_several_items_below_one_heading(items: str) -> None:
    assert explained(COLUMN + items) == [BOTNET, WORM]


@pytest.mark.parametrize(
    "items",
    [
        "僵尸网络\n\n由被控主机组成的网络。\n\n蠕虫\n\n能自我复制的程序。",
        "**僵尸网络**\n\n由被控主机组成的网络。\n\n**蠕虫**\n\n能自我复制的程序。",
        "僵尸网络：由被控主机组成的网络。\n\n蠕虫：能自我复制的程序。",
        "**僵尸网络**：由被控主机组成的网络。\n\n**蠕虫**：能自我复制的程序。",
        "1. 僵尸网络：由被控主机组成的网络。\n2. 蠕虫：能自我复制的程序。",
    ],
)
def test_several_items_without_a_foreign_name(items: str) -> None:
    assert explained(COLUMN + items) == [(BOTNET[0], "", BOTNET[2]), (WORM[0], "", WORM[2])]


def test_an_item_printed_twice_is_one_and_another_explanation_is_another() -> None:
    block = f"{COLUMN}{ITEM}\n\n﹀\n\n"
    other = block.replace("由被控主机组成的网络", "一群被人遥控的电脑")
    assert explained(block + block + other) == [BOTNET, (*BOTNET[:2], "一群被人遥控的电脑。")]


@pytest.mark.parametrize("stop", ["", "。", "."])
def test_a_full_stop_more_or_less_is_the_same_item(stop: str) -> None:
    assert column(COLUMN + ITEM).items[0].id == column(COLUMN + ITEM.rstrip("。") + stop).items[0].id


def test_every_item_says_where_it_stands() -> None:
    first, second = column(f"{COLUMN}{ITEM}\n\n蠕虫（worm）\n\n能自我复制的程序。").items
    assert (first.source.line, first.source.quote) == (16, "僵尸网络（botnet）")
    assert (second.source.line, second.source.quote) == (20, "蠕虫（worm）")


PIECES = [
    "每日涨知识",
    "**",
    "（",
    "）",
    "(",
    ")",
    "\n",
    "\n\n",
    "botnet",
    "僵尸网络",
    "。",
    "：",
    "- ",
    "1. ",
    "![](a)",
    "|",
    "> ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_an_item_has_a_name_and_an_explanation_whatever_the_page_is(pieces: list[str]) -> None:
    for item in column("".join(pieces)).items:
        assert item.term_zh or item.term_en
        assert item.definition.strip() == item.definition != ""
