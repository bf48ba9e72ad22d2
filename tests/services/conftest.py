"""A folder of seeds to change, and the articles it begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

FIRST = """---
title: 2021年峰会开幕
url: https://example.org/2021-opening
source: 某报
date: 2021-09-26
---

2021年世界互联网大会乌镇峰会26日在浙江乌镇开幕，主题为“迈向数字文明新时代”。本届峰会设20个分论坛。
"""
SECOND = """---
title: 2021年峰会闭幕
url: https://example.org/2021-closing
source: 某报
date: 2021-09-28
---

2021年世界互联网大会乌镇峰会28日闭幕。本届峰会共有2000余名嘉宾参会。

每日涨知识
零信任（zero trust）
默认不相信任何人或设备，每次访问都要重新验证。
"""
# No date: the file is left out.
BROKEN = """---
title: 没有日期
---

2021年世界互联网大会乌镇峰会有3000名嘉宾参会。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A seeds folder with one article."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "first.md").write_text(FIRST, encoding="utf-8")
    return seeds
