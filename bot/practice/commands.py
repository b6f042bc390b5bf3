"""What a line typed in the practice chat asks for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DAYS_LIMIT = 3660
_COLON = re.compile(r":([a-z]+|\d+)(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"#?(\d{1,9})")
_REPLY = re.compile(r"#?(\d{1,9})\s+(\S.*)", re.DOTALL)
_REACT = re.compile(r"(\S+)(?:\s+#?(\d{1,9}))?")
_PICKED = re.compile(r"([^@]{1,128})(?:@([A-Za-z0-9_]{4,32}))?")
_PHONE = re.compile(r"\+?[\d\s()./-]{3,40}")


@dataclass(frozen=True, slots=True)
class Say:
    text: str
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    number: int
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """On to the next nudge."""


@dataclass(frozen=True, slots=True)
class Days:
    count: int


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Pick:
    """People chosen in Telegram's picker: (name, username or "")."""

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Forward:
    """What somebody wrote, passed on."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class SendFile:
    path: Path


@dataclass(frozen=True, slots=True)
class React:
    emoji: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Help:
    """Asks what can be done here."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Ends the chat."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A colon command that isn't one, or lacks something. `command` is without its colon, in lower case."""

    command: str


Command = (
    Say | Edit | Press | Week | Days | Contact | Pick | Forward | SendFile | React | Location | Help | Quit | Wrong
)


def read_command(line: str) -> Command:
    """Text is what people say, unless it begins with a colon and a letter or digit; ":)" is text."""
    found = _COLON.fullmatch(line.strip())
    if found is None:
        return Say(line.strip())
    name, rest = found[1].lower(), (found[2] or "").strip()
    if name.isdecimal():
        return _read_press(name, rest)
    reader = _READERS.get(name)
    return (reader(rest) if reader else None) or Wrong(name)


def _read_press(name: str, rest: str) -> Command:
    message = _NUMBER.fullmatch(rest)
    if len(name) > 3 or (rest and message is None):
        return Wrong(name)
    return Press(int(name), int(message[1]) if message else None)


def _read_days(rest: str) -> Command | None:
    found = _NUMBER.fullmatch(rest)
    return Days(int(found[1])) if found and 1 <= int(found[1]) <= DAYS_LIMIT else None


def _read_contact(rest: str) -> Command | None:
    name, _, phone = (part.strip() for part in rest.rpartition(","))
    return Contact(name, phone) if name and _PHONE.fullmatch(phone) else None


def _read_pick(rest: str) -> Command | None:
    people = [_PICKED.fullmatch(part.strip()) for part in rest.split(",")]
    found = tuple((each[1].strip(), each[2] or "") for each in people if each)
    return Pick(found) if len(found) == len(people) else None


def _read_forward(rest: str) -> Command | None:
    name, _, text = (part.strip() for part in rest.partition(":"))
    return Forward(name, text) if name and text else None


def _read_file(rest: str) -> Command | None:
    path = rest.strip("'\"")
    return SendFile(Path(path).expanduser()) if path and "\0" not in path else None


def _read_react(rest: str) -> Command | None:
    found = _REACT.fullmatch(rest)
    return React(found[1], int(found[2]) if found[2] else None) if found else None


def _read_location(rest: str) -> Command | None:
    latitude, _, longitude = rest.partition(",")
    try:
        here = Location(float(latitude), float(longitude))
    except ValueError:
        return None
    return here if abs(here.latitude) <= 90 and abs(here.longitude) <= 180 else None


def _read_reply(rest: str) -> Command | None:
    found = _REPLY.fullmatch(rest)
    return Say(found[2].strip(), int(found[1])) if found else None


def _read_edit(rest: str) -> Command | None:
    return Edit(rest) if rest else None


_READERS: dict[str, Callable[[str], Command | None]] = {
    "week": lambda rest: None if rest else Week(),
    "days": _read_days,
    "contact": _read_contact,
    "pick": _read_pick,
    "forward": _read_forward,
    "file": _read_file,
    "react": _read_react,
    "location": _read_location,
    "reply": _read_reply,
    "edit": _read_edit,
    "help": lambda _: Help(),
    "quit": lambda _: Quit(),
    "q": lambda _: Quit(),
}
