"""What each sender takes of the token's budget."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0003."""
    op.add_column("senders", sa.Column("share", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """To 0003."""
    op.drop_column("senders", "share")
