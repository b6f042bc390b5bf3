"""A chat with a bot in the same process, as the chat tests have it."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, MessageHandler, filters

from bot.practice.bot_api import PracticeBotApi
from bot.practice.conversation import Conversation
from bot.practice.request import PracticeRequest
from bot.practice.server import PRACTICE_BOT

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


class CountingBot:
    """Answers with how often it was written to, and counts presses."""

    def __init__(self, api: PracticeBotApi) -> None:
        request = PracticeRequest(api)
        builder = ApplicationBuilder().token(PRACTICE_BOT).request(request).get_updates_request(request)
        self.application: Application[Any, Any, Any, Any, Any, Any] = builder.updater(None).job_queue(None).build()
        self.application.add_handler(MessageHandler(filters.ALL, self.count))
        self.application.add_handler(CallbackQueryHandler(self.press))
        self.messages = 0

    async def count(self, update: Update, _: object) -> None:
        self.messages += 1
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
        assert update.effective_message is not None
        await update.effective_message.reply_text(f"That is {self.messages}", reply_markup=keyboard)

    async def press(self, update: Update, _: object) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("Yes")
        await update.callback_query.edit_message_text("More it is")

    async def handle(self, update: Update) -> None:
        await self.application.process_update(update)

    async def tick(self, now: datetime) -> None:
        await self.application.bot.send_message(7, f"It is {now:%A}")

    async def next_due(self) -> datetime | None:
        return None

    async def next_nudge(self) -> datetime | None:
        return None


@pytest.fixture
def chat() -> Conversation:
    api = PracticeBotApi()
    return Conversation(api, CountingBot(api), api.user(7))


def test_each_verb_tells_what_the_bot_did(chat: Conversation) -> None:
    async def talk() -> None:
        async with chat.bot.application:
            assert [event.kind for event in await chat.say("hi")] == ["sent"]
            assert chat.last.text == "That is 1"
            assert [event.kind for event in await chat.press("More")] == ["answered", "edited"]
            assert (chat.last.text, chat.last.edited, chat.last.labels) == ("More it is", True, [])
            assert [event.kind for event in await chat.tick(MONDAY)] == ["sent"]
            assert chat.last.text == "It is Monday"

    asyncio.run(talk())


def test_the_same_update_can_be_given_twice_as_telegram_does(chat: Conversation) -> None:
    async def talk() -> None:
        async with chat.bot.application:
            update = chat.user.text("hi")
            await chat.give(update)
            await chat.give(update)

    asyncio.run(talk())
    assert [message.text for message in chat.user.chat.sent()] == ["That is 1", "That is 2"]


def test_what_happens_in_another_chat_is_left_to_it(chat: Conversation) -> None:
    other = Conversation(chat.api, chat.bot, chat.api.user(8))

    async def talk() -> None:
        async with chat.bot.application:
            update = other.user.text("hi")
            await chat.bot.handle(Update.de_json(update, chat.bot.application.bot))
            assert chat.take_events() == []
            assert [event.kind for event in other.take_events()] == ["sent"]

    asyncio.run(talk())
