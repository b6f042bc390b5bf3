"""SIGTERM and Ctrl-C."""

import signal
import time

import pytest

from bot.stopping import LIMIT
from tests.loopback import LoopbackBotApi
from tests.processes import Dotty, Person


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_finishes_what_is_in_hand_and_acknowledges_it(
    dotty: Dotty, telegram: LoopbackBotApi, sam: Person, how: signal.Signals
) -> None:
    held = telegram.hold_next("sendMessage", carried_out=False)
    sam.user.text("Ana Ruiz, monthly")
    held.wait()
    dotty.send(how)
    held.let_go()
    assert dotty.wait() == 0
    assert "Added Ana Ruiz" in sam.new()
    assert not telegram.api.server.updates.waiting
    assert dotty.lines[-1].endswith("handled")


def test_told_to_stop_before_telegram_was_reached_it_stops(dotty: Dotty, telegram: LoopbackBotApi) -> None:
    assert dotty.stop() == 0
    telegram.go_away()
    seen = len(dotty.lines)
    dotty.start().wait_for_line("can't be reached", after=seen)
    assert dotty.stop(signal.SIGINT) == 0
    assert "Traceback" not in "\n".join(dotty.lines)


def test_told_to_stop_while_telegram_has_it_wait_with_its_introduction_it_stops_at_once(
    dotty: Dotty, telegram: LoopbackBotApi
) -> None:
    assert dotty.stop() == 0
    telegram.api.fail_next("setMyCommands", 429, "Too Many Requests: retry after 25", retry_after=25)
    dotty.start()
    telegram.wait_for(lambda api: sum(call.method == "setMyCommands" for call in api.calls) == 2)
    began = time.monotonic()
    assert dotty.stop() == 0
    assert time.monotonic() - began < LIMIT
