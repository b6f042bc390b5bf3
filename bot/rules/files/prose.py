"""Whether what looks like a table is running text that happens to name columns."""

import re
from collections.abc import Sequence

from bot.rules.files.column_kinds import Plan

#: Of the first rows' names so many must look like names where the rows don't fit the header.
_SHARE = 0.5
_FITTING = 0.8
_MOST_WORDS = 6
#: Names written small are short: "ana ruiz".
_MOST_SMALL = 2
_CODE = re.compile(r"[(){}\[\]=<>;`*]")
_END = re.compile(r"[.!?:;]\Z")
_NAMES = frozenset({"name", "first", "middle", "last", "nickname"})


def is_prose(plan: Plan, width: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows name nobody, and the rows are of other widths than the header's `width`, or end as sentences
    do. `rows` are the first ones below the header; without any there is nothing to tell by."""
    columns = [index for index, field in plan.fields if field in _NAMES]
    names = [" ".join(row[index] for index in columns if index < len(row)).strip() for row in rows]
    told = [name for name in names if name]
    if not told or sum(map(_is_likely, told)) >= len(told) * _SHARE:
        return False
    fitting = sum(len(row) == width for row in rows)
    ended = sum(_END.search(row[-1].rstrip()) is not None for row in rows)
    return fitting < len(rows) * _FITTING or ended >= len(rows) * _SHARE


def _is_likely(name: str) -> bool:
    words = name[:200].split()
    if len(words) > _MOST_WORDS or _CODE.search(name[:200]) or (len(words) > _MOST_SMALL and _END.search(name)):
        return False
    small = sum(word[0].islower() for word in words)
    return small * 3 <= len(words) or (small == len(words) <= _MOST_SMALL)
