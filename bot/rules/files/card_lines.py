"""vCards taken apart into properties, of every version (2.1, RFC 2426, RFC 6350) and as real programs write them.

A reader of our own: vobject 0.9.9 reads well-formed cards right, but a line of forty ";" without a ":" keeps its
regular expressions busy for hours (each ";" doubles the time), it reads "ENCODING=quoted-printable" in lower case as
base64, and a missing END, a stray space before a line or an unknown CHARSET costs it this card or all that follow.
"""

import binascii
import codecs
import quopri
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

#: Of one card; what goes beyond is left out.
MOST_PROPERTIES = 2_000
LONGEST_PROPERTY = 200_000
_LONGEST_HEAD = 1_000
_PROPERTY = re.compile(r"[ \t]*(?:[\w-]{1,64}\.)?([A-Za-z][\w-]{0,63})[ \t]{0,8}[;:]", re.ASCII)
_FRAME = re.compile(r"\s{0,80}(BEGIN|END)[ \t]{0,8}:\s{0,80}([\w-]{1,40})\s*\Z", re.IGNORECASE)
#: Programs fold at 72 octets or beyond; behind a shorter line, a blank before a property is a stray one.
_FOLDED_AT = 60
_QUOTED_PRINTABLE = re.compile(r"[;=]quoted-printable(?:[;:]|\Z)", re.IGNORECASE)
_CHARSETS = re.compile(r"utf|iso|latin|cp|windows|koi|mac|shift|sjis|euc|gb|big5|us-ascii|ascii", re.IGNORECASE)
#: Words that 2.1 writes without what they are the value of.
_BARE = {"QUOTED-PRINTABLE": "ENCODING", "BASE64": "ENCODING", "8BIT": "ENCODING", "7BIT": "ENCODING"}
_PARAMETER = re.compile(r'[^";]*(?:"[^"]*"?[^";]*)*(?:;|\Z)')
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_PART = re.compile(r"((?:[^\\;]|\\.?)*)(?:;|\Z)", re.DOTALL)
_ITEM = re.compile(r"((?:[^\\,;]|\\.?)*)(?:[,;]|\Z)", re.DOTALL)


class Property(NamedTuple):
    """One line of a card: its name in capitals without the group, its parameters (several of one name joined with a
    comma, in lower case), and the value, decoded but still escaped."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class CardLines:
    """A card: the line of the file it begins on, from 1, and its properties unfolded."""

    line: int
    properties: list[str] = field(default_factory=list)


def split_cards(lines: Iterable[str], wanted: Collection[str]) -> Iterator[CardLines]:
    """The cards one after another, with the properties of these names; a card without an END ends where the next
    begins. Photos and the like are never held."""
    splitter = _Splitter(wanted)
    for number, line in enumerate(lines, start=1):
        if (card := splitter.take(number, line.rstrip("\r\n").replace("\0", ""))) is not None:
            yield card
    if (card := splitter.end()) is not None:
        yield card


class _Splitter:
    """Follows the lines of a file. `_parts` is the property that may still go on, None where it isn't kept."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = wanted
        self._card: CardLines | None = None
        self._inside = False  # of a component within the card, whose lines are not the card's
        self._parts: list[str] | None = None
        self._size = self._width = 0
        self._quoted = self._soft = False

    def take(self, number: int, line: str) -> CardLines | None:
        """The card that this line ends, be it by beginning the next one."""
        if frame := _FRAME.match(line):
            return self._frame(number, frame[1].upper(), frame[2].upper())
        if self._card is not None and not self._inside:
            self._read(self._card, line)
        return None

    def end(self) -> CardLines | None:
        self._close()
        card, self._card = self._card, None
        return card

    def _frame(self, number: int, word: str, name: str) -> CardLines | None:
        if name != "VCARD":
            self._inside = word == "BEGIN"
            self._close()
            return None
        self._inside = False
        ended = self.end()
        self._card = CardLines(number) if word == "BEGIN" else None
        return ended

    def _read(self, card: CardLines, line: str) -> None:
        width, self._width = self._width, len(line)
        if name := self._begun(line, width):
            self._close()
            if name in self._wanted and len(card.properties) < MOST_PROPERTIES:
                self._open(line.lstrip(" \t"))
        elif self._soft or line[:1] in (" ", "\t"):
            self._go_on(line)
        else:
            self._close()

    def _begun(self, line: str, width: int) -> str | None:
        """The name of the property that begins with this line; None where the last one goes on, and for rubbish."""
        match = None if self._soft or not line else _PROPERTY.match(line)
        if match is None:
            return None
        name = match[1].upper()
        stray = line[0] in " \t"
        goes_on = stray and (name not in self._wanted or (self._parts is not None and width >= _FOLDED_AT))
        return None if goes_on else name

    def _open(self, line: str) -> None:
        head = line[:_LONGEST_HEAD].partition(":")[0]
        self._parts, self._size = [line[:LONGEST_PROPERTY]], len(line)
        self._quoted = _QUOTED_PRINTABLE.search(head) is not None
        self._soft = self._quoted and line.endswith("=")

    def _go_on(self, line: str) -> None:
        if self._parts is None:
            return
        if self._soft:
            self._parts[-1] = self._parts[-1].removesuffix("=")
        self._size += len(line)
        if self._size <= LONGEST_PROPERTY:
            self._parts.append(line if self._soft else line[1:])
        self._soft = self._quoted and line.endswith("=")

    def _close(self) -> None:
        if self._parts is not None and self._card is not None:
            self._card.properties.append("".join(self._parts))
        self._parts, self._soft = None, False


def read_property(line: str) -> Property | None:
    """The property that an unfolded line is; None where it is none, or its head is too long to be one."""
    end = _end_of_head(line)
    if end < 0:
        return None
    name, *written = (part.rstrip(";") for part in _PARAMETER.findall(line[:end]))
    parameters: dict[str, str] = {}
    for each in filter(None, written):
        key, equals, value = each.strip().partition("=")
        if not equals:
            key, value = _BARE.get(key.upper(), "TYPE"), key
        key, value = key.strip().upper(), value.replace('"', "").strip().lower()
        parameters[key] = f"{parameters[key]},{value}" if key in parameters else value
    return Property(name.rpartition(".")[2].strip().upper(), parameters, _decoded(line[end + 1 :], parameters))


def _end_of_head(line: str) -> int:
    """Where the colon stands that ends the head: the first that isn't quoted. -1 without one."""
    first = line.find(":", 0, _LONGEST_HEAD)
    if first < 0 or '"' not in line[:first]:
        return first if first > 0 else -1
    quoted = False
    for position, char in enumerate(line[:_LONGEST_HEAD]):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return position
    return first


def _decoded(value: str, parameters: dict[str, str]) -> str:
    encoding = parameters.get("ENCODING", "")
    if encoding == "quoted-printable":
        return _text_of(quopri.decodestring(value.encode()), parameters.get("CHARSET"))
    if encoding in ("b", "base64"):
        try:
            return _text_of(binascii.a2b_base64(value), parameters.get("CHARSET"))
        except ValueError:  # broken base64 says nothing
            return ""
    return value


def _text_of(content: bytes, charset: str | None) -> str:
    """In the charset named, else UTF-8, else Windows-1252."""
    known = charset if charset and _CHARSETS.match(charset) else "utf-8"
    for name in (known, "utf-8"):
        try:
            return content.decode(codecs.lookup(name).name)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", "replace")


def plain(value: str) -> str:
    """The text without escapes."""
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value) if "\\" in value else value


def split_parts(value: str) -> list[str]:
    """The parts of a structured value (N, ORG, ADR), without escapes."""
    return [plain(part) for part in _PART.findall(value)]


def split_items(value: str) -> list[str]:
    """The items of a list (CATEGORIES), without escapes; old programs put ; between them."""
    return [plain(item) for item in _ITEM.findall(value)]
