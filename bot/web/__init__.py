"""What the program serves over HTTP: /healthz, /readyz, /metrics.

In: requests of a supervisor and of Prometheus. Out: what `services` know of themselves. May import `services`, what feeds it, and
the base.
"""
