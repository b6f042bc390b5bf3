"""The chats as both sides see them: who is in them, and what was said."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.practice.files import StoredFile
from bot.practice.keyboards import Button, read_buttons
from bot.practice.refusals import Json


@dataclass(slots=True)
class ChatMessage:
    """One message. `json` is the Bot API's Message as it stands now; the rest is what tests and people look at."""

    json: Json
    from_bot: bool
    file: StoredFile | None = None
    markup: Json | None = None
    edits: int = 0
    deleted: bool = False
    pinned: bool = False
    reactions: dict[int, str] = field(default_factory=dict)
    #: Emoji by who reacted: a user's id, or the bot's.

    @property
    def id(self) -> int:
        number: int = self.json["message_id"]
        return number

    @property
    def chat_id(self) -> int:
        number: int = self.json["chat"]["id"]
        return number

    @property
    def text(self) -> str:
        """What people read: the text, or the caption. Without any HTML."""
        return str(self.json.get("text") or self.json.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        return list(self.json.get("entities") or self.json.get("caption_entities") or [])

    @property
    def buttons(self) -> list[Button]:
        return read_buttons(self.markup or {})

    @property
    def labels(self) -> list[str]:
        return [button.text for button in self.buttons]

    @property
    def edited(self) -> bool:
        return self.edits > 0

    @property
    def reply_to(self) -> int | None:
        replied = self.json.get("reply_to_message")
        return replied["message_id"] if replied else None

    @property
    def has_inline_buttons(self) -> bool:
        return bool((self.markup or {}).get("inline_keyboard"))


@dataclass(slots=True)
class Chat:
    """A private chat. The bot may write to it once the user has (`started`) and while it isn't `blocked`."""

    user: Json
    next_id: int = 1
    started: bool = False
    blocked: bool = False
    messages: dict[int, ChatMessage] = field(default_factory=dict)
    keyboard: ChatMessage | None = None
    #: The message whose reply keyboard is open.

    @property
    def id(self) -> int:
        number: int = self.user["id"]
        return number

    def json(self) -> Json:
        names: Json = {name: self.user[name] for name in ("first_name", "last_name", "username") if name in self.user}
        return {"id": self.id, "type": "private", **names}

    def sent(self) -> list[ChatMessage]:
        """What the bot sent and has not deleted, oldest first, as it reads now."""
        return [one for one in self.messages.values() if one.from_bot and not one.deleted]

    def last(self) -> ChatMessage:
        """The bot's newest message. Raises LookupError when there is none."""
        for one in self.newest():
            if one.from_bot:
                return one
        raise LookupError(f"the bot has sent nothing to {self.id}")

    def newest(self) -> Iterator[ChatMessage]:
        """All that still stands, newest first."""
        return (one for one in reversed(self.messages.values()) if not one.deleted)

    def with_buttons(self) -> ChatMessage | None:
        """The newest message that has buttons to press: its own, or an open reply keyboard."""
        return next((one for one in self.newest() if one.has_inline_buttons or one is self.keyboard), None)

    def find(self, message_id: int | None) -> ChatMessage | None:
        message = self.messages.get(message_id or 0)
        return None if message is None or message.deleted else message
