"""Workbooks made to harm."""

import io
import zipfile
from functools import cache

from openpyxl import Workbook

from tests.bot.rules.files.harm_packed import MEGA, zipped

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


@cache
def people_workbook() -> bytes:
    book = Workbook()
    sheet = book.create_sheet(index=0)
    for row in (["Name", "Company", "Email"], ["Ana Ruiz", "Roche", "ana@example.org"], ["Ben Okafor", None, None]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(**parts: str | bytes) -> bytes:
    """A workbook of two people, with other parts in place of its own: "sheet", "strings" or a path."""
    names = {"sheet": SHEET, "strings": STRINGS}
    put = {names.get(name, name): part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(people_workbook())) as old:
        whole = {name: old.read(name) for name in old.namelist()} | put
    if STRINGS in put:  # they are read only where the list of contents names them
        whole[_CONTENTS] = whole[_CONTENTS].replace(b"</Types>", _STRINGS_NAMED + b"</Types>")
    return zipped(whole)


_CONTENTS = "[Content_Types].xml"
_STRINGS_NAMED = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_SHEET_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_SHEET_TAIL = "</sheetData></worksheet>"
_STRINGS_HEAD = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def sheet(rows: str) -> bytes:
    return workbook(sheet=_SHEET_HEAD + rows + _SHEET_TAIL)


def entities() -> bytes:
    """A billion laughs."""
    laughs = "".join(f"<!ENTITY l{level} '{f'&l{level - 1};' * 10}'>" for level in range(1, 10))
    return workbook(
        sheet=f"<!DOCTYPE a [<!ENTITY l0 'ha'>{laughs}]>{_SHEET_HEAD}<row><c><v>&l9;</v></c></row>{_SHEET_TAIL}"
    )


def outside_entity() -> bytes:
    said = "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'>"
    return workbook(strings=f"{said}{_STRINGS_HEAD}<si><t>Ana Ruiz</t></si></sst>")


def entities_in_utf16() -> bytes:
    """What looks for a document type by its bytes doesn't see it."""
    laughs = "".join(f"<!ENTITY l{level} '{f'&l{level - 1};' * 10}'>" for level in range(1, 10))
    said = f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY l0 'ha'>{laughs}]>"
    return workbook(sheet=f"{said}{_SHEET_HEAD}<row><c t='str'><v>&l9;</v></c></row>{_SHEET_TAIL}".encode("utf-16"))


def many_strings() -> bytes:
    strings = "".join(f"<si><t>Ana {number}</t></si>" for number in range(900_000))
    return workbook(strings=f"{_STRINGS_HEAD}{strings}</sst>")


def emoji_strings() -> bytes:
    """As many and as long as the bounds let through."""
    strings = "".join(f"<si><t>\U0001f600{number:058}</t></si>" for number in range(495_000))
    return workbook(strings=f"{_STRINGS_HEAD}{strings}</sst>")


def long_string() -> bytes:
    return workbook(strings=f"{_STRINGS_HEAD}<si><t>{'Ana Ruiz ' * 5 * MEGA}</t></si></sst>")


def empty_rows() -> bytes:
    return sheet("<row/>" * 1_048_576)


def numbered_rows() -> bytes:
    return sheet("".join(f'<row r="{number}"><c r="A{number}"/></row>' for number in range(1, 390_000)))


def million_cells() -> bytes:
    return sheet("<row>" + "<c><v>1</v></c>" * MEGA + "</row>")


def far_cell() -> bytes:
    return sheet('<row r="1048576"><c r="XFD1048576" t="str"><v>Ana Ruiz</v></c></row>')


def many_inline_cells() -> bytes:
    """As many cells as the bounds let through, each with a text of its own."""
    cells = "".join(f'<c t="inlineStr"><is><t>Ana Ruiz {column}</t></is></c>' for column in range(30))
    return sheet(f"<row>{cells}</row>" * 15_000)


def deep_sheet() -> bytes:
    return sheet("<row>" * 100_000)


def linked_workbook() -> bytes:
    links = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>'
    )
    cell = "<row><c t='str'><f>[1]Sheet1!A1</f><v>Name</v></c></row><row><c t='str'><v>Ana Ruiz</v></c></row>"
    where = '<Relationships><Relationship Target="http://example.org/x.xlsx" TargetMode="External"/></Relationships>'
    return workbook(**{
        SHEET: _SHEET_HEAD + cell + _SHEET_TAIL, "xl/externalLinks/externalLink1.xml": links,
        "xl/externalLinks/_rels/externalLink1.xml.rels": where,
    })  # fmt: skip


def macros() -> bytes:
    return workbook(**{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen() calc End Sub"})
