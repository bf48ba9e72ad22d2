"""The only SQL: tables, repositories, migrations, on SQLite and on PostgreSQL.

In: subscriptions, drafts, decisions. Out: the same, kept. May import `outbox`, `schedule`, `subscriptions` and the base.
"""
