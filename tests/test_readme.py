"""What the README shows is what happens."""

import asyncio
import io
import re
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.practice.terminal import run_practice
from bot.practising import PracticeBot
from storage import Store, migrate, open_engine

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
#: Each goes on in the chat of the one before.
TRANSCRIPTS = re.findall(r"```transcript\n(.*?)```", README, re.S)
GREETING_LINES = 2
#: The day on which the chat in the README begins: a Monday.
BEGINS = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def practise(lines: list[str]) -> str:
    """What the practice chat prints from its start; the first is on the README's day."""
    database = Path("data/practice.db")
    database.parent.mkdir(exist_ok=True)
    engine = open_engine(f"sqlite:///{database}")
    migrate(engine)
    out = io.StringIO()

    async def typed() -> AsyncIterator[str]:
        for line in lines:
            yield line

    asyncio.run(run_practice(
        lambda request, clock: PracticeBot(Store(engine), request, clock), typed(),
        database=database, out=out, echo=True, real_now=BEGINS,
    ))  # fmt: skip
    engine.dispose()
    return out.getvalue()


def test_the_transcripts_are_what_the_practice_chat_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    assert len(TRANSCRIPTS) == 2
    for shown in TRANSCRIPTS:
        printed = practise([line[2:] for line in shown.splitlines() if line.startswith("> ")]).splitlines()
        begins = 0 if shown.startswith("Practice chat") else GREETING_LINES
        assert printed[begins:] == shown.splitlines()


def test_the_picture_shows_words_that_the_transcript_has() -> None:
    picture = (ROOT / "docs" / "chat.svg").read_text(encoding="utf-8")
    bold = re.findall(r"<text [^>]*>(.*?)</text>", picture)
    said = [re.sub(r"<[^>]+>", "", line) for line in bold]
    transcript = " ".join(TRANSCRIPTS[0].split())
    missing = [line for line in said if line not in transcript and line != "Monday, 09:00"]
    assert missing == []


@pytest.mark.parametrize("file", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_file_the_readme_links_to_is_there(file: str) -> None:
    assert (ROOT / file).exists()


@pytest.mark.parametrize("target", ["run", "test", "check", "bench"])
def test_the_makefile_has_the_commands_the_readme_names(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert f"make {target}" in README


def test_every_setting_is_in_the_example_file() -> None:
    read = set(re.findall(r'"([A-Z][A-Z_]{3,})"', (ROOT / "bot" / "config.py").read_text(encoding="utf-8")))
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    levels = {"DEBUG", "INFO", "WARNING", "ERROR"}
    assert {name for name in read - levels if f"{name}=" not in example} == set()
