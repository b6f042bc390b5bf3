"""Mishaps that tests schedule."""

from collections import defaultdict, deque
from dataclasses import dataclass, field

from bot.practice.refusals import AnswerLostError, RefusedError, UnreachableError

Fault = RefusedError | UnreachableError | AnswerLostError


@dataclass(slots=True)
class Faults:
    """What shall happen to the next calls, by method in lower case, first scheduled first."""

    scheduled: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))

    def schedule(self, method: str, fault: Fault) -> None:
        self.scheduled[method.lower()].append(fault)

    def take(self, method: str) -> Fault | None:
        waiting = self.scheduled[method.lower()]
        return waiting.popleft() if waiting else None
