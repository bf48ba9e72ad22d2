"""Articles read and understood a second, beside a bare python-frontmatter loop and a bare read of the same files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import frontmatter
import orjson

from bench.articles import write_articles
from bench.table import Row, median
from bot.config import load_config
from bot.corpus.front_matter import read_front_matter
from bot.corpus.load import load

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "10000"))
RUNS = 5
# A cold load is long; fewer runs of it do.
COLD_RUNS = 3
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
# What the design asks for: faster than the loop at front matter, and everything within 25 times its time.
_FRONT_MATTER_AIM = 1.5
_COLD_AIM = 1 / 25


def rows() -> list[Row]:
    """Everything over the same synthetic articles, in turn, so that a slow moment hits all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder, ARTICLES, load_config().series)
        rates: dict[str, list[float]] = {}

        def run(what: str, work: Callable[[], object]) -> None:
            begin = time.perf_counter()
            work()
            rates.setdefault(what, []).append(ARTICLES / (time.perf_counter() - begin))

        peaks = []
        for number in range(RUNS):
            run("read", lambda: _each(folder, _bare_read))
            run("loop", lambda: _each(folder, _bare_loop))
            run("front matter", lambda: _each(folder, _front_matter))
            run("documents", lambda: _documents(folder))
            if number < COLD_RUNS:
                seconds, peak = _cold(folder)
                rates.setdefault("cold", []).append(ARTICLES / seconds)
                peaks.append(peak)
    _, little = _cold(SEEDS)
    print(f"peak memory of a cold load: {(median(peaks) - little) / ARTICLES / 1000:.1f} kB an article")
    middle = {what: median(values) for what, values in rates.items()}
    loop, read = middle["loop"], middle["read"]
    return [
        Row("front matter", "articles", middle["front matter"], "frontmatter.load", loop, aim=_FRONT_MATTER_AIM),
        Row("documents", "articles", middle["documents"], "frontmatter.load", loop),
        Row("documents", "articles", middle["documents"], "a bare read", read),
        Row(f"cold load of {ARTICLES}", "articles", middle["cold"], "frontmatter.load", loop, aim=_COLD_AIM),
        Row(f"cold load of {ARTICLES}", "articles", middle["cold"], "a bare read", read),
    ]


def _each(folder: Path, work: Callable[[Path], object]) -> None:
    for path in folder.iterdir():
        work(path)


def _bare_read(path: Path) -> object:
    return path.read_text(encoding="utf-8")


def _bare_loop(path: Path) -> object:
    return frontmatter.load(str(path))


def _front_matter(path: Path) -> object:
    front = read_front_matter(path.read_bytes().decode("utf-8"))
    assert front.value("title")
    assert front.value("date")
    return front


def _documents(folder: Path) -> None:
    corpus = load(folder)
    assert len(corpus.documents) == ARTICLES, (len(corpus.documents), corpus.problems[:3])


def _cold(folder: Path) -> tuple[float, int]:
    """Seconds from nothing to a snapshot with its index, and the peak of memory in bytes, of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.cold", str(folder)], stdout=subprocess.PIPE, check=True, text=True
    )
    told = orjson.loads(done.stdout)
    return told["seconds"], told["peak"]
