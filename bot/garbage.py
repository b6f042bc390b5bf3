"""When Python looks for garbage: what refers to itself in a circle, which this program makes hardly any of."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_seldom() -> None:
    """Have Python look for unreachable cycles less often: an import makes a few hundred thousand rows at a time, hardly
    a cycle among them, and looking through them over and over took a third of its time."""
    gc.set_threshold(20_000, 20, 100)


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """For heavy imports, which only make what stays: looking through it meanwhile took a tenth of the start. What is there
    at the end is never looked through again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
