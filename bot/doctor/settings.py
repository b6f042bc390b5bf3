"""Every setting: whether it is right, and what it is, unless that is a secret."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import urlsplit

from bot.config import Config, ConfigError, EnvFile
from bot.doctor.findings import Finding
from bot.texts.doctor import DoctorTexts
from storage import place_of

SECRETS = ("TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET", "OPENAI_API_KEY")
#: Their paths and parameters may hold a secret.
ADDRESSES = ("TELEGRAM_API_URL", "WEBHOOK_URL", "OPENAI_BASE_URL")
#: A database's address holds a password; ids are people.
PLAIN = (
    "HOST", "PORT", "CONTACTS_PER_USER", "UPDATES_PER_MINUTE", "NUDGES_PER_SECOND", "PAID_BROADCASTS", "SPREAD_MINUTES",
    "METRICS_PORT", "LOG_LEVEL", "LOG_FORMAT", "OPENER_MODEL",
)  # fmt: skip
NAMES = (*SECRETS, "DATABASE_URL", "ALLOWED_USER_IDS", *ADDRESSES, *PLAIN)
#: What is wrong when it is missing, and what wants it.
_WANTED_BY = {"WEBHOOK_SECRET": "WEBHOOK_URL", "OPENAI_API_KEY": "OPENER_MODEL"}

#: From which share of common letters on two names look alike (difflib's ratio), and how long a name must be for that
#: to tell: much is nearly PORT.
ALIKE, LONG = 0.85, 8


def read_settings(given: Mapping[str, str]) -> tuple[Config, frozenset[str], list[Finding]]:
    """The settings as far as they are right, the names of those that are not, and the findings.

    The program stops at the first that is wrong; here that one is taken out, and the rest are read again.
    """
    left = dict(given)
    wrong: dict[str, str] = {}
    while True:
        try:
            config = Config.from_env(left)
        except ConfigError as error:
            name = str(error).partition(" ")[0]
            wrong[name] = str(error)
            if left.pop(name, "") == "" and left.pop(_WANTED_BY.get(name, ""), "") == "":
                raise
        else:
            break
    found = [Finding("wrong", "settings", line) for line in wrong.values()]
    if not found:
        found = [Finding("ok", "settings", DoctorTexts().set(_shown(given)))]
    if config.token and not config.allowed_user_ids and "ALLOWED_USER_IDS" not in wrong:
        found.append(Finding("ok", "settings", DoctorTexts().open_to_all()))
    return config, frozenset(wrong), found


def check_names(given: Iterable[str], file: EnvFile) -> list[Finding]:
    """What was set and is no setting: any name in `.env`, and of the many others in `given` those that look like one.

    With them, what else is odd about the file.
    """
    texts = DoctorTexts()
    names = sorted(set(given) - set(NAMES))
    meant = {name: _meant(name) for name in names}
    known = {name for name in given if name in NAMES}
    found = [texts.unknown_setting(name, meant[name]) for name in names if _is_told(name, meant[name], file, known)]
    found += [texts.odd_line(number) for number in file.odd_lines]
    found += [texts.env_readable()] if file.exposed else []
    return [Finding("warning", "settings", words) for words in found]


def _meant(name: str) -> str:
    """The setting that a name looks like; "" for none."""
    return next(iter(get_close_matches(name.upper(), NAMES, 1, ALIKE)), "")


def _is_told(name: str, meant: str, file: EnvFile, known: Collection[str]) -> bool:
    """Another program's variable may look like a short name, or like one that is set right as well."""
    return name in file.names or (len(meant) >= LONG and meant not in known)


def _shown(given: Mapping[str, str]) -> list[str]:
    return [_show(name, value) for name in NAMES if (value := given.get(name, "").strip())]


def _show(name: str, value: str) -> str:
    if name in SECRETS:
        return DoctorTexts().secret(name)
    if name == "DATABASE_URL":
        return f"{name}={place_of(value)}"
    if name == "ALLOWED_USER_IDS":
        return f"{name}=({len(value.split(','))})"
    return f"{name}={host_of(value)}" if name in ADDRESSES else f"{name}={value}"


def host_of(address: str) -> str:
    """Without the path, the user or anything else that may be a secret."""
    return urlsplit(address).hostname or ""
