"""The settings, read once from the environment. The only module that reads it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values
from dotenv.parser import Original, parse_stream

from bot.texts.startup import StartupTexts

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SPACE = re.compile(r"\s")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LEVELS = ("INFO", "DEBUG", "WARNING", "ERROR")
_PATH = re.compile(r"[A-Za-z0-9/._~%+-]*")
_DATABASES = ("sqlite", "postgres", "postgresql", "postgresql+psycopg")

#: Where python-dotenv warns of lines it can't read.
ENV_LOGGER = "dotenv.main"
DEFAULT_API_URL = "https://api.telegram.org"
DEFAULT_DATABASE_URL = "sqlite:///data/dotty.db"
DEFAULT_CONTACTS = 50_000
#: What Telegram sends for a bot in a second without being paid (https://core.telegram.org/bots/faq#broadcasting-to-users).
FREE_PER_SECOND = 30


class ConfigError(Exception):
    """A setting that stops the start. Its text is one line that names the variable and what it wants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the operator chose. `token` None means the practice chat."""

    token: str | None = None
    api_url: str = DEFAULT_API_URL
    database_url: str = DEFAULT_DATABASE_URL
    allowed_user_ids: frozenset[int] = frozenset()
    webhook_url: str | None = None
    webhook_secret: str | None = None
    #: The address to listen on for webhooks; None is every one this machine has.
    host: str | None = None
    port: int = 8080
    #: How many contacts one user may have.
    contacts_per_user: int = DEFAULT_CONTACTS
    #: How many updates of one user are handled in a minute; more are left out, with a kind word.
    updates_per_minute: int = 60
    #: How many nudges the whole fleet sends in a second.
    nudges_per_second: int = 20
    #: Whether nudges beyond Telegram's free 30 a second are paid for, in Stars.
    paid_broadcasts: bool = False
    #: Over how many minutes those are spread who chose the same hour.
    spread_minutes: int = 0
    #: Where health and figures are served, besides the webhooks' port; None is nowhere.
    metrics_port: int | None = None
    log_level: str = "INFO"
    log_format: str = "text"
    opener_model: str | None = None
    openai_base_url: str | None = None
    openai_api_key: str | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Config":
        """Read and check every variable. Raises ConfigError at the first that is wrong."""
        read = _Reader(environ)
        config = cls(
            token=read.matching("TELEGRAM_BOT_TOKEN", _TOKEN),
            api_url=read.api_url(),
            database_url=read.database_url() or DEFAULT_DATABASE_URL,
            allowed_user_ids=read.user_ids(),
            webhook_url=read.webhook_url(),
            webhook_secret=read.matching("WEBHOOK_SECRET", _SECRET),
            host=read.text("HOST"),
            port=read.number("PORT", 8080, most=65_535),
            contacts_per_user=read.number("CONTACTS_PER_USER", DEFAULT_CONTACTS, most=1_000_000),
            updates_per_minute=read.number("UPDATES_PER_MINUTE", 60, most=100_000),
            nudges_per_second=read.number("NUDGES_PER_SECOND", 20, most=1000),
            paid_broadcasts=read.one_of("PAID_BROADCASTS", ("no", "yes")) == "yes",
            spread_minutes=read.number("SPREAD_MINUTES", 0, least=0, most=60),
            metrics_port=read.number("METRICS_PORT", 0, least=0, most=65_535) or None,
            log_level=read.one_of("LOG_LEVEL", _LEVELS),
            log_format=read.one_of("LOG_FORMAT", ("text", "json")),
            opener_model=read.text("OPENER_MODEL"),
            openai_base_url=read.url("OPENAI_BASE_URL", ("http", "https")),
            openai_api_key=read.text("OPENAI_API_KEY"),
        )
        if config.webhook_url and not config.webhook_secret:
            raise read.wrong("WEBHOOK_SECRET")
        if config.nudges_per_second > FREE_PER_SECOND and not config.paid_broadcasts:
            raise read.wrong("NUDGES_PER_SECOND")
        if config.metrics_port == config.port:
            raise read.wrong("METRICS_PORT")
        if config.opener_model and find_spec("openai") is None:
            raise read.wrong("OPENER_MODEL")
        if config.opener_model and not (config.openai_base_url or config.openai_api_key):
            raise read.wrong("OPENAI_API_KEY")
        return config


def environment() -> dict[str, str]:
    """The process's environment over what `.env` in the working directory says. Raises ConfigError."""
    try:
        from_file = {name: value for name, value in dotenv_values(".env").items() if value is not None}
    except (OSError, UnicodeDecodeError):
        raise ConfigError(StartupTexts().unreadable_env()) from None
    return {**from_file, **os.environ}


@dataclass(frozen=True, slots=True)
class EnvFile:
    """What is in `.env`, its values apart: they may be secrets."""

    names: tuple[str, ...] = ()
    #: The numbers of lines that are no NAME=value, and so left out.
    odd_lines: tuple[int, ...] = ()
    #: Whether other users of the machine may read or change it.
    exposed: bool = False


def read_env_file() -> EnvFile:
    """`.env` in the working directory as it is written, for whoever looks after it. Raises OSError, UnicodeDecodeError.

    A word without "=" counts as a line left out: it may be a token that was pasted, and no name to be shown.
    """
    path = Path(".env")
    if not path.is_file():
        return EnvFile()
    with path.open(encoding="utf-8") as file:
        bindings = list(parse_stream(file))
    good = {each.key: each for each in bindings if each.value is not None and _NAME.fullmatch(each.key or "")}
    odd = (each for each in bindings if each.error or (each.key is not None and each.key not in good))
    return EnvFile(
        tuple(str(name) for name in good),
        tuple(_first_line(each.original) for each in odd),
        bool(path.stat().st_mode & 0o077),
    )


def _first_line(original: Original) -> int:
    """Of a statement; the blank lines before one are part of it."""
    blank = original.string[: len(original.string) - len(original.string.lstrip())]
    return original.line + blank.count("\n")


class _Reader:
    """Takes single variables out of an environment; an empty one counts as not set."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def wrong(self, name: str) -> ConfigError:
        return ConfigError(StartupTexts().wrong_setting(name))

    def text(self, name: str) -> str | None:
        return self._environ.get(name, "").strip() or None

    def matching(self, name: str, pattern: re.Pattern[str]) -> str | None:
        value = self.text(name)
        if value is not None and not pattern.fullmatch(value):
            raise self.wrong(name)
        return value

    def url(self, name: str, schemes: tuple[str, ...]) -> str | None:
        value = self.text(name)
        if value is not None and not _is_url(value, schemes):
            raise self.wrong(name)
        return value

    def api_url(self) -> str:
        return (self.url("TELEGRAM_API_URL", ("http", "https")) or DEFAULT_API_URL).rstrip("/")

    def webhook_url(self) -> str | None:
        """Plain http is only for a Bot API server of one's own
        (https://core.telegram.org/bots/api#using-a-local-bot-api-server)."""
        schemes = ("https",) if self.api_url() == DEFAULT_API_URL else ("https", "http")
        value = self.url("WEBHOOK_URL", schemes)
        if not _PATH.fullmatch(urlsplit(value or "").path):
            raise self.wrong("WEBHOOK_URL")
        return value

    def database_url(self) -> str | None:
        """The driver reads the rest of it; without a path SQLite would forget everything at the end."""
        value = self.text("DATABASE_URL")
        scheme, _, rest = (value or "").partition("://")
        if value is not None and (scheme not in _DATABASES or rest.partition("?")[0] in ("", "/", "/:memory:")):
            raise self.wrong("DATABASE_URL")
        return value

    def user_ids(self) -> frozenset[int]:
        given = [part.strip() for part in (self.text("ALLOWED_USER_IDS") or "").split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and len(part) < 19 for part in given):
            raise self.wrong("ALLOWED_USER_IDS")
        return frozenset(map(int, given))

    def number(self, name: str, default: int, *, least: int = 1, most: int) -> int:
        value = self.text(name) or str(default)
        if not (value.isascii() and value.isdigit() and len(value) < 8 and least <= int(value) <= most):
            raise self.wrong(name)
        return int(value)

    def one_of(self, name: str, values: tuple[str, ...]) -> str:
        """One of these words, in any case; the first of them where it is not set."""
        given = (self.text(name) or values[0]).casefold()
        found = next((value for value in values if value.casefold() == given), None)
        if found is None:
            raise self.wrong(name)
        return found


def _is_url(value: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and (parts.port or 1) > 0 and not _SPACE.search(value)
    except ValueError:
        return False
