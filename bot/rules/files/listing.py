"""A list of names, one a line, with or without facts behind them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from bot.rules.drafts import Draft
from bot.rules.facts import read_facts
from bot.rules.files.column_kinds import is_data
from bot.rules.files.gathering import Gathering
from bot.rules.files.person_names import tidied_name, visible, whole_name
from bot.rules.files.records import read_rows
from bot.rules.files.shapes import FileReading
from bot.rules.files.tables import HEAD_ROWS, Request, find_header
from bot.rules.people import read_people

#: Of longer lines only the name is read, and the rest is a note; as of those below, once patience is spent.
_LONGEST_TOLD = 300
#: What is longer is no line about somebody.
_LONGEST_LINE = 4_000
_MOST_WORDS = 5
#: Of the lines so many must be people, or it is prose.
_SHARE = 0.5
_ENOUGH_TO_JUDGE = 200
_SPACED = 0.8
_BULLET = re.compile(r"(?:[-*•·‣▪◦–—>]|\d{1,5}[.)]|\[[ xX]?\]|☐|☑|✓|✔)\s+")
_NAME = re.compile(r"[^\W\d_][\w'’.\-]*(?: [^\W\d_][\w'’.\-]*){0,4}")
_PARTICLE_WORDS = "de da do dos das del della di du la le van von der den ten ter zu zum al el bin ibn bint y e af av"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_TURNED = re.compile(r"\s*[^\W\d_][\w'’\-]*(?: [^\W\d_][\w'’\-]*)?,\s*[^\W\d_][\w'’\-]*(?: [^\W\d_][\w'’.\-]*)?\s*")


def looks_listed(head: Sequence[str], delimiter: str) -> bool:
    """Whether lines with commas are people with facts in words, not a table: people put a blank behind a comma, and
    none of the cells is an email, a number or the like, and none of the lines names the columns."""
    if delimiter != ",":
        return False
    commas = sum(line.count(",") for line in head)
    if sum(line.count(", ") for line in head) < commas * _SPACED:
        return False
    rows = list(islice(read_rows(head, delimiter), HEAD_ROWS))
    return find_header(rows) is None and not any(is_data(cell) for row in rows for cell in (row.cells or [])[:20])


def read_list(lines: Iterable[str], request: Request) -> FileReading:
    """The people of the lines; "not_people" where most lines are none."""
    gathering = Gathering(request.most)
    people = others = 0
    for number, line in enumerate(lines, start=1):
        said = _BULLET.sub("", visible(line[: _LONGEST_LINE + 1]), count=1).strip()
        if not said:
            continue
        long = len(said) > _LONGEST_LINE
        found = () if long or _tells(said, request) else _plain(said)
        if not found and _can_tell(said) and request.patience.spend():
            found = read_people(said, today=request.today, region=request.region).drafts
        elif not found and not long:
            found = _headed(said)
        for draft in found:
            gathering.add(number, draft)
        if found:
            people += 1
        else:
            others += 1
            gathering.skip(number, said, "too_long" if long else "not_person")
        if gathering.is_full or _is_prose(people, others):
            break
    if not people or people < (people + others) * _SHARE:
        return FileReading("nothing", problem="not_people")
    return gathering.reading("names")


def _tells(said: str, request: Request) -> bool:
    """Whether what stands behind the one comma is a fact, "Ana Ruiz, monthly", and no given name, "Ruiz, Ana"."""
    if not _TURNED.fullmatch(said):
        return False
    behind = said.partition(",")[2].strip()
    if not behind[0].islower() or not request.patience.spend():
        return False
    return read_facts(behind, today=request.today, region=request.region) != Draft(name="")


def _is_prose(people: int, others: int) -> bool:
    return people + others >= _ENOUGH_TO_JUDGE and people < (people + others) * _SHARE


def _plain(said: str) -> tuple[Draft, ...]:
    """Somebody who is only named."""
    if _TURNED.fullmatch(said) and (name := whole_name(said)):
        return (Draft(name),)
    name = tidied_name(said)
    if name is None or not _NAME.fullmatch(name):
        return ()
    words = name.split()
    return (Draft(name),) if all(_is_name_word(word) for word in words) and not said.endswith(".") else ()


def _headed(said: str) -> tuple[Draft, ...]:
    """Somebody who is named before the first comma."""
    name, _, rest = said.partition(", ")
    return tuple(replace(draft, notes=(rest,)) for draft in _plain(name)) if rest else ()


def _is_name_word(word: str) -> bool:
    return not word[0].islower() or word in _PARTICLES or "'" in word[:3]


def _can_tell(said: str) -> bool:
    return len(said) <= _LONGEST_TOLD and (said[0].isalpha() or said[0] == "@") and not said[0].islower()
