"""The Telegram edge: thin handlers (update in, service call, message out) and the transport over aiohttp.

May import `services`, `messages` and the base.
"""
