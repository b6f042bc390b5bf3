"""A file of a few thousand people, and whatever may befall the process while it is taken in."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, func, select, update

from storage import migrate
from storage.tables import CONTACTS, IMPORTS, TOUCHES, USERS
from tests.bench.people import FIRST, connections_csv
from tests.conftest import DATABASES
from tests.loopback import TOKEN, LoopbackBotApi
from tests.processes import PATIENCE, Dotty, Person

PEOPLE, FEW = 4_000, 20
MANY, SMALL = connections_csv(PEOPLE), connections_csv(FEW)
NAME = "Connections of Sam.csv"


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """What a bot writes to, looked at from outside without a lock, which would stand in the bot's way."""
    chosen: Engine = request.getfixturevalue("sqlite_engine" if request.param == "sqlite" else "empty_postgresql")
    migrate(chosen)
    looking = create_engine(chosen.url)
    yield looking
    looking.dispose()


@pytest.fixture
def dotty(database: Engine, telegram: LoopbackBotApi, tmp_path: Path) -> Iterator[Dotty]:
    url = database.url.render_as_string(hide_password=False)
    with Dotty(tmp_path, telegram, DATABASE_URL=url).ready() as running:
        yield running


on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def until(happened: Callable[[], bool]) -> None:
    """Look now and then, for a database tells nobody that it has changed."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.002)


def count(database: Engine, table: Any = CONTACTS) -> int:
    with database.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def state(database: Engine) -> str:
    """Of the one import there is."""
    with database.connect() as connection:
        return str(connection.execute(select(IMPORTS.c.state)).scalar_one())


def let_the_claim_run_out(database: Engine) -> None:
    """Two minutes pass. With SQLite a start doesn't wait for them: nobody else can have it."""
    if database.dialect.name == "postgresql":
        with database.begin() as connection:
            connection.execute(update(IMPORTS).values(work_at=datetime.now(UTC)))


def drop(sam: Person, content: bytes = MANY) -> None:
    sam.user.document(NAME, content)
    sam.wait_until_reads(" new\n")


def interrupt(sam: Person, database: Engine, end: Callable[[], object]) -> None:
    """Press Import, and end the process when some are written."""
    sam.user.press("Import")
    until(lambda: count(database) >= 500)
    end()
    assert state(database) == "running"


def test_killed_while_people_are_written_it_begins_again_by_itself(dotty: Dotty, database: Engine, sam: Person) -> None:
    drop(sam)
    interrupt(sam, database, dotty.kill)
    let_the_claim_run_out(database)
    dotty.start()
    sam.wait_until_reads("Taken in: 4,000 people are new.")
    assert count(database) == PEOPLE
    names = [each["name"] for each in sam.export()["contacts"]]
    assert len(names) == PEOPLE
    assert [text for text in sam.texts() if "Taking them in" in text] == []
    log = "\n".join(dotty.lines)
    assert not [word for word in (*FIRST, "Sam.csv", "example.org", "linkedin.com", "Nordlicht", TOKEN) if word in log]
    assert "Traceback" not in log


@on_sqlite
def test_another_user_is_answered_meanwhile(dotty: Dotty, database: Engine, sam: Person) -> None:
    grace = Person(sam.telegram, 8)
    grace.say("Ben Okafor, weekly")
    with database.begin() as connection:
        connection.execute(update(USERS).values(next_nudge_at=datetime.now(UTC) - timedelta(minutes=1)))
    grace.wait_for("How about")
    drop(sam)
    sam.user.press("Import")
    until(lambda: state(database) == "running")
    assert "✓" in grace.say("done")
    assert state(database) == "running"
    sam.wait_until_reads("Taken in: 4,000 people are new.")
    assert count(database, TOUCHES) == 1


@on_sqlite
def test_told_to_stop_meanwhile_it_ends_in_time_and_goes_on_at_the_next_start(
    dotty: Dotty, database: Engine, sam: Person
) -> None:
    drop(sam)
    interrupt(sam, database, dotty.stop)
    assert "the time to stop is up" not in "\n".join(dotty.lines)
    dotty.start()
    sam.wait_until_reads("Taken in: 4,000 people are new.")
    assert count(database) == PEOPLE


@on_sqlite
@pytest.mark.parametrize("carried_out", [False, True], ids=["before the answer", "behind the answer"])
def test_killed_when_the_file_has_come_it_shows_it_once(
    dotty: Dotty, database: Engine, sam: Person, carried_out: bool
) -> None:
    sam.read()
    held = sam.telegram.hold_next("sendMessage", carried_out=carried_out)
    sam.user.document(NAME, SMALL)
    held.wait()
    dotty.kill()
    dotty.start()
    sam.wait_until_reads("20 new\n")
    sam.read()
    assert sum("20 new\n" in text for text in sam.texts()) == 1
    assert len(sam.texts()) == (2 if carried_out else 1)
    sam.user.press("Import")
    sam.wait_until_reads("Taken in: 20 people are new.")
    assert (count(database), count(database, IMPORTS)) == (FEW, 1)


@on_sqlite
@pytest.mark.parametrize("carried_out", [False, True], ids=["before the edit", "behind the edit"])
def test_killed_when_all_is_written_it_says_so_at_the_next_start(
    dotty: Dotty, database: Engine, sam: Person, carried_out: bool
) -> None:
    drop(sam, SMALL)
    begun = sam.telegram.hold_next("editMessageText", carried_out=True)
    sam.user.press("Import")
    begun.wait()
    ended = sam.telegram.hold_next("editMessageText", carried_out=carried_out)
    begun.let_go()
    ended.wait()
    assert state(database) == "done"
    dotty.kill()
    dotty.start()
    sam.wait_until_reads("Taken in: 20 people are new.")
    assert "Undo" in sam.telegram.api.chat(sam.user.id).last().labels
    sam.press("Undo")
    assert sam.export()["contacts"] == []
