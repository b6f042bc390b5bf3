"""The practice chat: what people type, the bot's answers, and time that moves when told."""

import mimetypes
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.practice.chats import ChatMessage
from bot.practice.clock import PracticeClock
from bot.practice.commands import (
    Command,
    Contact,
    Days,
    Edit,
    Forward,
    Help,
    Location,
    Pick,
    Press,
    React,
    Say,
    SendFile,
    Week,
    Wrong,
)
from bot.practice.conversation import Conversation
from bot.practice.keyboards import Button
from bot.practice.lines import split_message
from bot.practice.refusals import Json
from bot.practice.screen import Screen
from bot.practice.users import PracticeUser, made_up_account
from bot.texts.practice import PracticeTexts

FILE_LIMIT = 100 * 1024 * 1024
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


class Session:
    """Carries out one command at a time. What can't be done is answered in words, and the chat goes on."""

    def __init__(self, conversation: Conversation, screen: Screen, clock: PracticeClock, texts: PracticeTexts) -> None:
        self._conversation = conversation
        self._screen = screen
        self._clock = clock
        self._texts = texts

    async def carry_out(self, command: Command) -> None:
        match command:
            case Say(text, None):
                for part in split_message(text):
                    await self._give(self._user.text(part))
            case Say(text, number):
                await self._to_message(number, lambda found: self._user.text(split_message(text)[0], found))
            case Edit(text):
                await self._to_own(text)
            case Press(number, message):
                await self._press(number, message)
            case React(emoji, message):
                await self._react(emoji, message)
            case Contact(name, phone):
                await self._give(self._user.contact(name, phone))
            case Pick(people):
                await self._give(self._user.users_shared([made_up_account(*each) for each in people]))
            case Forward(name, text):
                await self._give(self._user.forward(text, name, made_up_account(name)))
            case Location(latitude, longitude):
                await self._give(self._user.location(latitude, longitude))
            case SendFile(path):
                await self._send_file(path)
            case Week():
                await self.go_to_nudge()
            case Days(count):
                await self.pass_until(self._clock.now() + timedelta(days=count))
                self._screen.tell(self._texts.practice_later(self._clock.now()))
            case Help():
                self._screen.tell(self._texts.practice_guide())
            case Wrong(name):
                self._screen.tell(self._texts.practice_wrong_command(name))

    async def go_to_nudge(self) -> None:
        """Let time pass up to the next nudge, with all that is due before it."""
        due = await self._conversation.bot.next_nudge()
        if due is None:
            self._screen.tell(self._texts.practice_nothing_due())
            return
        await self.pass_until(due, tell=True)

    async def pass_until(self, target: datetime, *, tell: bool = False) -> None:
        """Go from one due instant to the next, sending at each, and then to `target`.

        A bot whose next due instant doesn't move on after a tick is left waiting, so that time always passes.
        """
        last: datetime | None = None
        while (due := await self._conversation.bot.next_due()) is not None and due <= target:
            if last is not None and due <= last:
                break
            last = due
            await self._arrive(due, tell=tell)
        if self._clock.now() < target:
            await self._arrive(target, tell=tell)

    async def _arrive(self, instant: datetime, *, tell: bool) -> None:
        if tell and instant > self._clock.now():
            self._screen.tell(self._texts.practice_later(instant))
        self._clock.jump_to(instant)
        await self._tick()

    async def _tick(self) -> None:
        self._screen.show(await self._conversation.tick(self._clock.now()))

    async def _give(self, update: Json) -> None:
        self._screen.show(await self._conversation.give(update))

    async def _to_message(self, number: int | None, make: Callable[[ChatMessage], Json]) -> None:
        """With message `number`, or the bot's newest for None; in words where there is none."""
        chat = self._user.chat
        found = chat.find(number) if number is not None else next((one for one in chat.newest() if one.from_bot), None)
        if found is None:
            texts = self._texts
            self._screen.tell(texts.practice_nothing_yet() if number is None else texts.practice_no_message(number))
            return
        await self._give(make(found))

    async def _to_own(self, text: str) -> None:
        own = next((one for one in self._user.chat.newest() if not one.from_bot and "text" in one.json), None)
        if own is None:
            self._screen.tell(self._texts.practice_nothing_yet())
            return
        await self._give(self._user.edit(split_message(text)[0], own))

    async def _press(self, number: int, message_id: int | None) -> None:
        chat = self._user.chat
        message = chat.with_buttons() if message_id is None else chat.find(message_id)
        if message is None or not 1 <= number <= len(message.buttons):
            self._screen.tell(self._texts.practice_no_button(number))
            return
        await self._press_button(message.buttons[number - 1], message)

    async def _press_button(self, button: Button, message: ChatMessage) -> None:
        """A phone opens links and copies texts by itself, and types what a plain reply-keyboard button says."""
        if button.data is not None:
            await self._give(self._user.press(button, message))
        elif button.url is not None:
            self._screen.tell(self._texts.practice_opened(button.url))
        elif button.copies is not None:
            self._screen.tell(self._texts.practice_copied(button.copies))
        elif not button.does:
            await self._give(self._user.text(button.text))
        else:
            self._screen.tell(self._texts.practice_other_button(button.text))

    async def _react(self, emoji: str, message_id: int | None) -> None:
        from telegram.constants import ReactionEmoji

        plain = emoji.replace("\N{VARIATION SELECTOR-16}", "")
        known = {one.value.replace("\N{VARIATION SELECTOR-16}", ""): one.value for one in ReactionEmoji}
        if plain not in known:
            self._screen.tell(self._texts.practice_no_reaction(emoji))
            return
        await self._to_message(message_id, lambda found: self._user.react(known[plain], found))

    async def _send_file(self, path: Path) -> None:
        try:
            content = _read_file(path)
        except OSError:
            self._screen.tell(self._texts.practice_no_file(str(path)))
            return
        if content is None:
            self._screen.tell(self._texts.practice_file_too_big(str(path)))
        elif not content:
            self._screen.tell(self._texts.practice_file_empty(str(path)))
        elif path.suffix.lower() in _PICTURES:
            await self._give(self._user.photo(content))
        else:
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            await self._give(self._user.document(path.name, content, kind))

    @property
    def _user(self) -> PracticeUser:
        return self._conversation.user


def _read_file(path: Path) -> bytes | None:
    """None when it is too big. Raises OSError."""
    return path.read_bytes() if path.stat().st_size <= FILE_LIMIT else None
