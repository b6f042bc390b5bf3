"""python-telegram-bot over the practice Bot API."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.practice.server import PRACTICE_BOT

GRACE = 7


@pytest.fixture
def api() -> PracticeBotApi:
    api = PracticeBotApi()
    api.user(GRACE).text("hi")
    return api


def run(api: PracticeBotApi, use: Callable[[Bot], Awaitable[object]], token: str = PRACTICE_BOT) -> None:
    async def started() -> None:
        async with Bot(token, request=PracticeRequest(api), get_updates_request=PracticeRequest(api)) as bot:
            await use(bot)

    asyncio.run(started())


def test_a_bot_sends_edits_and_reads_updates(api: PracticeBotApi) -> None:
    async def use(bot: Bot) -> None:
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Done", callback_data="done")]])
        sent = await bot.send_message(GRACE, "<b>Hi</b>", parse_mode="HTML", reply_markup=keyboard)
        await sent.edit_text("Hi again")
        updates = await bot.get_updates()
        assert [update.effective_message and update.effective_message.text for update in updates] == ["hi"]
        assert not await bot.get_updates(offset=updates[-1].update_id + 1)

    run(api, use)
    assert api.chat(GRACE).last().text == "Hi again"


def test_files_go_both_ways(api: PracticeBotApi) -> None:
    file_id = api.user(GRACE).document("people.csv", b"Ana")["message"]["document"]["file_id"]

    async def use(bot: Bot) -> None:
        content = await (await bot.get_file(file_id)).download_as_bytearray()
        await bot.send_document(GRACE, bytes(content), filename="again.csv", caption="Here")
        await bot.send_photo(GRACE, b"jpg")

    run(api, use)
    document, photo = api.chat(GRACE).sent()
    assert document.file is not None
    assert (document.file.name, document.file.content, document.file.mime_type) == ("again.csv", b"Ana", "text/csv")
    assert photo.file is not None
    assert photo.file.content == b"jpg"


def test_refusals_come_as_the_librarys_errors(api: PracticeBotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")

    async def use(bot: Bot) -> None:
        with pytest.raises(BadRequest, match=r"(?i)message text is empty"):
            await bot.send_message(GRACE, "")
        api.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
        with pytest.raises(RetryAfter):
            await bot.send_message(GRACE, "Hello")
        api.user(GRACE).block()
        with pytest.raises(Forbidden, match="blocked by the user"):
            await bot.send_message(GRACE, "Hello")

    run(api, use)


def test_a_wrong_token_is_refused(api: PracticeBotApi) -> None:
    with pytest.raises(InvalidToken):
        run(api, lambda bot: bot.get_me(), token="1:wrong")


def test_faults_look_as_on_the_network(api: PracticeBotApi) -> None:
    async def use(bot: Bot) -> None:
        api.drop_next("sendMessage")
        with pytest.raises(NetworkError) as dropped:
            await bot.send_message(GRACE, "one")
        assert isinstance(dropped.value.__cause__, httpx.ConnectError)
        api.time_out_next("sendMessage")
        with pytest.raises(TimedOut) as delivered:
            await bot.send_message(GRACE, "two")
        assert isinstance(delivered.value.__cause__, httpx.ReadTimeout)
        api.time_out_next("sendMessage", delivered=False)
        with pytest.raises(TimedOut) as undelivered:
            await bot.send_message(GRACE, "three")
        assert isinstance(undelivered.value.__cause__, httpx.ConnectTimeout)

    run(api, use)
    assert [message.text for message in api.chat(GRACE).sent()] == ["two"]
