"""How fast: Telegram's limits as the moments at which messages may go, on a monotonic clock in seconds.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about one message a second to a chat, 20
a minute to a group, 30 a second overall.
"""

from __future__ import annotations

from collections import OrderedDict, deque

CHAT_SECONDS = 1.0
GROUP_MESSAGES = 20
GROUP_SECONDS = 60.0
# Messages travel for unequal times: a second here is a little longer than the server's.
OVERALL_SECONDS = 1.015
# A post that comes late by this makes up for it: clocks tick, and other work goes between.
_SLACK_SECONDS = 0.02
# So many chats limited within so many seconds mean that it is the bot and not the chat.
_FLOODED_CHATS = 3
_FLOODED_SECONDS = 2.0


class Pace:
    """Counts what went, answers and posts, and says how long the next message has to wait.

    `overall` is the number of messages in any one second (at least 1); it may be changed when senders join or leave.
    `answers` people wait for now: posts leave them their places.
    """

    def __init__(self, overall: int) -> None:
        self.overall = overall
        self.answers = 0
        self._all: deque[float] = deque()
        self._chats: OrderedDict[int, deque[float]] = OrderedDict()
        self._flooded: deque[tuple[float, int]] = deque()
        self._held: dict[int, float] = {}
        self._blocked_until = 0.0
        self._next_post = 0.0

    def overall_wait(self, now: float) -> float:
        """Seconds until an answer may go at all; 0 for at once."""
        return self._wait(now, 0)

    def post_wait(self, now: float) -> float:
        """Seconds until a post may go at all, behind the answers that wait; 0 for at once."""
        return max(self._wait(now, self.answers), self._next_post - now, 0.0)

    def chat_wait(self, chat: int, is_group: bool, now: float) -> float:
        """Seconds until this chat may get another message; 0 for at once."""
        held = self._held.get(chat, now) - now
        latest = self._chats.get(chat)
        if not latest:
            return max(held, 0.0)
        wait = latest[-1] + CHAT_SECONDS - now
        if is_group and len(latest) == GROUP_MESSAGES:
            wait = max(wait, latest[0] + GROUP_SECONDS - now)
        return max(wait, held, 0.0)

    def went(self, chat: int | None, now: float) -> None:
        """A message goes to this chat now; None for what counts for no chat, as a change of one that stands there."""
        self._all.append(now)
        if chat is None:
            return
        self._chats.setdefault(chat, deque(maxlen=GROUP_MESSAGES)).append(now)
        self._chats.move_to_end(chat)
        while now - next(iter(self._chats.values()))[-1] > GROUP_SECONDS:
            self._chats.popitem(last=False)  # no limit looks back that far

    def posted(self, chat: int, now: float) -> None:
        """A post goes to this chat now. Posts keep a distance, so that no second gets more of them than another."""
        self.went(chat, now)
        self._next_post = max(self._next_post, now - _SLACK_SECONDS) + OVERALL_SECONDS / self.overall

    def flooded(self, chat: int | None, seconds: float, now: float) -> None:
        """The server said to wait with this chat. The third chat within two seconds stops everything for as long.

        So does a limit on a call without a chat (None).
        """
        if chat is None:
            self._block(now + seconds)
            return
        self._held = {each: until for each, until in self._held.items() if until > now} | {chat: now + seconds}
        self._flooded.append((now, chat))
        while now - self._flooded[0][0] > _FLOODED_SECONDS:
            self._flooded.popleft()
        if len({flooded for _, flooded in self._flooded}) >= _FLOODED_CHATS:
            self._block(now + seconds)

    def _block(self, until: float) -> None:
        self._blocked_until = max(self._blocked_until, until)

    def _wait(self, now: float, ahead: int) -> float:
        """With so many others that go first."""
        while self._all and self._all[0] <= now - OVERALL_SECONDS:
            self._all.popleft()
        blocked = max(self._blocked_until - now, 0.0)
        if (too_many := len(self._all) + ahead + 1 - self.overall) <= 0:
            return blocked
        # When so many of those that went are a second old; others than those nobody can count on.
        freed = self._all[min(too_many, len(self._all)) - 1] if self._all else now
        return max(freed + OVERALL_SECONDS - now, blocked)
