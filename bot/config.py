"""The settings, read once from the environment. The only module that reads it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.texts.startup import StartupTexts

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_DATABASES = ("sqlite", "postgres", "postgresql", "postgresql+psycopg")

DEFAULT_API_URL = "https://api.telegram.org"
DEFAULT_DATABASE_URL = "sqlite:///data/dotty.db"


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
            api_url=(read.url("TELEGRAM_API_URL", ("http", "https")) or DEFAULT_API_URL).rstrip("/"),
            database_url=read.database_url() or DEFAULT_DATABASE_URL,
            allowed_user_ids=read.user_ids(),
            webhook_url=read.url("WEBHOOK_URL", ("https", "http")),
            webhook_secret=read.matching("WEBHOOK_SECRET", _SECRET),
            host=read.text("HOST"),
            port=read.port(),
            log_level=read.log_level(),
            opener_model=read.text("OPENER_MODEL"),
            openai_base_url=read.url("OPENAI_BASE_URL", ("http", "https")),
            openai_api_key=read.text("OPENAI_API_KEY"),
        )
        if config.webhook_url and not config.webhook_secret:
            raise read.wrong("WEBHOOK_SECRET")
        return config


def environment() -> dict[str, str]:
    """The process's environment over what `.env` in the working directory says."""
    from_file = {name: value for name, value in dotenv_values(".env").items() if value is not None}
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
        try:
            parts = urlsplit(value or "")
        except ValueError:
            raise self.wrong(name) from None
        if value is not None and (parts.scheme not in schemes or not parts.hostname):
            raise self.wrong(name)
        return value

    def database_url(self) -> str | None:
        value = self.text("DATABASE_URL")
        if value is not None and (value.partition("://")[0] not in _DATABASES or not value.partition("://")[2]):
            raise self.wrong("DATABASE_URL")
        return value

    def user_ids(self) -> frozenset[int]:
        given = [part.strip() for part in (self.text("ALLOWED_USER_IDS") or "").split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and len(part) < 19 for part in given):
            raise self.wrong("ALLOWED_USER_IDS")
        return frozenset(map(int, given))

    def port(self) -> int:
        value = self.text("PORT") or "8080"
        if not (value.isascii() and value.isdigit() and 0 < int(value) < 65536):
            raise self.wrong("PORT")
        return int(value)

    def log_level(self) -> str:
        value = (self.text("LOG_LEVEL") or "INFO").upper()
        if value not in _LEVELS:
            raise self.wrong("LOG_LEVEL")
        return value
