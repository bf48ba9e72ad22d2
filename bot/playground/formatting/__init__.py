"""Text with entities, as Telegram understands it: markup parsers, detection, cleaning, links.

In: what a bot or a person wrote. Out: `FormattedText`, offsets in UTF-16 units. Pure; imports `refusal` only.
"""
