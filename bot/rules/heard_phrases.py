"""Typed answers to "did you hear back?"."""

import re
from typing import Literal

Heard = Literal["yes", "no", "not yet"]

_LENGTH = 60
_WHO = r"(?:she|he|they|we)"
_YES = re.compile(
    rf"(?:(?:yes|yep|yeah),? )?(?:{_WHO} (?:did|has|have|replied|answered|wrote(?: back)?|called(?: back)?"
    rf"|responded)|i did|i have"
    r"|heard back|got (?:a |an )?(?:reply|answer)|replied|answered)(?: (?:yes|already|today|yesterday|right away))?"
)
_NOT_YET = re.compile(
    r"(?:no,? )?not yet|nothing yet|no,? not so far|not so far|still waiting|no answer yet|no reply yet"
)
_NO = re.compile(
    rf"(?:no,? )?(?:no (?:answer|reply|response)(?: at all)?|{_WHO} (?:didn't|did not|never|hasn't"
    rf"|has not)(?: (?:answer|answered"
    r"|reply|replied|respond|responded))?|never|nothing(?: at all)?|silence|ghosted)"
)


def read_heard(text: str) -> Heard | None:
    """ "she replied", "not yet", "no answer"; None for anything else, a bare yes or no too."""
    said = " ".join(text[: 2 * _LENGTH].lower().replace("’", "'").split()).strip(" .,!")
    if len(said) > _LENGTH:
        return None
    if _NOT_YET.fullmatch(said):
        return "not yet"
    return "no" if _NO.fullmatch(said) else "yes" if _YES.fullmatch(said) else None
