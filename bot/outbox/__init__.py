"""What is to be sent: entries, their states, what a failure means, when to try again, how fast: pure.

In: rendered posts as opaque JSON, outcomes of sending. Out: decisions. May import `schedule`, `subscriptions` and the base.
"""
