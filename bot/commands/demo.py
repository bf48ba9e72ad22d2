"""`demo`: the bot in a browser tab, without Telegram."""

from __future__ import annotations

import os

import click

from bot.app import run_demo
from bot.language import from_locale


@click.command("demo")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port of the page; 0 takes a free one.  [default: from config.yaml]"
)
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
def command(port: int | None, browser: bool) -> None:
    """Try the bot in the playground; needs no token and no internet."""
    run_demo(port, browser, from_locale(os.environ))
