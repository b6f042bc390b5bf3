import re
from pathlib import Path

import pytest

from bot.config import EnvFile
from bot.doctor.settings import NAMES, check_names, read_settings
from tests.loopback import TOKEN

CONFIG = Path(__file__).parents[3] / "bot" / "config.py"


def test_every_setting_there_is_is_looked_at() -> None:
    read = set(re.findall(r'read\.\w+\("([A-Z_]+)"', CONFIG.read_text(encoding="utf-8")))
    read |= {"TELEGRAM_API_URL", "WEBHOOK_URL", "DATABASE_URL", "ALLOWED_USER_IDS"}
    assert set(NAMES) == read


def test_what_may_hold_a_secret_is_not_shown() -> None:
    given = {
        "TELEGRAM_BOT_TOKEN": "1000001:hush-hush-hush-hush-hush",
        "DATABASE_URL": "postgresql://dotty:hush@db.example.org/dotty",
        "WEBHOOK_URL": "https://dotty.example.org/hush",
        "WEBHOOK_SECRET": "hush",
        "OPENAI_BASE_URL": "https://me:hush@models.example.org/v1?key=hush",
        "ALLOWED_USER_IDS": "7,8",
        "PORT": "8443",
    }
    config, wrong, found = read_settings(given)
    assert config.port == 8443
    assert not wrong
    assert [each.words for each in found] == [
        "TELEGRAM_BOT_TOKEN set, WEBHOOK_SECRET set, DATABASE_URL=db.example.org/dotty, ALLOWED_USER_IDS=(2),"
        " WEBHOOK_URL=dotty.example.org, OPENAI_BASE_URL=models.example.org, PORT=8443"
    ]


def test_a_key_that_another_setting_wants_is_told_by_its_name() -> None:
    _, wrong, found = read_settings(
        {"OPENER_MODEL": "tiny", "WEBHOOK_URL": "https://dotty.example.org", "METRICS_PORT": "8080"}
    )
    assert wrong == {"OPENAI_API_KEY", "WEBHOOK_SECRET", "METRICS_PORT"}
    assert {each.level for each in found} == {"wrong"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"TELEGRAM_BOT_TOKEN": TOKEN}, True),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "ALLOWED_USER_IDS": " "}, True),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "ALLOWED_USER_IDS": "7"}, False),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "ALLOWED_USER_IDS": "@ana"}, False),
        ({}, False),
    ],
)
def test_a_bot_that_is_open_to_everybody_is_said_to_be(given: dict[str, str], told: bool) -> None:
    _, _, found = read_settings(given)
    line = ("ok", "ALLOWED_USER_IDS is empty: everybody who finds the bot may use it")
    assert (line in [(each.level, each.words) for each in found]) is told


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ALOWED_USER_IDS", "ALLOWED_USER_IDS"),
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("telegram_bot_token", "TELEGRAM_BOT_TOKEN"),
        ("LOGLEVEL", "LOG_LEVEL"),
    ],
)
def test_a_name_that_looks_like_a_setting_is_told_with_the_one_it_looks_like(name: str, meant: str) -> None:
    for file in (EnvFile(), EnvFile((name,))):
        (found,) = check_names({name}, file)
        assert found.level == "warning"
        assert found.words == f"{name} is no setting, and does nothing: is it meant to be {meant}?"


def test_names_of_other_programs_are_told_only_in_the_file() -> None:
    others = {"HOME", "PATH", "HOSTNAME", "PORTS", "GHOST", "LANG", "SUPPORT", "OPENAI_MODEL", "AZURE_OPENAI_API_KEY"}
    assert check_names(others, EnvFile()) == []
    assert check_names({"DATABASE_USER", "DATABASE_URL"}, EnvFile()) == []
    (found,) = check_names({*others, "COLOUR"}, EnvFile(("COLOUR", "PORT")))
    assert (found.level, found.words) == ("warning", "COLOUR in .env is no setting, and does nothing")
