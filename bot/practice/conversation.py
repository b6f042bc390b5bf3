"""One person talking with a bot that runs in the same process."""

from datetime import datetime
from typing import Any, Protocol

from telegram import Update
from telegram.ext import Application

from bot.practice.bot_api import PracticeBotApi
from bot.practice.chats import ChatMessage
from bot.practice.refusals import Json
from bot.practice.server import Event
from bot.practice.users import PracticeUser


class PracticeBot(Protocol):
    """What the practice chat needs of a bot. It starts and stops `application` itself; there is no JobQueue."""

    @property
    def application(self) -> Application[Any, Any, Any, Any, Any, Any]: ...

    async def handle(self, update: Update) -> None:
        """Handle one update, to its end."""

    async def tick(self, now: datetime) -> None:
        """Send all that is due at `now`."""

    async def next_due(self) -> datetime | None:
        """The next instant at which anything is due: a nudge, a reminder, something postponed."""

    async def next_nudge(self) -> datetime | None:
        """The next instant at which a nudge is due; None while none is planned."""


class Conversation:
    """Hands one update at a time to the bot, and tells what the bot did about it."""

    def __init__(self, api: PracticeBotApi, bot: PracticeBot, user: PracticeUser) -> None:
        self.api = api
        self.bot = bot
        self.user = user

    async def give(self, update: Json) -> list[Event]:
        """Let the bot handle an update made by `user`; giving the same one twice is Telegram's retry."""
        self.api.server.updates.confirm(update["update_id"] + 1)
        await self.bot.handle(Update.de_json(update, self.bot.application.bot))
        return self.take_events()

    async def tick(self, now: datetime) -> list[Event]:
        """Let the bot send what is due."""
        await self.bot.tick(now)
        return self.take_events()

    async def say(self, text: str, reply_to: ChatMessage | int | None = None) -> list[Event]:
        return await self.give(self.user.text(text, reply_to))

    async def press(self, button: str | int, message: ChatMessage | int | None = None) -> list[Event]:
        return await self.give(self.user.press(button, message))

    def take_events(self) -> list[Event]:
        """What happened in this chat since the last time."""
        events = self.api.server.events
        mine = [event for event in events if event.chat_id == self.user.id]
        others = [event for event in events if event.chat_id != self.user.id]
        events.clear()
        events.extend(others)
        return mine

    @property
    def last(self) -> ChatMessage:
        """The bot's newest message."""
        return self.user.chat.last()
