"""getUpdates' own rules."""

import asyncio
import threading

import pytest

from bot.practice.refusals import Json, RefusedError
from bot.practice.updates import Updates


def message(update_id: int) -> Json:
    return {"update_id": update_id, "message": {}}


@pytest.fixture
def updates() -> Updates:
    return Updates(threading.Condition())


def ids(answer: list[Json]) -> list[int]:
    return [one["update_id"] for one in answer]


def test_an_update_comes_again_until_an_offset_beyond_it(updates: Updates) -> None:
    async def poll() -> None:
        for update_id in (2, 1, 3):
            updates.put(message(update_id))
        assert ids(await updates.get(0, 100, 0)) == [1, 2, 3]
        assert ids(await updates.get(2, 1, 0)) == [2]
        assert ids(await updates.get(0, 100, 0)) == [2, 3]
        assert ids(await updates.get(4, 100, 0)) == []

    asyncio.run(poll())


def test_at_most_a_hundred_come_at_once(updates: Updates) -> None:
    for update_id in range(150):
        updates.put(message(update_id))
    assert len(asyncio.run(updates.get(0, 1000, 0))) == 100


def test_a_wait_ends_with_the_first_update_from_another_thread(updates: Updates) -> None:
    async def poll() -> list[Json]:
        waiting = asyncio.create_task(updates.get(0, 100, 50))
        await asyncio.sleep(0)
        assert updates.polling
        threading.Thread(target=updates.put, args=(message(1),)).start()
        return await waiting

    assert ids(asyncio.run(poll())) == [1]


def test_a_wait_ends_empty_when_its_time_is_over(updates: Updates) -> None:
    assert asyncio.run(updates.get(0, 100, 0.01)) == []
    assert not updates.polling


def test_a_second_call_ends_the_first_with_a_conflict(updates: Updates) -> None:
    async def poll() -> list[Json]:
        first = asyncio.create_task(updates.get(0, 100, 50))
        await asyncio.sleep(0)
        assert updates.polling
        second = await updates.get(0, 100, 0)
        with pytest.raises(RefusedError, match="only one bot instance") as conflict:
            await first
        assert conflict.value.code == 409
        return second

    assert asyncio.run(poll()) == []


def test_reactions_come_only_to_bots_that_ask(updates: Updates) -> None:
    reaction = {"update_id": 1, "message_reaction": {}}
    updates.put(reaction)
    assert updates.waiting == {}
    updates.allow(["message_reaction"])
    updates.put(reaction)
    updates.put(message(2))
    assert list(updates.waiting) == [1]
