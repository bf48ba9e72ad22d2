"""Posting in channels and groups: offers, what the bot may not do there, and how a chat is picked."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot.messages.html import bold, escape, link
from bot.messages.manager_data import Action, Task, encode_task
from bot.messages.message import Button, Message, ReplyKey, Wants
from bot.messages.planner_data import Page, Step, encode_step
from bot.messages.voice import Voice
from bot.subscriptions.chat import Place
from bot.subscriptions.subscription import Subscription


class Right(StrEnum):
    """What the bot lacks to post in a chat."""

    MEMBER = "member"  # it is not in the group
    ADMIN = "admin"  # it is no administrator of the channel
    POST = "post"  # it is one, without the right to post
    SEND = "send"  # members, or the bot, may not write in the group


def offer_message(title: str, wanted: Subscription, voice: Voice) -> Message:
    """The bot was added to a channel: one button is enough."""
    texts, at = voice.texts, f"{wanted.times.at:%H:%M}"
    rows = (
        (Button(texts("offer.accept", time=at), encode_step(Step(Page.SAVE, wanted, elsewhere=True))),),
        (
            Button(texts("offer.edit"), encode_step(Step(Page.MAIN, wanted, elsewhere=True))),
            Button(texts("offer.decline"), encode_step(Step(Page.CLOSE, wanted, elsewhere=True))),
        ),
    )
    return Message(f"{bold(texts('offer.title', title=title))}\n{escape(texts('offer.text'))}", rows)


def lacking_text(missing: Sequence[Right], voice: Voice) -> str:
    """Each missing right by its name in Telegram's settings, plain."""
    return " ".join(voice.texts(f"lacking.{right}") for right in missing)


def lacking_message(title: str, missing: Sequence[Right], voice: Voice, repair: int | None = None) -> Message:
    """The bot may not post in a chat: what is missing; `repair` is the number of a chat to look at again."""
    lines = [bold(voice.texts("lacking.title", title=title)), escape(lacking_text(missing, voice))]
    if repair is None:
        lines.append(escape(voice.texts("lacking.again")))
        return Message("\n".join(lines))
    return Message("\n".join(lines), (_repair(repair, voice),))


def lost_message(title: str, chat: int, voice: Voice) -> Message:
    """Nothing can be posted in a chat any more: for who subscribed there."""
    texts = voice.texts
    text = f"{bold(texts('lost.title', title=title or str(chat)))}\n{escape(texts('lost.text'))}"
    return Message(text, (_repair(chat, voice),))


def closed_topic_message(title: str, chat: int, voice: Voice) -> Message:
    """Nothing can be posted in a topic any more: for who subscribed there."""
    texts = voice.texts
    text = f"{bold(texts('closed.title', title=title or str(chat)))}\n{escape(texts('closed.text'))}"
    leave = Button(texts("manager.leave"), encode_task(Task(Action.LEAVE, Place(chat), elsewhere=True)))
    return Message(text, (_repair(chat, voice), (leave,)))


def picker_message(username: str, voice: Voice) -> Message:
    """Keys that pick a channel or a group, and the other ways."""
    texts = voice.texts
    keys = (
        (ReplyKey(texts("picker.channel"), Wants.CHANNEL), ReplyKey(texts("picker.group"), Wants.GROUP)),
        (ReplyKey(texts("planner.location.cancel")),),
    )
    lines = [escape(texts("picker.ask")), escape(texts("picker.other", command="/subscribe @channel"))]
    lines.append(link(texts("picker.link"), add_link(username)))
    return Message("\n".join(lines), reply_keys=keys)


def picked_message(title: str, voice: Voice) -> Message:
    """A chat was picked; the keys go away."""
    return Message(escape(voice.texts("picker.picked", title=title)), reply_keys=())


def unknown_chat_message(username: str, voice: Voice) -> Message:
    """There is no such chat, or the bot is not in it; and how it gets in."""
    texts = voice.texts
    return Message(
        f"{escape(texts('subscribe.refused.unknown_chat'))}\n{link(texts('picker.link'), add_link(username))}"
    )


def cancelled_message(voice: Voice) -> Message:
    """Nothing was picked or sent; the keys go away."""
    return Message(escape(voice.texts("planner.closed")), reply_keys=())


def add_link(username: str) -> str:
    """Opens the choice of a channel to add the bot to, with the right it needs: https://core.telegram.org/api/links."""
    return f"https://t.me/{username}?startchannel&admin=post_messages"


def _repair(chat: int, voice: Voice) -> tuple[Button, ...]:
    return (Button(voice.texts("manager.repair"), encode_task(Task(Action.REPAIR, Place(chat), elsewhere=True))),)
