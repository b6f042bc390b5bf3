"""Lines typed, and the messages they make."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.practice.html import utf16_length
from bot.practice.lines import join_lines, read_keyboard, read_pipe, split_message


def read(content: bytes) -> list[str]:
    async def collect() -> list[str]:
        reader, writer = os.pipe()
        os.write(writer, content)
        os.close(writer)
        try:
            return [line async for line in read_pipe(reader)]
        finally:
            os.close(reader)

    return asyncio.run(collect())


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"one\ntwo\n", ["one", "two"]),
        (b"one\r\n\r\nlast", ["one", "", "last"]),
        ("\ufeffÁna\n".encode(), ["Ána"]),
        (b"\xff\n", ["\ufffd"]),
    ],
)
def test_a_pipe_gives_its_lines_whatever_their_ends(content: bytes, lines: list[str]) -> None:
    assert read(content) == lines


def test_a_backslash_joins_a_line_to_the_next() -> None:
    async def lines() -> AsyncIterator[str]:
        for line in ("Ana\\", "Ben", "Joe", "Grace\\"):
            yield line

    async def collect() -> list[str]:
        return [line async for line in join_lines(lines())]

    assert asyncio.run(collect()) == ["Ana\nBen", "Joe", "Grace\n"]


@pytest.mark.parametrize("there", [True, False])
def test_what_a_person_types_is_kept_for_its_owner_alone(tmp_path: Path, there: bool) -> None:
    history = tmp_path / "practice.history"
    if there:
        history.write_text("\n# before\n+Ana Ruiz\n")
        history.chmod(0o644)

    async def collect() -> list[str]:
        with create_pipe_input() as keys, create_app_session(keys, DummyOutput()):
            keys.send_text("Ben Okafor\r\x04")
            return [line async for line in read_keyboard("> ", str(history))]

    assert asyncio.run(collect()) == ["Ben Okafor"]
    assert history.stat().st_mode & 0o777 == 0o600
    assert ("Ana Ruiz" in history.read_text(), "Ben Okafor" in history.read_text()) == (there, True)


@given(st.text(alphabet="x😀", min_size=1, max_size=20).map(lambda text: text * 500))
def test_a_long_text_is_cut_into_messages_that_fit_and_lose_nothing(text: str) -> None:
    parts = split_message(text)
    assert "".join(parts) == text
    assert all(utf16_length(part) <= 4096 for part in parts)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_makes_no_message(text: str) -> None:
    assert split_message(text) == []
