"""The person's side of a chat: what one can do on the phone, as the Bot API tells a bot of it."""

import re
import zlib
from dataclasses import dataclass
from typing import Any

from bot.practice.chats import Chat, ChatMessage
from bot.practice.files import StoredFile, UploadedFile
from bot.practice.html import utf16_length
from bot.practice.keyboards import Button
from bot.practice.refusals import Json
from bot.practice.server import Query, Server

_COMMAND = re.compile(r"(?<![^\s])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]+)?(?![\w@])")
_TEXT_LIMIT = 4096

MessageRef = ChatMessage | int | None
#: A message, its id, or None for the newest that fits.


@dataclass(slots=True)
class PracticeUser:
    """Each verb makes one Update, queues it for getUpdates, and returns its JSON. Safe to call from any thread.

    Writing starts the chat, and unblocks the bot where it was blocked. Raises LookupError for a button or message that
    isn't there, and ValueError for what no phone would send.
    """

    server: Server
    chat: Chat

    @property
    def id(self) -> int:
        return self.chat.id

    def start_chat(self) -> None:
        """The chat is open already: the user pressed Start some time ago."""
        self.chat.started = True

    def text(self, text: str, reply_to: MessageRef = None) -> Json:
        """Type a message, as an answer to another if `reply_to` names one."""
        return self._write(_typed(text), reply_to)

    def edit(self, text: str, message: MessageRef = None) -> Json:
        """Change a message of one's own; None is the newest."""
        with self.server.changed:
            found = self._find(message, from_bot=False)
            found.json.update({"entities": []} | _typed(text) | {"edit_date": self.server.seconds()})
            found.edits += 1
            return self._queue({"edited_message": dict(found.json)})

    def forward(self, text: str, sender_name: str, sender: Json | None = None) -> Json:
        """Pass on what somebody else wrote: who hides their account, unless `sender` tells it as {"id", "first_name",
        "username", …}. Without a text it is a picture."""
        origin: Json = {"type": "hidden_user", "sender_user_name": sender_name, "date": self.server.seconds()}
        if sender is not None:
            user = {"is_bot": False, "first_name": sender_name} | sender
            origin = {"type": "user", "sender_user": user, "date": self.server.seconds()}
        if text:
            return self._write(_typed(text) | {"forward_origin": origin})
        stored = self.server.shelf.put(UploadedFile("photo.jpg", b"a picture", "image/jpeg"), "photos")
        photo = [stored.json() | {"width": 800, "height": 600}]
        return self._write({"photo": photo, "forward_origin": origin}, file=stored)

    def press(self, button: str | int | Button, message: MessageRef = None) -> Json:
        """Press a button by its label, or by its place from 1; of the newest message having buttons unless told."""
        with self.server.changed:
            found = self.find_message_with_buttons() if message is None else self._find(message, from_bot=True)
            pressed = button if isinstance(button, Button) else find_button(found, button)
            if pressed.data is None:
                raise LookupError(f"pressing {pressed.text!r} tells the bot nothing")
            return self._query(found, pressed.data)

    def tap(self, data: str, message: MessageRef = None) -> Json:
        """Press what isn't there any more: a button with this callback_data, of a message however old."""
        with self.server.changed:
            return self._query(self._find(message, from_bot=True), data)

    def find_message_with_buttons(self) -> ChatMessage:
        found = self.chat.with_buttons()
        if found is None:
            raise LookupError("no message has buttons")
        return found

    def contact(
        self, name: str, phone: str, vcard: str | None = None, user_id: int | None = None, reply_to: MessageRef = None
    ) -> Json:
        """Share somebody's contact card. The last word of `name` is the last name where there are several."""
        first, _, last = name.rpartition(" ") if " " in name else (name, "", "")
        card = {"phone_number": phone, "first_name": first, "last_name": last, "vcard": vcard, "user_id": user_id}
        return self._write({"contact": {field: value for field, value in card.items() if value}}, reply_to)

    def location(self, latitude: float, longitude: float) -> Json:
        return self._write({"location": {"latitude": latitude, "longitude": longitude}})

    def document(
        self, name: str, content: bytes, mime_type: str = "application/octet-stream", caption: str = ""
    ) -> Json:
        stored = self.server.shelf.put(UploadedFile(name, content, mime_type), "documents")
        document = stored.json() | {"file_name": name, "mime_type": mime_type}
        return self._write({"document": document} | ({"caption": caption} if caption else {}), file=stored)

    def photo(self, content: bytes, caption: str = "") -> Json:
        stored = self.server.shelf.put(UploadedFile("photo.jpg", content, "image/jpeg"), "photos")
        photo = [stored.json() | {"width": 800, "height": 600}]
        return self._write({"photo": photo} | ({"caption": caption} if caption else {}), file=stored)

    def users_shared(self, people: list[Json], request_id: int = 1) -> Json:
        """Answer a request_users button: people as {"user_id", "first_name", "last_name", "username"}."""
        return self._write({"users_shared": {"request_id": request_id, "users": people}})

    def react(self, emoji: str | None, message: MessageRef = None) -> Json:
        """Put an emoji on a message of the bot's, or take it away with None."""
        with self.server.changed:
            found = self._find(message, from_bot=True)
            before = found.reactions.pop(self.id, None)
            if emoji:
                found.reactions[self.id] = emoji
            reaction = {
                "chat": self.chat.json(),
                "message_id": found.id,
                "user": self.chat.user,
                "date": self.server.seconds(),
                "old_reaction": [{"type": "emoji", "emoji": before}] if before else [],
                "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
            }
            return self._queue({"message_reaction": reaction})

    def block(self) -> Json:
        """Stop the bot: it gets 403 from now on."""
        return self._turn("member", "kicked")

    def unblock(self) -> Json:
        return self._turn("kicked", "member")

    def _turn(self, before: str, after: str) -> Json:
        with self.server.changed:
            self.chat.blocked = after == "kicked"
            change = {
                "chat": self.chat.json(),
                "from": self.chat.user,
                "date": self.server.seconds(),
                "old_chat_member": self._membership(before),
                "new_chat_member": self._membership(after),
            }
            return self._queue({"my_chat_member": change})

    def _membership(self, status: str) -> Json:
        return {"user": self.server.bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})

    def _write(self, content: Json, reply_to: MessageRef = None, file: StoredFile | None = None) -> Json:
        with self.server.changed:
            if reply_to is not None:
                replied = self._find(reply_to).json
                content |= {"reply_to_message": {key: value for key, value in replied.items() if "reply" not in key}}
            self.chat.started, self.chat.blocked = True, False
            return self._queue({"message": self.server.write(self.chat, self.chat.user, content, file).json})

    def _query(self, message: ChatMessage, data: str) -> Json:
        query = Query(f"{self.id}{len(self.server.queries) + 1:06}{self.server.ids.next_update}", self.id)
        self.server.queries[query.id] = query
        pressed = {
            "id": query.id,
            "from": self.chat.user,
            "message": dict(message.json),
            "chat_instance": str(self.id),
            "data": data,
        }
        return self._queue({"callback_query": pressed})

    def _find(self, message: MessageRef, from_bot: bool | None = None) -> ChatMessage:
        if isinstance(message, ChatMessage):
            return message
        if message is not None:
            found = self.chat.messages.get(message)
        else:
            found = next((one for one in self.chat.newest() if from_bot in (None, one.from_bot)), None)
        if found is None:
            raise LookupError(f"no message {message or ''}")
        return found

    def _queue(self, content: Json) -> Json:
        update = {"update_id": self.server.ids.take_update(), **content}
        self.server.updates.put(update)
        self.server.changed.notify_all()
        return update


def find_button(message: ChatMessage, wanted: str | int) -> Button:
    """By label, in full or else by its beginning, in any case; or by its place from 1. Raises LookupError."""
    buttons: list[Any] = message.buttons
    if isinstance(wanted, int):
        if not 1 <= wanted <= len(buttons):
            raise LookupError(f"no button {wanted} in {message.labels}")
        return message.buttons[wanted - 1]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for button in message.buttons:
            if fits(button.text.casefold(), wanted.casefold()):
                return button
    raise LookupError(f"no button {wanted!r} in {message.labels}")


def _typed(text: str) -> Json:
    """The text with its bot_command entities, which is all that a bot's own filters look at."""
    text = text.strip()
    if not text:
        raise ValueError("an empty message can't be sent")
    if utf16_length(text) > _TEXT_LIMIT:
        raise ValueError("a phone sends this as several messages")
    entities = [
        {"type": "bot_command", "offset": utf16_length(text[: found.start()]), "length": len(found[0])}
        for found in _COMMAND.finditer(text)
    ]
    return {"text": text} | ({"entities": entities} if entities else {})


def made_up_account(name: str, username: str = "") -> Json:
    """Somebody on Telegram who isn't: the same name has the same id at every start. It fits both what a picker shares
    and the writer of a forwarded message."""
    number = 10**9 + zlib.crc32((username or name).casefold().encode())
    first, _, last = name.rpartition(" ") if " " in name else (name, "", "")
    account = {"id": number, "user_id": number, "first_name": first, "last_name": last, "username": username}
    return {field: value for field, value in account.items() if value}
