"""`python -m bot backup PATH`: a copy of the database, while the bot runs."""

import sys
from pathlib import Path

from bot.config import Config
from bot.opening import EX_CONFIG
from bot.texts.startup import StartupTexts
from storage import place_of
from storage.backup import BackupError, back_up


def back_up_to(config: Config, target: str) -> int:
    """Copy the database and say so in one line; the exit code."""
    texts, place = StartupTexts(), Path(target)
    try:
        back_up(config.database_url, place)
    except BackupError as error:
        line = texts.not_backed_up(place_of(config.database_url), str(place), error.reason)
        sys.stderr.write(f"{line}\n")
        return EX_CONFIG
    sys.stdout.write(f"{texts.backed_up(target)}\n")
    return 0
