from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config, ConfigError, environment

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123"
VARIABLES = (
    "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "ALLOWED_USER_IDS", "WEBHOOK_URL", "WEBHOOK_SECRET",
    "HOST", "PORT", "CONTACTS_PER_USER", "UPDATES_PER_MINUTE", "NUDGES_PER_SECOND", "PAID_BROADCASTS", "SPREAD_MINUTES",
    "METRICS_PORT", "LOG_LEVEL", "LOG_FORMAT", "OPENER_MODEL", "OPENAI_BASE_URL", "OPENAI_API_KEY",
)  # fmt: skip


def refusal(**environ: str) -> str:
    with pytest.raises(ConfigError) as refused:
        Config.from_env(environ)
    return str(refused.value)


def test_nothing_set_is_the_practice_chat_on_a_file_of_ones_own() -> None:
    config = Config.from_env({})
    assert (config.token, config.webhook_url, config.port, config.log_level) == (None, None, 8080, "INFO")
    assert (config.contacts_per_user, config.nudges_per_second, config.spread_minutes) == (50_000, 20, 0)
    assert (config.log_format, config.metrics_port, config.paid_broadcasts) == ("text", None, False)
    assert config.api_url == "https://api.telegram.org"
    assert config.database_url == "sqlite:///data/dotty.db"
    assert config.allowed_user_ids == frozenset()


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Config.from_env(dict.fromkeys(VARIABLES, " ")) == Config.from_env({})


def test_what_is_set_is_taken() -> None:
    config = Config.from_env({
        "TELEGRAM_BOT_TOKEN": f" {TOKEN} ", "TELEGRAM_API_URL": "http://127.0.0.1:8081/", "PORT": "443", "HOST": "::1",
        "DATABASE_URL": "postgres://dotty:secret@db.example.org/dotty", "ALLOWED_USER_IDS": " 12, 34 ,,12",
        "WEBHOOK_URL": "http://10.0.0.5/hook", "WEBHOOK_SECRET": "a_b-1", "LOG_LEVEL": "debug",
        "CONTACTS_PER_USER": "1000000", "UPDATES_PER_MINUTE": "30", "NUDGES_PER_SECOND": "900", "PAID_BROADCASTS": "Yes",
        "SPREAD_MINUTES": "15", "METRICS_PORT": "9090", "LOG_FORMAT": "json",
    })  # fmt: skip
    assert (config.token, config.api_url, config.port, config.host) == (TOKEN, "http://127.0.0.1:8081", 443, "::1")
    assert config.database_url == "postgres://dotty:secret@db.example.org/dotty"
    assert config.allowed_user_ids == {12, 34}
    assert (config.webhook_url, config.webhook_secret) == ("http://10.0.0.5/hook", "a_b-1")
    assert (config.log_level, config.log_format, config.contacts_per_user) == ("DEBUG", "json", 1_000_000)
    assert (config.nudges_per_second, config.paid_broadcasts) == (900, True)
    assert (config.updates_per_minute, config.spread_minutes, config.metrics_port) == (30, 15, 9090)


@pytest.mark.parametrize(("name", "value"), [
    ("TELEGRAM_BOT_TOKEN", "my-token"), ("TELEGRAM_BOT_TOKEN", "123456789:AAF"),
    ("TELEGRAM_BOT_TOKEN", f"bot{TOKEN}"), ("TELEGRAM_BOT_TOKEN", f"{TOKEN}\n{TOKEN}"),
    ("TELEGRAM_API_URL", "api.telegram.org"), ("TELEGRAM_API_URL", "ftp://api.telegram.org"),
    ("TELEGRAM_API_URL", "https://"), ("TELEGRAM_API_URL", "http://[::1"), ("TELEGRAM_API_URL", "http://host:99999"),
    ("TELEGRAM_API_URL", "http://some where"),
    ("DATABASE_URL", "dotty.db"), ("DATABASE_URL", "mysql://db.example.org/dotty"), ("DATABASE_URL", "sqlite://"),
    ("DATABASE_URL", "sqlite:///"), ("DATABASE_URL", "sqlite:///:memory:"), ("DATABASE_URL", "postgresql://"),
    ("ALLOWED_USER_IDS", "@ana"), ("ALLOWED_USER_IDS", "12;34"), ("ALLOWED_USER_IDS", "-5"),
    ("ALLOWED_USER_IDS", "9" * 30), ("ALLOWED_USER_IDS", "١٢"),
    ("WEBHOOK_URL", "dotty.example.org"), ("WEBHOOK_URL", "http://dotty.example.org/hook"),
    ("WEBHOOK_URL", "https://dotty.example.org/{hook"), ("WEBHOOK_SECRET", "two words"), ("WEBHOOK_SECRET", "a" * 257),
    ("PORT", "http"), ("PORT", "0"), ("PORT", "65536"), ("PORT", "-1"), ("PORT", "8" * 5000), ("PORT", "८०"),
    ("CONTACTS_PER_USER", "0"), ("CONTACTS_PER_USER", "1000001"), ("CONTACTS_PER_USER", "many"),
    ("UPDATES_PER_MINUTE", "0"), ("NUDGES_PER_SECOND", "0"), ("NUDGES_PER_SECOND", "31"), ("NUDGES_PER_SECOND", "1001"),
    ("PAID_BROADCASTS", "maybe"), ("SPREAD_MINUTES", "61"), ("SPREAD_MINUTES", "-1"), ("METRICS_PORT", "8080"),
    ("METRICS_PORT", "99999"), ("LOG_FORMAT", "xml"), ("LOG_LEVEL", "loud"), ("OPENAI_BASE_URL", "localhost:11434"),
])  # fmt: skip
def test_a_wrong_value_is_one_line_that_names_the_variable_and_what_it_wants(name: str, value: str) -> None:
    line = refusal(**{name: value})
    assert line.startswith(f"{name} is not right: it wants ")
    assert "\n" not in line


@pytest.mark.parametrize(("name", "value"), [
    ("TELEGRAM_BOT_TOKEN", "12:secret"), ("DATABASE_URL", "mysql://u:secret@h/d"), ("WEBHOOK_SECRET", "secret!"),
])  # fmt: skip
def test_a_wrong_value_is_not_repeated_for_it_may_be_a_secret(name: str, value: str) -> None:
    assert "secret" not in refusal(**{name: value})


def test_a_webhook_wants_a_secret() -> None:
    assert refusal(WEBHOOK_URL="https://dotty.example.org/hook").startswith("WEBHOOK_SECRET is not right")


@given(st.dictionaries(st.sampled_from(VARIABLES), st.text(max_size=40)))
def test_nothing_set_ends_in_anything_but_a_config_or_its_line(environ: dict[str, str]) -> None:
    with suppress(ConfigError):
        Config.from_env(environ)


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("PORT=1000\nLOG_LEVEL=DEBUG\n# HOST=example.org\nHOST\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORT", "2000")
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    monkeypatch.delenv("HOST", raising=False)
    config = Config.from_env(environment())
    assert (config.port, config.log_level, config.host) == (2000, "DEBUG", None)


def test_a_file_that_is_no_text_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_bytes(b"HOST=\xff\xfe\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match=r"^The file \.env can't be read"):
        environment()
