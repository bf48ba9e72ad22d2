"""The life of chats: their titles, pauses of single subscriptions, what people were told, offers that wait, exchanged items."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0002."""
    op.add_column("chats", sa.Column("title", sa.String(255), nullable=False, server_default=sa.text("''")))
    op.add_column("chats", sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.create_index(
        "ix_chats_untold",
        "chats",
        ["id"],
        sqlite_where=sa.text("pause = 'rights' AND NOT told"),
        postgresql_where=sa.text("pause = 'rights' AND NOT told"),
    )
    op.add_column("subscriptions", sa.Column("pause", sa.String(16)))
    op.add_column("subscriptions", sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.create_index("ix_subscriptions_subscriber", "subscriptions", ["subscriber"])
    op.create_index(
        "ix_subscriptions_untold",
        "subscriptions",
        ["chat_id"],
        sqlite_where=sa.text("pause = 'topic' AND NOT told"),
        postgresql_where=sa.text("pause = 'topic' AND NOT told"),
    )
    op.add_column("decks", sa.Column("ahead", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.create_table(
        "offers",
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "chat_id", name="pk_offers"),
    )


def downgrade() -> None:
    """To 0002."""
    op.drop_table("offers")
    op.drop_column("decks", "ahead")
    op.drop_index("ix_subscriptions_untold", "subscriptions")
    op.drop_index("ix_subscriptions_subscriber", "subscriptions")
    op.drop_column("subscriptions", "told")
    op.drop_column("subscriptions", "pause")
    op.drop_index("ix_chats_untold", "chats")
    op.drop_column("chats", "told")
    op.drop_column("chats", "title")
