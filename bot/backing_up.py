"""`python -m bot backup PATH`: a copy of the database, while the bot runs."""

import sqlite3
import sys
from pathlib import Path

from bot.config import Config
from bot.opening import EX_CONFIG
from bot.texts.startup import StartupTexts
from storage.backup import back_up


def back_up_to(config: Config, target: str) -> int:
    """Copy the database and say so in one line; the exit code."""
    texts = StartupTexts()
    try:
        copied = back_up(config.database_url, Path(target))
    except (OSError, sqlite3.Error):
        copied = False
        line = texts.backup_failed(target)
    else:
        line = texts.backed_up(target) if copied else texts.backup_elsewhere()
    (sys.stdout if copied else sys.stderr).write(f"{line}\n")
    return 0 if copied else EX_CONFIG
