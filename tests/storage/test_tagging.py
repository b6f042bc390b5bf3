from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.event import listen

from storage import NewContact, Store, TagCount
from storage.models import Contact
from tests.storage.world import NOW, OTHER, TODAY, USER, add, dump_data, fill, open_user, person

YEAR = 365


def contact_of(store: Store, contact_id: int) -> Contact:
    contact = store.contact(USER, contact_id)
    assert contact is not None
    return contact


def paced(store: Store, contact_id: int) -> tuple[int | None, int | None, int | None]:
    """The tag's rhythm, the one that counts, and in how many days the next touch is due."""
    contact = contact_of(store, contact_id)
    due_in = None if contact.next_due_on is None else (contact.next_due_on - TODAY).days
    return contact.tag_cadence_days, contact.rhythm, due_in


def tag_id(store: Store, name: str) -> int:
    tag = store.find_tag(USER, name)
    assert tag is not None
    assert tag.id is not None
    return tag.id


def tags_of(store: Store, contact_id: int) -> list[str]:
    card = store.card(USER, contact_id)
    assert card is not None
    return card.tags


@pytest.fixture
def grace(store: Store) -> int:
    """Somebody with the tag "pycon" and no rhythm, met today."""
    open_user(store)
    return add(store, person("Grace Lim"), tags=("pycon",), touch=(TODAY, "meeting"))


def test_a_tag_s_rhythm_counts_for_whoever_has_none_of_their_own(store: Store, grace: int) -> None:
    store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    assert paced(store, grace) == (YEAR, YEAR, YEAR)
    store.set_cadence(USER, 8, [grace], 30, now=NOW)
    assert paced(store, grace) == (YEAR, 30, 30)
    store.set_cadence(USER, 9, [grace], None, now=NOW)
    assert paced(store, grace) == (YEAR, YEAR, YEAR)
    store.set_tag_cadence(USER, 10, tag_id(store, "pycon"), None, now=NOW, wake=False)
    assert paced(store, grace) == (None, None, None)


def test_of_several_tags_the_shortest_rhythm_counts(store: Store, grace: int) -> None:
    store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    store.edit_contact(USER, 8, grace, tags=["vip", "plain"], now=NOW)
    store.set_tag_cadence(USER, 9, tag_id(store, "vip"), 30, now=NOW, wake=False)
    assert paced(store, grace) == (30, 30, 30)
    store.edit_contact(USER, 10, grace, remove_tags=["vip"], now=NOW)
    assert paced(store, grace) == (YEAR, YEAR, YEAR)


def test_the_rhythm_comes_with_the_tag_and_goes_with_it_and_with_each_undo(store: Store, grace: int) -> None:
    ben = add(store, person("Ben Okafor"), update_id=-2)
    store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    store.edit_contact(USER, 8, ben, tags=["#PyCon".strip("#")], now=NOW)
    assert paced(store, ben) == (YEAR, YEAR, 0)
    store.edit_contact(USER, 9, ben, remove_tags=["pycon"], now=NOW)
    assert paced(store, ben) == (None, None, None)
    store.undo(USER, 10, now=NOW)
    assert paced(store, ben) == (YEAR, YEAR, 0)
    store.undo(USER, 11, now=NOW)
    assert paced(store, ben) == (None, None, None)
    store.undo(USER, 12, now=NOW)
    assert paced(store, grace) == (None, None, None)


def test_somebody_added_or_filled_in_with_the_tag_follows_it_at_once(store: Store, grace: int) -> None:
    store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    ben = add(store, person("Ben Okafor"), update_id=8, tags=("pycon",))
    joe = add(store, person("Joe Park"), update_id=9)
    store.merge_facts(USER, 10, joe, NewContact(person(), tags=("pycon",)), now=NOW)
    assert [paced(store, each) for each in (grace, ben, joe)] == [(YEAR, YEAR, YEAR), (YEAR, YEAR, 0), (YEAR, YEAR, 0)]
    store.undo(USER, 11, now=NOW)
    assert paced(store, joe) == (None, None, None)


def test_the_card_names_the_tag_whose_rhythm_counts(store: Store, grace: int) -> None:
    store.edit_contact(USER, 7, grace, tags=["vip"], now=NOW)
    store.set_tag_cadence(USER, 8, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    store.set_tag_cadence(USER, 9, tag_id(store, "vip"), 30, now=NOW, wake=False)
    card = store.card(USER, grace)
    assert card is not None
    assert card.paced_by == "vip"
    store.set_cadence(USER, 10, [grace], 7, now=NOW)
    card = store.card(USER, grace)
    assert card is not None
    assert card.paced_by is None


def test_waking_makes_those_in_the_inbox_active_and_nobody_else(store: Store, grace: int) -> None:
    joe = add(store, person("Joe Park", status="inbox"), update_id=-2, tags=("pycon",))
    ben = add(store, person("Ben Okafor", status="archived"), update_id=-3, tags=("pycon",))
    asleep = store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    assert asleep is not None
    assert contact_of(store, joe).status == "inbox"
    woken = store.set_tag_cadence(USER, 8, tag_id(store, "pycon"), 30, now=NOW, wake=True)
    assert woken is not None
    assert woken.result == {"tag_id": tag_id(store, "pycon"), "name": "pycon", "days": 30, "count": 2, "woken": 1}
    assert [contact_of(store, each).status for each in (grace, joe, ben)] == ["active", "active", "archived"]
    store.undo(USER, 9, now=NOW)
    assert contact_of(store, joe).status == "inbox"
    assert paced(store, joe) == (YEAR, YEAR, 0)


def test_taking_a_rhythm_away_wakes_nobody(store: Store, grace: int) -> None:
    joe = add(store, person("Joe Park", status="inbox"), update_id=-2, tags=("pycon",))
    store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), None, now=NOW, wake=True)
    assert contact_of(store, joe).status == "inbox"


def test_tags_are_listed_with_how_many_people_have_them(store: Store, grace: int) -> None:
    add(store, person("Joe Park"), update_id=-2, tags=("vip", "pycon"))
    add(store, person("Ben Okafor", status="archived"), update_id=-3, tags=("pycon", "once"))
    gone = store.add_contacts(USER, 7, [NewContact(person("Ana Ruiz"), tags=("pycon", "vip"))], now=NOW)
    assert gone is not None
    store.undo(USER, 8, gone.id, now=NOW)
    assert store.tags(USER) == [
        TagCount(tag_id(store, "pycon"), "pycon", None, 2), TagCount(tag_id(store, "vip"), "vip", None, 1)
    ]  # fmt: skip
    store.set_tag_cadence(USER, 9, tag_id(store, "once"), YEAR, now=NOW, wake=False)
    assert store.tags(USER)[-1] == TagCount(tag_id(store, "once"), "once", YEAR, 0)
    open_user(store, OTHER)
    assert store.tags(OTHER) == []


def test_a_tag_is_found_without_regard_to_case_and_accents(store: Store, grace: int) -> None:
    store.edit_contact(USER, 7, grace, tags=["Málaga"], now=NOW)
    assert tag_id(store, "malaga") == tag_id(store, "MÁLAGA")
    assert store.find_tag(USER, "nowhere") is None
    assert store.find_tag(OTHER, "malaga") is None


def test_a_tag_can_be_renamed(store: Store, grace: int) -> None:
    change = store.rename_tag(USER, 7, tag_id(store, "pycon"), "PyCon 2026", now=NOW)
    assert change is not None
    tag = tag_id(store, "pycon 2026")
    assert change.result == {"tag_id": tag, "old": "pycon", "name": "PyCon 2026", "merged": False, "count": 1}
    assert tags_of(store, grace) == ["PyCon 2026"]
    assert store.find_tag(USER, "pycon") is None


def test_a_tag_can_be_spelled_otherwise_but_not_be_nameless_or_the_same(store: Store, grace: int) -> None:
    assert store.rename_tag(USER, 7, tag_id(store, "pycon"), "", now=NOW) is None
    assert store.rename_tag(USER, 8, tag_id(store, "pycon"), "pycon", now=NOW) is None
    change = store.rename_tag(USER, 9, tag_id(store, "pycon"), "PyCon", now=NOW)
    assert change is not None
    assert not change.result["merged"]
    assert tags_of(store, grace) == ["PyCon"]


def test_renaming_to_another_tag_s_name_makes_both_one(store: Store, engine: Engine, grace: int) -> None:
    joe = add(store, person("Joe Park"), update_id=-2, tags=("conference",))
    both = add(store, person("Ben Okafor"), update_id=-3, tags=("conference", "pycon"))
    store.set_tag_cadence(USER, 6, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    before = dump_data(engine)
    kept = tag_id(store, "conference")
    change = store.rename_tag(USER, 7, tag_id(store, "pycon"), "Conference", now=NOW)
    assert change is not None
    assert change.result == {"tag_id": kept, "old": "pycon", "name": "conference", "merged": True, "count": 3}
    assert [tags_of(store, each) for each in (grace, joe, both)] == [["conference"]] * 3
    assert [paced(store, each)[0] for each in (grace, joe, both)] == [YEAR] * 3
    assert store.find_tag(USER, "pycon") is None
    undone = store.undo(USER, 8, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 0
    assert dump_data(engine) == before


def test_the_rhythm_of_the_tag_that_stays_wins(store: Store, grace: int) -> None:
    joe = add(store, person("Joe Park"), update_id=-2, tags=("conference",))
    store.set_tag_cadence(USER, 6, tag_id(store, "pycon"), YEAR, now=NOW, wake=False)
    store.set_tag_cadence(USER, 7, tag_id(store, "conference"), 91, now=NOW, wake=False)
    store.rename_tag(USER, 8, tag_id(store, "pycon"), "conference", now=NOW)
    assert [paced(store, each)[0] for each in (grace, joe)] == [91, 91]


def test_removing_a_tag_takes_it_and_its_rhythm_from_everybody(store: Store, engine: Engine, grace: int) -> None:
    joe = add(store, person("Joe Park"), update_id=-2, tags=("vip", "pycon"))
    tag = tag_id(store, "pycon")
    store.set_tag_cadence(USER, 6, tag, YEAR, now=NOW, wake=False)
    before = dump_data(engine)
    change = store.remove_tag(USER, 7, tag, now=NOW)
    assert change is not None
    assert change.result == {"tag_id": tag, "name": "pycon", "count": 2}
    assert (tags_of(store, grace), tags_of(store, joe)) == ([], ["vip"])
    assert [paced(store, each) for each in (grace, joe)] == [(None, None, None)] * 2
    undone = store.undo(USER, 8, now=NOW)
    assert undone is not None
    assert undone.result["kept"] == 0
    assert dump_data(engine) == before


def test_a_removed_tag_that_was_given_anew_is_one_tag_after_the_undo(store: Store, grace: int) -> None:
    joe = add(store, person("Joe Park"), update_id=-2)
    removed = store.remove_tag(USER, 7, tag_id(store, "pycon"), now=NOW)
    assert removed is not None
    store.edit_contact(USER, 8, joe, tags=["PyCon"], now=NOW)
    assert store.undo(USER, 9, removed.id, now=NOW) is not None
    assert (tags_of(store, grace), tags_of(store, joe)) == (["PyCon"], ["PyCon"])


def test_undoing_a_new_name_leaves_it_where_the_old_one_was_given_anew(store: Store, grace: int) -> None:
    joe = add(store, person("Joe Park"), update_id=-2)
    renamed = store.rename_tag(USER, 7, tag_id(store, "pycon"), "conference", now=NOW)
    assert renamed is not None
    store.edit_contact(USER, 8, joe, tags=["pycon"], now=NOW)
    undone = store.undo(USER, 9, renamed.id, now=NOW)
    assert undone is not None
    assert undone.result["kept"] > 0
    assert (tags_of(store, grace), tags_of(store, joe)) == (["conference"], ["pycon"])


def test_undoing_a_merge_of_tags_where_the_old_one_was_given_anew_doubles_nothing(store: Store, grace: int) -> None:
    joe = add(store, person("Joe Park"), update_id=-2, tags=("conference",))
    both = add(store, person("Ben Okafor"), update_id=-3, tags=("pycon",))
    merged = store.rename_tag(USER, 7, tag_id(store, "pycon"), "conference", now=NOW)
    assert merged is not None
    store.edit_contact(USER, 8, both, tags=["pycon"], now=NOW)
    assert store.undo(USER, 9, merged.id, now=NOW) is not None
    assert (tags_of(store, grace), tags_of(store, joe)) == (["pycon"], ["conference"])
    assert "pycon" in tags_of(store, both)


def test_what_a_tag_asks_for_follows_the_last_touch(store: Store, grace: int) -> None:
    store.set_tag_cadence(USER, 7, tag_id(store, "pycon"), 30, now=NOW, wake=False)
    store.log_touches(USER, 8, [grace], on=TODAY + timedelta(days=2), now=NOW)
    assert paced(store, grace) == (30, 30, 32)


def test_fifty_people_follow_their_tag_with_few_statements(store: Store, engine: Engine) -> None:
    open_user(store)
    people = [NewContact(person(f"Contact {number}")) for number in range(50)]
    added = store.add_contacts(USER, 1, people, now=NOW)
    assert added is not None
    store.change_many(USER, 2, added.result["contact_ids"], action="tag", tag="pycon", now=NOW)
    tag = tag_id(store, "pycon")
    statements: list[str] = []
    listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    store.set_tag_cadence(USER, 3, tag, 30, now=NOW, wake=True)
    assert 0 < len(statements) < 30


def test_a_tag_of_a_world_is_nobody_else_s(store: Store) -> None:
    world = fill(store)
    open_user(store, OTHER)
    assert store.set_tag_cadence(OTHER, 7, world.pycon, 30, now=NOW, wake=True) is None
    assert paced(store, world.ana)[0] is None
