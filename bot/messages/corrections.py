"""Corrections of posts: what an admin is told of them, and what takes the place of a post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts.fact import Fact
from bot.knowledge.outdated import Item
from bot.messages.html import bold, escape, shortened
from bot.messages.message import Button, Message
from bot.messages.post import source_line, stop_line
from bot.messages.said import sentence
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice
from bot.subscriptions.feed import Feed

SHOWN = 5
TEXT_CHARACTERS = 100
_PREFIX = "k:"


@dataclass(frozen=True, slots=True)
class Affected:
    """So many `posts` told `before`, in whose place `after` is known now (None: nothing)."""

    before: Item
    after: Item | None
    posts: int


def read_offer(data: str) -> str | None:
    """The offer of a button below `affected_message`; None for other buttons."""
    return data.removeprefix(_PREFIX) if data.startswith(_PREFIX) else None


def affected_message(message: Message, affected: Sequence[Affected], posts: int, offer: str, voice: Voice) -> Message:
    """A reply with the posts that its change made wrong below it, and the button that corrects them."""
    texts = voice.texts
    lines = [message.html, "", bold(texts.plural("correction.affected", posts))]
    for each in affected[:SHOWN]:
        after = item_text(each.after, voice) if each.after else texts("correction.gone")
        line = texts.plural("correction.line", each.posts, before=item_text(each.before, voice), after=after)
        lines.append(escape(line))
    if len(affected) > SHOWN:
        lines.append(escape(texts.plural("correction.more", len(affected) - SHOWN)))
    button = Button(texts.plural("correction.button", posts), data=f"{_PREFIX}{offer}")
    return Message(fit_lines("\n".join(lines).split("\n")), (*message.keyboard, (button,)))


def under_way_message(posts: int, voice: Voice) -> Message:
    """The corrections wait to be sent."""
    return Message(escape(voice.texts.plural("correction.under_way", posts)))


def corrected_message(post: Message, voice: Voice) -> Message:
    """The post as it should have been, saying that it was changed."""
    *lines, stop = post.html.split("\n")
    return Message(fit_lines([*lines, escape(voice.texts("correction.corrected")), stop]), post.keyboard)


def withdrawn_message(feed: Feed, voice: Voice) -> Message:
    """In the place of a post that nothing proves any more."""
    lines = [bold(voice.texts(f"feed.{feed}")), escape(voice.texts("correction.withdrawn")), stop_line(feed, voice)]
    return Message("\n".join(lines))


def erratum_message(after: Item | None, feed: Feed, voice: Voice) -> Message:
    """Below a post that cannot be changed: a quiz."""
    lines = [bold(voice.texts("correction.erratum"))]
    if isinstance(after, Fact):
        lines += [
            escape(voice.texts("correction.now", text=sentence(after, voice))),
            source_line(after.sources[:1], voice),
        ]
    else:
        lines.append(escape(voice.texts("correction.void")))
    return Message(fit_lines([*lines, stop_line(feed, voice)]))


def item_text(item: Item, voice: Voice) -> str:
    """A fact as a sentence, a term with its definition: plain, cut."""
    if isinstance(item, Fact):
        return shortened(sentence(item, voice), TEXT_CHARACTERS)
    name = item.term_zh or item.term_en
    return shortened(voice.texts("term.inline", name=name, definition=item.definition), TEXT_CHARACTERS)
