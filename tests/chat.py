"""A chat with Dotty for tests: the real Application, Store and database; only Telegram's edge is stood in for."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, TypeVarTuple

from bot.config import Config
from bot.practice.bot_api import PracticeBotApi
from bot.practice.chats import ChatMessage
from bot.practice.conversation import Conversation
from bot.practice.refusals import Json
from bot.practice.request import PracticeRequest
from bot.practice.server import Event
from bot.practising import PracticeBot
from storage import Store, migrate, open_engine
from tests.engines import open_file

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
#: A Monday, half an hour after the hour at which nudges come by default.
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class _Loop(asyncio.SelectorEventLoop):
    """Runs the Store's calls where they are made, for to hand each over to a thread and back took an eighth of the time
    of a test. As in a thread they find no running loop, and whoever awaits one lets others go first."""

    def run_in_executor(self, _: Executor | None, func: Callable[[*Ts], T], *args: *Ts) -> asyncio.Future[T]:
        future: asyncio.Future[T] = self.create_future()
        asyncio._set_running_loop(None)
        try:
            result = func(*args)
        except Exception as error:
            self.call_soon(_settle, future, future.set_exception, error)
        else:
            self.call_soon(_settle, future, future.set_result, result)
        finally:
            asyncio._set_running_loop(self)
        return future


def _settle(future: asyncio.Future[Any], how: Callable[[Any], None], outcome: Any) -> None:
    if not future.done():  # as it is once whoever waited was cancelled
        how(outcome)


@cache
def migrated_content() -> bytes:
    """Of a migrated SQLite file without rows: to migrate one takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.db"
        engine = open_engine(f"sqlite:///{path}")
        migrate(engine)
        engine.dispose()
        return path.read_bytes()


class Chat:
    """One person chatting with the bot. What is read is what they would read, buttons as "[label]"."""

    def __init__(
        self, folder: Path, *, now: datetime = MONDAY, user_id: int = 7, operator: Config | None = None
    ) -> None:
        self.now = now
        self.folder = folder
        self.operator = operator
        self._runner = asyncio.Runner(loop_factory=_Loop)
        self.api = PracticeBotApi(now=lambda: self.now)
        self.user = self.api.user(user_id, first_name="Sam")
        self.user.start_chat()
        self.updates: list[Json] = []
        if not (folder / "dotty.db").exists():
            (folder / "dotty.db").write_bytes(migrated_content())
        self._open()

    def _open(self) -> None:
        engine = open_file(self.folder / "dotty.db")
        migrate(engine)
        self.store = Store(engine)
        self.bot = PracticeBot(self.store, PracticeRequest(self.api), lambda: self.now, self.operator)
        self.run(self.bot.application.initialize())
        self._conversation = Conversation(self.api, self.bot, self.user)

    def close(self) -> None:
        self.run(self.bot.application.shutdown())
        if (model := self.bot.application.bot_data.model) is not None:
            self.run(model.close())
        self.bot.application.bot_data.threads.shutdown()
        self.store.engine.dispose()
        self._runner.close()

    def restart(self) -> None:
        """As after a kill: nothing is left but the database."""
        self.bot.application.bot_data.threads.shutdown()
        self.store.engine.dispose()
        self._open()

    def run(self, work: Awaitable[T]) -> T:
        async def wait() -> T:
            return await work

        return self._runner.run(wait())

    # What the person does; each gives what they read in answer.

    def say(self, text: str, reply_to: ChatMessage | None = None) -> str:
        return self.give(self.user.text(text, reply_to))

    def press(self, label: str, message: ChatMessage | None = None) -> str:
        """Press the button whose label begins so, of the newest message that has one."""
        for found in [message] if message else self.newest():
            for button in found.buttons:
                if button.text.startswith(label):
                    return self.give(self.user.press(button, found))
        raise LookupError(label)

    def share_contact(self, name: str, phone: str, vcard: str = "") -> str:
        return self.give(self.user.contact(name, phone, vcard=vcard))

    def share_location(self, latitude: float, longitude: float) -> str:
        return self.give(self.user.location(latitude, longitude))

    def drop(self, name: str, content: str | bytes, caption: str = "") -> str:
        """Send a file; what is read is what happens until it is read, or taken in."""
        raw = content.encode() if isinstance(content, str) else content
        return self.give(self.user.document(name, raw, caption=caption))

    def react(self, emoji: str, message: ChatMessage | None = None) -> str:
        return self.give(self.user.react(emoji, message))

    def again(self) -> str:
        """Telegram delivers the last update once more."""
        return self.give(self.updates[-1])

    def give(self, update: Json) -> str:
        self.updates.append(update)
        return read(self.run(self._conversation.give(update)))

    # Time

    def tick(self) -> str:
        return read(self.run(self._conversation.tick(self.now)))

    def week(self) -> str:
        """Go to the next nudge, and let it be sent."""
        due = self.store.next_nudge()
        assert due is not None, "no nudge is planned"
        return self.pass_until(due)

    def days(self, days: float) -> str:
        return self.pass_until(self.now + timedelta(days=days))

    def pass_until(self, end: datetime) -> str:
        said = [self.tick()]
        while (due := self.store.next_push()) is not None and due <= end:
            self.now = max(due, self.now + timedelta(seconds=1))
            said.append(self.tick())
        self.now = max(self.now, end)
        return "\n".join(part for part in said if part)

    # What is there

    @property
    def last(self) -> ChatMessage:
        return self._conversation.last

    def newest(self) -> list[ChatMessage]:
        return [message for message in self.user.chat.newest() if message.from_bot and not message.deleted]

    def nudge(self) -> ChatMessage:
        """The newest message with an opener in it."""
        return next(message for message in self.newest() if "You could write" in message.text)

    def nudge_of(self, name: str) -> ChatMessage:
        """The newest message that is or was a nudge about this person."""
        return next(
            message for message in self.newest() if re.match(rf"(How about )?{re.escape(name)}(\?|:)", message.text)
        )

    def opener(self) -> str:
        return self.nudge().text.split("You could write:\n")[1]

    def export(self) -> dict[str, Any]:
        self.say("/export")
        files = [message.file for message in self.newest() if message.file and message.file.name.endswith(".json")]
        assert files, "no export was sent"
        content: dict[str, Any] = json.loads(files[0].content)
        return content

    def kept(self) -> dict[str, Any]:
        """The export without its own instant: two of them are equal when nothing has changed between."""
        return {name: value for name, value in self.export().items() if name != "exported_at"}

    def person(self, name: str) -> dict[str, Any]:
        return next(each for each in self.export()["contacts"] if each["name"] == name)

    def names(self) -> list[str]:
        return sorted(each["name"] for each in self.export()["contacts"])


def read(events: list[Event]) -> str:
    """What a person sees happen: messages sent and edited, with their buttons, and passing notices."""
    seen = []
    for event in events:
        if event.kind in ("sent", "edited") and event.message is not None:
            labels = " ".join(f"[{label}]" for label in event.message.labels)
            named = f"<{event.message.file.name}>" if event.message.file else ""
            seen.append("\n".join(part for part in (event.message.text, named, labels) if part))
        elif event.kind == "answered" and event.text:
            seen.append(f"({event.text})")
    return re.sub(r"[ \t]+", " ", "\n".join(seen))
