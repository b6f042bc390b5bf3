"""Whom a nudge may name, with all that picking weighs, read by few statements."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from bot.rules.candidates import Candidate as Weighed
from storage import Store
from storage.candidates import NOTED, READ_AT_MOST
from storage.shapes import Candidate
from storage.tables import INTRODUCTIONS, PROMISES, TOUCHES, YEARLY_DATES
from tests.storage.test_query_plans import is_planned, listening
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, fill, open_user, person

DAY = timedelta(days=1)


def candidate(store: Store, contact_id: int) -> Candidate:
    (found,) = (each for each in store.candidates(USER) if each.id == contact_id)
    assert store.candidate(USER, contact_id) == found
    return found


def put(store: Store, table: Any, contact_id: int | None, *rows: dict[str, Any]) -> None:
    mine = {"user_id": USER} if contact_id is None else {"user_id": USER, "contact_id": contact_id}
    made = {} if table is YEARLY_DATES else {"created_at": NOW}
    with store.engine.begin() as connection:
        for row in rows:
            connection.execute(insert(table), [{**mine, **made, **row}])


def touch(days_ago: int, reply: str | None = None, note: str | None = None) -> dict[str, Any]:
    return {"touched_on": TODAY - days_ago * DAY, "reply": reply, "note": note}


def test_a_candidate_has_what_the_rule_weighs(store: Store) -> None:
    open_user(store)
    facts = {"birthday": "--05-12", "headsup_days": 14, "role": "Founder", "turn_on": TODAY, "snoozed_until": TODAY}
    ana = add(store, person("Ana Ruiz", cadence_days=30, **facts), tags=("work", "pycon"))
    found = candidate(store, ana)
    assert isinstance(found, Weighed)
    assert (found.name, found.rhythm, found.added_on, found.last_touch_on) == ("Ana Ruiz", 30, TODAY, None)
    assert all(getattr(found, name) == value for name, value in facts.items())
    tags = [store.find_tag(USER, name) for name in ("work", "pycon")]
    assert found.tags == tuple(tag.id for tag in tags if tag)


def test_the_rhythm_is_that_of_the_tags_where_there_is_none_of_their_own(store: Store) -> None:
    open_user(store)
    ana = add(store, person("Ana Ruiz"), tags=("pycon",))
    tag = store.find_tag(USER, "pycon")
    assert tag is not None
    store.set_tag_cadence(USER, 5, tag.id or 0, 91, now=NOW, wake=True)
    assert candidate(store, ana).rhythm == 91
    store.set_cadence(USER, 6, [ana], 14, now=NOW)
    assert candidate(store, ana).rhythm == 14


def test_touches_are_counted_and_those_without_an_answer_in_a_row(store: Store) -> None:
    open_user(store)
    ana, ben = add(store, person("Ana Ruiz")), add(store, person("Ben Okafor"), update_id=-2)
    put(store, TOUCHES, ana, touch(9, "no"), touch(7, "yes"), touch(2, "no"), touch(5, "no"))
    put(store, TOUCHES, ben, touch(5, "no"), touch(1))
    assert (candidate(store, ana).touches, candidate(store, ana).unanswered) == (4, 2)
    assert (candidate(store, ben).touches, candidate(store, ben).unanswered) == (2, 0)


def test_open_promises_come_soonest_due_first(store: Store) -> None:
    open_user(store)
    ana = add(store, person("Ana Ruiz"))
    put(
        store,
        PROMISES,
        ana,
        {"text": "a book", "due_on": None},
        {"text": "a call", "due_on": TODAY + WEEK},
        {"text": "a report", "due_on": TODAY},
        {"text": "kept", "due_on": TODAY, "kept_on": TODAY},
        {"text": "dropped", "due_on": TODAY, "dropped_on": TODAY},
    )
    assert candidate(store, ana).promises == (
        ("a report", TODAY, TODAY),
        ("a call", TODAY + WEEK, TODAY),
        ("a book", None, TODAY),
    )


def test_what_was_noted_in_the_last_year_or_so_comes_newest_first(store: Store) -> None:
    open_user(store)
    ana = add(store, person("Ana Ruiz"))
    store.add_note(USER, 5, ana, "exam in May" + "!" * READ_AT_MOST, on=TODAY, now=NOW)
    store.add_note(USER, 6, ana, "likes tea", on=TODAY - NOTED, now=NOW)
    store.add_note(USER, 7, ana, "too old", on=TODAY - NOTED - DAY, now=NOW)
    put(store, TOUCHES, ana, touch(3, note="moves to Berlin in June"), touch(2))
    noted = candidate(store, ana).noted
    assert [day for day, _ in noted] == [TODAY, TODAY - 3 * DAY, TODAY - NOTED]
    assert noted[0][1].startswith("exam in May")
    assert len(noted[0][1]) == READ_AT_MOST
    assert noted[1][1] == "moves to Berlin in June"


def test_yearly_dates_and_introductions_that_were_made_are_told(store: Store) -> None:
    world = fill(store)
    put(store, YEARLY_DATES, world.ana, {"name": "wedding anniversary", "day": "2015-06-12"})
    pair = {"first_id": world.ana, "second_id": world.ben, "why": ""}
    made = {**pair, "status": "made", "made_on": TODAY - WEEK}
    put(store, INTRODUCTIONS, None, made, {**pair, "status": "proposed", "made_on": None})
    found = candidate(store, world.ana)
    assert found.yearly == (("wedding anniversary", "2015-06-12"),)
    assert found.introductions == (("Ben Okafor", TODAY - WEEK),)
    assert candidate(store, world.ben).introductions == (("Ana Ruiz", TODAY - WEEK),)


def test_one_contact_is_read_whatever_its_status_and_nobody_else_s(store: Store) -> None:
    world = fill(store)
    store.archive(USER, 5, world.ana, now=NOW)
    assert [each.id for each in store.candidates(USER)] == [world.ben]
    archived = store.candidate(USER, world.ana)
    assert archived is not None
    assert archived.name == "Ana Ruiz"
    open_user(store, OTHER)
    assert store.candidate(OTHER, world.ana) is None
    assert store.candidates(OTHER) == []


def test_a_handful_of_statements_read_all(store: Store) -> None:
    fill(store)
    with listening(store.engine) as heard:
        store.candidates(USER)
    few = len([each for each in heard if is_planned(each)])
    for number in range(5):
        add(store, person(f"Contact {number}"), update_id=-9 - number, notes=("likes tea",), tags=("new",))
    with listening(store.engine) as heard:
        store.candidates(USER)
    assert len([each for each in heard if is_planned(each)]) == few <= 8


def test_nobody_is_introduced_to_whom_is_gone_or_to_themselves(store: Store) -> None:
    open_user(store)
    ana, anna, zed = (add(store, person(name), update_id=-n) for n, name in enumerate(("Ana", "Anna", "Zed"), 1))
    put(
        store,
        INTRODUCTIONS,
        None,
        {"first_id": ana, "second_id": anna, "status": "made", "made_on": TODAY},
        {"first_id": zed, "second_id": ana, "status": "made", "made_on": TODAY - DAY},
    )
    store.merge_contacts(USER, 5, ana, anna, values={}, on=TODAY, now=NOW)
    assert candidate(store, ana).introductions == (("Zed", TODAY - DAY),)
    store.merge_contacts(USER, 6, ana, zed, values={}, on=TODAY, now=NOW)
    assert candidate(store, ana).introductions == ()
