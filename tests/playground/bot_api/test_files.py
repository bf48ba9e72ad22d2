from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.playground.documents import LARGEST_DOWNLOAD, MOST_FILES
from bot.playground.playground import Playground
from bot.playground.refusal import RefusalError
from bot.playground.talk import NotAllowedError
from tests.playground.conftest import TOKEN, Caller


async def status(api: Caller, path: str, token: str = TOKEN) -> tuple[int, bytes]:
    async with api.session.get(f"{api.address}/file/bot{token}/{path}") as response:
        return response.status, await response.read()


async def test_a_sent_file_reaches_the_bot_and_can_be_downloaded(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    playground.say_document(owner, owner.id, "文章 1.md", b"# text", "/summit")
    (update,) = await api.call("getUpdates")
    message = update["message"]
    assert "text" not in message
    assert message["caption"] == "/summit"
    assert [entity["type"] for entity in message["caption_entities"]] == ["bot_command"]
    document = message["document"]
    assert (document["file_name"], document["file_size"]) == ("文章 1.md", 6)
    file = await api.call("getFile", file_id=document["file_id"])
    assert file["file_unique_id"] == document["file_unique_id"]
    assert file["file_path"].startswith("documents/")
    assert await status(api, file["file_path"]) == (200, b"# text")


async def test_only_the_bot_gets_files_and_only_those_there_are(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    message = playground.say_document(owner, owner.id, "../../a.md", b"x")
    assert message.document is not None
    assert ".." not in message.document.path
    assert (await status(api, message.document.path, "900100:another-token"))[0] == 401
    assert (await status(api, message.document.path, "none"))[0] == 404
    assert (await status(api, "documents/file_9.md"))[0] == 404
    assert (await status(api, "..%2f..%2fpyproject.toml"))[0] == 404
    assert "wrong file_id" in await api.refused("getFile", file_id="AAA")
    assert "file_id not specified" in await api.refused("getFile")


async def test_a_large_file_is_told_of_and_not_handed_over(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    message = playground.say_document(owner, owner.id, "a.md", bytes(LARGEST_DOWNLOAD + 1))
    assert message.document is not None
    assert "too big" in await api.refused("getFile", file_id=message.document.file_id)
    assert (await status(api, message.document.path))[0] == 404


async def test_what_no_app_sends_is_refused(playground: Playground) -> None:
    owner, admin, _ = playground.people
    for refused in (b"", b"x"):
        with pytest.raises(RefusalError):
            playground.say_document(owner, owner.id, "a.md", refused, "x" * 1025 if refused else "")
    with pytest.raises(NotAllowedError):
        playground.say_document(admin, owner.id, "a.md", b"x")


async def test_the_oldest_files_are_forgotten(api: Caller, playground: Playground) -> None:
    owner = playground.people[0]
    ids = []
    for number in range(MOST_FILES + 1):
        document = playground.say_document(owner, owner.id, f"{number}.md", b"x").document
        assert document is not None
        ids.append(document.file_id)
    await api.refused("getFile", file_id=ids[0])
    await api.call("getFile", file_id=ids[1])


async def sent_document(api: Caller, files: dict[str, tuple[str, bytes]], **fields: str) -> dict[str, Any]:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in fields.items():
        form.add_field(name, value)
    for name, (file_name, content) in files.items():
        form.add_field(name, content, filename=file_name)
    async with api.session.post(f"{api.address}/bot{TOKEN}/sendDocument", data=form) as response:
        answer: dict[str, Any] = await response.json()
        return answer


@pytest.mark.parametrize(("part", "named"), [("document", {}), ("a", {"document": "attach://a"})])
async def test_the_bot_sends_a_file_with_a_caption(
    api: Caller, playground: Playground, chat: int, part: str, named: dict[str, str]
) -> None:
    files = {part: ("日历.ics", b"BEGIN")}
    answer = await sent_document(api, files, chat_id=str(chat), caption="<b>x</b>", parse_mode="HTML", **named)
    message = answer["result"]
    assert (message["caption"], message["caption_entities"][0]["type"]) == ("x", "bold")
    assert (message["document"]["file_name"], message["document"]["mime_type"]) == ("日历.ics", "text/calendar")
    again = await api.call("sendDocument", chat_id=chat, document=message["document"]["file_id"])
    assert again["document"] == message["document"]
    assert "caption" not in again
    kept = playground.messages(chat)[-1].document
    assert kept is not None
    assert kept.content == b"BEGIN"


async def test_documents_that_telegram_refuses(api: Caller, chat: int) -> None:
    for parameters, reason in (
        ({}, "there is no document in the request"),
        ({"document": "attach://a"}, "there is no document in the request"),
        ({"document": "https://a.example/x"}, "failed to get HTTP URL content"),
        ({"document": "AAA"}, "wrong file identifier/HTTP URL specified"),
    ):
        assert await api.refused("sendDocument", chat_id=chat, **parameters) == f"Bad Request: {reason}"
    file = {"document": ("a.md", b"x")}
    for files, caption, reason in (
        ({"document": ("a.md", b"")}, "", "file must be non-empty"),
        (file, "x" * 1025, "message caption is too long"),
    ):
        answer = await sent_document(api, files, chat_id=str(chat), caption=caption)
        assert answer["description"] == f"Bad Request: {reason}"
    assert (await sent_document(api, file, chat_id=str(chat), caption="x" * 1024))["ok"]
