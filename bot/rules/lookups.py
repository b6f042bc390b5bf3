"""Looking somebody up in plain words: "ana l", "Ana's card", "when's Ana's birthday?"."""

import re

from bot.rules.meanings import Meaning, Named, Unclear
from bot.rules.roster import Roster

_LOOK = re.compile(
    r"(?:please |can you |could you )?(?:show(?: me)?|open|find|search(?: for)?|look up|edit|view|display|tell me|see"
    r"|who is|who's|how is|how's|what about|info|more|details|give me|get)(?: (?:all|the|more|my|info|information"
    r"|details|notes?|everything|about|on|of|for)){0,4} ",
    re.IGNORECASE,
)
_BARE_LOOK = re.compile(
    r"(?:all |my )?(?:notes|info|details|information|everything) (?:on|about|for|of) ", re.IGNORECASE
)
_PAGE = re.compile(
    r"(?:'s?)? (?:card|info|information|details|notes|profile|page|contact(?: details| info)?|facts|birthday|city"
    r"|(?:phone )?number|phone|e-?mail(?: address)?|address|company|job|role|telegram|linkedin)",
    re.IGNORECASE,
)
#: Words that begin a question even without its mark.
_ASKS = re.compile(r"(?:what|when|who|where|how)(?:'s|'re)?\b", re.IGNORECASE)


def read_lookup(text: str, roster: Roster) -> Meaning | None:
    """Named, or None. Unclear with the card where it is a question that only touches on somebody."""
    if full := roster.full_name(text):
        return Named(full)
    for look in (_LOOK.match(text), _BARE_LOOK.match(text)):
        if look and (name := _page_of(text[look.end() :].strip("\"“”'"), roster)):
            return Named(name)
    if name := _page_of(text, roster):
        return Named(name)
    return _asked(text, roster)


def _page_of(text: str, roster: Roster) -> str | None:
    """The known name that is all the text says, but for "'s card"."""
    end = roster.known_at(text)
    rest = text[end:].removeprefix("'s").strip(" .,!?") if end else None
    if end is None or rest is None:
        return None
    return text[:end] if not rest or _PAGE.fullmatch(text[end:].rstrip(" .,!?")) else None


def _asked(text: str, roster: Roster) -> Meaning | None:
    """A question that holds a known name is best answered by the card; "?" never records anything."""
    if not text.endswith("?") and not _ASKS.match(text):
        return None
    named = roster.mentions(text)
    return Unclear((Named(named[0]),)) if named else None
