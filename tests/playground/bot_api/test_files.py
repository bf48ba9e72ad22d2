from __future__ import annotations

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
