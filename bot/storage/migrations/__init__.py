"""Alembic's environment; `versions/` holds the changes of the database in order."""
