"""What goes away while the bot runs, and comes back: nothing sent meanwhile is lost."""

import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from storage import open_engine
from tests.conftest import DATABASES
from tests.loopback import LoopbackBotApi
from tests.processes import Dotty, Person

Trouble = Callable[[Dotty], AbstractContextManager[None]]


@contextmanager
def lost_file(dotty: Dotty) -> Iterator[None]:
    away = dotty.database.with_suffix(".away")
    dotty.database.rename(away)
    yield
    away.rename(dotty.database)


@contextmanager
def full_disk(dotty: Dotty) -> Iterator[None]:
    """No file of the process's can grow; Linux lets one process set this of another."""
    before = resource.prlimit(dotty.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(dotty.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    yield
    resource.prlimit(dotty.pid, resource.RLIMIT_FSIZE, before)


SQLITE: list[tuple[Trouble, str]] = [(lost_file, "can't be reached")]
if hasattr(resource, "prlimit"):
    SQLITE.append((full_disk, "has no room left"))


@pytest.mark.parametrize(("trouble", "line"), SQLITE)
def test_without_its_database_it_says_so_and_answers_when_it_is_back(
    dotty: Dotty, telegram: LoopbackBotApi, sam: Person, trouble: Trouble, line: str
) -> None:
    sam.say("/start")
    goes_and_comes_back(dotty, telegram, sam, trouble, line)


def goes_and_comes_back(dotty: Dotty, telegram: LoopbackBotApi, sam: Person, trouble: Trouble, line: str) -> None:
    with trouble(dotty):
        sam.user.text("Ana Ruiz, monthly")
        assert "isn't lost" in sam.wait_for("my notes")
        sam.user.text("note on Ana Ruiz: likes tea")
        dotty.wait_for_line(line)
        assert telegram.api.server.updates.waiting
    said = sam.read()
    assert said.index("Added Ana Ruiz") < said.index("likes tea")
    assert "my notes" not in said
    assert [note["text"] for note in sam.export()["contacts"][0]["notes"]] == ["likes tea"]
    assert sum(line in each for each in dotty.lines) == 1


@pytest.mark.parametrize("database", [each for each in DATABASES if each == "postgresql"])
def test_without_its_postgresql_it_says_so_and_answers_when_it_is_back(
    database: str, empty_postgresql: Engine, server_url: str, telegram: LoopbackBotApi, sam: Person, tmp_path: Path
) -> None:
    name, away = empty_postgresql.url.database, f"{empty_postgresql.url.database}_away"
    empty_postgresql.dispose()

    @contextmanager
    def renamed(_: Dotty) -> Iterator[None]:
        server = open_engine(server_url).execution_options(isolation_level="AUTOCOMMIT")
        with server.connect() as connection:
            end = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
            connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
            connection.execute(end, {"name": name})
            connection.execute(text(f"ALTER DATABASE {name} RENAME TO {away}"))
            yield
            connection.execute(text(f"ALTER DATABASE {away} RENAME TO {name}"))
            connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))
        server.dispose()

    url = make_url(server_url).set(database=name).render_as_string(hide_password=False)
    with Dotty(tmp_path, telegram, DATABASE_URL=url).ready() as dotty:
        sam.say("/start")
        goes_and_comes_back(dotty, telegram, sam, renamed, "can't be reached")


def test_without_telegram_it_waits_and_goes_on(dotty: Dotty, telegram: LoopbackBotApi, sam: Person) -> None:
    sam.say("/start")
    telegram.go_away()
    dotty.wait_for_line("Telegram can't be reached")
    sam.user.text("Ana Ruiz, monthly")
    telegram.come_back()
    assert "Added Ana Ruiz" in sam.read()
    assert dotty.stop() == 0


def test_an_answer_that_could_not_be_sent_is_sent_when_telegram_is_back(
    dotty: Dotty, telegram: LoopbackBotApi, sam: Person
) -> None:
    sam.say("/start")
    held = telegram.hold_next("sendMessage", carried_out=False)
    sam.user.text("Ana Ruiz, monthly")
    held.wait()
    telegram.go_away()
    dotty.wait_for_line("in trouble")
    telegram.come_back()
    assert "Added Ana Ruiz" in sam.read()
    assert [each["name"] for each in sam.export()["contacts"]] == ["Ana Ruiz"]


def test_a_telegram_that_can_not_be_reached_at_the_start_is_waited_for(
    telegram: LoopbackBotApi, sam: Person, tmp_path: Path
) -> None:
    telegram.go_away()
    with Dotty(tmp_path, telegram).start() as dotty:
        dotty.wait_for_line("Telegram can't be reached. Check the network and TELEGRAM_API_URL; trying again.")
        telegram.come_back()
        assert "Added Ana Ruiz" in sam.say("Ana Ruiz, monthly")
    assert "Traceback" not in "\n".join(dotty.lines)
