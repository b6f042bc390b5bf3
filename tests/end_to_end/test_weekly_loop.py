"""The main job by `python -m bot`, polling; and the same with a kill -9 at every step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update

from storage import open_engine
from storage.tables import CHANGES, NUDGES, TOUCHES, USERS
from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import Dotty, FreshDotty, Person

PEOPLE = "Ana Ruiz, met at PyCon, monthly\nBen Okafor, quarterly, works at Nordlicht\nGrace Lim, weekly"
TYPED = ("Ruiz", "PyCon", "Okafor", "Nordlicht", "Grace", "new job in May", "Sam")


@contextmanager
def opened(dotty: Dotty) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{dotty.database}")
    yield engine
    engine.dispose()


def let_the_nudge_come(dotty: Dotty) -> None:
    """A week passes: whatever is planned is due."""
    past = datetime.now(UTC) - timedelta(minutes=1)
    with opened(dotty) as engine, engine.begin() as connection:
        connection.execute(update(USERS).values(next_nudge_at=past))


def recorded(dotty: Dotty) -> dict[str, int]:
    with opened(dotty) as engine, engine.begin() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (CHANGES, NUDGES, TOUCHES, USERS)
        }


def test_from_start_to_done(tmp_path: Path, telegram: LoopbackBotApi, sam: Person) -> None:
    with FreshDotty(tmp_path, telegram).start() as dotty:
        assert "I'm Dotty" in sam.say("/start")
        assert "Added 3 people" in sam.say(PEOPLE)
        sam.say("/settings")
        sam.press("Day and hour")
        assert "08:30" in sam.say("8:30")
        let_the_nudge_come(dotty)
        assert "You could write" in sam.wait_for("How about")
        assert "✓" in sam.say("done, she starts a new job in May")
        export = sam.export()
        assert dotty.stop() == 0
    assert export["user"]["nudge_time"] == "08:30"
    assert [each["name"] for each in export["contacts"]] == ["Ana Ruiz", "Ben Okafor", "Grace Lim"]
    assert [nudge["status"] for nudge in export["nudges"]] == ["done"]
    nudged = next(each for each in export["contacts"] if each["name"] == export["nudges"][0]["contact"])
    assert [touch["note"] for touch in nudged["touches"]] == ["she starts a new job in May"]
    log = "\n".join(dotty.lines)
    assert not [word for word in (*TYPED, TOKEN, TOKEN.split(":")[1]) if word in log]
    assert "Traceback" not in log


Step = Callable[[Person], object]
STEPS: tuple[Step, ...] = (
    lambda sam: sam.user.text("/start"),
    lambda sam: sam.user.text(PEOPLE),
    lambda sam: sam.user.text("/settings"),
    lambda sam: sam.user.press("Day and hour"),
    lambda sam: sam.user.text("8:30"),
)


@pytest.mark.parametrize(
    ("method", "carried_out"),
    [("sendMessage", False), ("sendMessage", True), ("getUpdates", False)],
    ids=["before the answer", "behind the answer", "before it is acknowledged"],
)
def test_killed_at_every_step_it_goes_on_and_doubles_nothing(
    dotty: Dotty, telegram: LoopbackBotApi, sam: Person, method: str, carried_out: bool
) -> None:
    def take(step: Step) -> None:
        telegram.wait_for(lambda api: api.server.updates.polling)
        held = telegram.hold_next(method, carried_out=carried_out)
        step(sam)
        held.wait()
        dotty.kill()
        dotty.start()
        sam.read()

    for step in STEPS:
        take(step)
    killed_while_nudging(dotty, telegram, sam, carried_out=carried_out)
    take(lambda sam: sam.user.text("done, she starts a new job in May"))
    export = sam.export()
    assert export["user"]["nudge_time"] == "08:30"
    assert [each["name"] for each in export["contacts"]] == ["Ana Ruiz", "Ben Okafor", "Grace Lim"]
    assert [nudge["status"] for nudge in export["nudges"]] == ["done"]
    touches = [touch["note"] for each in export["contacts"] for touch in each["touches"]]
    assert touches == ["she starts a new job in May"]
    assert recorded(dotty) == {"changes": 3, "nudges": 1, "touches": 1, "users": 1}


def killed_while_nudging(dotty: Dotty, telegram: LoopbackBotApi, sam: Person, *, carried_out: bool) -> None:
    """Claimed, and perhaps sent, but not settled: it is claimed again when ten minutes have passed."""
    dotty.kill()
    let_the_nudge_come(dotty)
    held = telegram.hold_next("sendMessage", carried_out=carried_out)
    dotty.start()
    held.wait()
    dotty.kill()
    sam.new()
    with opened(dotty) as engine, engine.begin() as connection:
        (push_at,) = connection.execute(select(NUDGES.c.push_at)).one()
        assert timedelta(minutes=9) < push_at - datetime.now(UTC) <= timedelta(minutes=10)
        connection.execute(update(NUDGES).values(push_at=datetime.now(UTC)))
    dotty.start()
    sam.wait_for("How about")
