"""Telegram in a browser tab: a strict local Bot API server and its chat page.

The bot talks to it over HTTP, as to Telegram. May import the base only.
"""
