"""Searches of a big network: what is found, in which order, and page by page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from storage import Store
from storage.keys import fold
from storage.tables import CONTACTS
from storage.words import facts_words, insert_words
from tests.storage.test_searching import EVERY_STATUS, Search, found, named, plain, said
from tests.storage.world import TODAY, USER, WEEK, open_user, person

NAMESAKES = 2_000


def bring_many(store: Store, names: list[str], statuses: tuple[str, ...] = EVERY_STATUS) -> None:
    """Contacts of these names in the statuses by turns, due on seven days by turns."""
    open_user(store)
    rows = []
    for number, name in enumerate(names, 1):
        status = statuses[number % len(statuses)]
        due_on = TODAY + WEEK * (number % 7) if status == "active" else None
        facts = {"user_id": USER, "name_key": fold(name), "status": status, "next_due_on": due_on, "company": "Roche"}
        rows.append(person(name, **facts).model_dump() | {"id": number})
    with store.engine.begin() as connection:
        connection.execute(insert(CONTACTS), rows)
        texts = ((row["id"], field, said) for row in rows for field, said in facts_words(row))
        insert_words(connection, USER, texts)


def pages(store: Store, search: Search, size: int) -> list[int | None]:
    ids: list[int | None] = []
    while True:
        page, total = store.search(USER, search, offset=len(ids), limit=size)
        ids += [contact.id for contact in page]
        if not page:
            assert total == len(ids)
            return ids


@pytest.fixture
def namesakes(store: Store) -> Store:
    bring_many(store, ["Ana"] * (NAMESAKES // 2) + ["Ana Ruiz"] * (NAMESAKES // 2) + ["Anabel Lim", "Diana Park"])
    return store


def test_a_name_that_two_thousand_share_is_found_whole_and_in_order(namesakes: Store) -> None:
    page, total = namesakes.search(USER, plain("ana"), offset=0, limit=NAMESAKES)
    assert total == NAMESAKES + 1
    order = [(each.name != "Ana", EVERY_STATUS.index(each.status), each.next_due_on or TODAY) for each in page]
    assert order == sorted(order)
    last, _ = namesakes.search(USER, plain("ana"), offset=NAMESAKES, limit=8)
    assert [each.name for each in last] == ["Anabel Lim"]


def test_of_two_thousand_namesakes_the_whole_name_is_recalled_before_others(namesakes: Store) -> None:
    assert set(named(namesakes.named(USER, "had coffee with Ana Ruiz yesterday"))) == {"Ana Ruiz"}
    alike = namesakes.alike(USER, "ana ruis")
    assert (len(alike), set(named(alike))) == (200, {"Ana Ruiz"})


def test_a_page_behind_the_last_is_empty_and_still_counted(namesakes: Store) -> None:
    for search in (plain("ana"), Search(), Search(statuses=("inbox",))):
        _, total = namesakes.search(USER, search, offset=0, limit=1)
        assert namesakes.search(USER, search, offset=total, limit=8) == ([], total)
        assert total > 600


SEARCHES = (
    Search(),
    Search(statuses=("active",)),
    Search(statuses=("inbox",)),
    plain("ana"),
    Search((said("roche", fields=("company",)),), untouched_since=TODAY),
    Search(untouched_since=TODAY, statuses=("active", "inbox")),
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 60), search=st.sampled_from(SEARCHES))
def test_pages_of_any_size_hold_everybody_once(crowded: Store, size: int, search: Search) -> None:
    ids = pages(crowded, search, size)
    assert len(ids) == len(set(ids))
    assert ids == crowded.search_ids(USER, search)


@pytest.fixture
def crowded(store: Store) -> Store:
    bring_many(store, [f"Ana {'abcdefgh'[number % 8]}" for number in range(150)])
    return store


def test_whoever_is_deleted_is_on_no_page(crowded: Store) -> None:
    with crowded.engine.begin() as connection:
        connection.execute(update(CONTACTS).where(CONTACTS.c.id <= 50).values(deleted_at=person().created_at))
    for search in SEARCHES:
        ids = pages(crowded, search, 40)
        assert 0 < len(ids) <= 100
        assert min(each or 0 for each in ids) > 50


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nowka", "Nowak"),
        ("mowak", "Nowak"),
        ("onwak", "Nowak"),
        ("owak", "Nowak"),
        ("snowak", "Nowak"),
        ("cowalski", "Kowalski"),
        ("иовак", "Новак"),
        ("nowakk", "Nowak"),
    ],
)
def test_a_mistake_may_be_in_the_first_letters(store: Store, typed: str, name: str) -> None:
    bring_many(store, ["Nowak", "Kowalski", "Новак", "A", "Zz"])
    assert [each.split()[-1] for each in found(store, typed)] == [name]
