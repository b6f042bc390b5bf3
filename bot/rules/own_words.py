"""Whether what is typed in reply to a nudge is what the user means to send, in their own words."""

import re
from typing import Literal

from bot.rules.names import fold

#: A copy button takes less, but a tap on the text copies any length; links carry this much in every script.
LONGEST = 1_000
_GREETING = re.compile(
    r"(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|hola|buenos d[ií]as|buenas|querid[oa]|hallo|"
    r"guten (?:tag|morgen|abend)|liebe[rs]?|moin|servus|bonjour|bonsoir|salut|coucou|ch[eè]re?|ciao|ol[aá]|happy birthday|"
    r"merry christmas|congrat\w*)(?!\w)[, ]*",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"\b(?:you|your|yours|you're|you've|you'd|tu|te|ti|tus|usted|du|dich|dir|dein\w*|Sie|Ihnen|Ihre?\w*|toi|vous|votre|ton)\b"
)
#: Words that make a message, or a note.
FEWEST_WORDS = 4

#: A greeting goes on with a name.
_SOMEBODY = re.compile(r"(?!I\b)[^\W\d_a-z][^\W\d_]+[,!:]")

Likeness = Literal["yes", "maybe", "no"]


def likeness(text: str, first_name: str | None) -> Likeness:
    """ "yes": it greets and says more, or calls them by name and speaks to them. "maybe": it speaks to somebody, but
    could be told to Dotty too."""
    greeting = _GREETING.match(text)
    rest = text[greeting.end() :] if greeting else text
    named = first_name is not None and fold(rest).startswith(fold(first_name))
    says_more = len(rest.split()) >= FEWEST_WORDS - 1
    speaks = _TO_YOU.search(text) is not None
    if greeting and not named and _SOMEBODY.match(rest):
        return "maybe"
    if greeting and says_more and (named or speaks or "?" in text):
        return "yes"
    if named and speaks and _is_called(rest, first_name or ""):
        return "yes"
    return "maybe" if speaks and len(text.split()) >= FEWEST_WORDS else "no"


def _is_called(text: str, first_name: str) -> bool:
    """ "Ana, how are you?", and not "Ana told me of your job"."""
    return text[len(first_name) : len(first_name) + 1] in (",", "!", ":", " –", "\n")


_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+[\"'”’)]*\s*|[^.!?…]+$")


def shortened(text: str) -> str | None:
    """The first sentence and the last that asks something, of a text of three or more, or of two where the first only
    greets; None where nothing can go."""
    sentences = [found for found in _SENTENCE.findall(text) if found.strip()]
    if len(sentences) < 3:
        return None
    asking = [number for number, sentence in enumerate(sentences) if "?" in sentence]
    last = asking[-1] if asking else len(sentences) - 1
    kept = sentences[0].strip() if last == 0 else f"{sentences[0].strip()} {sentences[last].strip()}"
    return kept if len(kept) < len(text.strip()) else None
