"""The methods that put something new into a chat."""

from bot.practice.chats import Chat, ChatMessage
from bot.practice.files import PHOTO_LIMIT, UPLOAD_LIMIT, StoredFile
from bot.practice.formatting import read_caption, read_text
from bot.practice.html import Formatted
from bot.practice.keyboards import check_markup
from bot.practice.params import Params
from bot.practice.refusals import Json, bad_request
from bot.practice.server import Server

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(server: Server, params: Params) -> Json:
    formatted = read_text(params)
    return _send(server, params, _worded("text", "entities", formatted))


def send_document(server: Server, params: Params) -> Json:
    caption = read_caption(params)
    server.reachable(read_chat_id(params))
    stored = _read_file(server, params, "document", "documents", UPLOAD_LIMIT)
    document = stored.json() | {"file_name": stored.name, "mime_type": stored.mime_type}
    return _send(server, params, {"document": document} | _captioned(caption), stored)


def send_photo(server: Server, params: Params) -> Json:
    caption = read_caption(params)
    server.reachable(read_chat_id(params))
    stored = _read_file(server, params, "photo", "photos", PHOTO_LIMIT)
    sizes = [stored.json() | {"width": 800, "height": 600}]
    return _send(server, params, {"photo": sizes} | _captioned(caption), stored)


def send_contact(server: Server, params: Params) -> Json:
    contact = {name: params.text(name) for name in ("phone_number", "first_name", "last_name", "vcard")}
    if not contact["phone_number"]:
        raise bad_request("phone number must be non-empty")
    if not contact["first_name"]:
        raise bad_request("first name must be non-empty")
    return _send(server, params, {"contact": {name: value for name, value in contact.items() if value}})


def send_chat_action(server: Server, params: Params) -> bool:
    chat = server.reachable(read_chat_id(params))
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    server.record("typing", chat, text=params.text("action"))
    return True


def read_chat_id(params: Params) -> int | None:
    """The id given; None for an @username, which no private chat has here."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    return params.integer("chat_id")


def _send(server: Server, params: Params, content: Json, file: StoredFile | None = None) -> Json:
    markup = check_markup(params.structure("reply_markup"))
    chat = server.reachable(read_chat_id(params))
    content |= _quote(chat, params)
    message = server.write(chat, server.bot, content, file)
    _attach(chat, message, markup)
    server.record("sent", chat, message)
    return message.json


def _attach(chat: Chat, message: ChatMessage, markup: Json | None) -> None:
    """Buttons under the message, or the chat's reply keyboard, which stays until another comes or it is removed."""
    message.markup = markup
    if markup is None:
        return
    if "inline_keyboard" in markup:
        message.json["reply_markup"] = markup
    if "keyboard" in markup:
        chat.keyboard = message
    if markup.get("remove_keyboard"):
        chat.keyboard = None


def _quote(chat: Chat, params: Params) -> Json:
    """The message replied to, as the answer shows it."""
    reply = params.structure("reply_parameters") or {"message_id": params.integer("reply_to_message_id")}
    if "message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    if not reply["message_id"]:
        return {}
    replied = chat.find(int(reply["message_id"]))
    if replied is not None:
        return {"reply_to_message": {name: value for name, value in replied.json.items() if name != "reply_to_message"}}
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _read_file(server: Server, params: Params, name: str, folder: str, limit: int) -> StoredFile:
    given = params.text(name)
    upload = params.files.get(given.removeprefix("attach://") if given else name)
    if upload is not None:
        return server.shelf.accept(upload, folder, limit)
    if not given:
        raise bad_request(f"there is no {name} in the request")
    if given not in server.shelf.by_id:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return server.shelf.by_id[given]


def _captioned(caption: Formatted) -> Json:
    return _worded("caption", "caption_entities", caption) if caption.text else {}


def _worded(name: str, entities: str, formatted: Formatted) -> Json:
    return {name: formatted.text} | ({entities: formatted.entities} if formatted.entities else {})
