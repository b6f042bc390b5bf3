"""Texts and captions: what Telegram makes of them, and what it refuses."""

from typing import Any

from bot.practice.html import Formatted, parse_html, utf16_length
from bot.practice.params import Params
from bot.practice.refusals import Json, RefusedError, bad_request

#: In UTF-16 units, after the entities are parsed (https://core.telegram.org/bots/api#sendmessage, #senddocument).
TEXT_LIMIT, CAPTION_LIMIT, ANSWER_LIMIT = 4096, 1024, 200


def read_text(params: Params) -> Formatted:
    """The text of a message. Raises RefusedError; the two words for "empty" are Telegram's own."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    formatted = _read(params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return formatted


def read_caption(params: Params) -> Formatted:
    """The caption, which may be empty. Raises RefusedError."""
    formatted = _read(params, "caption", "caption_entities")
    if utf16_length(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return formatted


def _read(params: Params, name: str, entities: str) -> Formatted:
    """Only HTML and ready-made entities: no other parse mode is understood here, so it is refused as unknown."""
    mode = params.text("parse_mode").lower()
    if mode not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    source = params.text(name)
    if mode:
        return parse_html(source)
    return Formatted(source.strip(), _check_entities(params.structure(entities), utf16_length(source)))


def _check_entities(entities: Any, length: int) -> list[Json]:
    for entity in entities or []:
        wrong = _find_fault(entity, length)
        if wrong:
            raise wrong
    return list(entities or [])


def _find_fault(entity: Json, length: int) -> RefusedError | None:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    if start < 0:
        return bad_request(f"receive an entity with incorrect offset {start}")
    if start > length:
        return bad_request(f"entity begins after the end of the text at UTF-16 offset {start}")
    if end > length:
        where = f"entity beginning at UTF-16 offset {start}"
        return bad_request(f"{where} ends after the end of the text at UTF-16 offset {end}")
    return None
