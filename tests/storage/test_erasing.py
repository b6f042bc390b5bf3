from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from storage import NewContact, Step, Store, open_engine
from storage.tables import INTRODUCTIONS, PROMISES
from tests.storage.world import NOW, OTHER, USER, WRITES, dump, fill, open_user, person

NAME = "Zyxwenna Quorlimund"


def keep_everything(store: Store, user_id: int) -> None:
    """A row in every table."""
    world = fill(store, user_id)
    WRITES["edit_contact"](store, user_id, 7, world)
    mine = {"user_id": user_id, "created_at": NOW}
    with store.engine.begin() as connection:
        connection.execute(insert(PROMISES).values(contact_id=world.ana, text="send the book", **mine))
        connection.execute(
            insert(INTRODUCTIONS).values(
                first_id=world.ana, second_id=world.ben, why="both sail", status="proposed", **mine
            )
        )


def test_erasing_leaves_no_row_of_the_user_and_all_of_another(store: Store, engine: Engine) -> None:
    keep_everything(store, USER)
    keep_everything(store, OTHER)
    assert all(rows for rows in dump(engine, only=USER).values())
    others = dump(engine, only=OTHER)
    assert store.erase(USER)
    assert all(rows == [] for rows in dump(engine, only=USER).values())
    assert dump(engine, only=OTHER) == others
    assert not store.erase(USER)


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("dotty.db*")))


def test_an_erased_name_is_not_in_the_bytes_of_the_file_or_its_log(sqlite_store: Store, tmp_path: Path) -> None:
    open_user(sqlite_store)
    open_user(sqlite_store, OTHER)
    for update_id in range(50):
        added = [NewContact(person(f"{NAME} {update_id}"), notes=(NAME * 50,))]
        sqlite_store.add_contacts(USER, update_id, added, now=NOW, then=Step("note", {"name": NAME}, NOW))
    sqlite_store.add_contacts(OTHER, 1, [NewContact(person("Grace Lim"))], now=NOW)
    assert NAME.encode() in bytes_of(tmp_path)
    assert sqlite_store.erase(USER)
    assert NAME.encode() not in bytes_of(tmp_path)
    assert b"zyxwenna" not in bytes_of(tmp_path)
    assert b"Grace Lim" in bytes_of(tmp_path)


def test_an_erasure_while_another_process_reads_still_deletes_the_rows(
    sqlite_store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fill(sqlite_store)
    reader = open_engine(f"sqlite:///{tmp_path / 'dotty.db'}")
    raw = reader.raw_connection()
    cursor = raw.cursor()
    cursor.execute("BEGIN")
    cursor.execute("SELECT count(*) FROM users")
    cursor.fetchall()
    with sqlite_store.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA busy_timeout = 1")
    assert sqlite_store.erase(USER)
    cursor.execute("ROLLBACK")
    raw.close()
    reader.dispose()
    assert sqlite_store.user(USER) is None
    assert "still holds old pages" in caplog.text


def test_what_was_kept_for_an_undo_goes_after_thirty_days(store: Store, engine: Engine) -> None:
    world = fill(store)
    added = store.change_of(USER, 100)
    assert added is not None
    store.undo(USER, 7, added.id, now=NOW)
    store.add_note(USER, 8, world.ben, "likes hats", on=NOW.date(), now=NOW + timedelta(days=20))
    assert store.forget_old(NOW + timedelta(days=29)) == 0
    assert store.forget_old(NOW + timedelta(days=31)) == 5
    rows = dump(engine)
    assert [row["update_id"] for row in rows["changes"]] == [8]
    assert [row["id"] for row in rows["contacts"]] == [world.ben]
