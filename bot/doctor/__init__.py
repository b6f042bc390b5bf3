"""`python -m bot doctor`: whether all is well, a line a check. It changes nothing, not even what is missing."""

import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from bot.config import ENV_LOGGER, ConfigError, EnvFile, environment, read_env_file
from bot.doctor.database import check_database
from bot.doctor.findings import About, Finding
from bot.doctor.machine import check_disk, check_zones
from bot.doctor.settings import check_names, read_settings
from bot.doctor.telegram import check_telegram
from bot.logs import set_up_logs, whereabouts
from bot.texts.doctor import DoctorTexts

NOT_WELL = 1


def look() -> int:
    """Look at everything, print what was found, and answer 0 only when nothing is wrong."""
    texts = DoctorTexts()
    set_up_logs("ERROR")
    logging.getLogger(ENV_LOGGER).setLevel(logging.ERROR)  # such lines are findings here
    findings = examine(datetime.now(UTC))
    lines = [texts.line(each.level, each.about, each.words) for each in findings]
    wrong, warnings = (sum(each.level == level for each in findings) for level in ("wrong", "warning"))
    sys.stdout.write("\n".join([*lines, texts.not_well(wrong) if wrong else texts.all_well(warnings), ""]))
    return NOT_WELL if wrong else 0


def examine(now: datetime) -> list[Finding]:
    """Every finding. What one check stumbles over is a finding too, and stops no other."""
    try:
        given, file = environment(), read_env_file()
    except ConfigError as error:
        given, file, unreadable = {}, EnvFile(), [Finding("wrong", "settings", str(error))]
    else:
        unreadable = []
    config, wrong, settings = read_settings(given)
    checks: list[tuple[About, Callable[[], list[Finding]]]] = [
        ("token", lambda: asyncio.run(check_telegram(config, wrong, now))),
        ("zones", lambda: check_zones(now.date())),
    ]
    if "DATABASE_URL" not in wrong and not unreadable:
        checks += [("database", lambda: check_database(config)), ("disk", lambda: check_disk(config))]
    odd = _guarded("settings", lambda: check_names(given, file))
    return [*unreadable, *settings, *odd, *(found for about, check in checks for found in _guarded(about, check))]


def _guarded(about: About, check: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        return check()
    except Exception as error:
        return [Finding("wrong", about, DoctorTexts().failed(whereabouts(error)))]
