"""Waiting for what happens in other processes, which tell nobody."""

import asyncio
import time
from collections.abc import Callable

LOOK = 0.1


async def until(happened: Callable[[], bool], seconds: float, look: float = LOOK) -> bool:
    """Whether it happened within so many seconds; looked for every `look`."""
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(look)
    return True
