"""The practice Bot API: Telegram's methods over chats in memory, refusing what Telegram refuses."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.practice import editing, profile, sending
from bot.practice.chats import Chat
from bot.practice.faults import Faults
from bot.practice.files import UploadedFile
from bot.practice.params import Params
from bot.practice.refusals import AnswerLostError, Json, RefusedError, UnreachableError
from bot.practice.server import PRACTICE_BOT, Ids, Server
from bot.practice.users import PracticeUser

Method = Callable[[Server, Params], Any]

_METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": profile.get_me,
        "getFile": profile.get_file,
        "setMyCommands": profile.set_my_commands,
        "getMyCommands": profile.get_my_commands,
        "deleteMyCommands": profile.delete_my_commands,
        "setMyDescription": profile.set_my_description,
        "getMyDescription": profile.get_my_description,
        "setMyShortDescription": profile.set_my_short_description,
        "getMyShortDescription": profile.get_my_short_description,
        "setWebhook": profile.set_webhook,
        "deleteWebhook": profile.delete_webhook,
        "getWebhookInfo": profile.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "sendContact": sending.send_contact,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "pinChatMessage": editing.pin_chat_message,
        "answerCallbackQuery": editing.answer_callback_query,
        "setMessageReaction": editing.set_message_reaction,
    }.items()
}
_WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"


@dataclass(frozen=True, slots=True)
class Call:
    """One request that arrived, as it was asked."""

    method: str
    values: Mapping[str, Any]


class PracticeBotApi:
    """Answers as https://api.telegram.org/bot<token>/<method> would, with no network.

    `now` dates the messages; `ids` says where update and message ids begin. Chats are made by `user`; the bot can write
    to one only once its user has written. Methods are found in any case, as at Telegram.
    """

    def __init__(
        self, token: str = PRACTICE_BOT, now: Callable[[], datetime] | None = None, ids: Ids | None = None
    ) -> None:
        self.server = Server(token=token, ids=ids or Ids())
        if now is not None:
            self.server.now = now
        self.calls: deque[Call] = deque(maxlen=10_000)
        self._faults = Faults()
        self._users: dict[int, PracticeUser] = {}

    def user(self, user_id: int, first_name: str = "Grace", language_code: str | None = "en") -> PracticeUser:
        """The person's side of a chat; the same object each time for one id."""
        if user_id not in self._users:
            person: Json = {"id": user_id, "is_bot": False, "first_name": first_name, "username": f"user{user_id}"}
            person |= {"language_code": language_code} if language_code else {}
            with self.server.changed:
                self._users[user_id] = PracticeUser(self.server, self.server.enter(person))
        return self._users[user_id]

    def chat(self, user_id: int) -> Chat:
        """What was said with this user. Raises KeyError for one never made."""
        return self.server.chats[user_id]

    def fail_next(self, method: str, error_code: int, description: str, retry_after: int | None = None) -> None:
        """The next call of `method` gets this error and does nothing; several are used in order."""
        self._faults.schedule(method, RefusedError(error_code, description, retry_after))

    def drop_next(self, method: str) -> None:
        """The next call of `method` never arrives: no connection."""
        self._faults.schedule(method, UnreachableError("the connection failed"))

    def time_out_next(self, method: str, delivered: bool = True) -> None:
        """The next call of `method` gets no answer in time, and was carried out all the same unless `delivered` is
        False."""
        self._faults.schedule(method, AnswerLostError(delivered))

    async def call(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, UploadedFile] | None = None
    ) -> Json:
        """The Bot API's answer, an error answer included: {"ok": …, "result": …} or {"ok": false, "error_code": …}.

        Raises UnreachableError and AnswerLostError only where a test asked for them.
        """
        fault = self._faults.take(method)
        if isinstance(fault, UnreachableError) or (isinstance(fault, AnswerLostError) and not fault.delivered):
            raise fault
        self.calls.append(Call(method, params))
        try:
            if isinstance(fault, RefusedError):
                raise fault
            result = await self._carry_out(method.lower(), Params(params, files or {}))
        except RefusedError as refused:
            return refused.answer()
        if isinstance(fault, AnswerLostError):
            raise fault
        return {"ok": True, "result": result}

    async def _carry_out(self, method: str, params: Params) -> Any:
        if method == "getupdates":
            return await self._get_updates(params)
        if method not in _METHODS:
            raise RefusedError(404, "Not Found")
        with self.server.changed:
            result = _METHODS[method](self.server, params)
            self.server.changed.notify_all()
        return result

    async def _get_updates(self, params: Params) -> list[Json]:
        if self.server.webhook:
            raise RefusedError(409, _WEBHOOK_ACTIVE)
        updates = self.server.updates
        if (kinds := params.structure("allowed_updates")) is not None:
            updates.allow(kinds)
        limit, seconds = params.integer("limit") or 100, params.integer("timeout") or 0
        result = await updates.get(params.integer("offset") or 0, limit, seconds)
        with self.server.changed:
            self.server.changed.notify_all()
        return result
