"""The tables of delivery."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From nothing."""
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("pause", sa.String(16)),
        sa.Column("not_before", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_chats"),
    )
    op.create_table(
        "subscriptions",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("feed", sa.String(32), nullable=False),
        sa.Column("local_time", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("weekdays", sa.SmallInteger(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("subscriber", sa.BigInteger()),
        sa.Column("next_due_at", _MOMENT, nullable=False),
        sa.Column("next_local_date", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "topic_id", "feed", name="pk_subscriptions"),
        _of_chat("subscriptions"),
    )
    op.create_index("ix_subscriptions_next_due_at", "subscriptions", ["next_due_at"])
    op.create_table(
        "decks",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("feed", sa.String(32), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "feed", name="pk_decks"),
        _of_chat("decks"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", _ID, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("expires", _MOMENT, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("resent", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("owner", sa.String(64)),
        sa.Column("lease_until", sa.Double()),
        sa.Column("on_wire", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("message_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        _of_chat("outbox"),
    )
    _partial_index("ix_outbox_waiting", ["not_before", "id"], "state = 'pending'")
    _partial_index("ix_outbox_leased", ["lease_until"], "state = 'leased'")
    op.create_index("ix_outbox_chat_id", "outbox", ["chat_id"])
    op.create_table(
        "occurrences",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_occurrences"),
    )
    op.create_table(
        "attempts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("outbox_id", _ID, nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("started", sa.Double(), nullable=False),
        sa.Column("outcome", sa.String(16)),
        sa.Column("detail", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_attempts_outbox_id", ondelete="CASCADE"),
    )
    op.create_index("ix_attempts_outbox_id", "attempts", ["outbox_id"])
    op.create_table(
        "senders",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("seen", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_senders"),
    )


def downgrade() -> None:
    """To nothing."""
    for table in ("senders", "attempts", "occurrences", "outbox", "decks", "subscriptions", "chats"):
        op.drop_table(table)


def _of_chat(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["chat_id"], ["chats.id"], name=f"fk_{table}_chat_id", onupdate="CASCADE", ondelete="CASCADE"
    )


def _partial_index(name: str, columns: list[str], where: str) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
