"""How the posts of each feed are made: one feed a file, all of them in `table.py`.

In: what is known, whose turn it is. Out: a message or a poll, and the ids of what it tells. May import what services may.

To add a feed: its name in `bot/subscriptions/feed.py` and its words in `words.yaml` beside it, `feed.<name>` in both locales, a copy
of `daily.py` (goes round a deck) or `anniversaries.py` (made from the day) here, and its line in the table.
"""
