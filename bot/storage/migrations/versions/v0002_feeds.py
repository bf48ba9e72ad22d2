"""Feeds: days ahead, what a post tells, polls; the generation of the articles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From 0001."""
    op.add_column("subscriptions", sa.Column("ahead", sa.SmallInteger(), nullable=False, server_default=sa.text("0")))
    with op.batch_alter_table("subscriptions") as table:
        table.alter_column("next_due_at", existing_type=_MOMENT, nullable=True)
        table.alter_column("next_local_date", existing_type=sa.Date(), nullable=True)
    op.add_column("outbox", sa.Column("finished", _MOMENT))
    op.add_column("outbox", sa.Column("facts", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.create_index("ix_outbox_finished", "outbox", ["finished"])
    op.create_table(
        "polls",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("correct", sa.SmallInteger(), nullable=False),
        sa.Column("sent_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_polls"),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name="fk_polls_chat_id", onupdate="CASCADE", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_polls_chat_id", "polls", ["chat_id"])
    op.create_table(
        "corpus",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_corpus"),
    )


def downgrade() -> None:
    """To 0001."""
    op.drop_table("corpus")
    op.drop_table("polls")
    op.drop_index("ix_outbox_finished", "outbox")
    op.drop_column("outbox", "facts")
    op.drop_column("outbox", "finished")
    op.execute("DELETE FROM subscriptions WHERE next_due_at IS NULL")
    with op.batch_alter_table("subscriptions") as table:
        table.alter_column("next_due_at", existing_type=_MOMENT, nullable=False)
        table.alter_column("next_local_date", existing_type=sa.Date(), nullable=False)
        table.drop_column("ahead")
