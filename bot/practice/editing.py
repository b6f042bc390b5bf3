"""The methods that change what is in a chat already."""

from bot.practice.chats import Chat, ChatMessage
from bot.practice.formatting import ANSWER_LIMIT, read_caption, read_text
from bot.practice.html import utf16_length
from bot.practice.keyboards import check_markup
from bot.practice.params import Params
from bot.practice.refusals import Json, bad_request
from bot.practice.sending import read_chat_id
from bot.practice.server import Server

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(server: Server, params: Params) -> Json:
    formatted = read_text(params)
    chat, message = _editable(server, params)
    if "text" not in message.json:
        raise bad_request("there is no text in the message to edit")
    return _change(server, chat, message, params, {"text": formatted.text, "entities": formatted.entities})


def edit_message_caption(server: Server, params: Params) -> Json:
    caption = read_caption(params)
    chat, message = _editable(server, params)
    if message.file is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(server, chat, message, params, {"caption": caption.text, "caption_entities": caption.entities})


def edit_message_reply_markup(server: Server, params: Params) -> Json:
    chat, message = _editable(server, params)
    return _change(server, chat, message, params, {})


def delete_message(server: Server, params: Params) -> bool:
    """Of either side: in a private chat a bot may delete the user's messages too. The 48 hours are not counted."""
    chat, message = _find(server, params, "message to delete not found")
    message.deleted = True
    if chat.keyboard is message:
        chat.keyboard = None
    server.record("deleted", chat, message)
    return True


def pin_chat_message(server: Server, params: Params) -> bool:
    chat, message = _find(server, params, "message to pin not found")
    message.pinned = True
    server.record("pinned", chat, message)
    return True


def answer_callback_query(server: Server, params: Params) -> bool:
    """May be repeated while the query lives; only the first notice is shown."""
    query = server.queries.get(params.text("callback_query_id"))
    if query is None or query.expired:
        raise bad_request(_TOO_OLD)
    if utf16_length(params.text("text")) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answers += 1
    if query.answers == 1:
        query.text, query.alert = params.text("text"), params.flag("show_alert")
        server.record("answered", server.chats[query.user_id], text=query.text)
    return True


def set_message_reaction(server: Server, params: Params) -> bool:
    """A bot has one reaction to a message, out of Telegram's set; an empty list takes it away."""
    from telegram.constants import ReactionEmoji

    chat, message = _find(server, params, "message to react not found")
    reactions = params.structure("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [str(one.get("emoji", "")) for one in reactions]
    if any(one not in {known.value for known in ReactionEmoji} for one in emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions.pop(server.bot["id"], None)
    if emoji:
        message.reactions[server.bot["id"]] = emoji[0]
    server.record("reacted", chat, message, "".join(emoji))
    return True


def _find(server: Server, params: Params, missing: str) -> tuple[Chat, ChatMessage]:
    chat = server.reachable(read_chat_id(params))
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request(missing)
    return chat, message


def _editable(server: Server, params: Params) -> tuple[Chat, ChatMessage]:
    """A bot edits its own messages, and those only without a reply keyboard (core.telegram.org/bots/api,
    "Updating messages")."""
    chat, message = _find(server, params, "message to edit not found")
    if not message.from_bot or (message.markup and not message.has_inline_buttons):
        raise bad_request("message can't be edited")
    return chat, message


def _change(server: Server, chat: Chat, message: ChatMessage, params: Params, content: Json) -> Json:
    """An edit without reply_markup takes the buttons away."""
    markup = check_markup(params.structure("reply_markup"))
    if markup and "inline_keyboard" not in markup:
        raise bad_request("object expected as reply markup")
    markup = markup if markup and markup["inline_keyboard"] else None
    new = {**message.json, **content, "reply_markup": markup}
    new = {name: value for name, value in new.items() if value}
    if new == message.json:
        raise bad_request(_SAME)
    message.json.clear()
    message.json |= new | {"edit_date": server.seconds()}
    message.markup = markup
    message.edits += 1
    server.record("edited", chat, message)
    return message.json
