"""What is typed at the practice chat: lines from a person or a pipe, and messages made of them."""

import asyncio
import codecs
import os
import threading
from collections.abc import AsyncIterator
from pathlib import Path

from bot.practice.html import utf16_length

_MESSAGE_LIMIT = 4096
_CHUNK = 65_536


def split_message(text: str) -> list[str]:
    """As a phone cuts what is over 4096 UTF-16 units: into several messages."""
    parts: list[str] = []
    part: list[str] = []
    length = 0
    for character in text:
        size = utf16_length(character)
        if length + size > _MESSAGE_LIMIT:
            parts.append("".join(part))
            part, length = [], 0
        part.append(character)
        length += size
    parts.append("".join(part))
    return [one for one in parts if one.strip()]


async def read_pipe(descriptor: int) -> AsyncIterator[str]:
    """The lines that come through a file descriptor, without their ends, until its end.

    Read by a daemon thread, so that Ctrl-C never waits for a pipe that stays silent, and work that the bot does in the
    background goes on meanwhile. Bytes that aren't UTF-8 become U+FFFD.
    """
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()
    threading.Thread(target=_pump, args=(descriptor, loop, chunks), daemon=True).start()
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    rest = ""
    while chunk := await chunks.get():
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        for line in lines:
            yield line.removesuffix("\r")
    if rest := rest + decoder.decode(b"", final=True):
        yield rest


def _pump(descriptor: int, loop: asyncio.AbstractEventLoop, chunks: asyncio.Queue[bytes]) -> None:
    chunk = b" "
    while chunk and not loop.is_closed():
        chunk = os.read(descriptor, _CHUNK)
        loop.call_soon_threadsafe(chunks.put_nowait, chunk)


async def read_keyboard(prompt: str, history: str) -> AsyncIterator[str]:
    """The lines a person types, with editing and a history kept in the file `history`; ends at Ctrl-D and Ctrl-C."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    _keep_private(Path(history))
    session: PromptSession[str] = PromptSession(history=FileHistory(history))
    while True:
        try:
            yield await session.prompt_async(prompt, reserve_space_for_menu=0)
        except (EOFError, KeyboardInterrupt):
            return


def _keep_private(path: Path) -> None:
    """For the owner alone, as it holds what people confide; also a file that others could read so far."""
    path.touch(mode=0o600)
    path.chmod(0o600)


async def join_lines(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    """A line that ends in a backslash goes on in the next."""
    kept = ""
    async for line in lines:
        if line.endswith("\\"):
            kept += line[:-1] + "\n"
            continue
        yield kept + line
        kept = ""
    if kept.strip():
        yield kept
