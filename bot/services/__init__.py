"""The use cases: one class a use case, where questions meet knowledge and wording.

In: plain values (text, language, who asks). Out: `Message`s. May import everything but the edges
(`telegram_bot`, `web`, `playground`) and the front door.
"""
