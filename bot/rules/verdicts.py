"""What somebody types while a card of the inbox is open, in place of its buttons."""

from bot.rules.cadences import read_cadence

_WORDS = {
    "later": "later", "skip": "later", "skip it": "later", "not now": "later",
    "never": "never", "archive": "never",
    "back": "back", "go back": "back", "one back": "back", "back one": "back",
}  # fmt: skip
_LENGTH = 40


def read_verdict(text: str) -> int | str | None:
    """A rhythm in days, "later", "never" or "back" that is the whole text; None for anything else."""
    if len(text) > _LENGTH:
        return None
    said = " ".join(text.lower().split()).strip(" .!")
    return _WORDS.get(said) or read_cadence(said)
