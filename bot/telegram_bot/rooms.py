"""What the Bot API tells of chats and of those in them."""

from __future__ import annotations

import logging

import telegram
from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator, ChatMemberOwner, ChatMemberRestricted
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.messages.places import Right
from bot.services.rooms import Room
from bot.subscriptions.chat import ChatKind

log = logging.getLogger(__name__)

_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class TelegramRooms:
    """See `bot.services.rooms.Rooms`. The bot must be initialised."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot

    @property
    def username(self) -> str:
        """The bot's own."""
        return self._bot.username

    async def manages(self, chat: int, user: int | None) -> bool:
        """See `Rooms.manages`."""
        if user is None or chat > 0:
            return chat == user
        member = await self._member(chat, user)
        return member is not None and manages(member)

    async def look(self, chat: int | str, user: int | None) -> Room | None:
        """See `Rooms.look`."""
        try:
            found = await self._bot.get_chat(chat)
        except (BadRequest, Forbidden):
            return None
        except TelegramError as error:
            log.warning("A chat could not be looked at: %s", error)
            return None
        kind = ChatKind(found.type)
        if kind is ChatKind.PRIVATE:
            return Room(found.id, kind, "", found.id == user) if found.id == user else None
        own = await self._member(found.id, self._bot.id)
        if own is None and kind is ChatKind.CHANNEL and isinstance(chat, int):
            return None
        member = await self._member(found.id, user) if user else None
        missing = lacking(own, kind, found) if own else (Right.ADMIN if kind is ChatKind.CHANNEL else Right.MEMBER,)
        # Where the bot is no administrator it is not told who is: what it lacks comes first.
        may = member is not None and manages(member)
        return Room(found.id, kind, found.title or "", may or (member is None and bool(missing)), missing)

    async def _member(self, chat: int, user: int) -> ChatMember | None:
        try:
            try:
                return await self._bot.get_chat_member(chat, user)
            except BadRequest:
                # Groups may hide their members from bots that are no administrators, never the administrators.
                leaders = await self._bot.get_chat_administrators(chat)
                return next((member for member in leaders if member.user.id == user), None)
        except (BadRequest, Forbidden):
            return None
        except TelegramError as error:
            log.warning("Nobody can tell what somebody may do in a chat: %s", error)
            return None


def manages(member: ChatMember) -> bool:
    """Whether somebody may change what their chat gets: owners, and administrators; in channels those who may post."""
    if isinstance(member, ChatMemberOwner):
        return True
    return isinstance(member, ChatMemberAdministrator) and member.can_post_messages is not False


def lacking(own: ChatMember, kind: ChatKind, chat: ChatFullInfo | None = None) -> tuple[Right, ...]:
    """What the bot as this member lacks to post; `chat` tells what plain members of a group may."""
    if kind is ChatKind.CHANNEL:
        if not isinstance(own, ChatMemberAdministrator):
            return (Right.ADMIN,)
        return () if own.can_post_messages else (Right.POST,)
    if not inside(own):
        return (Right.MEMBER,)
    if isinstance(own, ChatMemberRestricted):
        return () if own.can_send_messages else (Right.SEND,)
    silent = chat is not None and chat.permissions is not None and chat.permissions.can_send_messages is False
    return (Right.SEND,) if silent and own.status == ChatMemberStatus.MEMBER else ()


def inside(member: ChatMember) -> bool:
    """Whether somebody is in a chat."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in _OUTSIDE
