"""From written lines to patterns."""

import re
from collections.abc import Mapping
from string import Formatter

from bot.rules.openers import Moment, Pattern

#: A greeting goes without the name too ("Hi there, …"); anywhere else the name must be known.
_GREETED = re.compile(r"^(?:Hi|Hello|Hey) \{first\}")


def patterns(moment: Moment, lines: Mapping[str, str]) -> tuple[Pattern, ...]:
    """The lines for one moment. A line's key is stored with the nudges it is shown in: it never changes its line."""
    return tuple(Pattern(f"{moment}.{key}", moment, _slots(line), line) for key, line in lines.items())


def _slots(line: str) -> frozenset[str]:
    """The facts a line can't do without."""
    parsed = Formatter().parse(_GREETED.sub("", line))
    return frozenset(slot for _, slot, _, _ in parsed if slot)
