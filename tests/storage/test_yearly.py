import pytest
from sqlalchemy import Engine

from storage import Store
from storage.yearly import MOST_DATES
from tests.storage.world import NOW, OTHER, TODAY, USER, World, dump_data, fill, open_user


@pytest.fixture
def world(store: Store) -> World:
    return fill(store)


def days(store: Store, contact_id: int) -> list[tuple[str, str]]:
    return [(each.name, each.day) for each in store.yearly_dates(USER, contact_id)]


def test_dates_are_kept_in_the_order_they_were_told_and_stand_on_the_card(store: Store, world: World) -> None:
    store.set_yearly(USER, 7, world.ana, "wedding anniversary", "2015-06-12", now=NOW)
    store.set_yearly(USER, 8, world.ana, "name day", "--07-26", now=NOW)
    kept = [("wedding anniversary", "2015-06-12"), ("name day", "--07-26")]
    assert days(store, world.ana) == kept
    card = store.card(USER, world.ana)
    assert card is not None
    assert [(each.name, each.day) for each in card.dates] == kept


def test_a_date_of_a_known_name_gets_the_new_day(store: Store, world: World) -> None:
    store.set_yearly(USER, 7, world.ana, "Name day", "--07-26", now=NOW)
    store.set_yearly(USER, 8, world.ana, "name day", "--07-27", now=NOW)
    assert days(store, world.ana) == [("Name day", "--07-27")]


def test_a_date_that_is_forgotten_comes_back_with_an_undo(store: Store, engine: Engine, world: World) -> None:
    kept = store.set_yearly(USER, 7, world.ana, "name day", "--07-26", now=NOW)
    assert kept is not None
    before = dump_data(engine)
    gone = store.drop_yearly(USER, 8, kept.result["date_id"], now=NOW)
    assert gone is not None
    assert gone.result == {"contact_id": world.ana, "name": "name day"}
    assert days(store, world.ana) == []
    assert store.drop_yearly(USER, 9, kept.result["date_id"], now=NOW) is None
    assert store.undo(USER, 10, gone.id, now=NOW) is not None
    assert dump_data(engine) == before


def test_there_is_an_end_to_how_many_one_has(store: Store, world: World) -> None:
    for number in range(MOST_DATES):
        assert store.set_yearly(USER, number + 10, world.ana, f"jubilee {number}", "--06-12", now=NOW) is not None
    assert store.set_yearly(USER, 500, world.ana, "one more", "--06-12", now=NOW) is None
    assert store.set_yearly(USER, 501, world.ana, "JUBILEE 3", "--06-13", now=NOW) is not None


def test_how_long_before_is_kept_with_the_contact(store: Store, world: World) -> None:
    for number, told in enumerate((3, 0, None), start=7):
        assert store.set_headsup(USER, number, world.ana, told, now=NOW) is not None
        contact = store.contact(USER, world.ana)
        assert contact is not None
        assert contact.headsup_days == told


def test_merging_two_moves_the_dates_the_other_lacks_and_undo_parts_them(
    store: Store, engine: Engine, world: World
) -> None:
    store.set_yearly(USER, 7, world.ana, "name day", "--07-26", now=NOW)
    store.set_yearly(USER, 8, world.ana, "wedding anniversary", "--06-12", now=NOW)
    store.set_yearly(USER, 9, world.ben, "name day", "--07-26", now=NOW)
    before = dump_data(engine)
    merged = store.merge_contacts(USER, 10, world.ben, world.ana, values={}, on=TODAY, now=NOW)
    assert merged is not None
    assert days(store, world.ben) == [("name day", "--07-26"), ("wedding anniversary", "--06-12")]
    assert store.undo(USER, 11, merged.id, now=NOW) is not None
    assert dump_data(engine) == before


def test_nobody_reaches_another_users_dates(store: Store, engine: Engine, world: World) -> None:
    kept = store.set_yearly(USER, 7, world.ana, "name day", "--07-26", now=NOW)
    assert kept is not None
    open_user(store, OTHER)
    before = dump_data(engine)
    assert store.yearly_dates(OTHER, world.ana) == []
    assert store.set_yearly(OTHER, 7, world.ana, "name day", "--01-01", now=NOW) is None
    assert store.drop_yearly(OTHER, 8, kept.result["date_id"], now=NOW) is None
    assert store.set_headsup(OTHER, 9, world.ana, 3, now=NOW) is None
    assert dump_data(engine) == before
