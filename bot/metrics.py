"""Figures for Prometheus: counted where things happen, told at /metrics. One object a process; names begin with `bot_`."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_RELOAD_SECONDS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """What is counted."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._updates = Counter("bot_updates", "Updates received.", registry=self._registry)
        self._answers = Counter("bot_answers", "Answers to readers.", ["kind"], registry=self._registry)
        self._posts = Counter("bot_posts", "Attempts to post.", ["outcome"], registry=self._registry)
        self._outbox = Gauge("bot_outbox_entries", "Entries of the outbox.", ["state"], registry=self._registry)
        self._reloads = Histogram(
            "bot_reload_seconds", "Reading the articles again.", buckets=_RELOAD_SECONDS, registry=self._registry
        )

    def updated(self) -> None:
        """An update came."""
        self._updates.inc()

    def answered(self, kind: str) -> None:
        """An answer was given: `found`, `ambiguous`, `unknown`."""
        self._answers.labels(kind).inc()

    def posted(self, outcome: str) -> None:
        """An attempt came to this: `sent`, or the code of an error."""
        self._posts.labels(outcome).inc()

    def reloaded(self, seconds: float) -> None:
        """The articles were read again, in so many seconds."""
        self._reloads.observe(seconds)

    def show_outbox(self, counts: Mapping[str, int]) -> None:
        """How many entries stand in each state now."""
        for state, count in counts.items():
            self._outbox.labels(state).set(count)

    def text(self) -> bytes:
        """All of it, as `CONTENT_TYPE` says."""
        return generate_latest(self._registry)
