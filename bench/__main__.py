"""`python -m bench [--full]`: every row group, or those named as arguments (`seeds`, `questions`, `reload`, `transport`, `delivery`).

`--full` takes 10,000 synthetic articles instead of 1,000 (`BENCH_ARTICLES` any other number), which lasts minutes.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("PTB_TIMEDELTA", "1")  # before telegram is imported
os.environ.setdefault("BENCH_ARTICLES", "10000" if "--full" in sys.argv else "1000")

from bench import delivery, questions, reload, seeds, transport
from bench.table import show

GROUPS = {
    "seeds": seeds.rows,
    "questions": questions.rows,
    "reload": reload.rows,
    "transport": transport.rows,
    "delivery": delivery.rows,
}


def main() -> None:
    """Run and print."""
    for name in [argument for argument in sys.argv[1:] if argument != "--full"] or GROUPS:
        print(f"\n{name}\n{show(GROUPS[name]())}", flush=True)


if __name__ == "__main__":
    main()
