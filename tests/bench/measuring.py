"""How a figure is taken and told: each beside what it can't be cheaper than, in the same run."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from storage import Store, migrate, open_engine


def row(what: str, value: float, unit: str, beside: str = "", other: float = 0.0) -> dict[str, Any]:
    figure: dict[str, Any] = {"what": what, "value": value, "unit": unit}
    return figure | ({"beside": beside, "ratio": value / other} if beside else {})


def best(measure: Callable[[], float], times: int = 3) -> float:
    return min(measure() for _ in range(times))


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def new_store(path: Path) -> Store:
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    return Store(engine)
