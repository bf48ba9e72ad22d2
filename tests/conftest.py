"""Settings for every test."""

from __future__ import annotations

import os

# Before telegram is imported by any test: `RetryAfter.retry_after` is a timedelta, and building one warns of nothing.
os.environ["PTB_TIMEDELTA"] = "1"
