"""What a process that stops has claimed and not begun to send: it is given back, to go out from another one at once.

What is on its way to Telegram may have arrived, so it is not given back: it is settled when the answer comes, and where
none comes in time it is claimed again in ten minutes, as after a kill.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage.models import Nudge

#: Told when this task's message goes out on the wire, after all waiting for its turn, and when it was sent back.
ON_WIRE: ContextVar[Callable[[bool], None] | None] = ContextVar("on_wire", default=None)

#: Gives nudges back that were claimed till an instant each, to go out at the last argument.
Release = Callable[[list[tuple[int, datetime | None]], datetime], Awaitable[object]]


def put_on_wire(on: bool = True) -> None:
    """This task's message goes out now; or Telegram took it not, and it waits for another try."""
    if (told := ON_WIRE.get()) is not None:
        told(on)


class Unsent:
    """The nudges that are claimed here and not on their way yet, and the tasks that see to them."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._claimed: dict[int, datetime | None] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._turn: asyncio.Task[bool] | None = None
        self.is_cut = False

    def hold(self, nudges: Iterable["Nudge"]) -> None:
        """They were claimed, each till its `push_at`."""
        self._claimed |= {nudge.id: nudge.push_at for nudge in nudges if nudge.id is not None}

    def tend(self, nudge_id: int) -> bool:
        """The task in hand sends this one, and nothing else; False where it may not any more."""
        task, until = asyncio.current_task(), self._claimed.get(nudge_id)
        if self.is_cut or until is None or task is None:
            return not self.is_cut

        def tell(on_wire: bool) -> None:
            if on_wire:
                self._claimed.pop(nudge_id, None)
                self._tasks.pop(nudge_id, None)
                return
            self._claimed[nudge_id], self._tasks[nudge_id] = until, task
            if self.is_cut:
                task.cancel()

        tell(False)
        ON_WIRE.set(tell)
        return True

    def clear(self) -> None:
        """All that was claimed has been seen to."""
        self._claimed.clear()
        self._tasks.clear()

    def cut(self) -> None:
        """Have nobody send them, or wait for their turn, any more."""
        self.is_cut = True
        for task in (*self._tasks.values(), *([self._turn] if self._turn else [])):
            task.cancel()

    async def unless_cut(self, turn: Coroutine[Any, Any, bool]) -> bool:
        """Whether the turn came; False at once where it is cut."""
        self._turn = waiting = asyncio.create_task(turn)
        try:
            await asyncio.wait([waiting])
        finally:
            waiting.cancel()
            self._turn = None
        return not waiting.cancelled() and waiting.result()

    async def give_back(self, now: datetime) -> None:
        """The Store leaves out what was seen to some other way meanwhile, and so is not claimed till that instant."""
        if self._tasks:
            await asyncio.wait(self._tasks.values())
        claimed, self._claimed, self._tasks = self._claimed, {}, {}
        if claimed:
            await self._release(list(claimed.items()), now)
