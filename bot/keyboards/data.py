"""callback_data, both ways, and the pieces that keyboards are made of."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

Verb = Literal[
    "done", "another", "else", "later", "postpone", "notnow", "back", "pace",  # a nudge
    "card", "touch", "touched", "note", "cadence", "every", "everyone", "edit", "field", "archive", "restore",  # people
    "people", "search",
    "pick", "same", "other", "mean", "add", "do",  # questions
    "ask", "settings", "zone", "hour", "weekday", "perweek", "pause",  # settings
    "import", "column", "picker",  # bringing people
    "sort", "bulk", "double", "tag", "find",  # sorting and finding them
    "why", "refuse", "turn", "now",  # whom, and why now
    "rework", "own", "model",  # what to say
    "promise", "heard", "need", "intro",  # what came of it
    "undo", "skip",
]  # fmt: skip
_VERBS: Final = frozenset(get_args(Verb))
#: Those on a nudge, a reminder of it, and the choice of days: their id is the nudge's.
NUDGE_VERBS: Final = frozenset({"done", "another", "else", "later", "postpone", "notnow", "back", "refuse"})
#: Telegram's limit on callback_data, in bytes of UTF-8.
DATA_BYTES = 64
#: Telegram's limit on what a button copies, in characters.
COPY_LENGTH = 256


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button as pressed: its verb, the row it is about (0: none), and what else it says."""

    verb: str
    id: int = 0
    arg: str = ""

    @property
    def number(self) -> int:
        """`arg` as a number of up to five digits; 0 where it is none, for anybody can make up a button."""
        return int(self.arg) if self.arg.isascii() and self.arg.isdigit() and len(self.arg) < 6 else 0


def encode(verb: Verb, row_id: int | None = 0, arg: object = "") -> str:
    """`verb:id` or `verb:id:arg`. Raises ValueError over 64 bytes, for that is a mistake of ours."""
    data = f"{verb}:{row_id or 0}" + (f":{arg}" if arg != "" else "")
    if len(data.encode()) > DATA_BYTES:
        raise ValueError(verb)
    return data


def decode(data: str | None) -> Pressed | None:
    """What a button says; None for one that no version of Dotty made."""
    verb, _, rest = (data or "").partition(":")
    number, _, arg = rest.partition(":")
    if verb not in _VERBS or not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Pressed(verb, int(number), arg)


def button(label: str, verb: Verb, row_id: int | None = 0, arg: object = "") -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=encode(verb, row_id, arg))


def rows(*lines: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """A keyboard from its lines; empty ones are left out."""
    return InlineKeyboardMarkup([line for line in lines if line])


def in_lines(buttons: list[InlineKeyboardButton], per_line: int) -> list[list[InlineKeyboardButton]]:
    return [buttons[start : start + per_line] for start in range(0, len(buttons), per_line)]


def copy_button(label: str, text: str) -> list[InlineKeyboardButton]:
    """One button that copies the text, or none where it is too long for Telegram."""
    return [InlineKeyboardButton(label, copy_text=CopyTextButton(text))] if 0 < len(text) <= COPY_LENGTH else []
