"""The settings, read once from the environment. The only module that reads it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.texts.startup import StartupTexts

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SPACE = re.compile(r"\s")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_PATH = re.compile(r"[A-Za-z0-9/._~%+-]*")
_DATABASES = ("sqlite", "postgres", "postgresql", "postgresql+psycopg")

DEFAULT_API_URL = "https://api.telegram.org"
DEFAULT_DATABASE_URL = "sqlite:///data/dotty.db"
DEFAULT_CONTACTS = 50_000


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
    log_level: str = "INFO"
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
            log_level=read.log_level(),
            opener_model=read.text("OPENER_MODEL"),
            openai_base_url=read.url("OPENAI_BASE_URL", ("http", "https")),
            openai_api_key=read.text("OPENAI_API_KEY"),
        )
        if config.webhook_url and not config.webhook_secret:
            raise read.wrong("WEBHOOK_SECRET")
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

    def number(self, name: str, default: int, *, most: int) -> int:
        value = self.text(name) or str(default)
        if not (value.isascii() and value.isdigit() and len(value) < 8 and 0 < int(value) <= most):
            raise self.wrong(name)
        return int(value)

    def log_level(self) -> str:
        value = (self.text("LOG_LEVEL") or "INFO").upper()
        if value not in _LEVELS:
            raise self.wrong("LOG_LEVEL")
        return value


def _is_url(value: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and (parts.port or 1) > 0 and not _SPACE.search(value)
    except ValueError:
        return False
