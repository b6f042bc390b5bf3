"""The figures as Prometheus would read them."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import REGISTRY


def figure(name: str, **labels: str) -> float:
    """The value of the one sample of that name and with these labels; 0 before there is one."""
    found = [
        sample.value
        for family in text_string_to_metric_families(generate_latest(REGISTRY).decode())
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    ]
    assert len(found) <= 1, f"{name} {labels} is not one figure"
    return found[0] if found else 0.0


@contextmanager
def moves(name: str, *, by: float = 1.0, **labels: str) -> Iterator[None]:
    """The figure moves by so much while the block runs."""
    before = figure(name, **labels)
    yield
    assert figure(name, **labels) - before == by, (name, labels)
