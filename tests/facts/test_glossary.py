"""Glossary blocks in every form that pages print them in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.config import load_config
from bot.corpus.load import load
from bot.facts.glossary.items import glossary
from tests.articles.scoring import GLOSSARY, Row, articles

CONFIG = load_config(Path(__file__).parents[2] / "config.yaml")


def items(folder: Path) -> list[Row]:
    """Every item of the articles in `folder`, as rows of the gold."""
    return [
        {"line": item.source.line, "term_zh": item.term_zh, "term_en": item.term_en, "definition": item.definition}
        for document in load(folder).documents
        for item in glossary(document, CONFIG.glossary_headings).items
    ]


@pytest.mark.parametrize(
    ("path", "gold"), articles(GLOSSARY, ".gold.json"), ids=lambda value: getattr(value, "stem", "")
)
def test_an_article_gives_exactly_its_items(path: Path, gold: list[Row], tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    assert items(tmp_path) == gold


HEAD = "---\ntitle: 安全资讯\ndate: 2023-01-02\n---\n\n正文讲的是别的事情。\n\n"
BOTNET = ("僵尸网络", "botnet", "由被控主机组成的网络。")


def read(body: str, folder: Path) -> list[tuple[object, object, object]]:
    """Names and explanations in an article that ends with `body`."""
    (folder / "a.md").write_text(HEAD + body + "\n", encoding="utf-8")
    return [(row["term_zh"], row["term_en"], row["definition"]) for row in items(folder)]


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
def test_one_item_in_every_form(body: str, tmp_path: Path) -> None:
    assert read(body, tmp_path) == [BOTNET]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("AES\n\n一种对称算法（即高级加密标准）。", ("", "AES", "一种对称算法（即高级加密标准）。")),
        ("零信任\n\n一种安全理念。", ("零信任", "", "一种安全理念。")),
        ("ARP 欺骗（ARP spoofing）\n\n把 IP\n地址映射到自己。", ("ARP 欺骗", "ARP spoofing", "把 IP 地址映射到自己。")),
        (
            "公钥（非对称）加密（public key encryption）\n\n用两把钥匙。",
            ("公钥（非对称）加密", "public key encryption", "用两把钥匙。"),
        ),
        (
            "跨站请求伪造（Cross-Site Request Forgery (CSRF)）\n\n冒用身份。",
            ("跨站请求伪造", "Cross-Site Request Forgery (CSRF)", "冒用身份。"),
        ),
        (
            "APT（Advanced Persistent Threat，高级持续性威胁）\n\n有组织的攻击。",
            ("高级持续性威胁", "Advanced Persistent Threat", "有组织的攻击。"),
        ),
        (
            "高级持续性威胁（Advanced Persistent Threat，APT）\n\n有组织的攻击。",
            ("高级持续性威胁", "Advanced Persistent Threat，APT", "有组织的攻击。"),
        ),
        ("- 熵（entropy）\n\n信息的不确定程度", ("熵", "entropy", "信息的不确定程度")),
        ("键盘记录器（keylogger）：记录按键的程序", ("键盘记录器", "keylogger", "记录按键的程序")),
        ("抗抵赖性（non-\nrepudiation）\n\n不能否认。", ("抗抵赖性", "non-repudiation", "不能否认。")),
        ("沙箱（sandbox）\n\n隔离的环境，\n\n用来观察程序。", ("沙箱", "sandbox", "隔离的环境，用来观察程序。")),
    ],
)
def test_names_and_explanation_as_printed(block: str, expected: tuple[str, str, str], tmp_path: Path) -> None:
    assert read("**每日涨知识**\n\n" + block, tmp_path) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "每日涨知识栏目已经办了三年。\n\n谢谢（thanks）\n\n大家。",
        "**每日涨知识**\n\n今天没有内容。",
        "**每日涨知识**\n\n僵尸网络（botnet）",
        "**每日涨知识**",
        "他说每日涨知识很有用。",
        "```\n# 每日涨知识\n僵尸网络（botnet）\n由被控主机组成的网络。\n```",
        "| 栏目 | 内容 |\n|---|---|\n| 每日涨知识 | 僵尸网络（botnet） |\n\n由被控主机组成的网络。",
    ],
)
def test_words_like_a_heading_make_no_item(body: str, tmp_path: Path) -> None:
    assert read(body, tmp_path) == []


def test_an_item_printed_twice_is_one_and_another_explanation_is_another(tmp_path: Path) -> None:
    block = "**每日涨知识**\n\n僵尸网络（botnet）\n\n由被控主机组成的网络。\n\n﹀\n\n"
    other = block.replace("由被控主机组成的网络", "一群被人遥控的电脑")
    assert read(block + block + other, tmp_path) == [BOTNET, (*BOTNET[:2], "一群被人遥控的电脑。")]
