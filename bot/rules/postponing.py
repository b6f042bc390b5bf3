"""When a nudge is to come back, as people say it instead of pressing a button."""

import re

_WORDS = (
    (re.compile(r"\btomorrow\b", re.IGNORECASE), 1),
    (re.compile(r"\b(?:three|3|(?:a )?few) days\b", re.IGNORECASE), 3),
    (re.compile(r"\bnext week\b", re.IGNORECASE), 7),
)


def read_postponement(text: str) -> int | None:
    """1, 3 or 7 days for "ask me tomorrow", "in a few days", "remind me next week"; None where no day is said."""
    return next((days for pattern, days in _WORDS if pattern.search(text)), None)
