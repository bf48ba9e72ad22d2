"""`run`: the bot on Telegram."""

from __future__ import annotations

import click

from bot.app import run_bot


@click.command("run")
def command() -> None:
    """Talk to Telegram; needs TELEGRAM_BOT_TOKEN (or TELEGRAM_BOT_TOKEN_FILE)."""
    run_bot()
