"""`/delivery`: what became of the posts of a day, and buttons for another try; the same on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.corpus.date import PartialDate
from bot.messages.dates import date_text
from bot.messages.html import bold, escape, neutral, shortened
from bot.messages.locale import Texts
from bot.messages.message import Button, Message
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice

SHOWN = 10
REASON_CHARACTERS = 120
_PREFIX = "o:"


class Count(StrEnum):
    """What is told of a day's posts, in this order (`delivery.<count>`)."""

    SENT = "sent"
    WAITING = "waiting"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    SKIPPED = "skipped"


class Wanted(StrEnum):
    """What a button below the overview asks for: another look, or another try."""

    LOOK = "look"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A post that went wrong: its number, for which chat (`title` may be empty), by which key, and why in the server's words."""

    id: int
    count: Count
    chat: int
    title: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The posts that were due on `day` by the clocks of `zone`."""

    day: date
    zone: str
    counts: Mapping[Count, int]
    troubles: Sequence[Trouble]


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """An entry on the command line."""

    id: int
    state: str
    key: str
    not_before: datetime
    detail: str


def read_wanted(data: str) -> Wanted | None:
    """What a button of `delivery_message` asks for; None for other buttons."""
    name = data.removeprefix(_PREFIX)
    return Wanted(name) if data.startswith(_PREFIX) and name in set(Wanted) else None


def delivery_message(overview: Overview, voice: Voice) -> Message:
    """The counts, the first of those that went wrong with why, and a button for each kind of them."""
    texts = voice.texts
    day = date_text(PartialDate.of(overview.day), voice.language)
    lines = [bold(texts("delivery.title", day=day, zone=overview.zone))]
    if any(overview.counts.values()):
        told = [texts(f"delivery.{count}", count=overview.counts.get(count, 0)) for count in Count]
        lines.append(escape(" · ".join(told)))
    else:
        lines.append(escape(texts("delivery.none")))
    lines += [escape(_trouble(each, texts)) for each in overview.troubles[:SHOWN]]
    more = overview.counts.get(Count.FAILED, 0) + overview.counts.get(Count.UNCERTAIN, 0) - SHOWN
    if more > 0:
        lines.append(escape(texts.plural("delivery.more", more)))
    rows = [
        (Button(texts.plural(f"delivery.retry.{wanted}", count), data=f"{_PREFIX}{wanted}"),)
        for wanted in (Wanted.FAILED, Wanted.UNCERTAIN)
        if (count := overview.counts.get(Count(wanted), 0))
    ]
    return Message(fit_lines(lines), (*rows, (Button(texts("delivery.look"), data=f"{_PREFIX}{Wanted.LOOK}"),)))


def retried_text(count: int, voice: Voice) -> str:
    """So many wait to be sent again: plain."""
    return voice.texts.plural("delivery.retried", count) if count else voice.texts("delivery.retried.none")


def outbox_lines(entries: Sequence[OutboxLine], texts: Texts) -> str:
    """A line each for the terminal: number, state, when, key and why."""
    if not entries:
        return texts("outbox.empty") + "\n"
    width = max(len(str(each.id)) for each in entries)
    lines = [
        f"{each.id:>{width}}  {each.state:<9}  {each.not_before:%Y-%m-%dT%H:%M:%SZ}  {neutral(each.key)}"
        + (f"  {shortened(each.detail, REASON_CHARACTERS)}" if each.detail else "")
        for each in entries
    ]
    return "\n".join(lines) + "\n"


def _trouble(trouble: Trouble, texts: Texts) -> str:
    what = texts(f"delivery.{trouble.count}.one")
    name = f"{shortened(trouble.title, 40)} ({trouble.chat})" if trouble.title else str(trouble.chat)
    why = shortened(trouble.reason, REASON_CHARACTERS) or texts("delivery.no_reason")
    return texts("delivery.trouble", id=trouble.id, what=what, chat=name, post=_post(trouble.key, texts), reason=why)


def _post(key: str, texts: Texts) -> str:
    """What kind of post has such a key: `chat/topic/feed/date`, or another one as it is."""
    parts = key.split("/")
    name = f"feed.{parts[2]}" if len(parts) > 2 else ""
    return texts(name) if name and texts.has(name) else shortened(key, 40)
