"""Two identical processes behind webhooks, on one PostgreSQL."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.end_to_end.test_webhooks import SETTINGS, Courier
from tests.loopback import LoopbackBotApi
from tests.processes import PATIENCE, Dotty, Person, free_port


@pytest.fixture
def fleet(telegram: LoopbackBotApi, tmp_path: Path, empty_postgresql: Engine) -> Iterator[list[tuple[Dotty, Courier]]]:
    """Both start at once, on a database that neither has seen."""
    url = empty_postgresql.url.render_as_string(hide_password=False)
    with ExitStack() as stack:
        ports = [free_port(), free_port()]
        made = [Dotty(tmp_path, telegram, **SETTINGS, DATABASE_URL=url, PORT=str(port)) for port in ports]
        for dotty in made:
            stack.enter_context(dotty).start()
        for dotty in made:
            dotty.wait_for_line("is running as")
        yield [(dotty, Courier(port)) for dotty, port in zip(made, ports, strict=True)]


def test_an_update_that_comes_to_both_is_done_once_and_one_goes_on_without_the_other(
    fleet: list[tuple[Dotty, Courier]], telegram: LoopbackBotApi, sam: Person
) -> None:
    (first, to_first), (_, to_second) = fleet
    update = sam.user.text("Ana Ruiz, monthly")
    held = telegram.hold_next("sendMessage", carried_out=True)
    delivery = to_first.delivering(update)
    held.wait()
    assert to_second.deliver(update) == 200  # Telegram lost patience with the first, which has written it already
    held.let_go()
    assert delivery.result(PATIENCE) == 200
    assert to_second.deliver(sam.user.text("Ben Okafor, monthly")) == 200
    assert first.stop(signal.SIGTERM) == 0
    assert telegram.api.server.webhook["url"] == SETTINGS["WEBHOOK_URL"]
    sam.new()
    assert to_second.deliver(sam.user.text("/people")) == 200
    people = sam.new()
    assert (people.count("Ana Ruiz"), people.count("Ben Okafor")) == (1, 1)
