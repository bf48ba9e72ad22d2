"""Run by Alembic: changes the database through the connection that `bot.storage.migrate` hands over."""

from __future__ import annotations

from alembic import context

from bot.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters tables by copying them
    compare_type=False,  # our own types stand for the same columns
)
with context.begin_transaction():
    context.run_migrations()
