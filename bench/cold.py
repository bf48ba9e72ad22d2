"""One cold load in a process of its own: `python -m bench.cold FOLDER` prints its seconds and its peak of memory."""

from __future__ import annotations

import resource
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
    snapshot = load_snapshot(Path(sys.argv[1]), config)
    passages = len(snapshot.passages)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    told = {"seconds": seconds, "peak": peak, "articles": len(snapshot.documents), "passages": passages}
    sys.stdout.buffer.write(orjson.dumps(told))


if __name__ == "__main__":
    main()
