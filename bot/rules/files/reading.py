"""A file that somebody sent: what it is, and the people in it."""

import logging
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from bot.rules.files.archives import (
    LockedError,
    Room,
    TooBigError,
    is_other_office,
    is_other_sheet,
    is_workbook,
    open_zip,
    readable_entries,
    unpack,
    unpack_gzip,
)
from bot.rules.files.encodings import as_utf8
from bot.rules.files.gathering import together
from bot.rules.files.shapes import FileReading, Problem
from bot.rules.files.sniffing import Kind, is_locked, is_old_excel, kind_of
from bot.rules.files.tables import Request

log = logging.getLogger(__name__)

#: An archive in an archive happens; another inside that one is made to harm.
_DEEPEST = 2
_OWN_JSON = b'"dotty-export"'
#: What a problem inside an archive says of the whole, most telling first.
_TELLING: tuple[Problem, ...] = (
    "too_many", "too_deep", "too_big", "locked", "no_names", "damaged", "old_excel", "other_sheet", "empty", "html", "image",
)  # fmt: skip


def read_file(
    content: bytes, *, name: str, region: str | None, today: date, columns: Mapping[str, str] = MappingProxyType({}),
    most: int = 50_000,
) -> FileReading:  # fmt: skip
    """The people of a file, whatever it is called; what it is is told by its content. Never raises.

    `region` is the user's ISO 3166 country, for telephone numbers and dates; `columns` has their answers: a column's
    header to the field it holds (`shapes.FIELDS`), "" to leave it out. More than `most` people give "too_many" and
    nobody. `today` is the day in the user's zone.
    """
    del name  # people rename files, and programs name them all alike
    try:
        return read_content(content, Request(region, today, columns, most))
    except Exception as error:
        # The libraries let anything through on broken files; what they say may hold what people wrote.
        log.warning("a file of %d bytes could not be read: %s", len(content), type(error).__name__)
        return FileReading("nothing", problem="damaged")


@dataclass(frozen=True, slots=True)
class _Nest:
    """In how many archives the content lay, and the room that all of the file shares."""

    depth: int = 0
    room: Room = field(default_factory=Room)

    def inside(self) -> "_Nest":
        return _Nest(self.depth + 1, self.room)


def read_content(content: bytes, request: Request, nest: _Nest | None = None) -> FileReading:
    """As `read_file`, but for what the libraries raise."""
    kind = kind_of(content)
    if reader := _READERS.get(kind):
        return reader(content, request, nest or _Nest())
    problem: Problem = kind if kind in ("empty", "html", "image") else "not_people"
    return FileReading("nothing", problem=problem)


def _read_gzip(content: bytes, request: Request, nest: _Nest) -> FileReading:
    if nest.depth >= _DEEPEST:
        return FileReading("nothing", problem="too_deep")
    try:
        unpacked = unpack_gzip(content, nest.room)
    except TooBigError:
        return FileReading("nothing", problem="too_big")
    except zlib.error:
        return FileReading("nothing", problem="damaged")
    return read_content(unpacked, request, nest.inside())


def _read_zip(content: bytes, request: Request, nest: _Nest) -> FileReading:
    try:
        with open_zip(content) as archive:
            if is_workbook(archive):
                from bot.rules.files.sheets import read_workbook

                nest.room.take_workbook()
                return read_workbook(archive, request)
            if is_other_office(archive):
                return FileReading("nothing", problem="other_sheet" if is_other_sheet(archive) else "not_people")
            if nest.depth >= _DEEPEST:
                return FileReading("nothing", problem="too_deep")
            return _read_entries(archive, request, nest.inside())
    except TooBigError:
        return FileReading("nothing", problem="too_big")
    except LockedError:
        return FileReading("nothing", problem="locked")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        return FileReading("nothing", problem="damaged")


def _read_entries(archive: zipfile.ZipFile, request: Request, nest: _Nest) -> FileReading:
    """The people of all that can be read in the archive, each once; of Dotty's own export its JSON alone."""
    readings: list[FileReading] = []
    for entry in readable_entries(archive):
        content = unpack(archive, entry, nest.room)
        reading = read_content(content, request, nest)
        del content
        if reading.format in ("dotty", "linkedin") or reading.problem in ("too_many", "too_deep", "too_big"):
            return reading
        readings.append(reading)
    return _together(readings, request)


def _together(readings: list[FileReading], request: Request) -> FileReading:
    good = [reading for reading in readings if reading.people]
    if len(good) == 1:
        return good[0]
    if not good:
        found = {reading.problem for reading in readings}
        asked = next((reading for reading in readings if reading.unknown), None)
        told: Problem = next((problem for problem in _TELLING if problem in found), "not_people")
        return asked or FileReading("nothing", problem="empty" if not readings else told)
    return together(good, request.most)


def _read_ole(content: bytes, _: Request, __: _Nest) -> FileReading:
    problem: Problem = "locked" if is_locked(content) else "old_excel" if is_old_excel(content) else "not_people"
    return FileReading("nothing", problem=problem)


def _read_json(content: bytes, request: Request, _: _Nest) -> FileReading:
    text = as_utf8(content)
    if _OWN_JSON in text:
        from bot.rules.files.own import read_own

        return read_own(text, most=request.most)
    from bot.rules.files.telegram import read_telegram

    return read_telegram(text, region=request.region, most=request.most)


def _read_cards(content: bytes, request: Request, _: _Nest) -> FileReading:
    from bot.rules.files.vcards import read_vcards

    return read_vcards(content, region=request.region, most=request.most)


def _read_text(content: bytes, request: Request, _: _Nest) -> FileReading:
    from bot.rules.files.delimited import read_text

    return read_text(content, request)


_READERS: dict[Kind, Callable[[bytes, Request, _Nest], FileReading]] = {
    "gzip": _read_gzip, "zip": _read_zip, "ole": _read_ole, "json": _read_json, "vcard": _read_cards, "text": _read_text,
}  # fmt: skip
