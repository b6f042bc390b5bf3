"""Imports in the background: they go on after a kill, stand in nobody's way, and are all or nothing."""

import asyncio
import io
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from telegram import Update
from telegram.error import RetryAfter
from telegram.request import BaseRequest

from bot.import_work import ImportWork
from bot.practice.refusals import Json
from bot.practice.terminal import run_practice
from bot.practising import PracticeBot
from storage import Store, open_engine
from storage.tables import CONTACTS, IMPORTS
from tests.chat import MONDAY, Chat

PEOPLE = 1_300
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def connections(count: int = PEOPLE, company: str = "Acme") -> str:
    rows = [
        f"Joe,Park {each},https://www.linkedin.com/in/joe-park-{each},,{company},Clerk,02 Mar 2021"
        for each in range(count)
    ]
    return HEADER + "\n".join(rows) + "\n"


def press(chat: Chat, label: str) -> Json:
    return chat.user.press(label, chat.last)


def rows_of(chat: Chat) -> int:
    """Contacts in the table, seen or not."""
    with chat.store.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(CONTACTS)).scalar_one()


def state(chat: Chat) -> str:
    with chat.store.engine.connect() as connection:
        return str(connection.execute(select(IMPORTS.c.state).order_by(IMPORTS.c.id.desc()).limit(1)).scalar_one())


async def take(chat: Chat, update: Json) -> None:
    """Handle an update, and leave what it leads to in the background."""
    await chat.bot.application.process_update(Update.de_json(update, chat.bot.application.bot))


async def until(happened: Callable[[], bool]) -> None:
    for _ in range(100_000):
        if happened():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never happened")


def kill_when(chat: Chat, update: Json, happened: Callable[[], bool]) -> None:
    """Handle an update and end the process in the middle of what it leads to."""

    async def work() -> None:
        await take(chat, update)
        await until(happened)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    chat.run(work())
    chat.restart()


def test_a_kill_while_a_file_is_read_only_delays_its_preview(chat: Chat) -> None:
    kill_when(chat, chat.user.document("Connections.csv", connections().encode()), lambda: True)
    assert state(chat) == "reading"
    assert "1,300 new" in chat.tick()
    assert "Taken in: 1,300 people are new." in chat.press("Import")


@pytest.mark.parametrize("rows", [0, 1, 501, 1_300])
def test_a_kill_while_people_are_written_leaves_nothing_half_done(chat: Chat, rows: int) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.drop("Connections.csv", connections())
    update, before = press(chat, "Import"), ["Ana Ruiz"]
    kill_when(chat, update, lambda: rows_of(chat) > rows)
    if state(chat) == "running":
        assert chat.names() == before
        assert "Taken in: 1,300 people are new." in chat.tick()
    chat.give(update)  # Telegram delivers the press once more, for nobody confirmed it
    assert len(chat.names()) == 1_301
    assert rows_of(chat) == 1_301


def test_a_kill_between_question_and_answer_loses_neither(chat: Chat) -> None:
    chat.drop("people.csv", "Wer,Mail,Xyz\nJoe Park,joe@example.org,a1\nGrace Lim,,b2\n")
    chat.restart()
    chat.press("Name")
    chat.restart()
    chat.press("Leave it out")
    chat.restart()
    chat.press("Import")
    assert chat.names() == ["Grace Lim", "Joe Park"]


def test_a_press_delivered_again_while_it_works_is_one_import(chat: Chat) -> None:
    chat.drop("Connections.csv", connections())
    update = press(chat, "Import")

    async def twice() -> None:
        await take(chat, update)
        await take(chat, update)
        await chat.bot.application.bot_data.importing.settle()

    chat.run(twice())
    assert rows_of(chat) == PEOPLE
    assert "Taken in: 1,300 people are new." in chat.last.text


def test_two_imports_of_one_person_bring_nobody_twice(chat: Chat) -> None:
    chat.drop("a.csv", connections(50))
    first = press(chat, "Import")
    chat.drop("b.csv", connections(60))
    second = press(chat, "Import")

    async def both() -> None:
        await take(chat, first)
        await take(chat, second)
        await chat.bot.application.bot_data.importing.settle()

    chat.run(both())
    assert len(chat.names()) == 60


def test_a_stop_ends_after_the_batch_in_hand_and_the_next_start_goes_on_at_once(chat: Chat) -> None:
    chat.drop("Connections.csv", connections())
    update = press(chat, "Import")

    async def stop() -> None:
        await take(chat, update)
        await until(lambda: rows_of(chat) >= 500)
        await chat.bot.application.bot_data.importing.stop()

    chat.run(stop())
    assert state(chat) == "running"
    assert rows_of(chat) < PEOPLE
    (due,) = chat.store.due_imports(chat.now, 10)
    assert due[1] == chat.user.id
    chat.restart()
    assert "Taken in: 1,300 people are new." in chat.tick()


def test_cancel_while_it_reads_is_the_end_of_it(chat: Chat) -> None:
    document = chat.user.document("Connections.csv", connections().encode())

    async def cancel() -> None:
        await take(chat, document)
        await take(chat, press(chat, "Cancel"))
        await chat.bot.application.bot_data.importing.settle()

    chat.run(cancel())
    assert chat.last.text == "Forgotten: nobody was taken in."
    assert state(chat) == "cancelled"


def test_others_are_answered_while_people_are_written(chat: Chat) -> None:
    chat.drop("Connections.csv", connections(5_000))
    update, other = press(chat, "Import"), chat.api.user(8, first_name="Lee")

    async def ask() -> str:
        await take(chat, update)
        await until(lambda: rows_of(chat) >= 1_000)
        await take(chat, other.text("Grace Lim, monthly"))
        while_it_works = state(chat)
        await chat.bot.application.bot_data.importing.settle()
        return while_it_works

    assert chat.run(ask()) == "running"
    assert "Grace Lim" in chat.api.chat(8).last().text


def test_an_edit_that_fails_stops_nothing(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.progress.PACE", 0.0)
    monkeypatch.setattr("bot.progress.WAITS", (0.0, 0.0))
    monkeypatch.setattr("bot.intake.WAITS", (0.0,))
    chat.drop("Connections.csv", connections())
    for description in ("Internal Server Error", "Bad Gateway"):
        chat.api.fail_next("editMessageText", 500, description)
    chat.press("Import")
    assert "Taken in: 1,300 people are new." in chat.last.text


def test_progress_is_one_message_that_changes(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.progress.PACE", 0.0)
    chat.drop("Connections.csv", connections())
    sent = len(chat.newest())
    chat.press("Import")
    texts = [str(call.values.get("text")) for call in chat.api.calls if call.method == "editMessageText"]
    assert any(text.startswith("Taking them in: ") and text.endswith(" of 1,300") for text in texts)
    assert len(chat.newest()) == sent


def test_a_message_that_is_gone_is_sent_anew(chat: Chat) -> None:
    chat.drop("Connections.csv", connections(3))
    chat.api.fail_next("editMessageText", 400, "Bad Request: message to edit not found")
    chat.api.fail_next("editMessageText", 400, "Bad Request: message to edit not found")
    chat.press("Import")
    assert "Taken in: 3 people are new." in chat.last.text


def test_an_end_that_could_not_be_told_is_told_later(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    chat.drop("Connections.csv", connections(3))

    async def fail(*_: object) -> int:
        raise RetryAfter(60)

    with monkeypatch.context() as away:
        away.setattr("bot.progress.WAITS", (0.0, 0.0))
        away.setattr(chat.bot.application.bot_data.importing, "_show", fail)
        assert "Taken in:" not in chat.press("Import")
    assert state(chat) == "done"
    chat.now += timedelta(minutes=3)
    assert "Taken in: 3 people are new." in chat.tick()
    chat.now += timedelta(minutes=3)
    assert chat.tick() == ""


def test_a_fault_of_ours_is_told_and_leaves_nothing(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    chat.drop("Connections.csv", connections())
    finish = chat.store.finish_import

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Joe Park 7")

    monkeypatch.setattr(chat.store, "finish_import", fail)
    assert "I stumbled over that file" in chat.press("Import")
    assert state(chat) == "failed"
    assert rows_of(chat) == 0
    assert "failed: RuntimeError at" in caplog.text
    assert "Joe Park" not in caplog.text
    monkeypatch.setattr(chat.store, "finish_import", finish)
    chat.drop("Connections.csv", connections())
    assert "Taken in: 1,300 people are new." in chat.press("Import")


def test_an_import_that_is_begun_again_and_again_is_given_up(chat: Chat) -> None:
    chat.drop("Connections.csv", connections(3))
    kill_when(chat, press(chat, "Import"), lambda: True)
    row = chat.store.import_row(chat.user.id, 1)
    assert row is not None
    chat.store.change_import(chat.user.id, 1, states=("running",), counts={**row.counts, "tries": 5})
    assert "I stumbled over that file" in chat.tick()


def test_a_question_that_is_open_stays_open(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.drop("Connections.csv", connections(3))
    chat.say("/add")
    chat.press("Import", next(each for each in chat.newest() if "Import" in each.labels))
    assert "Grace Lim" in chat.say("Grace Lim")
    assert "Grace Lim" in chat.names()


def test_a_file_that_is_a_day_old_has_to_be_sent_again(chat: Chat) -> None:
    chat.drop("Connections.csv", connections(3))
    preview = chat.last
    chat.days(2)
    chat.store.drop_old_files(chat.now)
    assert chat.press("Import", preview)
    assert chat.names() == []


def test_a_file_is_imported_in_the_practice_chat(migrated_file: Path, tmp_path: Path) -> None:
    database, people, out = tmp_path / "practice.db", tmp_path / "Connections.csv", io.StringIO()
    shutil.copy(migrated_file, database)
    people.write_text(connections(3), encoding="utf-8")
    engine = open_engine(f"sqlite:///{database}")

    async def lines() -> AsyncIterator[str]:
        for line in (":help", f":file {people}", ":1", "/people"):
            yield line

    def bot(request: BaseRequest, clock: Callable[[], datetime]) -> PracticeBot:
        return PracticeBot(Store(engine), request, clock)

    asyncio.run(run_practice(bot, lines(), database=database, out=out, real_now=MONDAY))
    engine.dispose()
    help_text, _, rest = out.getvalue().partition("Connections.csv: LinkedIn connections")
    assert ":file PATH" in help_text
    assert "[1] Import" in rest
    assert "Taken in: 3 people are new." in rest


def test_several_files_of_one_user_are_taken_in_one_after_the_other(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work: list[int] = []
    most = 0
    go_on = ImportWork.go_on

    async def counted(work: ImportWork) -> None:
        nonlocal most
        at_work.append(1)
        most = max(most, len(at_work))
        await go_on(work)
        at_work.pop()

    async def all_at_once() -> None:
        for number in range(4):
            await take(chat, chat.user.document(f"people{number}.csv", connections(3).encode()))
        await chat.bot.application.bot_data.importing.settle()

    monkeypatch.setattr(ImportWork, "go_on", counted)
    chat.run(all_at_once())
    assert most == 1
    assert sum("3 new" in message.text for message in chat.newest()) == 4
