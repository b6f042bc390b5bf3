import pytest
from sqlalchemy import Engine

from storage import FullError, NewContact, Store
from tests.storage.arrivals import GRACE, JOE, opened
from tests.storage.world import NOW, USER, dump, fill, person


def test_nobody_gets_more_contacts_than_there_is_room_for(store: Store, engine: Engine) -> None:
    world = fill(store)
    small = Store(store.engine, most_contacts=3)
    assert (small.room(USER), store.room(USER)) == (1, 49_998)
    small.archive(USER, 7, world.ben, now=NOW)
    assert small.room(USER) == 1
    import_id = opened(small)
    before = dump(engine)
    with pytest.raises(FullError) as refused:
        small.stage(USER, import_id, [JOE, GRACE], now=NOW)
    assert refused.value.limit == 3
    with pytest.raises(FullError):
        small.add_contacts(USER, 8, [NewContact(person("Joe Park")), NewContact(person("Grace Lim"))], now=NOW)
    assert dump(engine) == before
    assert small.stage(USER, import_id, [JOE], now=NOW) == 1
    with pytest.raises(FullError):
        small.stage(USER, import_id, [GRACE], now=NOW)
    assert small.add_contacts(USER, 9, [NewContact(person("Grace Lim"))], now=NOW) is not None
    before = dump(engine)
    with pytest.raises(FullError):
        small.finish_import(USER, 10, import_id, [], now=NOW)
    assert dump(engine) == before
    assert small.room(USER) == 0


def test_deleted_contacts_leave_room(store: Store) -> None:
    fill(store)
    small = Store(store.engine, most_contacts=2)
    added = store.change_of(USER, 101)
    assert added is not None
    small.undo(USER, 7, added.id, now=NOW)
    assert small.room(USER) == 1
    assert small.add_contacts(USER, 8, [NewContact(person("Joe Park"))], now=NOW) is not None
