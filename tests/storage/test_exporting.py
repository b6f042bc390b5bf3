from sqlalchemy import insert

from storage import Store
from storage.tables import INTRODUCTIONS
from tests.storage.world import NOW, OTHER, TODAY, USER, add, asking, claim, fill, person, send


def test_an_export_holds_everything_of_the_user(store: Store) -> None:
    world = fill(store)
    fill(store, OTHER)
    store.mark_done(USER, 7, world.nudge, on=TODAY, note="a new job", now=NOW)
    exported = store.export(USER)
    assert exported is not None
    ana, ben = exported.cards
    assert (exported.user.id, ana.contact.id, ben.contact.id) == (USER, world.ana, world.ben)
    assert [note.text for note in ana.notes] == ["a new job", "likes tea"]
    assert [touch.id for touch in ben.touches] == [world.touch]
    assert ana.tags == [tag.name for tag in exported.tags] == ["pycon"]
    assert [nudge.id for nudge in exported.nudges] == [world.nudge]


def test_what_was_deleted_is_left_out_with_all_that_names_it(store: Store) -> None:
    world = fill(store)
    joe = add(store, person("Joe Park"), update_id=6)
    claim(store, asking(joe), seen=store.due_users(NOW.replace(year=2027), 1)[0][1])
    with store.engine.begin() as connection:
        connection.execute(
            insert(INTRODUCTIONS).values(
                user_id=USER, first_id=world.ana, second_id=joe, why="", status="proposed", created_at=NOW
            )
        )
    before = store.export(USER)
    added = store.change_of(USER, 6)
    assert before is not None
    assert added is not None
    assert (len(before.cards), len(before.nudges), len(before.introductions)) == (3, 2, 1)
    store.undo(USER, 7, added.id, now=NOW)
    after = store.export(USER)
    assert after is not None
    assert (len(after.cards), len(after.nudges), len(after.introductions)) == (2, 1, 0)


def test_questions_are_in_the_export_and_strangers_have_none(store: Store) -> None:
    fill(store)
    send(store, asking(None, kind="names"), seen=store.due_users(NOW.replace(year=2027), 1)[0][1], message_id=9)
    exported = store.export(USER)
    assert exported is not None
    assert [nudge.kind for nudge in exported.nudges] == ["contact", "names"]
    assert store.export(OTHER) is None
