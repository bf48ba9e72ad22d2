"""Seeds read a second: our reader against a bare python-frontmatter loop over the same files."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import frontmatter

from bench.table import Row, median
from bot.corpus.load import load

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
COPIES = 500
RUNS = 5


def rows() -> list[Row]:
    """The shipped seeds, each copied with an address of its own so that no copy is dropped as a duplicate."""
    with tempfile.TemporaryDirectory() as folder:
        count = _copies(Path(folder))
        ours, bare = [], []
        for _ in range(RUNS):  # in turn, so that a slow moment hits both
            ours.append(count / _seconds(lambda: _read_by_us(Path(folder), count)))
            bare.append(count / _seconds(lambda: _read_bare(Path(folder))))
    return [Row("read", "seeds", median(ours), "frontmatter.load", median(bare))]


def _copies(folder: Path) -> int:
    count = 0
    for seed in sorted(SEEDS.glob("*.md")):
        head, body = seed.read_text(encoding="utf-8").split("\n---\n", 1)
        title = head.split("title: ", 1)[1].split("\n", 1)[0].strip("\"'")
        for number in range(COPIES):
            front = (
                f"---\ntitle: {title} {number}\nurl: https://example.org/{seed.stem}/{number}\ndate: 2024-10-26\n---\n"
            )
            (folder / f"{seed.stem}-{number}.md").write_text(f"{front}\n{number}\n{body}", encoding="utf-8")
            count += 1
    return count


def _read_by_us(folder: Path, count: int) -> None:
    corpus = load(folder)
    assert len(corpus.documents) == count, (len(corpus.documents), corpus.problems[:3])


def _read_bare(folder: Path) -> None:
    for path in folder.iterdir():
        frontmatter.load(str(path))


def _seconds(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
