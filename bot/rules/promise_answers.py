"""What an answer to "by when?" means where it is no day."""

from bot.rules.assent import read_assent
from bot.rules.meanings import Asked, Meaning, NotDone, Unclear

_NO_DAY = frozenset(
    {"no day", "whenever", "someday", "some day", "any time", "anytime", "no hurry", "no rush", "no date", "no idea"}
)


def declines(text: str, meaning: Meaning) -> bool:
    """ "no", "no day", "whenever": there is to be no day."""
    plain = " ".join(text.lower().split()).strip(" .!")
    return plain in _NO_DAY or read_assent(text) is False or meaning == Asked("skip")


def may_be_day(meaning: Meaning) -> bool:
    """Whether a short text that means nothing else may have been meant as a day."""
    return isinstance(meaning, NotDone) or meaning == Unclear()
