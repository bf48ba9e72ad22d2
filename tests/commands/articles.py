"""Invented articles for the commands."""

from __future__ import annotations

from pathlib import Path

REPORT = """---
title: 2031年世界互联网大会乌镇峰会闭幕
url: https://a.example/2031
source: 示例报
date: 2031-11-08
---

2031年世界互联网大会乌镇峰会于11月5日至7日在浙江乌镇举行。

本届峰会共设置20个分论坛。

（来源：示例通讯社）

**每日涨知识**

沙箱（sandbox）

让程序在隔离的环境里运行的安全机制。
"""

RIVAL = """---
title: 2031年乌镇峰会侧记
url: https://b.example/2031
source: 另一报
date: 2031-11-09
---

2031年世界互联网大会乌镇峰会设置了23个分论坛。
"""

BROKEN = "---\ntitle: 没有日期\n---\n\n正文。\n"
DAMAGED = "---\ntitle: 侧写: 一座小镇\ndate: 2031-11\n---\n\n河水缓缓流过石桥。\n"


def write(folder: Path, **articles: str) -> Path:
    """Write each article to `<name>.md`; returns the folder."""
    for name, text in articles.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder
