"""One cold load in a process of its own: `python -m bench.cold FOLDER` prints its seconds and its peak of memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import orjson

from bot.config import load_config
from bot.knowledge.load import load_snapshot


def main() -> None:
    """Load the folder, its index of passages included."""
    config = load_config()
    begin = time.perf_counter()
    snapshot = load_snapshot(Path(sys.argv[1]), config, indexing=True)
    passages = len(snapshot.passages)
    seconds = time.perf_counter() - begin
    told = {"seconds": seconds, "peak": _peak(), "articles": len(snapshot.documents), "passages": passages}
    sys.stdout.buffer.write(orjson.dumps(told))


def _peak() -> int:
    """The most memory this process held, in bytes; `ru_maxrss` would count the process that started this one too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:", 1)[1].split()[0]) * 1024


if __name__ == "__main__":
    main()
