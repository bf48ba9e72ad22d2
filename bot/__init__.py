"""A Telegram bot that knows a conference series from the articles you give it."""
