"""No question about one user's network reads a table from end to end, on either database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from storage import NewContact, Store
from tests.storage.test_searching import Search, plain, said
from tests.storage.world import NOW, OTHER, TODAY, USER, open_user, person

#: Small tables are read whole by any planner that is not told otherwise; this tells whether an index could serve.
_NO_SCANS = "SET LOCAL enable_seqscan = off"
Statement = tuple[str, Any]
ASKING: dict[str, Callable[[Store], object]] = {
    "a name": lambda s: s.search(USER, plain("ana ruiz"), offset=0, limit=8),
    "a name begun": lambda s: s.search(USER, plain("an"), offset=0, limit=8),
    "a name mistyped": lambda s: s.search(USER, plain("okafro"), offset=0, limit=8),
    "two names mistaken": lambda s: s.search(USER, plain("anna okafor"), offset=0, limit=8),
    "nobody": lambda s: s.search(USER, plain("qqqqwwww"), offset=0, limit=8),
    "a company": lambda s: s.search(USER, Search((said("roche", fields=("company",)),)), offset=0, limit=8),
    "a role in a city": lambda s: s.search(
        USER,
        Search((said("designer", "designers", fields=("role",)), said("berlin", fields=("city",)))),
        offset=0,
        limit=8,
    ),
    "a tag": lambda s: s.search(USER, Search(tags=("pycon",)), offset=0, limit=8),
    "a tag and a word": lambda s: s.search(USER, Search((said("designer"),), tags=("pycon",)), offset=0, limit=8),
    "the untouched": lambda s: s.search(USER, Search(untouched_since=TODAY, statuses=("active",)), offset=0, limit=8),
    "whom they met": lambda s: s.search(
        USER, Search(met_before=TODAY, met_from=date(2000, 1, 1), without=("company",)), offset=0, limit=8
    ),
    "the untagged": lambda s: s.search(USER, Search(without=("tags", "cadence_days")), offset=0, limit=8),
    "everybody": lambda s: s.search(USER, Search(), offset=0, limit=8),
    "ids": lambda s: s.search_ids(USER, plain("designer")),
    "alike": lambda s: s.alike(USER, "anna ruis"),
    "named": lambda s: s.named(USER, "had tea with Ana Ruiz and 山田太郎"),
    "a page": lambda s: s.people(USER, offset=8, limit=8),
    "a page of the inbox": lambda s: s.people(USER, offset=0, limit=8, status="inbox"),
    "a page of a query": lambda s: s.people(USER, offset=0, limit=8, query="ana #pycon"),
    "a card": lambda s: s.card(USER, 5),
    "a contact": lambda s: s.contact(USER, 5),
    "the count": lambda s: s.count(USER),
    "the inbox's count": lambda s: s.inbox_count(USER),
    "the tags": lambda s: s.tags(USER),
    "a note": lambda s: s.add_note(USER, 1_001, 5, "likes hats", on=TODAY, now=NOW),
    "an edit": lambda s: s.edit_contact(USER, 1_002, 5, values={"name": "Ana Lim"}, tags=["vip"], now=NOW),
    "an undo": lambda s: s.undo(USER, 1_003, now=NOW),
}


def fill_many(store: Store) -> None:
    for user_id in (USER, OTHER):
        open_user(store, user_id)
        people = [
            NewContact(
                person(f"Ana Ruiz {n}", company="Roche", role="Designer", status="inbox" if n % 3 else "active"),
                (("email", f"ana{n}@example.org"),),
                ("pycon",) if n % 5 == 0 else (),
                ("likes tea",) if n % 7 == 0 else (),
            )
            for n in range(12)
        ]
        store.add_contacts(user_id, 1, people, now=NOW)


@contextmanager
def listening(engine: Engine) -> Iterator[list[Statement]]:
    """What is executed meanwhile, as the driver gets it."""
    heard: list[Statement] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        heard.append((statement, parameters[0] if many else parameters))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def plan_of(engine: Engine, statement: Statement) -> list[str]:
    """The lines of a statement's plan that read a table (not a result) whole."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement[0]}", statement[1]).all()
            names = {
                name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            return [row.detail for row in rows if row.detail.split()[:1] == ["SCAN"] and row.detail.split()[1] in names]
        connection.execute(text(_NO_SCANS))
        rows = connection.exec_driver_sql(f"EXPLAIN {statement[0]}", statement[1]).all()
        return [row[0] for row in rows if "Seq Scan" in row[0]]


def is_planned(statement: Statement) -> bool:
    return statement[0].split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")


@pytest.fixture
def filled(store: Store) -> Store:
    fill_many(store)
    return store


@pytest.mark.parametrize("asking", list(ASKING))
def test_no_question_scans_a_table(filled: Store, asking: str) -> None:
    with listening(filled.engine) as heard:
        assert ASKING[asking](filled) is not None
    planned = [statement for statement in heard if is_planned(statement)]
    assert planned
    scans = {statement[0]: lines for statement in planned if (lines := plan_of(filled.engine, statement))}
    assert scans == {}


def test_a_scan_would_be_seen(filled: Store) -> None:
    assert plan_of(filled.engine, ("SELECT id FROM contacts WHERE company = 'Roche'", ())) != []


def test_a_page_reads_no_more_rows_than_it_shows(filled: Store) -> None:
    with listening(filled.engine) as heard:
        page, total = filled.people(USER, offset=0, limit=4, status="inbox")
    assert (len(page), total) == (4, 8)
    assert len([statement for statement in heard if is_planned(statement)]) <= 3
