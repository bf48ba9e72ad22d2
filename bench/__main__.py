"""`python -m bench`: every row group, or those named as arguments (`seeds`, `reload`, `transport`)."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("PTB_TIMEDELTA", "1")  # before telegram is imported

from bench import reload, seeds, transport
from bench.table import show

GROUPS = {"seeds": seeds.rows, "reload": reload.rows, "transport": transport.rows}


def main() -> None:
    """Run and print."""
    for name in sys.argv[1:] or GROUPS:
        print(f"\n{name}\n{show(GROUPS[name]())}", flush=True)


if __name__ == "__main__":
    main()
