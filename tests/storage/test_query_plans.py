"""No question about one user's network reads a table from end to end, on either database.

PostgreSQL plans as it does for its users: among many others' rows, which it has counted. Nothing is forbidden to it.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlmodel import SQLModel

from storage import NewContact, Store, open_engine
from storage.briefing import Briefing
from storage.claiming import Decision, Delivered, Particulars
from tests.conftest import DATABASES
from tests.storage.crowd import gather
from tests.storage.test_searching import Search, plain, said
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, asking, due_pushes, fill, open_user, person

Statement = tuple[str, Any]
#: Who is erased.
THIRD = 5_000_000_003
#: "Seq Scan on tags", "SCAN contacts USING …": as each database tells of a table that it reads whole.
_READ_WHOLE = re.compile(r"(?:Seq Scan on|SCAN) (?P<table>\w+?)(?:_\d+)?\b")
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
    "a card": lambda s: s.card(USER, 5),
    "a contact": lambda s: s.contact(USER, 5),
    "the count": lambda s: s.count(USER),
    "the inbox's count": lambda s: s.inbox_count(USER),
    "the tags": lambda s: s.tags(USER),
    "a note": lambda s: s.add_note(USER, 1_001, 5, "likes hats", on=TODAY, now=NOW),
    "an edit": lambda s: s.edit_contact(USER, 1_002, 5, values={"name": "Ana Lim"}, tags=["vip"], now=NOW),
    "a merge": lambda s: s.merge_contacts(USER, 1_004, 5, 6, values={}, on=TODAY, now=NOW),
    "a tag's rhythm": lambda s: s.set_tag_cadence(USER, 1_005, pycon(s), 30, now=NOW, wake=True),
    "a tag renamed": lambda s: s.rename_tag(USER, 1_006, pycon(s), "PyCon 2026", now=NOW),
    "a tag's old name again": lambda s: [
        s.rename_tag(USER, 1_010, pycon(s), "Py", now=NOW),
        s.undo(USER, 1_011, now=NOW),
    ],
    "many archived": lambda s: s.change_many(USER, 1_007, [7, 8], action="archive", now=NOW),
    "somebody sorted": lambda s: s.sort_contact(USER, 1_008, 9, verdict="keep", cadence_days=30, on=TODAY, now=NOW),
    "an undo": lambda s: s.undo(USER, 1_003, now=NOW),
    "the inbox": lambda s: s.inbox(USER),
    "the network": lambda s: s.network(USER),
    "whom a nudge may name": lambda s: s.candidates(USER),
    "when they were named": lambda s: [s.nudged_on(USER)],
    "likely doubles": lambda s: s.doubles(USER),
    "who has these keys": lambda s: s.match(USER, [("email", "ana1@example.org"), ("phone", "+34600123456")]),
    "who has these names": lambda s: s.namesakes(USER, ["Ana Ruiz 1", "Joe Park"]),
    "imports to go on with": lambda s: [s.due_imports(NOW, 10)],
    "a file to read": lambda s: s.open_import(USER, 1_009, file_name="a.csv", content=b"Joe Park", now=NOW),
    "files of days ago": lambda s: [s.drop_old_files(NOW)],
    "a file that waits": lambda s: [s.ready_import(USER, now=NOW)],
    "who is due": lambda s: [s.due_users(NOW, 10)],
    "nudges to send": lambda s: [due_pushes(s, NOW)],
    "a batch of nudges": lambda s: [s.claim_due(NOW + WEEK, 10, decide, postponed_until=NOW + WEEK)],
    "a batch of pushes": lambda s: [s.claim_pushes(NOW + WEEK, 10, since=NOW)],
    "a batch tried in vain": lambda s: [s.claim_pushes(NOW + WEEK, 10, unsent=True)],
    "a nudge that was sent": lambda s: [s.settle_all([Delivered(1, 501)], NOW)],
    "nudges given back": lambda s: give_back(s),
    "what a nudge is planned from": lambda s: [s.briefing(USER), s.particulars(USER, 5, NOW - WEEK)],
    "who needs something": lambda s: [s.needs_known([USER, OTHER])],
    "the next to be sent": lambda s: [s.next_nudge(), s.next_push()],
    "everything of one user": lambda s: s.export(USER),
    "what is forgotten": lambda s: [s.forget_old(NOW)],
    "what is erased": lambda s: s.erase(THIRD),
}


def give_back(store: Store) -> bool:
    store.release_all([(1, NOW), (2, NOW)], NOW)
    return True


def decide(briefings: Sequence[Briefing], particulars: Particulars) -> list[Decision]:
    particulars({USER: 5}, NOW - WEEK)
    return [Decision(each.user, NOW + 2 * WEEK, asking(None, kind="pace")) for each in briefings]


def pycon(store: Store) -> int:
    tag = store.find_tag(USER, "pycon") or store.find_tag(USER, "pycon 2026")
    assert tag is not None
    return tag.id or 0


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


def explain(engine: Engine, statement: Statement) -> list[str]:
    how = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        return [row[-1] for row in connection.exec_driver_sql(f"{how} {statement[0]}", statement[1])]


def plan_of(engine: Engine, statement: Statement) -> list[str]:
    """The lines of a statement's plan that read a table (not a result) whole."""
    told = [(line, _READ_WHOLE.search(line)) for line in explain(engine, statement)]
    return [line for line, found in told if found is not None and found["table"] in SQLModel.metadata.tables]


def is_planned(statement: Statement) -> bool:
    return statement[0].split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")


@pytest.fixture(scope="module", params=DATABASES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Filled once for all questions: what one writes changes no other's plan."""
    if request.param == "postgresql":
        chosen: Engine = request.getfixturevalue("migrated_postgresql")
        with chosen.begin() as connection:
            connection.execute(text(f"TRUNCATE {', '.join(SQLModel.metadata.tables)} RESTART IDENTITY CASCADE"))
        yield fill_all(Store(chosen))
        return
    path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path_factory.mktemp("crowd") / "dotty.db")
    engine = open_engine(f"sqlite:///{path}")
    yield fill_all(Store(engine))
    engine.dispose()


def fill_all(store: Store) -> Store:
    fill_many(store)
    fill(store, THIRD)
    gather(store.engine)
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


def test_whatever_refers_to_a_row_is_found_by_an_index(filled: Store) -> None:
    """Else to delete the row reads all that may refer to it, which no plan tells."""
    unfound = [
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if column.foreign_keys
        and plan_of(filled.engine, (f"SELECT 1 FROM {table.name} WHERE {column.name} = 5000000003", ()))
    ]
    assert unfound == []


def test_a_page_reads_no_more_rows_than_it_shows(store: Store) -> None:
    fill_many(store)
    with listening(store.engine) as heard:
        page, total = store.people(USER, offset=0, limit=4, status="inbox")
    assert (len(page), total) == (4, 8)
    assert len([statement for statement in heard if is_planned(statement)]) <= 3


@pytest.mark.parametrize("status", ["active", "inbox"])
def test_a_page_far_down_is_not_sorted_out_of_everybody(sqlite_store: Store, status: str) -> None:
    fill_many(sqlite_store)
    with listening(sqlite_store.engine) as heard:
        sqlite_store.people(USER, offset=2, limit=2, status=status)
    lines = [line for each in heard if is_planned(each) for line in explain(sqlite_store.engine, each)]
    assert len([line for line in lines if "ix_contacts_due (user_id=? AND status=?)" in line]) == 2
    assert not [line for line in lines if "TEMP B-TREE" in line]


def test_a_card_reads_no_other_contact_s_rows(sqlite_store: Store) -> None:
    fill_many(sqlite_store)
    with listening(sqlite_store.engine) as heard:
        assert sqlite_store.card(USER, 5)
    lines = [line for each in heard if is_planned(each) for line in explain(sqlite_store.engine, each)]
    assert any("contact_id=?" in line for line in lines)
    assert not any("(user_id=?)" in line for line in lines)
