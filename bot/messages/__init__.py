"""Every result a person sees, worded and marked up: locales, splitting, keyboards, callback data.

In: answers, problems, errors. Out: `Message`s (HTML within Telegram's limits, buttons) and plain text for the
terminal. May import `answers`, `knowledge`, `facts`, `corpus` and the base.
"""
