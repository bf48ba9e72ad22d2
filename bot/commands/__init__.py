"""One command of the command line a file; `bot/cli.py` loads only the one that was asked for."""
