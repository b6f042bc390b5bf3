"""The database: whether it opens, fits this version, is whole, and may be written."""

import os
from pathlib import Path

from bot.config import Config
from bot.doctor.findings import Finding, Level
from bot.texts.doctor import DoctorTexts
from bot.texts.startup import StartupTexts
from storage import fault_of, place_of
from storage.examining import Examined, examine

#: What a flaw keeps from working; the others are to be looked at.
_GRAVE = ("damaged", "references", "encoding")


def check_database(config: Config) -> list[Finding]:
    where = place_of(config.database_url)
    try:
        examined = examine(config.database_url)
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        return [Finding("wrong", "database", StartupTexts().database_unusable(where, fault))]
    level, words = _state(where, examined)
    flaws = [
        Finding("wrong" if flaw in _GRAVE else "warning", "database", DoctorTexts().flaw(where, flaw))
        for flaw in examined.flaws
    ]
    return flaws if flaws and level == "ok" else [Finding(level, "database", words), *flaws]


def _state(where: str, examined: Examined) -> tuple[Level, str]:
    texts = DoctorTexts()
    revision = examined.revision or ""
    match examined.state:
        case "missing":
            return _missing(where)
        case "empty":
            return "warning", texts.database_empty(where)
        case "older":
            return "warning", texts.database_older(where, revision)
        case "newer":
            return "wrong", StartupTexts().database_unusable(where, "newer")
        case "ready":
            return "ok", texts.database(where, examined.server, revision, examined.size)


def _missing(where: str) -> tuple[Level, str]:
    """The first start makes the file and its folders, where it may: asked of the folder that is there already."""
    folder = next(each for each in Path(where).absolute().parents if each.exists())
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return "warning", DoctorTexts().database_missing(where)
    return "wrong", DoctorTexts().database_unmakable(where, str(folder))
