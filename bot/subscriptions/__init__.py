"""What a chat asked for: chat, feed, subscription, and how one line asks for one: pure data and rules.

In: a line such as `daily 08:30 Asia/Shanghai`. Out: a `Wish` or what is wrong with it. May import the base only.
"""
