"""When something is due: local times to moments, and the key that makes each occurrence happen once: pure.

In: the `Times` of a subscription. Out: moments in UTC and local dates. May import `subscriptions` and the base.
"""
