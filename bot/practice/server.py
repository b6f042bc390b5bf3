"""What Telegram knows: chats, files, questions asked by pressing buttons, and all that happened."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from bot.practice.chats import Chat, ChatMessage
from bot.practice.files import Shelf, StoredFile
from bot.practice.refusals import Json, RefusedError, bad_request
from bot.practice.updates import Updates

PRACTICE_BOT = "1000001:practice-practice-practice-practice"

Kind = Literal["sent", "edited", "deleted", "answered", "reacted", "pinned", "typing"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the bot did to a chat. `text` is an answer's notice or a reaction's emoji."""

    kind: Kind
    chat_id: int
    message: ChatMessage | None = None
    text: str = ""


@dataclass(slots=True)
class Query:
    """A pressed button that waits for answerCallbackQuery. `alert` asks for a box instead of a passing notice."""

    id: str
    user_id: int
    answers: int = 0
    text: str = ""
    alert: bool = False
    expired: bool = False


@dataclass(slots=True)
class Ids:
    """Numbers given out. `advanced` is told the next update's and message's (0: as before) before one is used."""

    next_update: int = 1
    first_message: int = 1
    advanced: Callable[[int, int], None] = lambda *_: None

    def take_update(self) -> int:
        self.next_update += 1
        self.advanced(self.next_update, 0)
        return self.next_update - 1

    def take_message(self, chat: Chat) -> int:
        chat.next_id += 1
        self.advanced(0, chat.next_id)
        return chat.next_id - 1


@dataclass(slots=True)
class Server:
    """The state behind the practice Bot API. Read and change it under `changed`; waiters are told after each change."""

    token: str = PRACTICE_BOT
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ids: Ids = field(default_factory=Ids)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)
    updates: Updates = field(init=False)
    profile: Json = field(default_factory=dict)
    #: Commands and descriptions, by scope and language.
    webhook: Json = field(default_factory=dict)
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=10_000))
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.updates = Updates(self.changed)

    @property
    def bot(self) -> Json:
        """The bot as a User. Its id is the token's first part."""
        number = int(self.token.split(":")[0])
        return {"id": number, "is_bot": True, "first_name": "Dotty", "username": "dotty_practice_bot"}

    def seconds(self) -> int:
        return int(self.now().timestamp())

    def enter(self, user: Json) -> Chat:
        """The chat with this user; known to the bot only once they wrote."""
        chat = self.chats.get(user["id"]) or Chat(user, next_id=self.ids.first_message)
        self.chats[chat.id] = chat
        return chat

    def reachable(self, chat_id: int | None) -> Chat:
        """The chat the bot asks for. Refuses one whose user never wrote, and one who blocked the bot."""
        chat = self.chats.get(chat_id or 0)
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        if chat.blocked:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        return chat

    def write(self, chat: Chat, sender: Json, content: Json, file: StoredFile | None = None) -> ChatMessage:
        """Add a message to the chat, from the bot or from its user."""
        json = {
            "message_id": self.ids.take_message(chat),
            "from": sender,
            "chat": chat.json(),
            "date": self.seconds(),
            **content,
        }
        message = ChatMessage(json, from_bot=sender["id"] == self.bot["id"], file=file)
        chat.messages[message.id] = message
        return message

    def record(self, kind: Kind, chat: Chat, message: ChatMessage | None = None, text: str = "") -> None:
        self.events.append(Event(kind, chat.id, message, text))
