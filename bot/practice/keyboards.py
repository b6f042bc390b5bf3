"""Buttons: what Telegram takes, and what people see of them."""

import json
from dataclasses import dataclass
from typing import Any

from bot.practice.links import WrongLinkError, check_link
from bot.practice.refusals import Json, RefusedError, bad_request

#: Of one keyboard (https://core.telegram.org/bots/api#inlinekeyboardbutton; the counts and the size as reported in
#: tginfo/Telegram-Limits 187 and 228). Whether Telegram refuses or cuts a row of more than eight is not known: refused.
DATA_LIMIT, COPY_LIMIT, USERS_LIMIT = 64, 256, 10
INLINE_LIMITS, REPLY_LIMITS, SIZE_LIMIT = (100, 8), (300, 12), 10_000

_ACTIONS = (
    "callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "login_url", "web_app", "callback_game", "pay",
)  # fmt: skip
_REQUESTS = ("request_contact", "request_location", "request_users", "request_chat", "request_poll", "web_app")


@dataclass(frozen=True, slots=True)
class Button:
    """One button as people see it. `does` names its field in the Bot API; "" is a plain reply-keyboard button."""

    text: str
    does: str
    value: Any
    row: int

    @property
    def data(self) -> str | None:
        return self.value if self.does == "callback_data" else None

    @property
    def url(self) -> str | None:
        return self.value if self.does == "url" else None

    @property
    def copies(self) -> str | None:
        return self.value["text"] if self.does == "copy_text" else None


def read_buttons(markup: Json) -> list[Button]:
    """The buttons of an accepted markup, in reading order. Empty for force_reply and remove_keyboard."""
    inline = "inline_keyboard" in markup
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return [_button(one, row, inline) for row, buttons in enumerate(rows) for one in buttons]


def _button(one: Json, row: int, inline: bool) -> Button:
    does = next((name for name in (_ACTIONS if inline else _REQUESTS) if one.get(name)), "")
    return Button(one["text"], does, one.get(does), row)


def check_markup(given: Any) -> Json | None:
    """The markup as it is kept; None where there is none. Raises RefusedError as Telegram does."""
    if given is None or given == {}:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    markup: Json = given
    if "inline_keyboard" in markup:
        rows = _check_rows(markup["inline_keyboard"], "inline_keyboard", INLINE_LIMITS)
        kept = [[_check_inline(one) for one in row] for row in rows]
        return {"inline_keyboard": [row for row in kept if row]}
    if "keyboard" in markup:
        rows = _check_rows(markup["keyboard"], "keyboard", REPLY_LIMITS)
        return markup | {"keyboard": [[_check_reply(one) for one in row] for row in rows if row]}
    for name in ("remove_keyboard", "force_reply"):
        if not isinstance(markup.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')
    return markup


def _check_rows(rows: Any, name: str, limits: tuple[int, int]) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    total, widest = sum(map(len, rows)), max(map(len, rows), default=0)
    size = len(json.dumps(rows, ensure_ascii=False).encode())
    if total > limits[0] or widest > limits[1] or size > SIZE_LIMIT:
        raise bad_request("reply markup is too long")
    return rows


def _check_inline(one: Any) -> Json:
    kind = "inline keyboard button"
    _check_text(one, kind)
    does = [name for name in _ACTIONS if one.get(name)]
    if not does:
        raise bad_request(f"can't parse {kind}: Text buttons are unallowed in the inline keyboard")
    if len(does) > 1:
        # Stricter than Telegram, which takes one of them and says nothing.
        raise bad_request(f"can't parse {kind}: exactly one of the optional fields must be used, not {does}")
    kept: Json = one | {does[0]: _check_action(does[0], one[does[0]])}
    return kept


def _check_action(does: str, value: Any) -> Any:
    if does == "callback_data" and len(str(value).encode()) > DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if does == "copy_text" and not 0 < len(value.get("text", "")) <= COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if does in {"pay", "callback_game"}:
        raise bad_request("BUTTON_TYPE_INVALID")
    if does == "url":
        try:
            return check_link(value)
        except WrongLinkError as wrong:
            raise bad_request(f"inline keyboard button URL '{value}' is invalid: {wrong}") from wrong
    return value


def _check_reply(one: Any) -> Json:
    kind = "keyboard button"
    one = {"text": one} if isinstance(one, str) else one
    _check_text(one, kind)
    for name in ("request_users", "request_chat"):
        if one.get(name) and "request_id" not in one[name]:
            raise bad_request(f"can't parse {kind}: Can't find field \"request_id\"")
    if not 1 <= (one.get("request_users") or {}).get("max_quantity", 1) <= USERS_LIMIT:
        raise bad_request("BUTTON_QUANTITY_MAX_INVALID")
    return dict(one)


def _check_text(one: Any, kind: str) -> None:
    if not isinstance(one, dict):
        raise _unparsable(kind, "expected an Object")
    if "text" not in one:
        raise _unparsable(kind, 'Can\'t find field "text"')
    if not isinstance(one["text"], str):
        raise _unparsable(kind, 'Field "text" must be of type String')
    if not one["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")


def _unparsable(kind: str, reason: str) -> RefusedError:
    return bad_request(f"can't parse {kind}: {reason}")
