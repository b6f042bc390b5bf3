"""Hundreds of updates wait, and the process is killed in the middle of them."""

import sqlite3
from pathlib import Path

from tests.loopback import LoopbackBotApi
from tests.processes import PATIENCE, Dotty

USERS = range(11, 21)
#: With the one in which each user adds somebody: 300 updates in all.
NOTES = [f"note on Ana Ruiz: step {number}" for number in range(1, 30)]


def fill(telegram: LoopbackBotApi) -> None:
    """All users write in turn, as people do."""
    for text in ("Ana Ruiz, monthly", *NOTES):
        for user_id in USERS:
            telegram.user(user_id).text(text)


def test_killed_with_300_updates_waiting_it_handles_each_once_and_in_order(
    telegram: LoopbackBotApi, tmp_path: Path
) -> None:
    fill(telegram)
    with Dotty(tmp_path, telegram) as dotty:
        dotty.start()
        telegram.wait_for(lambda api: len(api.server.events) >= 150, PATIENCE)
        dotty.kill()
        assert 100 < len(telegram.api.server.updates.waiting) <= 200
        dotty.start()
        telegram.wait_for(lambda api: not api.server.updates.waiting, PATIENCE)
    with sqlite3.connect(dotty.database) as connection:
        contacts = connection.execute("SELECT user_id, name FROM contacts ORDER BY user_id").fetchall()
        notes = connection.execute("SELECT user_id, text FROM notes ORDER BY user_id, id").fetchall()
    connection.close()
    assert contacts == [(user_id, "Ana Ruiz") for user_id in USERS]
    assert notes == [(user_id, text.partition(": ")[2]) for user_id in USERS for text in NOTES]
