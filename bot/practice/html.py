"""Telegram's HTML: text and entities out, or the very refusal that Telegram would give.

Follows TDLib's parse_html (td/telegram/MessageEntity.cpp), wording and byte offsets included; the quotes around the tag
in "Can't find end tag" are as Telegram answers today. What Telegram accepts beyond these tags is refused here.
"""

import re
from dataclasses import dataclass, field

from bot.practice.links import WrongLinkError, check_link
from bot.practice.refusals import Json, RefusedError, bad_request

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_END_TAG = re.compile(r"</([^\s>]*)\s*(>?)")
_START_TAG = re.compile(r"<([^\s>]*)")
_SPACES = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"([^\s=>]*)\s*(=?)\s*")
_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")
_NUMBER = re.compile(r"[0-9]{1,19}")
_LONG = 2**63


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text as people read it, with Telegram's MessageEntity objects; offsets and lengths are in UTF-16 units."""

    text: str
    entities: list[Json]


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int
    piece: int


@dataclass(slots=True)
class _Reader:
    """One pass over the source; `at` only moves forward, so the time is linear in its length."""

    source: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> Formatted:
        while self.at < len(self.source):
            if self.source[self.at] != "<":
                self._read_text()
            elif self.source.startswith("</", self.at):
                self._read_end_tag()
            else:
                self._read_start_tag()
        if self.opened:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return _trimmed("".join(self.pieces), self.entities)

    def _read_text(self) -> None:
        end = self.source.find("<", self.at)
        end = len(self.source) if end < 0 else end
        text = decode_references(self.source[self.at : end])
        self.pieces.append(text)
        self.length += utf16_length(text)
        self.at = end

    def _read_start_tag(self) -> None:
        begin = self.at
        name = _match(_START_TAG, self.source, begin)
        self.at = name.end()
        tag = name[1].lower()
        if self.at == len(self.source):
            raise self._wrong_at("Unclosed start tag", begin)
        if tag not in _TYPES:
            raise self._wrong_at(f'Unsupported start tag "{tag}"', begin)
        attributes = self._read_attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._wrong_at('Tag "span" must have class "tg-spoiler"', begin)
        self.opened.append(_Open(tag, attributes, self.length, len(self.pieces)))

    def _read_attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self.at = _match(_SPACES, self.source, self.at).end()
            if self.at >= len(self.source):
                raise self._wrong_at("Unclosed start tag", begin)
            if self.source[self.at] == ">":
                self.at += 1
                return attributes
            found = _match(_ATTRIBUTE, self.source, self.at)
            self._check_attribute(tag, found, begin)
            self.at = found.end()
            attributes[found[1].lower()] = self._read_value(begin) if found[2] else ""

    def _check_attribute(self, tag: str, found: re.Match[str], begin: int) -> None:
        if not found[1]:
            raise self._wrong_at(f'Empty attribute name in the tag "{tag}"', begin)
        if not found[2] and (tag, found[1].lower()) != ("blockquote", "expandable"):
            raise self._wrong_at(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)

    def _read_value(self, begin: int) -> str:
        quote = self.source[self.at : self.at + 1]
        if quote not in {"'", '"'}:
            token = _match(_TOKEN, self.source, self.at)
            if self.source[token.end() : token.end() + 1].strip(" \n\t>"):
                raise self._wrong_at("Unexpected end of name token", self.at)
            self.at = token.end()
            return token[0].lower()
        end = self.source.find(quote, self.at + 1)
        if end < 0:
            raise self._wrong_at("Unclosed start tag", begin)
        value = decode_references(self.source[self.at + 1 : end])
        self.at = end + 1
        return value

    def _read_end_tag(self) -> None:
        begin = self.at
        if not self.opened:
            raise self._wrong_at("Unexpected end tag", begin)
        found = _match(_END_TAG, self.source, begin)
        if not found[2]:
            raise self._wrong_at("Unclosed end tag", begin)
        closing, last = found[1].lower(), self.opened.pop()
        if closing and closing != last.tag:
            at = f"Unmatched end tag at byte offset {self._offset(begin)}"
            raise _wrong(f'{at}, expected "</{last.tag}>", found "</{closing}>"')
        self.at = found.end()
        if self.length > last.start:
            self._add_entity(last)

    def _add_entity(self, last: _Open) -> None:
        entity: Json = {"type": _TYPES[last.tag], "offset": last.start, "length": self.length - last.start}
        if last.tag == "a":
            try:
                entity["url"] = check_link(last.attributes.get("href") or "".join(self.pieces[last.piece :]))
            except WrongLinkError:
                return  # Telegram keeps the text and drops the link, without a word
        if last.tag == "tg-emoji":
            entity["custom_emoji_id"] = _emoji_id(last.attributes.get("emoji-id", ""))
        if last.tag == "blockquote" and "expandable" in last.attributes:
            entity["type"] = "expandable_blockquote"
        language = last.attributes.get("class", "")
        if last.tag == "code" and language.startswith("language-"):
            entity["language"] = language.removeprefix("language-")
        if last.tag == "pre" and self.entities and _covers_same(self.entities[-1], entity):
            entity["language"] = self.entities.pop().get("language", "")
        self.entities.append(entity)

    def _offset(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _wrong_at(self, reason: str, at: int) -> RefusedError:
        return _wrong(f"{reason} at byte offset {self._offset(at)}")


def parse_html(source: str) -> Formatted:
    """Raises RefusedError "can't parse entities: …" as Telegram does."""
    return _Reader(source).read()


def utf16_length(text: str) -> int:
    """How Telegram counts: characters beyond U+FFFF are two."""
    return len(text) + sum(character > "\uffff" for character in text)


def decode_references(text: str) -> str:
    """&lt; &gt; &amp; &quot; and numeric references; any other stays as it is."""
    return _REFERENCE.sub(_decode, text) if "&" in text else text


def _decode(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED.get(found[3], found[0])
    code = int(found[1], 16) if found[1] else int(found[2])
    if 0xD800 <= code <= 0xDFFF:
        raise bad_request("can't parse entities: Text contains invalid Unicode characters after decoding HTML entities")
    return chr(code) if 0 < code < 0x10FFFF else found[0]


def _emoji_id(written: str) -> str:
    if not _NUMBER.fullmatch(written) or not 0 < int(written) < _LONG:
        raise _wrong("Invalid custom emoji identifier specified")
    return written


def _covers_same(one: Json, other: Json) -> bool:
    return one["type"] == "code" and (one["offset"], one["length"]) == (other["offset"], other["length"])


def _match(pattern: re.Pattern[str], source: str, at: int) -> re.Match[str]:
    """A match that is sure to come: these patterns can all be empty, or begin where the caller looked."""
    found = pattern.match(source, at)
    if found is None:
        raise ValueError(f"{pattern.pattern} does not match at {at}")
    return found


def _wrong(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason}")


def _trimmed(text: str, entities: list[Json]) -> Formatted:
    """Without spaces around, as TDLib's fix_formatted_text; entities keep to what is left."""
    kept = text.strip()
    before = utf16_length(text[: len(text) - len(text.lstrip())])
    end = before + utf16_length(kept)
    fixed = []
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        start, stop = max(entity["offset"], before), min(entity["offset"] + entity["length"], end)
        if start < stop:
            fixed.append(entity | {"offset": start - before, "length": stop - start})
    return Formatted(kept, fixed)
