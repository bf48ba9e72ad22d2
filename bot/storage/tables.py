"""The tables. A change here needs a migration: `tests/storage/test_migrations.py` compares the two."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    text,
)

from bot.storage.columns import Utc

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)
# Telegram's ids have up to 52 bits. SQLite numbers rows only in a column that is plainly INTEGER.
_Id = BigInteger().with_variant(Integer(), "sqlite")


chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("pause", String(16)),
    # Nothing goes there before: the server said to wait.
    Column("not_before", Utc),
    # As its owners call it; empty for private chats.
    Column("title", String(255), nullable=False, server_default=text("''")),
    # Whether those who subscribed know of a pause.
    Column("told", Boolean, nullable=False, server_default=text("false")),
    Index(
        "ix_chats_untold",
        "id",
        sqlite_where=text("pause = 'rights' AND NOT told"),
        postgresql_where=text("pause = 'rights' AND NOT told"),
    ),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE", ondelete="CASCADE"), primary_key=True),
    Column("topic_id", BigInteger, primary_key=True),
    Column("feed", String(32), primary_key=True),
    Column("local_time", Time, nullable=False),
    Column("zone", String(64), nullable=False),
    # Bit 0 is Monday.
    Column("weekdays", SmallInteger, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("subscriber", BigInteger),
    # Days before an anniversary that it is told of, too.
    Column("ahead", SmallInteger, nullable=False, server_default=text("0")),
    # Both are empty for a feed that is not due by the clock.
    Column("next_due_at", Utc),
    Column("next_local_date", Date),
    # Why this one is not sent while others of its chat are.
    Column("pause", String(16)),
    # Whether who subscribed knows of it.
    Column("told", Boolean, nullable=False, server_default=text("false")),
    Index(None, "next_due_at"),
    Index(None, "subscriber"),
    Index(
        "ix_subscriptions_untold",
        "chat_id",
        sqlite_where=text("pause = 'topic' AND NOT told"),
        postgresql_where=text("pause = 'topic' AND NOT told"),
    ),
)

decks = Table(
    "decks",
    metadata,
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE", ondelete="CASCADE"), primary_key=True),
    Column("feed", String(32), primary_key=True),
    Column("seed", BigInteger, nullable=False),
    # Ids with blanks between them: a deck is read and written whole.
    Column("seen", Text, nullable=False),
    # Ids that somebody put first.
    Column("ahead", Text, nullable=False, server_default=text("''")),
)

# Channels that somebody added the bot to, who never wrote to it: what it would say waits until they do.
offers = Table(
    "offers",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("title", String(255), nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE", ondelete="CASCADE"), nullable=False),
    Column("topic_id", BigInteger, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("state", String(16), nullable=False),
    Column("not_before", Utc, nullable=False),
    Column("expires", Utc, nullable=False),
    Column("failures", Integer, nullable=False, server_default=text("0")),
    Column("resent", Integer, nullable=False, server_default=text("0")),
    Column("owner", String(64)),
    # Seconds of the database's clock.
    Column("lease_until", Double),
    # An attempt was committed and nothing is known of it yet.
    Column("on_wire", Boolean, nullable=False, server_default=text("false")),
    Column("message_id", BigInteger),
    # When its last attempt was over.
    Column("finished", Utc),
    # Ids of the facts and terms that the post tells, with blanks between them: corrections are sent after it.
    Column("facts", Text, nullable=False, server_default=text("''")),
    Index(
        "ix_outbox_waiting",
        "not_before",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "ix_outbox_leased",
        "lease_until",
        sqlite_where=text("state = 'leased'"),
        postgresql_where=text("state = 'leased'"),
    ),
    Index(None, "chat_id"),
    Index(None, "finished"),
)

# A poll that was sent: answers to it name no chat. Its right answer counts from 0.
polls = Table(
    "polls",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE", ondelete="CASCADE"), nullable=False),
    Column("topic_id", BigInteger, nullable=False),
    Column("correct", SmallInteger, nullable=False),
    Column("sent_at", Utc, nullable=False),
    Index(None, "chat_id"),
)

# One row: the number of the articles that every process should know, raised by whoever reads them anew.
corpus = Table(
    "corpus",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("generation", BigInteger, nullable=False),
)

# What happened or was left out, each once; an entry of the outbox has the same key.
occurrences = Table(
    "occurrences",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("due_at", Utc, nullable=False),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("outbox_id", ForeignKey("outbox.id", ondelete="CASCADE"), nullable=False),
    Column("owner", String(64), nullable=False),
    # Seconds of the database's clock.
    Column("started", Double, nullable=False),
    Column("outcome", String(16)),
    Column("detail", Text),
    Index(None, "outbox_id"),
)

senders = Table(
    "senders",
    metadata,
    Column("name", String(64), primary_key=True),
    # Seconds of the database's clock.
    Column("seen", Double, nullable=False),
    # Messages a second that it takes of the token's.
    Column("share", Integer, nullable=False, server_default=text("0")),
)
