"""What was left out of a file, as a table to look through."""

import csv
import io
from collections.abc import Callable, Sequence

from bot.rules.exporting.tables import guarded
from bot.rules.files.shapes import Skipped


def skipped_list(skipped: Sequence[Skipped], *, header: Sequence[str], reason: Callable[[str], str]) -> bytes:
    """CSV, a line each: where it was, what it says, and why it gave nobody; UTF-8 with BOM, which spreadsheets want."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for each in skipped:
        writer.writerow([each.line, guarded(each.what), reason(each.reason)])
    return out.getvalue().encode("utf-8-sig")
