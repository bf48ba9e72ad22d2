"""One transaction and the repositories in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.broadcasts import Broadcasts
from bot.storage.chats import Chats
from bot.storage.corpus import Generation
from bot.storage.decks import Decks
from bot.storage.occurrences import Occurrences
from bot.storage.offers import Offers
from bot.storage.outbox import Outbox
from bot.storage.polls import Polls
from bot.storage.posts import Posts
from bot.storage.senders import Senders
from bot.storage.subscriptions import Subscriptions


@dataclass(frozen=True, slots=True)
class Work:
    """What is read and written here is seen by others when the transaction ends."""

    connection: AsyncConnection

    @property
    def chats(self) -> Chats:
        """Chats with anything in the database."""
        return Chats(self.connection)

    @property
    def subscriptions(self) -> Subscriptions:
        """What chats asked for, and when it is due next."""
        return Subscriptions(self.connection)

    @property
    def decks(self) -> Decks:
        """What chats have seen."""
        return Decks(self.connection)

    @property
    def occurrences(self) -> Occurrences:
        """What happened, each once."""
        return Occurrences(self.connection)

    @property
    def offers(self) -> Offers:
        """What waits for somebody to write."""
        return Offers(self.connection)

    @property
    def outbox(self) -> Outbox:
        """What is to be sent, and what came of it."""
        return Outbox(self.connection)

    @property
    def posts(self) -> Posts:
        """The outbox as people look at it."""
        return Posts(self.connection)

    @property
    def broadcasts(self) -> Broadcasts:
        """What admins send to everybody."""
        return Broadcasts(self.connection)

    @property
    def polls(self) -> Polls:
        """Quizzes that were sent."""
        return Polls(self.connection)

    @property
    def corpus(self) -> Generation:
        """Which articles every process should know."""
        return Generation(self.connection)

    @property
    def senders(self) -> Senders:
        """The processes that send."""
        return Senders(self.connection)
