"""Tables of people: the header found, the columns understood, and each row a person or a reason."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from bot.rules.files.column_kinds import Plan, count_known, has_name_header, is_data, letters, name_share, plan_columns
from bot.rules.files.column_names import plain
from bot.rules.files.drafting import Setting, draft_of
from bot.rules.files.gathering import Gathering
from bot.rules.files.prose import is_prose
from bot.rules.files.records import Row
from bot.rules.files.shapes import Field, FileReading, Format

#: A header stands within the first rows; LinkedIn's notes before it are a handful.
HEAD_ROWS = 60
_WIDEST_HEADER = 400
#: Blank ones included, of which a spreadsheet may write a million.
MOST_ROWS = 2_000_000
_SAMPLE_ROWS = 300
_GOOGLE = re.compile(r"(?:E-mail|Phone|Website|Address|Organization) \d{1,2} - \w.{0,20}", re.IGNORECASE)
_GOOGLE_NAMES = ({"group membership", "given name"}, {"labels", "first name", "file as"})


@dataclass(slots=True)
class Patience:
    """How many lines of lists are still read for facts in words: a third of a millisecond each, in all of an archive."""

    left: int = 5_000

    def spend(self) -> bool:
        """Whether there is any left; one line's worth of it is spent."""
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Request:
    """How a file is to be read: the user's country and day, what they answered about columns, and the most people."""

    region: str | None
    today: date
    columns: Mapping[str, str] = field(default_factory=dict)
    most: int = 50_000
    patience: Patience = field(default_factory=Patience)


def find_header(head: Sequence[Row]) -> int | None:
    """The index of the row that names the columns: the one that names the most of them. None where none does."""
    best, known = None, 0
    for index, row in enumerate(head):
        if row.cells is None or len(row.cells) > _WIDEST_HEADER:
            continue
        count = count_known(row.cells)
        if count > known and (count > 1 or (index == 0 and _names_one(row.cells))):
            best, known = index, count
    return best


def _names_one(headers: Sequence[str]) -> bool:
    """Whether one known name makes a header: that of the names, or of one column among several."""
    return has_name_header(headers) or len([header for header in headers if header.strip()]) > 1


def read_table(rows: Iterable[Row], request: Request, kind: Format) -> FileReading:
    """The people of a table whose rows come one by one. Never more is held than the people and the first rows."""
    source = iter(rows)
    head = list(islice(source, HEAD_ROWS))
    if not head:
        return FileReading(kind, problem="empty")
    at = find_header(head)
    if at is not None:
        headers, bare = head[at].cells or [], False
        body = chain(head[at + 1 :], source)
    else:
        headers, bare = _headers_of(head)
        body = chain(head if bare else head[1:], source)
    if not bare and (own := _read_own(headers, body, request)):
        return own
    return _read_body(headers, body, request, _format_of(headers, kind), bare=bare)


def _headers_of(head: Sequence[Row]) -> tuple[list[str], bool]:
    """The headers of a table that names nothing known: its first row, unless that is data like the others."""
    rows = [row.cells for row in head if row.cells]
    width = max((len(row) for row in rows), default=0)
    first = rows[0] if rows else []
    if len(rows) < 2 or any(is_data(cell) for cell in first) or _begins_with_person(rows):
        return letters(min(width, _WIDEST_HEADER)), True
    return first[:_WIDEST_HEADER], False


def _begins_with_person(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the column likeliest to hold names holds a full one in the first row already."""
    width = min(max(len(row) for row in rows), _WIDEST_HEADER)
    columns = [[row[index] for row in rows if index < len(row) and row[index].strip()] for index in range(width)]
    best = max(range(width), key=lambda index: name_share(columns[index]))
    first = rows[0][best].strip() if best < len(rows[0]) else ""
    return name_share([first]) == 1.0 and name_share(columns[best]) > 0.5


def _read_own(headers: list[str], body: Iterator[Row], request: Request) -> FileReading | None:
    from bot.rules.files.own_csv import is_own, read_own_rows

    return read_own_rows(headers, body, most=request.most) if is_own(headers) else None


def _format_of(headers: Sequence[str], kind: Format) -> Format:
    names = {plain(header) for header in headers}
    if any(_GOOGLE.fullmatch(header.strip()) for header in headers) or any(own <= names for own in _GOOGLE_NAMES):
        return "google"
    return kind


def _read_body(
    headers: Sequence[str], body: Iterator[Row], request: Request, kind: Format, *, bare: bool
) -> FileReading:
    sample = list(islice(body, _SAMPLE_ROWS))
    cells = [row.cells for row in sample if row.cells]
    plan = plan_columns(headers, cells, request.columns, request.region, bare=bare)
    if kind == "table" and _is_linkedin(plan):
        kind = "linkedin"
    if not plan.has_name:
        return _ask_for_names(plan, cells, kind)
    if kind != "excel" and not bare and not request.columns and is_prose(plan, len(headers), cells):
        return FileReading("nothing", problem="not_people")
    gathering = Gathering(request.most)
    setting = Setting(request.region, request.today, plan.month_first)
    gather(chain(sample, body), headers, plan.fields, setting, gathering, own_rows=kind == "linkedin")
    reading = gathering.reading(kind)
    if not reading.people and not reading.skipped and not reading.problem:
        return FileReading(kind, problem="empty")
    asked = plan.unknown if kind in ("table", "excel") and not reading.problem else ()
    return FileReading(kind, reading.people, reading.skipped, reading.problem, asked)


def _ask_for_names(plan: Plan, cells: Sequence[Sequence[str]], kind: Format) -> FileReading:
    """Nobody yet: the chat asks which column has the names, the likeliest first."""
    if not cells:
        return FileReading(kind, problem="empty")
    can_be = any(name_share(column.samples) > 0 for column in plan.unknown)
    return FileReading(kind, unknown=plan.unknown) if can_be else FileReading(kind, problem="no_names")


def _is_linkedin(plan: Plan) -> bool:
    fields = {field for _, field in plan.fields}
    return {"first", "last", "met_on"} <= fields and bool({"company", "role", "link"} & fields)


def gather(
    rows: Iterable[Row], headers: Sequence[str], fields: Sequence[tuple[int, Field]], setting: Setting,
    gathering: Gathering, *, own_rows: bool,
) -> None:  # fmt: skip
    """Puts the person of each row into the gathering. With `own_rows` a row of a single cell is a note of the file's
    own, as LinkedIn writes them."""
    names = list(headers)
    for count, (line, cells, text) in enumerate(rows):
        if count >= MOST_ROWS:
            gathering.overflow()
        elif cells is None:
            gathering.skip(line, text, "too_long")
        elif values := _values_of(cells, fields):
            if cells == names or (own_rows and len(cells) == 1):
                gathering.skip(line, _text_of(cells), "not_person")
            else:
                draft = draft_of(values, setting)
                if isinstance(draft, str):
                    gathering.skip(line, _text_of(cells), draft)
                else:
                    gathering.add(line, draft)
        elif any(cell and not cell.isspace() for cell in cells):
            gathering.skip(line, _text_of(cells), "no_name")
        if gathering.is_full:
            return


def _values_of(cells: Sequence[str], fields: Sequence[tuple[int, Field]]) -> dict[Field, list[str]]:
    values: dict[Field, list[str]] = {}
    width = len(cells)
    for index, name in fields:
        if index < width and (cell := cells[index].strip()):
            if name in values:
                values[name].append(cell)
            else:
                values[name] = [cell]
    return values


def _text_of(cells: Sequence[str]) -> str:
    return ", ".join(cell for cell in (cell[:200].strip() for cell in cells[:40]) if cell)
