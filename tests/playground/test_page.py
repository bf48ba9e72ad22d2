"""The page in a real browser, a real bot behind it."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.clock import SystemClock
from bot.playground.movable_clock import MovableClock
from bot.playground.playground import Playground
from tests.playground.conftest import TOKEN, Caller
from tests.playground.example_bot import example_bot

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
DESKTOP = (1180, 820)
PHONE = (390, 800)
# Where to put pictures of the page for someone to look at; none are taken without it.
SHOTS = os.environ.get("PLAYGROUND_SHOTS")

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists() and not os.environ.get("CI"), reason=f"no browser at {CHROMIUM}; apt-get install chromium"
)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A fresh browser; an error in a page fails the test that opened it."""
    errors: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        browser.on("context", lambda context: context.on("weberror", lambda error: errors.append(str(error.error))))
        yield browser
        await browser.close()
    assert errors == []


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    # A page shows "today": it needs the real time.
    playground = Playground(TOKEN, SystemClock(), "知识机器人", "knowledge_demo_bot")
    yield playground
    await playground.stop()


async def visit(
    browser: Browser, address: str, size: tuple[int, int] = DESKTOP, locale: str = "zh-CN", *, dark: bool = False
) -> Page:
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale=locale, color_scheme="dark" if dark else "light"
    )
    page = await context.new_page()
    page.set_default_timeout(10_000)
    await page.goto(address)
    return page


async def shoot(page: Page, name: str) -> None:
    if SHOTS:
        await page.wait_for_timeout(300)
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")


async def send(page: Page, text: str) -> None:
    await page.get_by_placeholder("输入消息").fill(text)
    await page.keyboard.press("Enter")


async def test_a_message_is_answered_with_formatting_and_a_pressed_button_changes_it(
    browser: Browser, playground: Playground, address: str
) -> None:
    async with example_bot(TOKEN, address):
        page = await visit(browser, address)
        await shoot(page, "desktop-start")
        await page.get_by_role("button", name="开始", exact=True).click()
        reply = page.locator(".theirs .text").last
        await expect(reply.locator("strong")).to_have_text("2024 年读书大会")
        await send(page, "/summit 2022")
        await expect(page.locator(".mine .link").last).to_have_text("/summit")
        await expect(reply.locator("strong")).to_have_text("2022 年读书大会")
        await expect(reply.locator("a")).to_have_attribute("href", "https://example.org/report?a=1&b=2")
        await expect(page.get_by_role("link", name="来源").last).to_have_attribute("href", "https://example.org/a")
        await shoot(page, "desktop-reply")

        await page.get_by_role("button", name="下一届 ▶").last.click()
        await expect(reply.locator("strong")).to_have_text("2025 年读书大会")
        await expect(reply.locator(".meta")).to_contain_text("已编辑")
        await expect(page.locator("#toast")).to_have_text("换了一届")
        await shoot(page, "desktop-pressed")

        await page.get_by_role("button", name="看原句").last.click()
        await expect(page.get_by_role("dialog")).to_contain_text("三百五十人")
        await shoot(page, "desktop-alert")
        await page.get_by_role("button", name="好").click()
        await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_commands_are_chosen_by_keyboard(browser: Browser, playground: Playground, address: str) -> None:
    async with example_bot(TOKEN, address):
        page = await visit(browser, address)
        await page.get_by_role("button", name="开始", exact=True).click()
        await page.get_by_placeholder("输入消息").press_sequentially("/")
        options = page.get_by_role("option")
        await expect(options).to_have_count(3)
        await shoot(page, "desktop-commands")
        await page.keyboard.type("he")
        await expect(options).to_have_text(["/help能问什么"])
        await page.keyboard.press("Enter")
        await expect(page.locator(".mine .text").last).to_contain_text("/help")
        await expect(options).to_have_count(0)
        await page.get_by_role("button", name="命令").click()
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Tab")
        await expect(page.get_by_placeholder("输入消息")).to_have_value("/start ")


async def test_markup_in_a_message_stays_text(browser: Browser, playground: Playground, address: str) -> None:
    async with example_bot(TOKEN, address):
        page = await visit(browser, address)
        await page.get_by_role("button", name="开始", exact=True).click()
        nasty = '<img src=x onerror="document.title=1"><b>粗</b>'
        await send(page, nasty)
        await expect(page.locator(".theirs .text strong").last).to_have_text(nasty)
        await expect(page.locator(".text img")).to_have_count(0)
        await expect(page).to_have_title("演练场")


async def test_a_pressed_button_shows_progress_and_typing_is_shown(
    browser: Browser, playground: Playground, api: Caller, chat: int
) -> None:
    page = await visit(browser, api.address)
    keys = {"inline_keyboard": [[{"text": "按我", "callback_data": "x"}]]}
    await api.call(
        "sendMessage", chat_id=chat, text="<tg-spoiler>谜底</tg-spoiler>", parse_mode="HTML", reply_markup=keys
    )
    key = page.get_by_role("button", name="按我")
    await key.focus()
    await page.keyboard.press("Enter")
    await expect(key).to_have_attribute("aria-busy", "true")
    query = (await api.call("getUpdates", timeout=5))[0]["callback_query"]["id"]
    await api.call("answerCallbackQuery", callback_query_id=query)
    await expect(key).not_to_have_attribute("aria-busy", "true")
    await expect(page.locator(".preview").first).to_have_text("▒▒")
    await expect(page.get_by_text("谜底", exact=True)).to_be_hidden()
    await page.locator(".spoiler").click()
    await expect(page.get_by_text("谜底", exact=True)).to_be_visible()
    await api.call("sendChatAction", chat_id=chat, action="typing")
    await expect(page.locator("#chat-status")).to_have_text("正在输入")
    await api.call("sendMessage", chat_id=chat, text="好")
    await expect(page.locator("#chat-status")).to_have_text("机器人")


async def test_enter_that_picks_a_word_of_an_input_method_does_not_send(
    browser: Browser, playground: Playground, address: str, chat: int
) -> None:
    page = await visit(browser, address)
    field = page.get_by_placeholder("输入消息")
    await field.fill("乌镇")
    await field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await expect(field).to_have_value("乌镇")
    await field.press("Shift+Enter")
    await expect(field).to_have_value("乌镇\n")
    await field.press("Enter")
    await expect(field).to_have_value("")
    await expect(page.locator(".mine .text").last).to_contain_text("乌镇")


async def test_reply_and_another_person_in_the_group(browser: Browser, playground: Playground, address: str) -> None:
    async with example_bot(TOKEN, address):
        page = await visit(browser, address)
        await page.locator("[data-chat]", has_text="研习小组").click()
        await shoot(page, "desktop-group-empty")
        await send(page, "今天读到哪里了？")
        await send(page, "/summit 2023")
        await expect(page.locator(".theirs .text strong").last).to_have_text("2023 年读书大会")
        # What is no command, reply or mention does not reach the bot.
        await expect(page.locator(".theirs")).to_have_count(1)

        await page.get_by_role("button", name="以谁的身份说话").first.click()
        await shoot(page, "desktop-people")
        await page.get_by_role("menuitemradio", name="Alex Morgan").click()
        await expect(page.get_by_role("button", name="Reply").first).to_be_attached()
        await expect(page.locator("#chat-status")).to_have_text("4 members")
        await page.locator(".theirs", has_text="读书大会").get_by_role("button", name="Reply").click()
        await expect(page.locator("#reply-name")).to_have_text("知识机器人")
        await page.get_by_placeholder("Message").fill("who came?")
        await page.keyboard.press("Enter")
        await expect(page.locator(".mine .quote")).to_contain_text("读书大会")
        await expect(page.locator(".theirs .text strong").last).to_have_text("who came?")
        await shoot(page, "desktop-group")


async def test_on_a_phone_the_list_and_the_chat_are_two_screens(
    browser: Browser, playground: Playground, address: str
) -> None:
    async with example_bot(TOKEN, address):
        page = await visit(browser, address, PHONE, dark=True)
        await expect(page.locator("#chat-title")).to_be_hidden()
        await shoot(page, "phone-list")
        await page.locator("[data-chat]").first.click()
        await page.get_by_role("button", name="开始", exact=True).click()
        await send(page, "/summit 2024")
        await expect(page.locator(".theirs .text strong").last).to_have_text("2024 年读书大会")
        await shoot(page, "phone-chat")
        overflow = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not overflow
        await page.get_by_role("button", name="返回").click()
        await expect(page.locator("[data-chat] .preview").first).to_contain_text("2024 年读书大会")


async def test_language_follows_the_visitor(browser: Browser, playground: Playground, address: str) -> None:
    page = await visit(browser, address, locale="en-US")
    await expect(page.locator("#me b")).to_have_text("Alex Morgan")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "en"


async def test_the_page_comes_back_when_the_server_does(browser: Browser, playground: Playground, address: str) -> None:
    page = await visit(browser, address)
    await page.get_by_role("button", name="开始", exact=True).click()
    await expect(page.locator(".mine")).to_have_count(1)
    await playground.stop()
    await expect(page.locator("#offline")).to_be_visible()
    again = Playground(TOKEN, SystemClock(), "知识机器人", "knowledge_demo_bot")
    await again.start(port=int(address.rpartition(":")[2]))
    try:
        owner = again.people[0]
        again.say(owner, owner.id, "重来")
        await expect(page.locator("#offline")).to_be_hidden()
        await expect(page.locator(".mine .text")).to_contain_text(["重来"])
    finally:
        await again.stop()


async def test_a_file_is_sent_and_shown_with_its_name_and_size(
    browser: Browser, playground: Playground, address: str, tmp_path: Path
) -> None:
    page = await visit(browser, address)
    owner = playground.people[0]
    playground.say(owner, owner.id, "/start")
    file = tmp_path / "文章 <b>.md"
    file.write_bytes(b"x" * 1536)
    async with page.expect_file_chooser() as chosen:
        await page.get_by_role("button", name="发送文件").click()
    await (await chosen.value).set_files(file)
    bubble = page.locator(".message.mine .document")
    await expect(bubble).to_contain_text("文章 <b>.md")
    await expect(bubble).to_contain_text("1.5 KB")
    async with page.expect_download() as saved:
        await bubble.click()
    await (await saved.value).save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == b"x" * 1536
    (message,) = [message for message in playground.messages(owner.id) if message.document]
    assert message.document is not None
    assert message.document.name == "文章 <b>.md"


async def test_a_channel_its_bot_and_the_clock(browser: Browser) -> None:
    playground = Playground(TOKEN, MovableClock(SystemClock()), "知识机器人", "knowledge_demo_bot")
    address = await playground.start()
    async with aiohttp.ClientSession() as session:
        api = Caller(session, address)
        page = await visit(browser, address)
        await page.locator("[data-chat]", has_text="每日一读").click()
        await expect(page.locator("#chat-status")).to_have_text("频道，3 位订阅者")
        await page.get_by_role("button", name="管理机器人").click()
        await shoot(page, "channel-menu")
        await page.get_by_role("menuitem", name="把机器人加进来").click()
        await expect(page.locator("#chat-status")).to_have_text("频道，4 位订阅者")
        await page.get_by_role("button", name="+1 天").click()
        await expect(page.get_by_role("button", name="+1 天")).to_be_enabled()
        await api.call("sendMessage", chat_id=playground.channel, text="明天的一条")
        await expect(page.locator(".theirs .text").last).to_contain_text("明天的一条")
        await expect(page.locator(".day").last).to_have_text("今天")
        assert abs(playground.messages(playground.channel)[-1].date - time.time() - 86400) < 60
        await shoot(page, "channel-post")
        await page.locator(".theirs").last.hover()
        await page.get_by_role("button", name="转发给机器人").last.click()
        await page.locator("[data-chat]", has_text="知识机器人").click()
        await expect(page.locator(".forwarded")).to_have_text("转发自 每日一读 · Daily reading")
        keys = {"keyboard": [[{"text": "在哪里", "request_location": True}, {"text": "算了"}]]}
        await api.call("sendMessage", chat_id=playground.people[0].id, text="？", reply_markup=keys)
        await page.get_by_role("button", name="在哪里").click()
        await shoot(page, "keys")
        await page.get_by_role("menuitem", name="伦敦").click()
        await expect(page.locator(".mine .text").last).to_contain_text("位置 51.51")
        await page.get_by_role("button", name="以谁的身份说话").first.click()
        await page.get_by_role("menuitemradio", name="Alex Morgan").click()
        await page.locator("[data-chat]", has_text="Daily reading").click()
        await expect(page.get_by_text("Only administrators of the channel can post here")).to_be_visible()
        await expect(page.get_by_role("button", name="Manage the bot")).to_be_hidden()
        await shoot(page, "channel-reader")
    await playground.stop()
